"""The rows of the journal as figures, deeds, progress and withdrawals."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from tracker.domain.indicator import Better, Indicator, Measure
from tracker.domain.location import Location
from tracker.domain.period import Period
from tracker.domain.series import Actual, Bound, Vintage
from tracker.domain.target import Milestone, Project
from tracker.domain.units import DEFAULT
from tracker.domain.words import Words
from tracker.files.assemble import Assembly
from tracker.files.journal_rows import take_in
from tracker.files.submission import Submission

AT = datetime(2026, 1, 10, 8, tzinfo=UTC)
HERE = Location("actuals/journal.jsonl", 3)
NAME = Words(en="x")


def assembly() -> Assembly:
    """One indicator in 亿元, one milestone, one project."""
    place = Location("targets/x.toml", 1)
    money = DEFAULT.find("亿元")
    one = Indicator("a", NAME, Measure.FLOW, money, Better.HIGHER, None, None, (), None, None, None, place)
    deed = Milestone("m", NAME, "", NAME, None, (), None, False, place)  # noqa: FBT003
    park = Project("p", NAME, "", NAME, None, None, None, {}, {}, None, place)
    made = Assembly()
    made.indicators, made.milestones, made.projects = {"a": one}, {"m": deed}, {"p": park}
    return made


def taken(*rows: Mapping[str, Any], only: set[str] | None = None) -> Assembly:
    """Rows of one submission taken in."""
    found = assembly()
    take_in([Submission("key", AT, "officer", rows, 3)], HERE.file, found, only)
    return found


def test_a_figure_with_all_its_fields():
    """In its indicator's unit, digits kept; the time and the person are those of the submission."""
    row = {
        "indicator": "a",
        "period": "2025-01/2025-10",
        "value": "7.680",
        "unit": "bn CNY",
        "growth": "83.70",
        "vintage": "flash",
        "published": "2025-11-05",
        "source": "daily",
        "locator": "line 8",
        "note": "n",
        "bound": "more-than",
        "share_of": {"indicator": "a", "value": "1"},
        "rank": "1",
        "rank_of": "14",
        "accepted": ["ytd-falls"],
        "a key of tomorrow": "kept out",
    }
    assert taken(row).actuals == [
        Actual(
            "a",
            Period.year_to_date(2025, 10),
            "2025-01/2025-10",
            Decimal("76.80"),
            DEFAULT.find("亿元"),
            HERE,
            Decimal("83.70"),
            Vintage.FLASH,
            date(2025, 11, 5),
            AT,
            "officer",
            "daily",
            "line 8",
            "n",
            Bound.MORE_THAN,
            {"indicator": "a", "value": "1"},
            1,
            14,
            ("ytd-falls",),
        )
    ]


def test_a_figure_with_little():
    """Final unless it says otherwise; a period is brought to its canonical text."""
    (one,) = taken({"indicator": "a", "period": "2025-01/2025-12", "growth": "3"}).actuals
    assert (one.vintage, one.value, one.printed_period, one.growth) == (Vintage.FINAL, None, "2025", Decimal(3))


def test_a_period_without_its_year():
    """It is kept as it is written and belongs to no year."""
    (one,) = taken({"indicator": "a", "period": "XXXX-H1", "value": "3"}).actuals
    assert (one.period, one.printed_period) == (None, "XXXX-H1")


def test_a_withdrawal_knows_its_time():
    """In the indicator's unit; the day is that of the submission unless it is given."""
    row = {"indicator": "a", "period": "2025", "value": "1.0", "unit": "bn CNY", "reason": "error"}
    plain, dated = taken(row, {**row, "on": "2026-01-09", "vintage": "flash"}).withdrawals
    assert (plain.value, plain.on, plain.recorded, plain.by, plain.vintage) == (
        Decimal(10),
        AT.date(),
        AT,
        "officer",
        None,
    )
    assert (dated.on, dated.vintage) == (date(2026, 1, 9), Vintage.FLASH)


def test_deeds_and_progress():
    """Days and numbers are read; they became known on the day of the submission."""
    found = taken(
        {"milestone": "m", "item": "1", "on": "2025-03-01"},
        {"project": "p", "on": "2025-06-30", "stage": "built", "invested": "3.20", "unit": "亿元", "physical": "80"},
    )
    assert [(d.milestone, d.item, d.on, d.published) for d in found.done] == [("m", "1", date(2025, 3, 1), AT.date())]
    assert [(p.project, p.stage, p.invested, p.physical) for p in found.progress] == [
        ("p", "built", Decimal("3.20"), Decimal(80))
    ]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"indicator": "b", "period": "2025", "value": "1"}, 'there is no indicator "b"'),
        ({"milestone": "b"}, 'there is no milestone "b"'),
        ({"project": "b"}, 'there is no project "b"'),
        (
            {"indicator": "a", "period": "2025", "value": "1", "unit": "t"},
            "t (mass) cannot be given in 亿元 (money-CNY)",
        ),
        ({"indicator": "a", "period": "2025", "value": "one"}, "a number or a day cannot be read"),
        ({"indicator": "a", "period": "2025", "value": "NaN"}, '"NaN" is no number that can be reckoned with'),
        ({"indicator": "a", "period": "2025", "value": "1e99"}, '"1e99" is no number that can be reckoned with'),
        ({"indicator": "a", "period": "2025", "value": ["1"]}, "a number or a day cannot be read"),
        ({"indicator": "a", "value": "1"}, '"period" is missing, or no word that is known'),
        ({"period": "2025", "value": "1"}, '"indicator" is missing, or no word that is known'),
        (
            {"indicator": "a", "period": "2025", "value": "1", "vintage": "odd"},
            '"odd" is missing, or no word that is known',
        ),
    ],
)
def test_a_row_that_does_not_fit_is_a_fault_at_its_line(row: Mapping[str, Any], said: str):
    """The others of its submission are taken in."""
    found = taken(row, {"indicator": "a", "period": "2025", "value": "1"})
    ((fault),) = found.faults
    told = f"a recorded row does not fit the declarations: {said}"
    assert (fault.path, fault.line, fault.code, fault.complaint) == (HERE.file, 3, "journal-row", told)
    assert len(found.actuals) == 1


def test_only_some_indicators():
    """The figures of others are not even looked at."""
    rows = ({"indicator": "b"}, {"indicator": "a", "period": "2025", "value": "1"}, {"milestone": "m"})
    found = taken(*rows, only={"a"})
    assert ([one.indicator for one in found.actuals], found.done, found.faults) == (["a"], [], [])


def test_two_years_as_they_stood_in_older_journals_are_read():
    """What was recorded stays readable: only people are asked whether they mean a school year."""
    found = taken({"indicator": "a", "period": "2023/2024", "value": "4", "unit": "亿元"})
    assert [actual.period for actual in found.actuals] == [Period.months(2023, 1, 2024, 12)]
