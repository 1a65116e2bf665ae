"""Where the verdict of today and the outlook part: on schedule, and unlikely to be kept at the end."""

from __future__ import annotations

from decimal import Decimal

from tracker.assessment.outlook import exact
from tracker.assessment.sight import Sight
from tracker.assessment.verdict import Caveat, Outlook, Verdict
from tracker.domain.quantity import Quantity, places, to_places
from tracker.domain.units import DEFAULT

CODE = "early-warning"


def early_warning(verdict: Verdict, expected: Outlook | None, sight: Sight) -> list[Caveat]:
    """What to know where a promise is on track today and its outlook, judged by itself, would be off track."""
    if verdict is not Verdict.ON_TRACK or expected is None or sight.latest is None:
        return []
    if exact(expected.probability) >= sight.thresholds.outlook_at_risk:
        return []
    digits = max(places(sight.latest.value), places(sight.stage.value or Decimal(0)))
    value = Quantity(to_places(exact(expected.value), digits), sight.unit)
    chance = Quantity(Decimal(round(expected.probability * 100)), DEFAULT.find("%"))
    return [Caveat.of(CODE, value=value, chance=chance, by=sight.stage.by)]
