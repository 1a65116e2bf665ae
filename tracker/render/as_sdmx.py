"""Figures and promises as SDMX-CSV 2.0: one observation a line, its series told by dimensions."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from tracker.assessment.assess import Assessment
from tracker.assessment.review import Review
from tracker.domain.period import Period
from tracker.domain.series import Actual, Vintage
from tracker.domain.units import DEFAULT, Unit
from tracker.domain.words import Words
from tracker.render.as_plain import clean
from tracker.render.number_words import without_zeros
from tracker.render.sdmx_codes import code_of, frequency, time_period, unit_code

STRUCTURE_ID = "TRACKER:POLICY_TARGETS(1.0)"
DIMENSIONS = ("INDICATOR", "REF_AREA", "FREQ", "MEASURE", "TARGET", "TIME_PERIOD")
ATTRIBUTES = ("UNIT_MEASURE", "UNIT_MULT", "OBS_STATUS", "DECIMALS", "TITLE")
COLUMNS = ("STRUCTURE", "STRUCTURE_ID", "ACTION", *DIMENSIONS, "OBS_VALUE", *ATTRIBUTES)
NO_TARGET, NO_AREA = "_Z", "_U"
"""Not applicable, and unspecified: SDMX's own codes."""
COMPUTED_PLACES = 2
NORMAL, EXPECTED = "A", "E"
STATUS: Mapping[Vintage, str] = {
    Vintage.PLAN: "F",
    Vintage.ESTIMATE: "E",
    Vintage.FLASH: "P",
    Vintage.PRELIMINARY: "P",
    Vintage.FINAL: NORMAL,
    Vintage.REVISED: NORMAL,
}
"""SDMX's code list of observation status: forecast, estimated, provisional, normal."""


class Observed(NamedTuple):
    """One observation: its key, its value as printed or exact, and what is known about it."""

    indicator: str
    area: str
    measure: str
    target: str
    period: Period
    value: Decimal
    unit: Unit
    status: str
    title: Words


def as_sdmx(review: Review, *, whole: bool = True, lang: str = "en") -> str:
    """The file: actuals and printed growth of the indicators, then what each target promises and asks for by now."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for observation in sorted(observations(review, whole=whole), key=key):
        writer.writerow(["dataflow", STRUCTURE_ID, "I", *cells(observation, lang)])
    return out.getvalue()


def key(observation: Observed) -> tuple[str, ...]:
    """The place of an observation in the file: series by series, in order of time."""
    period = observation.period
    when = (period.last.isoformat(), period.first.isoformat())
    return (observation.indicator, observation.measure, observation.target, observation.area, *when)


def cells(o: Observed, lang: str) -> tuple[str, ...]:
    """One line behind its action."""
    code, power = unit_code(o.unit)
    places = max(0, -int(o.value.as_tuple().exponent))
    return (
        code_of(o.indicator),
        o.area,
        frequency(o.period),
        o.measure,
        code_of(o.target) if o.target else NO_TARGET,
        time_period(o.period),
        f"{o.value:f}",
        code,
        str(power),
        o.status,
        str(min(places, COMPUTED_PLACES) if o.measure == "EXPECTED" else places),
        clean(o.title.in_language(lang)),
    )


def observations(review: Review, *, whole: bool) -> Iterator[Observed]:
    """Everything there is to say, each key once."""
    areas = areas_of(review)
    measured = {a.target.indicator for a in review.targets}
    for name in sorted(review.portfolio.indicators if whole else measured):
        yield from actuals(name, areas.get(name, NO_AREA), review)
    for a in review.targets:
        yield from promises(a, areas.get(a.target.indicator, NO_AREA))


def areas_of(review: Review) -> dict[str, str]:
    """The region of each indicator: that of the first target that speaks of it, as a code."""
    found: dict[str, str] = {}
    for target in sorted(review.portfolio.targets, key=lambda t: t.id):
        found.setdefault(target.indicator, area(target.region))
    return found


def area(region: Words) -> str:
    """A region as a code: its English name, or unspecified where it has none."""
    return code_of((region.en or "").replace(" ", "-")) or NO_AREA


def actuals(name: str, where: str, review: Review) -> Iterator[Observed]:
    """The standing figure of each period, and the growth that was printed with it."""
    series = review.portfolio.series.get(name)
    title = review.portfolio.indicators[name].name
    if series is None:
        return
    for measure, growth in (("ACTUAL", False), ("GROWTH", True)):
        for period, figure in series.standing(review.known_at, growth=growth).items():
            if period.last <= review.as_of:
                yield Observed(name, where, measure, "", period, *printed(figure, growth=growth), title)


def printed(figure: Actual, *, growth: bool) -> tuple[Decimal, Unit, str]:
    """The number of a figure, its unit and its status."""
    if growth:
        return figure.growth or Decimal(0), DEFAULT.find("%"), STATUS[figure.vintage]
    return figure.value or Decimal(0), figure.unit, STATUS[figure.vintage]


def promises(a: Assessment, where: str) -> Iterator[Observed]:
    """The dated stages of a target with a number, and what is asked for by the date the data cover."""
    t = a.target
    stages = {s.by: s.value for s in t.stages if s.by and s.value is not None}
    for by, value in stages.items():
        yield Observed(t.indicator, where, "TARGET", t.id, by, value, a.unit, NORMAL, t.title)
    if a.asked and a.latest:
        value = without_zeros(a.asked.value)
        yield Observed(t.indicator, where, "EXPECTED", t.id, a.latest.period, value, a.unit, EXPECTED, t.title)
