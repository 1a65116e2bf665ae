"""The judging rules by the names people give in `rule`; what few promises use is loaded when one does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from tracker.assessment.rules import outlook, pace, schedule
from tracker.assessment.sight import Sight
from tracker.assessment.verdict import Judgement

Rule: TypeAlias = Callable[[Sight], Judgement]

OURS: Mapping[str, Rule] = {schedule.NAME: schedule.judge, "outlook": outlook.judge, "pace": pace.judge}
DEFAULT = schedule.NAME
PUBLISHED = ("eurostat", "open-sdg", "destatis", "escap")
LAMPS = ("wuhan", "sanya", "tianjin", "belfast", "council-5", "council-10", "bfn")
RULES = (*OURS, *PUBLISHED, *LAMPS)
"""Every rule that ships; a workspace adds lamps of its own."""


def by_lamp(sight: Sight) -> Judgement:
    """The colour of a lamp, of the workspace's own or one that ships, for every figure, also the final one."""
    from tracker.assessment.rules import lamp_rule

    own = sight.lamps.get(sight.rule)
    return lamp_rule.judge(sight, own if own is not None else lamp_rule.preset(sight.rule))


def by_owner(sight: Sight) -> Judgement:
    """The verdict of a published rule, in its owner's words."""
    from tracker.assessment.rules import published

    return published.judge(sight)
