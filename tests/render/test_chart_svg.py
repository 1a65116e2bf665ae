"""Charts as SVG: text stays text, titles and descriptions are there, hostile names do no harm."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from pictures import a_picture

from tracker.domain.words import Words
from tracker.render.chart import Drawing
from tracker.render.chart_svg import as_svg

SVG = "{http://www.w3.org/2000/svg}"


def parsed(drawing: Drawing, **more: bool) -> ET.Element:
    """The picture read back."""
    return ET.fromstring(as_svg(drawing, **more))  # noqa: S314 -- what was just written


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_words_of_a_picture_are_text(lang: str):
    """Its scales, its stages and its legend can be searched and read aloud."""
    drawing = a_picture(lang)
    texts = [element.text for element in parsed(drawing).iter(f"{SVG}text")]
    assert {*drawing.legend, "60", "33", "%", "2022"} <= set(texts)


def test_a_picture_has_a_title_and_a_description():
    """And says that it is one."""
    root = parsed(a_picture())
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Local conversion"
    assert "60% promised by 2026-12-31" in (root.findtext(f"{SVG}desc") or "")


def test_a_picture_names_fonts_with_chinese_characters():
    """A viewer that has one of them shows them."""
    fonts = parsed(a_picture("zh")).get("font-family") or ""
    assert all(name in fonts for name in ("Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "SimHei"))


def test_a_file_of_its_own_shows_its_title():
    """Inside a page the page does."""
    shown = [[e.text for e in parsed(a_picture(), heading=h).iter(f"{SVG}text")] for h in (True, False)]
    assert ["Local conversion" in texts for texts in shown] == [True, False]


def test_provisional_figures_are_rings():
    """One of seven."""
    fills = [circle.get("fill") for circle in parsed(a_picture()).iter(f"{SVG}circle")]
    assert fills.count("#ffffff") == 1


def test_everything_lies_on_the_picture():
    """No line leaves the paper."""
    root = parsed(a_picture())
    wide, high = float(root.get("width") or 0), float(root.get("height") or 0)
    lines = [e.get("points") or "" for e in root.iter() if e.tag in {f"{SVG}polyline", f"{SVG}polygon"}]
    places = [tuple(map(float, place.split(","))) for line in lines for place in line.split()]
    assert len(places) > 20
    assert all(0 <= x <= wide and 0 <= y <= high for x, y in places)


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "</title><image href='http://x'/>", "a\x1b[2Jb\u202ec\x00", '" onload="x']
)
def test_a_hostile_name_stays_a_name(name: str):
    """The picture has the elements it has with a harmless one."""
    tags = [[e.tag for e in parsed(a_picture(name=Words(n, n)), heading=True).iter()] for n in (name, "harmless")]
    assert tags[0] == tags[1]
