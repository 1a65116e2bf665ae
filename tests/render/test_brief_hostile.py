"""Names written to run, to fetch or to steer come through every form of a leader's page as harmless text."""

from __future__ import annotations

from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
import read_back
from builders import a_portfolio, a_stage, a_target, an_actual, an_indicator, day
from samples import a_milestone
from test_brief_figures import DOT

from tracker.assessment.review import review
from tracker.domain.target import Responsibility
from tracker.domain.words import Words
from tracker.render.as_html import as_html
from tracker.render.as_plain import clean
from tracker.render.brief import Brief
from tracker.render.brief_markdown import as_markdown_page
from tracker.render.brief_page import Page
from tracker.render.brief_words import page
from tracker.render.wording import wording_for

HOSTILE = [
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "javascript:alert(1)",
    "[x](javascript:alert(1)) ![y](http://x/y.png) <b>",
    "{{ 7 * 7 }} {% include 'x' %} {0.__class__} %s",
    "\x1b[2J\x1b]0;owned\x07",
    "abc\u202edefg\u2066\u200b",
    "a\x00b\r\nc\td\u2028e",
    "]]><!--",
    "| a | b |\n| - | - |",
    "=cmd|' /C calc'!A0",
    "\ud800 lone",
]
LANGS = pytest.mark.parametrize("lang", ["en", "zh"])


def named(name: str, lang: str) -> Page:
    """A page whose every name is that: target, indicator, unit in charge, milestone, source, title."""
    words, who = Words(name, name), Responsibility(lead=Words(name, name))
    target = a_target(a_stage("2025", 60), title=words, responsibility=who, baseline=("2022", 20))
    indicator = an_indicator()._replace(name=words) if hasattr(an_indicator(), "_replace") else an_indicator()
    figures = [an_actual("2023", 25, source=name), an_actual("2024", 30, source=name, vintage="flash")]
    deed = a_milestone("m", name, name, "2025-Q1", words, words, responsibility=who)
    later = a_milestone("n", name, name, "2025-Q2", responsibility=who)
    whole = a_portfolio([indicator], figures, targets=(target,), milestones=(deed, later))
    now, before = review(whole, day("2025-04-15")), review(whole, day("2024-02-01"))
    return page(Brief(now, before, title=name), wording_for(lang))


def shape(page_: Page) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a page with the names of their attributes."""
    return [(tag, tuple(sorted(attributes))) for tag, attributes in read_back.html(as_html(page_)).tags]


@LANGS
@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_html_has_the_elements_it_has_with_harmless_names(name: str, lang: str):
    """Nothing of a name becomes an element, an attribute or a link; nothing that steers is left."""
    assert shape(named(name, lang)) == shape(named("harmless", lang))
    text = as_html(named(name, lang))
    assert [sign for sign in text if sign != "\n" and clean(sign) != sign] == []


@LANGS
@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_html_shows_the_name_as_it_is_written(name: str, lang: str):
    """Cleaned of what cannot be seen."""
    texts = [words for _, words in read_back.html(as_html(named(name, lang))).texts]
    assert any(clean(name).strip() in words for words in texts)


@LANGS
@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_markdown_has_the_lines_it_has_with_harmless_names(name: str, lang: str):
    """No name begins a heading, a table or a link."""
    texts = [as_markdown_page(named(each, lang)) for each in (name, "harmless")]
    shapes = [[line.split(" ")[0] for line in text.splitlines()] for text in texts]
    assert [mark for mark in shapes[0] if set(mark) <= set("#|")] == [m for m in shapes[1] if set(m) <= set("#|")]
    assert "](" not in texts[0].replace("\\](", "")
    assert [sign for sign in texts[0] if sign != "\n" and clean(sign) != sign] == []


@LANGS
@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_word_has_the_parts_it_has_with_harmless_names(name: str, lang: str):
    """The document is sound XML, links to nothing outside, and has no field."""
    pytest.importorskip("docx", reason="python-docx, which writes Word pages, is not installed")
    from tracker.render.as_word import as_word

    package = ZipFile(BytesIO(as_word(named(name, lang), lambda _: DOT)))
    body = ET.fromstring(package.read("word/document.xml"))  # noqa: S314 -- what was just written
    assert "External" not in package.read("word/_rels/document.xml.rels").decode()
    assert [e for e in body.iter() if e.tag.endswith(("}fldSimple", "}instrText", "}hyperlink"))] == []
    text = "".join(e.text or "" for e in body.iter() if e.tag.endswith("}t"))
    assert [sign for sign in text if clean(sign) != sign] == []
