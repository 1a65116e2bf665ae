"""The JSON contract: every key always there, unknown is null, and the schema it promises."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from builders import a_portfolio, a_stage, a_target, an_actual, an_indicator, day, judged
from samples import DONE, MILESTONES, the_review

from tracker.assessment.assess import Assessment
from tracker.assessment.review import Review, review
from tracker.render.as_json import as_json
from tracker.render.columns import COLUMNS, flat, records
from tracker.render.document import envelope, number, target
from tracker.render.schemas import printed_schema

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema, which checks documents, is not installed")

YEARS = [("2018", 30), ("2019", 33), ("2020", 35), ("2021", 39), ("2022", 41), ("2023", 44), ("2024", 46)]
QUARTERS = [("2024-Q1", "250"), ("2024", "1100"), ("2025-Q1", "280")]


def on_the_way() -> Assessment:
    """A share on its way, with an outlook: everything that can be known about a target is known."""
    share = a_target(a_stage("2023", 42), a_stage("2026", 52), baseline=("2018", 30), rule="outlook")
    return judged(share, an_indicator(releases=None), YEARS, "2025-04-15")


def whole_flow(**more: Any) -> Assessment:  # noqa: ANN401 -- whatever a target may declare
    """A flow a quarter into its year."""
    return judged(a_target(a_stage("2025", 1200), **more), an_indicator("flow", "亿元"), QUARTERS, "2025-04-15")


def bare(**more: Any) -> Assessment:  # noqa: ANN401 -- whatever a target may declare
    """A promise without any figure."""
    return judged(a_target(a_stage("2025", 60), **more), an_indicator(), [], "2025-04-15")


BUILT = {
    "with everything": on_the_way(),
    "a flow": whole_flow(),
    "by last year's shares": whole_flow(path="last-year"),
    "without a figure": bare(),
    "never below": bare(when="throughout", since=None),
    "growth, unsettled": judged(
        a_target(a_stage("2025", 15), of="growth", reading="unsettled"),
        an_indicator("flow", "亿元"),
        [an_actual("2022-Q1", "102.1", "亿元", growth="17.7")],
        "2025-04-15",
    ),
    "without a day": judged(a_target(a_stage(None, 60)), an_indicator(), YEARS, "2025-04-15"),
    "without a number": judged(a_target(a_stage("2025", None)), an_indicator(), YEARS, "2025-04-15"),
    "a limit only": judged(
        a_target(a_stage("2024", 60)), an_indicator(), [an_actual("2024", 61, bound="more-than")], "2025-04-15"
    ),
    "a rank": judged(
        a_target(a_stage("2025", 5, "at-most")), an_indicator("rank", "位", "lower"), [("2024", 4)], "2025-04-15"
    ),
    "a published rule": judged(a_target(a_stage("2026", 52), rule="eurostat"), an_indicator(), YEARS, "2025-04-15"),
    "met": judged(a_target(a_stage("2023", 42)), an_indicator(), YEARS, "2025-04-15"),
}


def document(of: Review) -> dict[str, Any]:
    """The whole envelope, as it is read back."""
    written = envelope(
        of, tool_version="0", generated_at=datetime(2025, 4, 15, tzinfo=UTC), inputs_sha256="0" * 64, exit_code=0
    )
    read: dict[str, Any] = json.loads(as_json(written))
    return read


@pytest.mark.parametrize("name", BUILT)
def test_every_key_is_always_there(name: str):
    """What is not known is null; a part that is known has all its keys."""
    complete, found = target(BUILT["with everything"]), target(BUILT[name])
    assert list(found) == list(complete)
    parts = [key for key, value in complete.items() if isinstance(value, dict)]
    assert {"gap", "required", "outlook", "actual", "expected", "baseline"} <= set(parts)
    for key in parts:
        assert found[key] is None or list(found[key]) == list(complete[key])


@pytest.mark.parametrize("name", BUILT)
def test_the_schema_holds(name: str):
    """For every kind of answer, alone in its review."""
    of = Review(a_portfolio([]), day("2025-04-15"), None, (BUILT[name],), ())
    jsonschema.validate(document(of), json.loads(printed_schema("assessment")))


def test_the_schema_holds_for_targets_and_milestones_together():
    """And for a review of nothing at all."""
    schema = json.loads(printed_schema("assessment"))
    jsonschema.validate(document(the_review("2025-04-12")), schema)
    jsonschema.validate(document(review(a_portfolio([]), day("2025-04-15"))), schema)


def test_the_schema_refuses_a_key_that_is_missing_or_new():
    """It would notice a change of the contract."""
    schema, whole = json.loads(printed_schema("assessment")), document(the_review())
    for broken in ({**whole, "extra": 1}, {k: v for k, v in whole.items() if k != "summary"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(broken, schema)


def test_the_columns_are_the_paths_of_targets_and_milestones():
    """Each once, and none missing but the deeds themselves, which are a list of their own in JSON."""
    milestones = [record for record in records(the_review()) if record["kind"] == "milestone"]
    paths = {*flat(target(BUILT["with everything"])), *(path for record in milestones for path in flat(record))}
    assert len(set(COLUMNS)) == len(COLUMNS)
    assert paths - {"items"} == set(COLUMNS)


def test_the_columns_of_a_target_stay_where_they_were():
    """Those that milestones brought stand behind them."""
    assert COLUMNS[-5:] == ("kind", "by", "done", "total", "list")
    assert set(flat(target(BUILT["with everything"]))) == set(COLUMNS[:-5])


def test_lists_are_one_cell():
    """Verdicts of stages and codes of caveats, one after the other."""
    row = flat(target(BUILT["with everything"]))
    assert row["stages"] == ";".join(s["verdict"] for s in target(BUILT["with everything"])["stages"])
    assert flat(target(BUILT["without a day"]))["caveats"] == "undated"


def test_figures_are_told_unrounded():
    """28 of 120 bn CNY, in the unit of the indicator."""
    told = target(the_review().targets[0])
    assert (told["actual"]["value"], told["unit"]) == (280, "亿元")
    assert told["completion"] == 280 / 1200
    assert told["gap"]["value"] == 280 - 1200 * 3 / 12
    assert told["required"]["value"] == pytest.approx((1200 - 280) / 9)


@pytest.mark.parametrize(("value", "told"), [("60.0", "60"), ("41.5", "41.5"), ("1E+3", "1000"), (None, "null")])
def test_a_whole_number_has_no_point(value: str | None, told: str):
    """Other programs read numbers, not digits."""
    assert json.dumps(number(None if value is None else Decimal(value))) == told


def test_a_milestone_names_every_deed():
    """With its state and its day."""
    told = document(review(a_portfolio([], milestones=MILESTONES, done=DONE), day("2025-04-15")))["milestones"][1]
    assert told["items"] == [
        {"name": "Alumina", "done_on": "2025-03-01", "state": "done"},
        {"name": "Airport", "done_on": None, "state": "late"},
    ]
    assert (told["done"], told["total"], told["list"], told["verdict"]) == (1, 2, "closed", "missed")
