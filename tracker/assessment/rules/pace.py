"""Rule `pace`: the share of what is asked for by now that has been reached."""

from __future__ import annotations

from decimal import Decimal

from tracker.assessment.aims import share_of_asked
from tracker.assessment.pathway import Held
from tracker.assessment.sight import Sight
from tracker.assessment.verdict import Judgement, banded, unknown


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
    if sight.latest is None or sight.standing is None:
        return None
    value, asked = sight.latest.value, sight.standing
    start = sight.start if sight.way is Held.ALONG_PATH else None
    if start and sight.asked and asked != start.value and (asked > start.value) is sight.higher:
        return (value - start.value) / (asked - start.value)
    return share_of_asked(value, asked, higher=sight.higher)
