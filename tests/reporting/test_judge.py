"""New, changed, the same or refused: figures against those of their period that are recorded already."""

from __future__ import annotations

from pathlib import Path

import pytest
from office import brought, codes, draft, facts, office, opened, outcomes, recorded

YEAR = "2024"


@pytest.mark.parametrize(
    ("there", "then", "expected"),
    [
        (("30.5", "final"), ("30.5", "final"), "same"),
        (("30.5", "final"), ("30.50", "final"), "same"),
        (("30.5", "final"), ("31", "final"), "refused"),
        (("30.5", "preliminary"), ("31", "final"), "changed"),
        (("30.5", "preliminary"), ("30.5", "final"), "changed"),
        (("30.5", "final"), ("30.5", "flash"), "same"),
        (("30.5", "final"), ("31", "flash"), "refused"),
        (("30.5", "final"), ("31", "revised"), "changed"),
        (("30.5", "revised"), ("31", "revised"), "refused"),
        (("30.5", "revised"), ("31", "final"), "refused"),
        (("30.5", "final"), ("31", "plan"), "changed"),
        (("30.5", "plan"), ("31", "plan"), "refused"),
        (("30.5", "plan"), ("31", "estimate"), "changed"),
        (("30.5", "plan"), ("31", "final"), "changed"),
    ],
)
def test_a_figure_beside_the_one_of_its_period(
    there: tuple[str, str], then: tuple[str, str], expected: str, tmp_path: Path
):
    """The same again adds nothing; a more settled one is a change; an equally settled other one is refused."""
    folder = office(tmp_path)
    assert recorded(folder, draft("share", there[0], YEAR, vintage=there[1])) == ["new"]
    assert outcomes(brought(folder, draft("share", then[0], YEAR, vintage=then[1]))) == [expected]


def test_a_contradiction_names_both_figures_and_where_the_other_stands(tmp_path: Path):
    """The line of the journal or of the file kept by hand."""
    hand = '[[actual]]\nindicator = "share"\nperiod = "2024"\nvalue = 30.5\n'
    said = facts(brought(office(tmp_path, hand), draft("share", "31", YEAR)))
    named = {name: str(said[name]) for name in ("value", "other", "unit", "period", "where", "vintage")}
    expected = {"value": "31", "other": "30.5", "unit": "%", "period": "2024", "where": "actuals/hand.toml:1"}
    assert named == {**expected, "vintage": "final"}


def test_a_revision_is_asked_for_by_name(tmp_path: Path):
    """With --revise the row says what it supersedes, stands from then on, and is not recorded twice."""
    folder = office(tmp_path)
    recorded(folder, draft("share", "30.5", YEAR))
    assert recorded(folder, draft("share", "31", YEAR), revise=True) == ["changed"]
    assert recorded(folder, draft("share", "31", YEAR), revise=True) == ["same"]
    row = opened(folder).journal.submissions[-1].rows[0]
    assert (row["vintage"], row["supersedes"]) == ("revised", "actuals/journal.jsonl:1")
    (standing,) = opened(folder).portfolio.series["share"].standing(None).values()
    assert str(standing.value) == "31"


def test_a_figure_can_be_revised_to_and_fro(tmp_path: Path):
    """Back to the first value is a third figure, not the first one again."""
    folder = office(tmp_path)
    recorded(folder, draft("share", "30", YEAR))
    told = [recorded(folder, draft("share", value, YEAR), revise=True) for value in ("31", "30", "31", "30")]
    assert told == [["changed"]] * 4
    assert [str(a.value) for a in opened(folder).portfolio.series["share"].actuals] == ["30", "31", "30", "31", "30"]


def test_an_old_sheet_read_again_after_a_revision_adds_nothing(tmp_path: Path):
    """Its figures are in the history, so running the import again is safe."""
    folder = office(tmp_path)
    recorded(folder, draft("share", "30", YEAR))
    recorded(folder, draft("share", "31", YEAR), revise=True)
    assert outcomes(brought(folder, draft("share", "30", YEAR))) == ["same"]


def test_a_growth_that_was_missing_is_added(tmp_path: Path):
    """What says more than the figure that is there, and contradicts nothing in it, is a change."""
    folder = office(tmp_path)
    recorded(folder, draft("output", "30", YEAR))
    assert outcomes(brought(folder, draft("output", "30", YEAR, growth="4.1"))) == ["changed"]
    recorded(folder, draft("output", "30", YEAR, growth="4.1"))
    batch = brought(folder, draft("output", "30", YEAR, growth="4.2"))
    assert (codes(batch), facts(batch)["unit"]) == (["contradicts"], "%")


def test_other_units_of_the_same_amount_are_the_same(tmp_path: Path):
    """3.05 bn CNY are 30.5 亿元."""
    folder = office(tmp_path)
    recorded(folder, draft("output", "30.5", YEAR))
    assert outcomes(brought(folder, draft("output", "3.05", YEAR, unit="bn CNY"))) == ["same"]


def test_a_figure_twice_in_one_file_counts_once(tmp_path: Path):
    """Another value for the same period is refused, and the place of the first is named."""
    folder = office(tmp_path)
    assert outcomes(brought(folder, draft("share", "30", YEAR), draft("share", "30.0", YEAR))) == ["new", "same"]
    batch = brought(folder, draft("share", "30", YEAR), draft("share", "31", YEAR))
    assert (codes(batch), facts(batch)["where"]) == (["twice"], "share 30")


def test_a_figure_published_too_early_to_count_is_told(tmp_path: Path):
    """A final figure that became known before the preliminary one did would change nothing."""
    folder = office(tmp_path)
    recorded(folder, draft("share", "30", YEAR, vintage="preliminary", published="2025-03-01"))
    assert codes(brought(folder, draft("share", "31", YEAR, published="2025-02-01"))) == ["older-publication"]
    assert codes(brought(folder, draft("share", "31", YEAR, published="2025-03-02"))) == []


def test_a_deed_and_a_step_are_recorded_once(tmp_path: Path):
    """The same milestone item, and the same progress of a project."""
    folder = office(tmp_path)
    deed = draft("", None, "", milestone="opening", item="Hall", on="2025-03-01")
    step = draft(
        "", None, "", project="park", stage="built", invested="3.20", unit="亿元", physical="80", on="2025-03-01"
    )
    assert [recorded(folder, deed, step) for _ in range(2)] == [["new", "new"], ["same", "same"]]
    portfolio = opened(folder).portfolio
    assert [(d.item, str(d.on)) for d in portfolio.done] == [("1", "2025-03-01")]
    assert [(p.stage, str(p.invested), str(p.physical)) for p in portfolio.progress] == [("built", "3.20", "80")]
