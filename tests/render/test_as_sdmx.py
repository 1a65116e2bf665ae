"""SDMX-CSV 2.0: one observation a line, read back by the public reader where it is installed."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest
from builders import a_portfolio, a_stage, a_target, an_actual, an_indicator, p
from plan_samples import TODAY, planned

from tracker.assessment.review import review
from tracker.domain.units import DEFAULT, UNITS
from tracker.domain.words import Words
from tracker.render.as_sdmx import ATTRIBUTES, COLUMNS, DIMENSIONS, as_sdmx
from tracker.render.sdmx_codes import code_of, frequency, time_period, unit_code

CODE = re.compile(r"[A-Za-z0-9_@$-]+")


def rows(text: str) -> list[dict[str, str]]:
    """The lines by their columns."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_columns_are_those_of_the_standard():
    """The structure first, then what is to be done with it, then the components."""
    head = as_sdmx(planned()).splitlines()[0].split(",")
    assert head == ["STRUCTURE", "STRUCTURE_ID", "ACTION", *DIMENSIONS, "OBS_VALUE", *ATTRIBUTES]
    assert tuple(head) == COLUMNS


def test_actuals_promises_and_what_is_asked_are_series_of_their_own():
    """Output: 280 亿元 in a quarter, 1200 promised, 300 asked for by then, 8.5 % more than the year before."""
    found = {
        r["MEASURE"]: r
        for r in rows(as_sdmx(planned()))
        if r["INDICATOR"] == "output" and r["TARGET"] != "output_average"
    }
    assert {name: (r["TIME_PERIOD"], r["OBS_VALUE"]) for name, r in found.items()} == {
        "ACTUAL": ("2025-Q1", "280.0"),
        "GROWTH": ("2025-Q1", "8.5"),
        "TARGET": ("2025", "1200"),
        "EXPECTED": ("2025-Q1", "300"),
    }


def test_money_is_in_yuan_times_a_power_of_ten():
    """亿元 is CNY times 10 to the eighth; the digits are those printed."""
    (row,) = [r for r in rows(as_sdmx(planned())) if r["MEASURE"] == "ACTUAL" and r["INDICATOR"] == "output"]
    assert [row[c] for c in ("UNIT_MEASURE", "UNIT_MULT", "DECIMALS")] == ["CNY", "8", "1"]


@pytest.mark.parametrize(
    ("vintage", "status"), [("plan", "F"), ("estimate", "E"), ("flash", "P"), ("final", "A"), ("revised", "A")]
)
def test_the_status_comes_from_the_vintage(vintage: str, status: str):
    """By SDMX's own code list."""
    figure = an_actual("2024", 1, vintage=vintage)
    told = rows(as_sdmx(review(a_portfolio([an_indicator()], [figure]), TODAY)))
    assert [r["OBS_STATUS"] for r in told] == [status]


def test_no_key_stands_twice():
    """Whatever a workspace declares of one indicator."""
    keys = [tuple(r[d] for d in DIMENSIONS) for r in rows(as_sdmx(planned()))]
    assert len(keys) == len(set(keys))


def test_a_part_of_a_workspace_has_only_what_its_targets_measure():
    """The share alone."""
    some = planned()._replace(targets=tuple(a for a in planned().targets if a.target.id == "share"))
    assert {r["INDICATOR"] for r in rows(as_sdmx(some, whole=False))} == {"share"}


@pytest.mark.parametrize(("day", "told"), [("2024-12-30", []), ("2024-12-31", ["2024"])])
def test_a_period_is_written_from_its_last_day_on(day: str, told: list[str]):
    """A year is over at its end, and no day before."""
    year = review(a_portfolio([an_indicator()], [an_actual("2024", 1)]), p(day).last)
    assert [row["TIME_PERIOD"] for row in rows(as_sdmx(year))] == told


def test_what_was_not_known_is_not_written():
    """The figure of the quarter was published on 10 April."""
    before = review(planned().portfolio, TODAY, p("2025-04-09").last)
    assert not [r for r in rows(as_sdmx(before)) if r["MEASURE"] == "ACTUAL" and r["INDICATOR"] == "output"]


@pytest.mark.parametrize(
    ("period", "code", "written"),
    [
        ("2025", "A", "2025"),
        ("2025-H1", "S", "2025-S1"),
        ("2025-Q3", "Q", "2025-Q3"),
        ("2025-10", "M", "2025-10"),
        ("2025-10-09", "D", "2025-10-09"),
        ("2025-01/2025-10", "_O", "2025-01-01/P10M"),
        ("2021/2025", "_O", "2021-01-01/P5Y"),
        ("2025-01-15/2025-02-20", "_O", "2025-01-15/P37D"),
    ],
)
def test_periods_are_written_as_sdmx_does(period: str, code: str, written: str):
    """A running total is a range: its first day and how long it lasts."""
    try:
        span = p(period)
    except ValueError:
        pytest.skip("this kind of span cannot be written in a workspace")
    assert (frequency(span), time_period(span)) == (code, written)


def test_every_code_is_one():
    """Ids with dots, and every unit of the table."""
    codes = [r[d] for r in rows(as_sdmx(planned())) for d in DIMENSIONS[:-1]]
    assert [c for c in [*codes, *(unit_code(u)[0] for u in UNITS)] if not CODE.fullmatch(c)] == []


def test_no_two_ids_become_one_code():
    """A dot and an underscore change places with others."""
    assert [code_of(i) for i in ("a.b", "a_b", "a-b")] == ["a_b", "a$b", "a-b"]


def test_a_unit_that_is_no_power_of_ten_keeps_its_own_name():
    """A year is not ten months."""
    assert unit_code(DEFAULT.find("years")) == ("YEARS", 0)
    assert unit_code(DEFAULT.find("万吨")) == ("T", 4)


def test_hostile_names_stay_in_their_cell():
    """Line ends and quotes are written as CSV wants them; what steers a terminal is gone."""
    target = a_target(a_stage("2025", 1), title=Words(en='a"\r\nb,\x1b[2J=1'))
    (row,) = rows(as_sdmx(review(a_portfolio([an_indicator()], targets=(target,)), TODAY)))
    assert row["TITLE"] == 'a"  b,\ufffd[2J=1'


def structure(sdmx: Any) -> Any:  # noqa: ANN401 -- a test dependency without types
    """What docs/export.md says the structure is."""
    v30 = sdmx.model.v30
    dimensions = [v30.Dimension(id=d) for d in DIMENSIONS[:-1]] + [v30.TimeDimension(id="TIME_PERIOD")]
    parts = {
        "dimensions": v30.DimensionDescriptor(components=dimensions),
        "measures": v30.MeasureDescriptor(components=[v30.Measure(id="OBS_VALUE")]),
        "attributes": v30.AttributeDescriptor(components=[v30.DataAttribute(id=a) for a in ATTRIBUTES]),
    }
    return v30.DataStructureDefinition(id="POLICY_TARGETS", **parts)


@pytest.mark.filterwarnings("ignore")
def test_sdmx1_reads_it_back():
    """Every observation with its key, its value and its attributes."""
    pytest.importorskip("sdmx", reason="sdmx1, the public reader of SDMX, is not installed")
    import sdmx
    from sdmx.reader.csv import Reader

    text = as_sdmx(planned())
    message = Reader().convert(io.BytesIO(text.encode()), structure=structure(sdmx))
    read = {
        (*(o.dimension.values[d].value for d in DIMENSIONS), o.value, o.attached_attribute["UNIT_MEASURE"].value)
        for data in message.data
        for o in data.obs
    }
    assert read == {(*(r[d] for d in DIMENSIONS), r["OBS_VALUE"], r["UNIT_MEASURE"]) for r in rows(text)}
    assert len(read) > 5
