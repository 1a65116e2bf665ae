"""The figures of a leader's page are those of the tables and of the JSON contract, in every form and language."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import read_back
from briefs import reviewed, the_brief, the_page

from tracker.domain.units import convert
from tracker.render.as_html import as_html
from tracker.render.as_json import as_json
from tracker.render.brief_markdown import as_markdown_page
from tracker.render.brief_page import Page
from tracker.render.document import envelope
from tracker.render.number_words import rounded
from tracker.render.views import gaps, status
from tracker.render.wording import wording_for

LANGS = pytest.mark.parametrize("lang", ["en", "zh"])
NUMBER = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?")
INDICATOR, PROMISED, ACTUAL, PERIOD = 1, 2, 3, 4


def expected(page: Page) -> list[read_back.Table]:
    """The tables a page should have: headings and rows."""
    sheets = [sheet for part in page.parts for sheet in part.sheets]
    return [[[c.heading for c in sheet.columns], *(list(row.cells) for row in sheet.rows)] for sheet in sheets]


def number(cell: str) -> Decimal:
    """The number in a cell, which may stand in the middle of words."""
    found = NUMBER.search(cell)
    assert found, cell
    return Decimal(found[0].replace(",", ""))


@LANGS
def test_html_and_markdown_have_the_same_tables(example: Path, lang: str):
    """Cell by cell."""
    page = the_page(example, lang)
    assert read_back.html(as_html(page)).tables == expected(page)
    assert read_back.markdown_tables(as_markdown_page(page)) == expected(page)


@LANGS
def test_word_has_the_same_tables(example: Path, lang: str):
    """Cell by cell."""
    pytest.importorskip("docx", reason="python-docx, which writes Word pages, is not installed")
    from tracker.render.as_word import as_word

    page = the_page(example, lang)
    assert read_back.word_tables(as_word(page, lambda _: DOT)) == expected(page)


@LANGS
def test_the_page_says_what_the_status_and_the_gap_analysis_say(example: Path, lang: str):
    """The latest figure, its period, completion and what is ahead."""
    wording, review = wording_for(lang), reviewed(example)
    shown = {row.cells[1]: row.cells for row in status(review, wording)[0].rows}
    analysed = {row.cells[1]: row.cells for row in gaps(review, wording)[0].rows}
    main = the_page(example, lang).parts[0].sheets[0].rows
    for line, row in zip(the_brief(example).main, main, strict=True):
        title = wording.name(line.now.target.title)
        said = shown[title]
        assert row.cells[0] == said[0]
        assert (row.cells[ACTUAL], row.cells[PERIOD]) == (said[5], said[6])
        assert row.cells[6] in {"", said[7]}
        assert row.cells[7] == (said[9] or analysed[title][8])


@LANGS
def test_the_page_says_what_json_says(example: Path, lang: str):
    """The number of every main indicator, brought back into its own unit, is that of the contract."""
    review, wording = reviewed(example), wording_for(lang)
    stamp = datetime(2026, 8, 25, tzinfo=UTC)
    text = as_json(envelope(review, tool_version="0", generated_at=stamp, inputs_sha256="", exit_code=0))
    contract = {target["id"]: target for target in json.loads(text, parse_float=Decimal, parse_int=Decimal)["targets"]}
    rows = read_back.html(as_html(the_page(example, lang))).tables[0][1:]
    for line, row in zip(the_brief(example).main, rows, strict=True):
        a, told = line.now, contract[line.now.target.id]
        assert convert(number(row[ACTUAL]), wording.shown_unit(a.unit), a.unit) == told["actual"]["value"]
        assert convert(number(row[PROMISED]), wording.shown_unit(a.unit), a.unit) == told["stage"]["value"]
        if row[6]:
            assert number(row[6]) == rounded(told["completion"] * 100, 1)
        if row[7].endswith(("pp", "百分点")) and told["schedule"] is not None and a.standing.ahead is not None:
            assert number(row[7]) == rounded((told["completion"] - told["schedule"]) * 100, 1)


def test_both_languages_say_the_same_figures(example: Path):
    """694.0 亿元 is 69.40 bn CNY; the lamps count alike."""
    pages = [the_page(example, lang) for lang in ("zh", "en")]
    assert [lamp.n for lamp in pages[0].lamps] == [lamp.n for lamp in pages[1].lamps]
    brief = the_brief(example)
    for line, *rows in zip(brief.main, *(page.parts[0].sheets[0].rows for page in pages), strict=True):
        values = [
            convert(number(row.cells[ACTUAL]), wording_for(lang).shown_unit(line.now.unit), line.now.unit)
            for lang, row in zip(("zh", "en"), rows, strict=True)
        ]
        assert values[0] == values[1]


@LANGS
def test_counts_in_the_first_sentence_are_those_of_the_lamps(example: Path, lang: str):
    """And add up to all."""
    page, brief = the_page(example, lang), the_brief(example)
    told = [int(each) for each in re.findall(r"\d+", page.parts[0].paragraphs[0])]
    assert {brief.judged, brief.total} <= set(told)
    assert sum(int(lamp.n) for lamp in page.lamps) == brief.total


DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fccfc0500f"
    "0004850180a98c21db0000000049454e44ae426082"
)
"""A PNG of one dot, where the picture is not what is asked about."""
