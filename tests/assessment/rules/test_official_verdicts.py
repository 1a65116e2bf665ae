"""The owners' own published verdicts, case by case."""

import csv
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from tracker.assessment.rules import destatis, escap, eurostat, open_sdg
from tracker.assessment.rules.case import Case, Judged

CASES = Path(__file__).resolve().parents[2] / "data" / "official-verdicts.csv"
RULES = {
    "statcan-sdg-build": open_sdg.judge,
    "eustat-eurostat-rule": eurostat.judge,
    "destatis-dns": destatis.judge,
}
OUR_WORDS = {  # the owners' languages and word forms; every other word is used as it stands
    "Sonne": "sun",
    "Leicht bewölkt": "sun-and-cloud",
    "Wolke": "cloud",
    "Blitz": "thunderstorm",
    "Keine": "none",
    "Bewertung ausgesetzt": "none",
    "moderate_deterioration": "insufficient_progress",
    "significant_deterioration": "movement_away",
}


def published(method: str) -> list[dict[str, str]]:
    """The rows of one owner."""
    with CASES.open(encoding="utf-8", newline="") as page:
        return [row for row in csv.DictReader(page) if row["method"] == method]


def case(row: dict[str, str]) -> Case:
    """One published case, with nothing but what a target file can declare."""
    pairs = (pair.split(":") for pair in row["series"].split(";"))
    return Case(
        points=tuple((int(year), Decimal(value)) for year, value in pairs),
        target=Decimal(row["target_value"]) if row["target_value"] else None,
        target_year=int(row["target_year"]) if row["target_year"] else None,
        higher_is_better=row["direction"] == "increase",
        base_year=int(row["base_year"]) if row["base_year"] else None,
        keep_every_year=row["target_kind"] == "keep_every_year",
    )


@pytest.mark.parametrize(
    ("method", "count"), [("statcan-sdg-build", 80), ("eustat-eurostat-rule", 5), ("destatis-dns", 248)]
)
def test_every_published_verdict_is_reproduced(method: str, count: int):
    """Each rule gives its owner's own word in every case that the owner published."""
    rows = published(method)
    wanted = {row["case_id"]: OUR_WORDS.get(row["official_outcome"], row["official_outcome"]) for row in rows}
    assert {row["case_id"]: RULES[method](case(row)).klass for row in rows} == wanted
    assert len(rows) == count


@pytest.mark.parametrize("judge", [*RULES.values(), escap.judge])
def test_every_rule_answers_every_owners_cases(judge: Callable[[Case], Judged]):
    """A series that belongs to another owner is judged or refused with a reason, never both and never neither."""
    answers = [judge(case(row)) for method in RULES for row in published(method)]
    assert all((answer.reason is None) != (answer.klass in {None, "none", "not_available"}) for answer in answers)
