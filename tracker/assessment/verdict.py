"""The words of a judgement: verdicts, caveats, and why something cannot be judged."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Verdict(StrEnum):
    """How a promise stands; met and missed are final, the three in the middle are while it runs."""

    MET = "met"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    MISSED = "missed"
    UNKNOWN = "unknown"


RED = frozenset({Verdict.OFF_TRACK, Verdict.MISSED})


class Caveat(NamedTuple):
    """What a reader must know beside a verdict: a stable code, and the facts its sentence is made of."""

    code: str
    facts: tuple[tuple[str, object], ...] = ()

    @classmethod
    def of(cls, code: str, **facts: object) -> Caveat:
        """A caveat from its code and its facts by name."""
        return cls(code, tuple(facts.items()))


class Outlook(NamedTuple):
    """What is expected at a stage's end; floats, since a forecast has no printed digits. `low` to `high` is 80 %."""

    value: float
    low: float
    high: float
    probability: float
    by: date
    method: str
    points: int


class Judgement(NamedTuple):
    """A verdict, the rule that reached it, what the rule measured, and how far the next verdict is."""

    verdict: Verdict
    rule: str
    measure: Decimal | None = None
    thresholds: tuple[tuple[Verdict, Decimal], ...] = ()
    margin: Decimal | None = None
    klass: str | None = None
    reason: Caveat | None = None
    steps: tuple[tuple[str, object], ...] = ()


def unknown(rule: str, code: str, **facts: object) -> Judgement:
    """A promise that cannot be judged, and why."""
    return Judgement(Verdict.UNKNOWN, rule, reason=Caveat.of(code, **facts))


def banded(rule: str, measure: Decimal, on_track: Decimal, at_risk: Decimal, klass: str | None = None) -> Judgement:
    """A verdict by two thresholds, each included in the better side; the margin is the way to the nearest of them."""
    verdict = Verdict.ON_TRACK if measure >= on_track else Verdict.AT_RISK if measure >= at_risk else Verdict.OFF_TRACK
    margin = min((measure - on_track, measure - at_risk), key=abs)
    return Judgement(verdict, rule, measure, ((Verdict.ON_TRACK, on_track), (Verdict.AT_RISK, at_risk)), margin, klass)


def count(verdicts: Iterable[Verdict]) -> dict[Verdict, int]:
    """How many there are of each verdict, every verdict named."""
    totals = dict.fromkeys(Verdict, 0)
    for verdict in verdicts:
        totals[verdict] += 1
    return totals
