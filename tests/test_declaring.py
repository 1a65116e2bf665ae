"""The page on declaring targets: every block is a sound workspace, and no key of a declaration is left out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tracker.cli.app import run
from tracker.files.declarations import FORMULA, INDICATOR, MILESTONE, PROJECT, TARGET, TARGETS_FILE
from tracker.files.shapes import Reader, Shape

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "declaring.md").read_text(encoding="utf-8")
SHAPES = {"indicator": INDICATOR, "formula": FORMULA, "target": TARGET, "milestone": MILESTONE, "project": PROJECT}
NAME_OF_A_FILE = re.compile(r"^# (\S+\.toml)\n", re.MULTILINE)
UNNAMED = "targets/page.toml"
KINDS = list(range(1, 19))


def blocks(text: str) -> list[tuple[str, str]]:
    """Every TOML block of a page with the heading it stands under."""
    found = re.findall(r"^#{2,3} ([^\n]+)$|^```toml\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)
    under, listed = "", []
    for heading, block in found:
        under = heading or under
        if block:
            listed.append((under, block))
    return listed


BLOCKS = blocks(PAGE)


def files(block: str) -> dict[str, str]:
    """The files a block shows, by the name at the head of each; one without a name declares targets."""
    before, *named = NAME_OF_A_FILE.split(block)
    shown = dict(zip(named[::2], named[1::2], strict=True))
    return {UNNAMED: before, **shown} if before else shown


def keys(shape: Shape) -> Iterator[tuple[str, Reader]]:
    """Every key of a shape and of the tables in it, with its reader."""
    for key, reader in shape.readers.items():
        yield key, reader
        for one in (reader, *reader.inner):
            if one.shape and one.kind == "table":
                yield from keys(one.shape)


def written(table: object) -> set[str]:
    """Every key used in a table of TOML and in the tables within."""
    if isinstance(table, list):
        return {key for entry in table for key in written(entry)}
    if isinstance(table, dict):
        return set(table) | written(list(table.values()))
    return set()


def parsed(name: str) -> list[Any]:
    """What the blocks write under one top-level name."""
    pages = [tomllib.loads(content) for _, block in BLOCKS for content in files(block).values()]
    return [page[name] for page in pages if name in page]


def prose(text: str) -> list[str]:
    """The spans of code outside of blocks."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL))


@pytest.mark.parametrize(("heading", "block"), BLOCKS, ids=[heading.split(" (")[0] for heading, _ in BLOCKS])
def test_a_block_is_a_sound_workspace(heading: str, block: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """Alone in a folder, it is read without a fault."""
    for name, content in {UNNAMED: "", **files(block)}.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    code = run(["-C", str(tmp_path), "validate"])
    assert (code, capsys.readouterr().err) == (0, ""), heading


def test_every_kind_has_a_section_with_a_block():
    """The eighteen of them, in order; two may share one."""
    numbers = [re.match(r"(\d+)(?: and (\d+))?\. .*[㐀-鿿]", heading) for heading, _ in BLOCKS]
    assert [int(n) for found in numbers if found for n in found.groups() if n] == KINDS


def test_the_table_leads_to_every_kind():
    """By the words of a document."""
    rows = re.findall(r"^\| .* \| (\d+) \|$", PAGE, flags=re.MULTILINE)
    assert sorted({int(number) for number in rows}) == KINDS


@pytest.mark.parametrize("name", SHAPES)
def test_every_key_of_a_declaration_is_named(name: str):
    """In a block that declares one, or in the text; also the keys of the tables within."""
    named = written(parsed(name)) | {span.partition(" ")[0] for span in prose(PAGE)}
    assert {key for key, _ in keys(SHAPES[name])} - named == set()


def test_every_word_of_the_text_is_one_a_key_takes():
    """What is written as `key = "word"` is no word of the past."""
    taken: dict[str, set[str]] = {}
    for key, reader in keys(TARGETS_FILE):
        taken.setdefault(key, set()).update(reader.choices)
    said = [found.groups() for span in prose(PAGE) if (found := re.fullmatch(r'(\w+) = "([\w-]+)"', span))]
    assert len(said) > len(KINDS)
    assert [(key, word) for key, word in said if taken.get(key) and word not in taken[key]] == []


def test_a_block_may_show_several_files():
    """Each begins with its name; what stands before the first name declares targets."""
    assert files("a = 1\n# tracker.toml\nb = 2\n# not a name\n") == {
        UNNAMED: "a = 1\n",
        "tracker.toml": "b = 2\n# not a name\n",
    }


def test_blocks_stand_under_their_nearest_heading():
    """Comments within a block are no headings, and other blocks are not read."""
    text = "## A\n### B\n```toml\n# c\nd = 1\n```\n```sh\nls\n```\n```toml\ne = 2\n```\n## F\n"
    assert blocks(text) == [("B", "# c\nd = 1\n"), ("B", "e = 2\n")]
