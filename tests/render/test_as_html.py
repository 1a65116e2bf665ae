"""A leader's page as HTML: closed to scripts and networks, readable without colour, by eye and by ear."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import read_back
from briefs import the_brief, the_page

pytest.importorskip("jinja2", reason="Jinja2, which writes the page, is not installed")

from tracker.render.as_html import as_html, is_link

LANGS = pytest.mark.parametrize("lang", ["en", "zh"])


@LANGS
def test_a_page_fetches_nothing_and_runs_nothing(example: Path, lang: str):
    """Its own policy forbids it, and it has nothing to fetch."""
    reader = read_back.html(as_html(the_page(example, lang)))
    policies = [a["content"] for _, a in reader.tags if a.get("http-equiv") == "Content-Security-Policy"]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]
    assert {"script", "link", "img", "iframe", "object", "form"}.isdisjoint(tag for tag, _ in reader.tags)
    assert [name for _, attributes in reader.tags for name in attributes if name.startswith("on")] == []
    assert "url(" not in as_html(the_page(example, lang))


@LANGS
def test_a_page_says_its_language_and_has_headings_and_captions(example: Path, lang: str):
    """One title, three parts, every table with a caption and headings of columns."""
    reader = read_back.html(as_html(the_page(example, lang)))
    tags = [tag for tag, _ in reader.tags]
    assert dict(reader.tags)["html"]["lang"] == {"en": "en", "zh": "zh-Hans"}[lang]
    assert (tags.count("h1"), tags.count("section")) == (1, 3)
    assert tags.count("table") == tags.count("caption") == tags.count("thead") == 3
    assert {a.get("scope") for tag, a in reader.tags if tag == "th"} == {"col"}


@LANGS
def test_every_lamp_has_a_colour_a_word_and_a_mark(example: Path, lang: str):
    """The word alone says it; the mark is not read aloud."""
    page = the_page(example, lang)
    text = as_html(page)
    lamps = re.findall(r'<span class="lamp (\w+)"><span aria-hidden="true">(.)</span> ([^<]+)</span>', text)
    brief = the_brief(example)
    assert len(lamps) == len(page.lamps) + len(brief.main) + brief.lagging
    known = {lamp.verdict.value: (lamp.mark, lamp.word) for lamp in page.lamps}
    assert [(mark, word) for code, mark, word in lamps if known[code] != (mark, word)] == []


@LANGS
def test_every_picture_has_a_caption_a_title_and_words(example: Path, lang: str):
    """As many as the page has."""
    page = the_page(example, lang)
    reader = read_back.html(as_html(page))
    captions = [words for tag, words in reader.texts if tag == "figcaption"]
    assert captions == [drawing.title for drawing in page.drawings]
    assert len(re.findall(r'role="img"', as_html(page))) == len(captions) > 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://example.org/a?b=1", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        (" https://example.org", False),
        ("https://example.org javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://e\u202ex.org", False),
        ('https://example.org/"onmouseover="x', False),
        ("monthly bulletin", False),
    ],
)
def test_only_web_addresses_become_links(text: str, expected: bool):  # noqa: FBT001
    """Nothing else a source may be called."""
    assert is_link(text) is expected
