"""What the README and the documents point at is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tracker.cli.commands import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"")


def links(text: str) -> list[str]:
    """Where a page points, in Markdown and in HTML, outside of blocks and spans of code."""
    prose = re.sub(r"^```.*?^```$|`[^`\n]*`", "", text, flags=re.MULTILINE | re.DOTALL)
    return [one or other for one, other in LINK.findall(prose)]


def anchors(text: str) -> set[str]:
    """The places a page's headings make."""
    headings = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_points_at_is_there(page: Path):
    """Files, pictures and headings; addresses elsewhere are not asked."""
    missing = []
    for link in links(page.read_text(encoding="utf-8")):
        if re.match(r"\w+:", link):
            continue
        path, _, place = link.partition("#")
        aim = page.parent / path if path else page
        if not aim.exists() or (place and place not in anchors(aim.read_text(encoding="utf-8"))):
            missing.append(link)
    assert missing == []


def test_the_readme_leads_to_every_document():
    """None is left out."""
    found = links((ROOT / "README.md").read_text(encoding="utf-8"))
    assert [page.name for page in PAGES[1:] if f"docs/{page.name}" not in found] == []


def test_the_readme_names_every_command():
    """In its table, in the order of the help."""
    rows = re.findall(r"^\| `tracker ([a-z]+)[^|]*\|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == list(COMMANDS)


def test_links_in_code_are_no_links():
    """Neither in a block nor in a span."""
    assert links('[a](b.md) `[c](d.md)` <img src="e.svg">\n```sh\n[f](g.md)\n```\n') == ["b.md", "e.svg"]
