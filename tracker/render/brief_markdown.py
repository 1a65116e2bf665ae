"""A leader's page as Markdown: paragraphs and tables in which no word of the data can become markup."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.render.as_markdown import escaped, parts
from tracker.render.brief_page import Page, Part


def as_markdown_page(page: Page) -> str:
    """The page; pictures are left to the formats that have them."""
    blocks = [f"# {escaped(page.title)}", escaped(" | ".join(page.facts)), bullets(lamps(page))]
    for part in page.parts:
        blocks += section(part)
    for heading, lines in ((page.notes_heading, page.notes), (page.sources_heading, page.sources)):
        if lines:
            blocks += [f"## {escaped(heading)}", bullets(escaped(line) for line in lines)]
    return "\n\n".join(filter(None, blocks)) + "\n"


def lamps(page: Page) -> Iterator[str]:
    """Each verdict with its count and denominator."""
    for lamp in page.lamps:
        yield escaped(f"{lamp.mark} {lamp.word}: {lamp.n} {lamp.of}")


def bullets(lines: Iterator[str]) -> str:
    """A list."""
    return "\n".join(f"- {line}" for line in lines)


def section(part: Part) -> Iterator[str]:
    """One part: its heading, its paragraphs, its tables with their titles one level below."""
    yield f"## {escaped(part.heading)}"
    for paragraph in part.paragraphs:
        yield escaped(paragraph)
    for sheet in part.sheets:
        for block in parts(sheet):
            yield "\n".join(f"#{line}" if line.startswith("## ") else line for line in block)
