"""The workspace this repository is: what it answers about the figures of the five documents."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Tracker = Callable[..., Any]
DAY = ("--as-of", "2025-04-15")
MIDYEAR = ("--as-of", "2024-06-30")


def rows(text: str) -> list[list[str]]:
    """The rows of all tables of a plain answer, cell by cell; a row begins with the mark of its verdict."""
    return [line.split("  ") for line in text.splitlines() if line[:1] in set("√●▲■×○")]


def table(text: str) -> dict[str, str]:
    """The facts of `show`, by name."""
    pairs = (line.partition("  ") for line in text.splitlines())
    return {name: fact.strip() for name, gap, fact in pairs if gap}


@pytest.fixture(scope="module")
def gap(answered: Tracker) -> str:
    """The gap analysis of every promise, also of those without a figure."""
    said: str = answered("gap", "--all", *DAY).out
    return said


def test_it_reads_without_fault(answered: Tracker):
    """Every file of it."""
    outcome = answered("validate")
    assert (outcome.code, outcome.out.endswith("No fault.\n"), outcome.err) == (0, True, "")


def test_the_analysis_speaks_of_every_promise(gap: str, answered: Tracker):
    """Twenty-five targets and twenty-eight milestones, each on a line of its own."""
    assert len([row for row in rows(gap) if len(row) > 1]) == 25 + 28


def test_the_analysis_says_of_every_promise_what_is_asked_and_reached_or_why_it_cannot_be_judged(gap: str):
    """Actual, expected and gap; or the reason."""
    silent = [row for row in rows(gap) if row[0].startswith("○") and len(row) > 1 and not row[-1].strip()]
    assert silent == []


def test_the_analysis_ends_with_totals_and_their_denominators(gap: str):
    """Counts over what could be judged, and over all."""
    assert gap.splitlines()[-5:] == [
        "13 of 53 could be judged: 9 completed, 1 not yet due, 3 overdue; 40 not judged",
        "√ met: 9 of 13 judged (69.2%)",
        "● on track: 1 of 13 judged (7.7%)",
        "× missed: 3 of 13 judged (23.1%)",
        "○ unknown: 40 of 53 (75.5%)",
    ]


@pytest.mark.parametrize(
    ("target", "last", "stage", "asked", "sum_"),
    [
        (
            "changji.local-conversion",
            "at least 40%, 2023",
            "about 60%, 2025",
            "50%, 2024-12-31",
            "40% + (60% - 40%) x 50.00% = 50%",
        ),
        (
            "changji.deep-processing",
            "at least 15%, 2023",
            "about 30%, 2025",
            "22.5%, 2024-12-31",
            "15% + (30% - 15%) x 50.00% = 22.5%",
        ),
        (
            "changji.output",
            "about 30 bn CNY, 2023",
            "about 50 bn CNY, 2025",
            "35 bn CNY, 2024-06-30",
            "30 bn CNY + (50 bn CNY - 30 bn CNY) x 25.00% = 35 bn CNY",
        ),
    ],
)
def test_a_staged_promise_between_two_stages(  # noqa: PLR0913, PLR0917 -- the columns of a table
    target: str, last: str, stage: str, asked: str, sum_: str, answered: Tracker
):
    """In mid-2024: of a share half the way from 2023 to 2025, which 2024 asks for; of an output a quarter, so far."""
    said = answered("show", target, *MIDYEAR).out
    facts = table(said.partition("\nStages\n")[0])
    assert (facts["last commitment"], facts["stage in force"], facts["asked by then"]) == (
        last,
        stage,
        f"{asked}, straight line",
    )
    assert sum_ in said


def test_the_same_promise_in_chinese(answered: Tracker):
    """Output is counted in 亿元 there."""
    said = answered("show", "changji.output", *MIDYEAR, "--lang", "zh").out
    assert ("500亿元左右，2025年" in said, "350亿元，2024年6月30日，按直线推进" in said) == (True, True)


def test_what_a_document_leaves_open_stays_open(gap: str):
    """An unsettled reading, a promise without a date, one without a number: unknown, each with its reason."""
    reasons = {row[1].strip(): row[-1].strip() for row in rows(gap) if len(row) > 2}
    for said in (
        "the reading is not settled",
        "no date is given, so it cannot be late",
        "no number is given, only a direction",
        "no figure for 2025 yet; latest Q1 2022",
    ):
        assert [reason for reason in reasons.values() if reason.startswith(said)]


def test_as_known_at_a_past_day_nothing_later_is_used(answered: Tracker):
    """On the day before a document was published none of its figures is there."""
    before, after = (
        answered("show", "jiayuguan.value-added.floor", *DAY, "--known-at", day).out
        for day in ("2025-04-14", "2025-04-15")
    )
    assert ("9.6%" in before, "9.6%" in after) == (False, True)
