"""Charts as PNG: drawn without a screen, in fonts that are there."""

from __future__ import annotations

import struct

import pytest
from pictures import a_picture

from tracker.domain.words import Words

pytest.importorskip("matplotlib", reason="matplotlib, which draws them, is not installed")

from tracker.render import chart_png

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def test_a_picture_is_a_png_of_the_size_asked_for():
    """Inches times dots an inch."""
    data = chart_png.as_png(a_picture(), inches=(4, 2))
    assert data.startswith(SIGNATURE)
    assert struct.unpack(">II", data[16:24]) == (4 * chart_png.DPI, 2 * chart_png.DPI)


def test_the_same_figures_give_the_same_bytes():
    """No time of day is written into it."""
    assert chart_png.as_png(a_picture()) == chart_png.as_png(a_picture())


@pytest.mark.parametrize("name", ["$\\frac{1}{$ x^2 $", "a\x00b\x1b[2J", "{0.__class__} %s"])
def test_a_name_is_no_formula(name: str):
    """It is drawn as it is written; matplotlib would refuse a broken formula."""
    assert chart_png.as_png(a_picture(name=Words(name, name))).startswith(SIGNATURE)


@pytest.mark.filterwarnings("error")
@pytest.mark.skipif(chart_png.chinese_font() is None, reason="no font with Chinese characters is installed")
def test_chinese_is_drawn_in_a_font_that_has_it():
    """A sign that no font has would be warned of."""
    assert chart_png.as_png(a_picture("zh")).startswith(SIGNATURE)


def test_without_such_a_font_none_is_named(monkeypatch: pytest.MonkeyPatch):
    """The command then draws in English, and says what to install."""
    monkeypatch.setattr(chart_png, "CHINESE", ("No Such Font",))
    assert chart_png.chinese_font() is None
