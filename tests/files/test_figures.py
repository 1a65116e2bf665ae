"""The shape of seeds/*.toml and actuals/*.toml: figures with their digits as printed, deeds, progress, withdrawals."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tracker.domain.period import Period
from tracker.domain.series import Bound, Vintage
from tracker.domain.words import Words
from tracker.files.figures import FIGURES_FILE, ProjectStage
from tracker.files.page import Page, page_of


def read(text: str) -> Page:
    """A page of figures."""
    return page_of(text.encode(), "seeds/x.toml", FIGURES_FILE)


def actual(keys: str) -> Page:
    """One figure of some indicator."""
    return read(f'[[actual]]\nindicator = "i"\n{keys}')


def test_a_source_is_read():
    """The document's file name and digest are kept as text."""
    page = read(
        '[source]\nid = "s"\ntitle = "S"\npublisher = "P"\npublished = 2024-03-18\ndocument = "d.txt"\nsha256 = "ab"'
    )
    assert page.row("source").values == {
        "id": "s",
        "title": Words(en="S"),
        "publisher": Words(en="P"),
        "published": date(2024, 3, 18),
        "document": "d.txt",
        "sha256": "ab",
    }


def test_a_figure_keeps_its_printed_digits():
    """10.20 is better evidence than 10.2."""
    row = actual('period = "2024"\nvalue = 10.20\ngrowth = 17.70').tables["actual"][0]
    assert (str(row["value"]), str(row["growth"])) == ("10.20", "17.70")


def test_a_figure_may_say_how_settled_and_how_exact_it_is():
    """A vintage, a bound, a share, a rank."""
    said = (
        'vintage = "flash"\nbound = "more-than"\nshare_of = { indicator = "w", value = 37.2 }\nrank = 1\nrank_of = 14'
    )
    values = actual(f'period = "2024"\nvalue = 1\n{said}').tables["actual"][0].values
    assert (values["vintage"], values["bound"], values["rank"], values["rank_of"]) == (
        Vintage.FLASH,
        Bound.MORE_THAN,
        1,
        14,
    )
    assert values["share_of"] == {"indicator": "w", "value": Decimal("37.2")}


@pytest.mark.parametrize("text", ['"2022-Q1"', '"2022年一季度"', "2022", "2022-05-05"])
def test_a_period_may_be_written_in_many_ways(text: str):
    """Also without quotes where TOML has a word for it."""
    assert actual(f"period = {text}\nvalue = 1").tables["actual"][0]["period"] == Period.parse(text.strip('"'))


@pytest.mark.parametrize("text", ["XXXX-H1", "XXXX"])
def test_a_year_that_is_not_printed_stays_open(text: str):
    """The figure is kept, with its period as text."""
    assert actual(f'period = "{text}"\nvalue = 1').tables["actual"][0]["period"] == text


@pytest.mark.parametrize("said", ["value = 0", "growth = 3.1", "rank = 2"])
def test_a_figure_says_at_least_one_thing(said: str):
    """A level, a growth, or a rank; zero is something."""
    assert actual(f'period = "2024"\n{said}').faults == []


def test_a_place_may_be_the_last():
    """14 of 14."""
    assert actual('period = "2024"\nrank = 14\nrank_of = 14').faults == []


def test_withdrawals_deeds_and_progress_are_read():
    """Each names what it speaks of."""
    page = read(
        '[[withdrawn]]\nindicator = "i"\nperiod = "2024"\nreason = "counted twice"\nvalue = 1.0\n'
        '[[done]]\nmilestone = "m"\nitem = "one"\non = 2024-02-27\n'
        '[[progress]]\nproject = "p"\non = 2024-06-30\nstage = "full-output"\ninvested = 1.8\nphysical = 35\n'
    )
    assert page.faults == []
    assert page.tables["withdrawn"][0]["value"] == Decimal("1.0")
    assert page.tables["done"][0].values == {"milestone": "m", "item": "one", "on": date(2024, 2, 27)}
    assert page.tables["progress"][0]["stage"] is ProjectStage.FULL_OUTPUT


@pytest.mark.parametrize("physical", [-1, 101])
def test_physical_progress_is_a_share(physical: int):
    """From 0 to 100 per cent."""
    page = read(f'[[progress]]\nproject = "p"\nphysical = {physical}')
    assert [fault.complaint for fault in page.faults] == ["physical: the number must be from 0 to 100"]
