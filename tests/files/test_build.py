"""Rows become the domain's own values; what is not written has the default of the contract."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from tracker.domain.elapsed import Convention
from tracker.domain.indicator import Better, Indicator, Measure, Source
from tracker.domain.location import Location
from tracker.domain.period import Period
from tracker.domain.series import Vintage
from tracker.domain.target import Aim, Baseline, InForce, Of, PathKind, Stage, When
from tracker.domain.units import DEFAULT
from tracker.domain.words import Words
from tracker.files import build
from tracker.files.choices import ListKind

HERE = Location("targets/x.toml", 7)
NAME = Words(en="Output")
YEAR = Period.of_year(2025)
OUTPUT = build.indicator(
    {"id": "i", "name": NAME, "measure": Measure.FLOW, "better": Better.HIGHER}, DEFAULT.find("亿元"), HERE
)


def test_an_indicator_without_more_has_none_of_it():
    """No rhythm, no breaks, no limit."""
    unit = DEFAULT.find("亿元")
    expected = Indicator("i", NAME, Measure.FLOW, unit, Better.HIGHER, None, None, (), None, None, None, HERE)
    assert expected == OUTPUT


def test_a_target_without_more_has_the_defaults_of_the_contract():
    """The value itself, by its end, on a straight line by months; called as its indicator."""
    row = {"id": "t", "indicator": "i", "stages": ({"by": YEAR, "value": Decimal(5)},), "aim": Aim.AT_MOST}
    target = build.target(row, OUTPUT, build.NO_POLICY, HERE)
    assert (target.title, target.of, target.when, target.path, target.schedule, target.rule, target.in_force) == (
        NAME,
        Of.VALUE,
        When.BY,
        PathKind.EVEN,
        Convention.MONTHS,
        None,
        InForce(),
    )
    assert target.stages == (Stage(YEAR, Decimal(5), Aim.AT_MOST),)


def test_a_stage_may_weaken_the_word_of_its_target():
    """About, where the others are at least."""
    row = {"aim": Aim.AT_LEAST, "stages": ({"value": Decimal(1)}, {"value": Decimal(2), "aim": Aim.ABOUT})}
    assert [stage.aim for stage in build.stages(row)] == [Aim.AT_LEAST, Aim.ABOUT]


def test_a_baseline_may_leave_its_value_to_the_figures():
    """Only the period is said."""
    row = {"id": "t", "indicator": "i", "stages": (), "baseline": {"period": YEAR}}
    assert build.target(row, OUTPUT, build.NO_POLICY, HERE).baseline == Baseline(YEAR, None)


def test_a_list_is_closed_unless_it_says_otherwise():
    """A milestone of one deed counts one."""
    plain = build.milestone({"id": "m", "name": NAME}, build.NO_POLICY, HERE)
    named = build.milestone({"id": "m", "name": NAME, "list": ListKind.OPEN, "count": 12}, build.NO_POLICY, HERE)
    assert [(m.open_list, m.total) for m in (plain, named)] == [(False, 1), (True, 12)]


def test_a_figure_is_final_and_takes_its_day_from_its_source():
    """In the indicator's unit."""
    origin = Source("s", NAME, None, date(2026, 3, 1), None, None, HERE)
    row = {"period": YEAR, "value": Decimal("10.20")}
    actual = build.actual(row, OUTPUT, DEFAULT.find("bn CNY"), HERE, origin=origin)
    assert (str(actual.value), actual.vintage, actual.published, actual.source) == (
        "102.0",
        Vintage.FINAL,
        date(2026, 3, 1),
        "s",
    )


def test_a_figure_without_a_year_keeps_what_is_printed():
    """It has no period to be judged by."""
    actual = build.actual({"period": "XXXX-H1", "growth": Decimal(3)}, OUTPUT, OUTPUT.unit, HERE)
    assert (actual.period, actual.printed_period, actual.value, actual.growth) == (None, "XXXX-H1", None, Decimal(3))


def test_a_recorded_figure_is_known_since_it_was_recorded():
    """Where it was not published on a day of its own."""
    at = datetime(2026, 3, 5, 8, tzinfo=UTC)
    actual = build.actual({"period": YEAR, "value": Decimal(1)}, OUTPUT, OUTPUT.unit, HERE, recorded=at, by="li")
    assert (actual.known_on, actual.by) == (date(2026, 3, 5), "li")
