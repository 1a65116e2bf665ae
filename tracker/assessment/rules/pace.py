"""Rule `pace`: the share of what is asked for by now that has been reached."""

from __future__ import annotations

from decimal import Decimal

from tracker.assessment.aims import share_of_asked, upper
from tracker.assessment.evidence import Observation
from tracker.assessment.pathway import Held
from tracker.assessment.sight import Sight
from tracker.assessment.verdict import Judgement, banded, unknown
from tracker.domain.target import Aim, Stage

NOTHING = Decimal(0)


def judge(sight: Sight) -> Judgement:
    """On track from 95 % of schedule, at risk from 60 %, unless the workspace sets other thresholds."""
    share = share_of_schedule(sight)
    if share is not None:
        return banded("pace", share, sight.thresholds.pace_on_track, sight.thresholds.pace_at_risk)
    if sight.latest and sight.start and sight.way is Held.ALONG_PATH:
        return unknown("pace", "no-figure-yet", by=sight.stage.by, latest=sight.latest.period)
    return unknown("pace", "no-path")


def share_of_schedule(sight: Sight) -> Decimal | None:
    """Progress made over progress asked for where the path has a start; otherwise the value over the value asked for.

    Progress from the baseline is the measure of consistency with elapsed time used in plan evaluation: a share of 97 %
    that must become 99 % and has not moved is not 98 % of the way.
    """
    latest = sight.latest
    if latest is None or sight.held_against is None or not measurable(sight, latest):
        return None
    share = on_the_way(sight, latest.value, sight.held_against)
    return min(share, within_bounds(sight, latest.value))


def measurable(sight: Sight, latest: Observation) -> bool:
    """Whether there is anything to measure: a figure after the start, and a way to a zero that has a beginning."""
    if sight.way is not Held.ALONG_PATH or sight.reached:
        return True
    return latest.period.last > sight.start.day if sight.start else sight.held_against != 0


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


def within_bounds(sight: Sight, value: Decimal) -> Decimal:
    """No limit while a value is not past the far end of its promise, otherwise 1 less the part by which it is.

    A running total past the most it may be has lost the promise, since it cannot fall again.
    """
    stage, running = sight.stage, sight.way is Held.PRO_RATED
    low, high = far_ends(stage, higher=sight.higher)
    if running and high is not None and value > high + stage.allowance:
        return NOTHING
    if high is not None and sight.higher and value > (most := high * elapsed(sight)) + stage.allowance:
        return share_of_asked(value, most, higher=False)
    if low is not None and not running and not sight.higher and value < low - stage.allowance:
        return share_of_asked(value, low, higher=True)
    return Decimal("Infinity")


def elapsed(sight: Sight) -> Decimal:
    """The share of a promise that is asked for by now: of a running total its part, of anything else the whole."""
    if sight.way is Held.PRO_RATED and sight.asked and sight.stage.value:
        return sight.asked.value / sight.stage.value
    return Decimal(1)


def far_ends(stage: Stage, *, higher: bool) -> tuple[Decimal | None, Decimal | None]:
    """The least and the most a value may be; None where a promise has no such end."""
    if stage.value is None or stage.aim is Aim.AT_LEAST:
        return None, None
    if stage.aim in {Aim.BETWEEN, Aim.EXACTLY}:
        return stage.value, upper(stage, stage.value)
    return None, None if higher else stage.value
