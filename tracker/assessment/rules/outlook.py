"""Rule `outlook`: how likely the promise is to be kept; by the schedule where too little is known for a forecast."""

from __future__ import annotations

from tracker.assessment.outlook import exact, outlook
from tracker.assessment.rules import schedule
from tracker.assessment.sight import Sight
from tracker.assessment.verdict import Judgement, Verdict, banded


def judge(sight: Sight) -> Judgement:
    """On track from a probability of 60 %, at risk from 30 %, unless the workspace sets other thresholds.

    What is already reached is never off track: it has to be lost first.
    """
    found = outlook(sight)
    if found is None:
        return schedule.judge(sight)
    limits = sight.thresholds.outlook_on_track, sight.thresholds.outlook_at_risk
    judgement = banded("outlook", exact(found.probability), *limits)
    if sight.reached and judgement.verdict is Verdict.OFF_TRACK:
        judgement = judgement._replace(verdict=Verdict.AT_RISK)
    return judgement
