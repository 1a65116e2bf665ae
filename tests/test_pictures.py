"""The pictures show what the commands print now, and need nothing from the network."""

from __future__ import annotations

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

DOCS = Path(__file__).resolve().parent.parent / "docs"
LARGEST = 200_000


def loaded(path: Path) -> ModuleType:
    """A script as a module."""
    spec = spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKER = loaded(DOCS / "make_pictures.py")


@pytest.mark.parametrize("terminal", MAKER.TERMINALS, ids=lambda terminal: terminal.name)
def test_a_terminal_shows_what_the_command_prints(terminal: NamedTuple, example: Path):
    """The text of the picture, read back cell by cell, is the answer; `make pictures` draws it again."""
    picture = (MAKER.PICTURES / terminal.name).read_text(encoding="utf-8")
    assert MAKER.written(picture) == MAKER.printed(example, terminal, colour=False).rstrip("\n")


@pytest.mark.parametrize("terminal", MAKER.TERMINALS, ids=lambda terminal: terminal.name)
def test_a_terminal_has_its_colours(terminal: NamedTuple, example: Path):
    """Red, green and yellow are in the picture as they are on the terminal."""
    picture = (MAKER.PICTURES / terminal.name).read_text(encoding="utf-8")
    assert set(re.findall(r"fill: (#\w+)", picture)) == set(re.findall(r"fill: (#\w+)", MAKER.drawn(example, terminal)))


@pytest.mark.parametrize("picture", sorted(MAKER.PICTURES.glob("*.svg")), ids=lambda path: path.name)
def test_a_drawing_fetches_nothing(picture: Path):
    """No font, no style and no picture from elsewhere; no script."""
    text = picture.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert re.findall(r"https?:|@import|<script|<image|url\((?!#)", text) == []


def test_every_picture_is_made_by_the_script():
    """None was drawn by hand or is left over."""
    made = {terminal.name for terminal in MAKER.TERMINALS} | set(MAKER.PAGES)
    assert {path.name for path in MAKER.PICTURES.iterdir()} == made


def test_a_photograph_is_small():
    """A README loads quickly."""
    assert [name for name in MAKER.PAGES if (MAKER.PICTURES / name).stat().st_size > LARGEST] == []


def test_a_letter_that_is_out_of_place_is_seen():
    """What is read back keeps the cells: a Chinese letter takes two."""
    at = '<text class="a" x="{}" y="20" clip-path="url(#a)">{}</text>'
    assert MAKER.written(at.format("0 24", "差距") + at.format("72", "1")) == "差距  1"
