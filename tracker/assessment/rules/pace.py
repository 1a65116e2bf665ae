"""Rule `pace`: the share of what is asked for by now that has been reached."""

from __future__ import annotations

from decimal import Decimal

from tracker.domain.target import Aim

from tracker.assessment.aims import share_of_asked
from tracker.assessment.observations import Observation
from tracker.assessment.pathway import Held
from tracker.assessment.sight import Sight
from tracker.assessment.verdict import Judgement, banded, unknown

NOTHING = Decimal(0)


def judge(sight: Sight) -> Judgement:
    """On track from 95 % of schedule, at risk from 60 %, unless the workspace sets other thresholds."""
    share = share_of_schedule(sight)
    if share is None:
        return unknown("pace", "no-path")
    return banded("pace", share, sight.thresholds.pace_on_track, sight.thresholds.pace_at_risk)


def share_of_schedule(sight: Sight) -> Decimal | None:
    """Progress made over progress asked for where the path has a start; otherwise the value over the value asked for.

    Progress from the baseline is the measure of consistency with elapsed time used in plan evaluation: a share of 97 %
    that must become 99 % and has not moved is not 98 % of the way.
    """
    latest = sight.latest
    if latest is None or sight.standing is None or not measurable(sight, latest):
        return None
    share = on_the_way(sight, latest.value, sight.standing)
    return share if (over := overshoot(sight, latest.value)) is None else min(share, over)


def measurable(sight: Sight, latest: Observation) -> bool:
    """Whether there is anything to measure: a figure after the start, and a way to a zero that has a beginning."""
    if sight.way is not Held.ALONG_PATH or sight.reached:
        return True
    return latest.period.last > sight.start.day if sight.start else sight.standing != 0


def on_the_way(sight: Sight, value: Decimal, asked: Decimal) -> Decimal:
    """The share of what is asked for; what moves away from the promise it started on or beyond has made none of it."""
    start = sight.start.value if sight.start and sight.asked and sight.way is Held.ALONG_PATH else None
    if start is None:
        return share_of_asked(value, asked, higher=sight.higher)
    sign = 1 if sight.higher else -1
    to_go, gone = (asked - start) * sign, (value - start) * sign
    if to_go > 0:
        return gone / to_go
    share = share_of_asked(value, asked, higher=sight.higher)
    return share if gone >= 0 or share >= 1 else NOTHING


def overshoot(sight: Sight, value: Decimal) -> Decimal | None:
    """1 less the part by which a value is past the far end of its promise; None where it is not, or there is none.

    A running total past its ceiling has lost the promise, since it cannot fall again.
    """
    stage = sight.stage
    ends = {Aim.BETWEEN: (stage.value, stage.high), Aim.EXACTLY: (stage.value, stage.value)}.get(stage.aim)
    ceiling = sight.way is Held.PRO_RATED and stage.aim is not Aim.AT_LEAST and not sight.higher
    low, high = ends or (None, stage.value if ceiling else None)
    if high is not None and value > high + stage.allowance and (sight.higher or ceiling):
        return NOTHING if sight.way is Held.PRO_RATED else share_of_asked(value, high, higher=False)
    if low is not None and value < low - stage.allowance and not sight.higher and sight.way is not Held.PRO_RATED:
        return share_of_asked(value, low, higher=True)
    return None
