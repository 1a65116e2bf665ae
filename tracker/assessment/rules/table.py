"""The judging rules by the names people give in `rule`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from tracker.assessment.rules import pace
from tracker.assessment.sight import Sight
from tracker.assessment.verdict import Judgement

Rule: TypeAlias = Callable[[Sight], Judgement]

RULES: Mapping[str, Rule] = {"pace": pace.judge}
DEFAULT = "pace"
