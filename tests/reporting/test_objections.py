"""What speaks against a figure, each code with a figure that meets it and one beside it that does not."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from office import brought, codes, draft, facts, office, outcomes, recorded

from tracker.reporting.claim import Draft

SERIES = """
[[actual]]
indicator = "output"
period = "2025-01/2025-02"
value = 14.1

[[actual]]
indicator = "output"
period = "2025-01/2025-09"
value = 68.1

[[actual]]
indicator = "output"
period = "2024-01/2024-10"
value = 40.0

[[actual]]
indicator = "firms"
period = "2024"
value = 30
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workspace with two running totals of 2025 and some figures of 2024."""
    return office(tmp_path, SERIES)


OCTOBER = "2025-01/2025-10"


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (draft("output", "76.8", OCTOBER), []),
        (draft("output", "68.1", OCTOBER), []),
        (draft("output", "68.0", OCTOBER), ["ytd-falls"]),
        (draft("output", "68.2", "2025-01/2025-08"), ["ytd-falls"]),
        (draft("output", "68.1", "2025-01/2025-08"), []),
        (draft("output", "60", "2025-01/2025-08"), []),
        (draft("output", "8.7", "2025-10"), []),
        (draft("output", "14.0", "2025-01/2025-03", vintage="estimate"), []),
        (draft("output", "200", OCTOBER), ["tenfold-jump"]),
        (draft("output", "199", OCTOBER), []),
        (draft("output", "220", OCTOBER, growth="10"), ["tenfold-jump"]),
        (draft("output", "219", OCTOBER, growth="10"), []),
        (draft("output", "199", OCTOBER, growth="-50"), ["tenfold-jump"]),
        (draft("output", "378", "2025-01/2025-11"), []),
        (draft("output", "500", "2025-01/2025-11"), ["tenfold-jump"]),
        (draft("firms", "149", "2025"), []),
        (draft("firms", "150", "2025"), ["tenfold-jump"]),
        (draft("firms", "7", "2025"), []),
        (draft("firms", "6", "2025"), ["tenfold-jump"]),
        (draft("firms", "3.28", "2025"), ["tenfold-jump"]),
        (draft("output", "76.8", OCTOBER, rank="6.5"), ["bad-number"]),
        (draft("output", "76.8", OCTOBER, rank="15", rank_of="14"), ["bad-rank"]),
        (draft("output", "76.8", OCTOBER, rank="14", rank_of="14"), []),
        (draft("place", "0", "2025"), ["bad-number"]),
        (draft("place", "6.5", "2025"), ["bad-number"]),
        (draft("place", "15", "2025", rank_of="14"), ["bad-rank"]),
        (draft("place", "3", "2025", rank_of="14"), []),
        (draft("share", "100", "2025"), []),
        (draft("share", "100.1", "2025"), ["ratio-above-100"]),
        (draft("output", "76.8", OCTOBER, published="2026-01-11"), ["future-publication"]),
        (draft("output", "76.8", OCTOBER, published="2025-10-30"), ["period-after-publication"]),
        (draft("output", "76.8", OCTOBER, published="2025-10-31"), []),
        (draft("output", "76.8", OCTOBER, published="2025-10-30", vintage="flash"), []),
        (draft("output", "99", "2026", vintage="plan"), []),
        (draft("output", "99", "2026"), ["period-after-publication"]),
        (draft("share", "40", "XXXX-H1"), []),
        (draft("outptu", "1", "2025"), ["unknown-indicator"]),
        (draft("output-a-firm", "1", "2025"), ["derived-indicator"]),
        (draft("规上企业户数", "31", "2025"), ["ambiguous-indicator"]),
        (draft("工业 总产值", "76.8", OCTOBER), []),
        (draft("output", "7.68", OCTOBER, unit="bn CNY"), []),
        (draft("output", "76.8", OCTOBER, unit="万吨"), ["unit-kind"]),
        (draft("output", "76.8", OCTOBER, unit="亿圆"), ["unknown-unit"]),
        (draft("output", "76,8", OCTOBER), ["bad-number"]),
        (draft("output", "1e9", OCTOBER), ["bad-number"]),
        (draft("output", "76.8", "10月"), ["unclear-period"]),
        (draft("output", "76.8", ""), ["no-period"]),
        (draft("output", "76.8", OCTOBER, published="soon"), ["bad-day"]),
        (draft("output", "76.8", OCTOBER, vintage="maybe"), ["bad-vintage"]),
        (draft("output", "76.8", OCTOBER, bound="over"), ["bad-bound"]),
        (draft("output", "76.8", OCTOBER, rank="0"), ["bad-number"]),
        (draft("output", "76.8", OCTOBER, note="a\u202eb"), ["control-character"]),
        (draft("output", None, OCTOBER), ["no-figure"]),
        (draft("output", None, OCTOBER, growth="3.1"), []),
        (draft("output", "76,8", "10月", unit="t"), ["unclear-period", "bad-number", "unit-kind"]),
    ],
    ids=lambda value: value.place if hasattr(value, "place") else "",
)
def test_each_objection_meets_its_figure_and_no_other(one: Draft, expected: list[str], place: Path):
    """Figures at a boundary are on the harmless side of it."""
    assert codes(brought(place, one)) == expected


def test_a_fall_names_both_figures(place: Path):
    """The figure, the one before it, and both periods."""
    said = facts(brought(place, draft("output", "66.8", OCTOBER)))
    assert {name: str(said[name]) for name in ("value", "other", "period", "than", "how", "unit")} == {
        "value": "66.8",
        "other": "68.1",
        "period": OCTOBER,
        "than": "2025-01/2025-09",
        "how": "less",
        "unit": "亿元",
    }


def test_a_fall_inside_one_file_is_told_once(place: Path):
    """Of two totals brought together, the later one is the one that falls."""
    batch = brought(place, draft("output", "90", OCTOBER), draft("output", "89", "2025-01/2025-11"))
    assert [(one.code, one.place) for one in batch.objections] == [("ytd-falls", "output 89")]


def test_a_missing_january_is_no_alarm(tmp_path: Path):
    """The first total of a year may be January and February together."""
    batch = brought(office(tmp_path), draft("output", "14.1", "2025-01/2025-02"), draft("output", "22", "2025-Q1"))
    assert (codes(batch), outcomes(batch)) == ([], ["new", "new"])


def test_a_flow_is_held_against_its_pace_when_last_year_is_unknown(place: Path):
    """68.1 in nine months makes 22.7 in three; five times that in the next year's first quarter is too much."""
    limit = Decimal("68.1") / 9 * 3 * 5
    low, high = (draft("output", f"{limit + step}", "2026-Q1", vintage="flash") for step in (Decimal("-0.1"), 0))
    assert [codes(brought(place, one)) for one in (low, high)] == [[], ["tenfold-jump"]]


def test_an_accepted_objection_is_kept_with_the_figure(place: Path):
    """The codes that were overruled stand in the row, in order; one that was not needed does not."""
    accept = ("ytd-falls", "tenfold-jump", "ratio-above-100")
    batch = brought(place, draft("output", "0.5", OCTOBER), accept=accept)
    assert (codes(batch), batch.rows[0]["accepted"]) == ([], ["tenfold-jump", "ytd-falls"])


def test_accepting_one_objection_leaves_the_others(place: Path):
    """A figure that falls and jumps is still refused for the jump."""
    assert codes(brought(place, draft("output", "0.5", OCTOBER), accept=("ytd-falls",))) == ["tenfold-jump"]


def test_rows_about_unknown_indicators_can_be_left_out(place: Path):
    """Accepting that code leaves the row out and tells it; the others are recorded."""
    batch = brought(place, draft("猪肉产量", "1", "2025"), draft("firms", "31", "2025"), accept=("unknown-indicator",))
    assert (codes(batch), [row["indicator"] for row in batch.rows]) == ([], ["firms"])
    assert [(one.code, one.facts["name"]) for one in batch.remarks] == [("left-out", "猪肉产量")]


def test_an_unknown_name_offers_the_nearest(place: Path):
    """A name with one wrong character."""
    assert facts(brought(place, draft("工业总产直", "1", "2025")))["near"] == ["output"]


def deed(**more: str) -> Draft:
    """The hall of the milestone, brought as done."""
    return draft("", None, "", milestone="opening", item="Hall", **more)


def test_a_deed_after_today_or_after_its_publication_is_objected_to(place: Path):
    """What has not happened cannot have been done; the day itself is harmless."""
    assert codes(brought(place, deed(on="2026-01-11"))) == ["future-publication"]
    assert codes(brought(place, deed(on="2026-01-10"))) == []
    assert codes(brought(place, deed(on="2025-03-02", published="2025-03-01"))) == ["period-after-publication"]
    assert codes(brought(place, deed(on="2025-03-01", published="2025-03-01"))) == []


def test_another_day_for_the_same_item_contradicts(place: Path):
    """Named by its number too; --revise records it, and no day at all says nothing new."""
    recorded(place, deed(on="2025-03-01"))
    other = draft("", None, "", milestone="opening", item="1", on="2025-03-05")
    assert (codes(brought(place, other)), outcomes(brought(place, deed()))) == (["contradicts"], ["same"])
    assert outcomes(brought(place, other, revise=True)) == ["new"]


def test_a_deed_without_a_day_takes_today_or_its_publication(place: Path):
    """The day stands in the row, so that a dry run shows it."""
    days = [brought(place, one).rows[0]["on"] for one in (deed(), deed(published="2025-03-01"))]
    assert days == ["2026-01-10", "2025-03-01"]


def test_an_accepted_deed_can_be_read_again(place: Path):
    """The code that was overruled is kept beside it."""
    recorded(place, deed(on="2026-01-11"), accept=("future-publication",))
    assert outcomes(brought(place, deed(on="2026-01-11"))) == ["same"]


def test_deeds_and_progress_know_their_names(place: Path):
    """A milestone, an item, a project and a stage that do not exist are each told."""
    drafts = [
        draft("", None, "", milestone="openin", on="2025-03-01"),
        draft("", None, "", milestone="opening", item="Bridge", on="2025-03-01"),
        draft("", None, "", project="prak", on="2025-03-01"),
        draft("", None, "", project="park", stage="half-done"),
    ]
    assert codes(brought(place, *drafts)) == ["unknown-milestone", "unknown-item", "unknown-project", "bad-stage"]
