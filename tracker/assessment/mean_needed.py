"""What the rest of a year may average for a yearly mean, such as that of fine dust, to keep its promise."""

from __future__ import annotations

from decimal import Decimal

from tracker.assessment.pathway import Held
from tracker.assessment.required import Required, Step
from tracker.assessment.sight import Sight
from tracker.domain.indicator import Measure
from tracker.domain.target import Of


def mean_needed(sight: Sight) -> Required | None:
    """The daily allowance of the days left: (goal x days of the year - mean so far x days gone) / days left.

    It means something for a mean over the year's days; the parts of a percentage do not all weigh the same.
    """
    latest, by, goal = sight.latest, sight.stage.by, sight.stage.value
    if latest is None or by is None or goal is None or latest.bound or not is_mean(sight) or not by.is_year:
        return None
    whole, gone = (by.last - by.first).days + 1, (latest.period.last - by.first).days + 1
    left = whole - gone
    if latest.period.first != by.first or left <= 0:
        return None
    needed = (goal * whole - latest.value * gone) / left
    return Required(goal - latest.value, needed, sight.unit, Step.MEAN, Decimal(1), latest.value, None)


def is_mean(sight: Sight) -> bool:
    """Whether the figures are means over the days of a year so far."""
    mean = sight.indicator.measure is Measure.RATIO and sight.target.of is Of.VALUE and sight.unit.kind != "percent"
    return mean and sight.way is Held.ALONG_PATH and sight.latest is not None and sight.latest.period.is_year_to_date
