"""Leader's pages read back from HTML, Word and Markdown: the tables as rows of words."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO

Table = list[list[str]]


class PageReader(HTMLParser):
    """Collects tables, elements, attributes and the text of a page; words inside pictures are not the page's."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[Table] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A new element."""
        self.tags.append((tag, dict(attrs)))
        self.inside.append(tag)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in {"td", "th"}:
            self.tables[-1][-1].append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without anything in it."""
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """The end of an element, and of what was left open in it."""
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Words."""
        if "style" not in self.inside:
            self.texts.append((self.inside[-1] if self.inside else "", data))
        if {"td", "th"} & set(self.inside):
            self.tables[-1][-1][-1] = (self.tables[-1][-1][-1] + data).strip()


def html(text: str) -> PageReader:
    """A page read as a browser reads it."""
    reader = PageReader()
    reader.feed(text)
    reader.close()
    return reader


def word_tables(data: bytes) -> list[Table]:
    """The tables of a Word document that have headings repeated on every page."""
    from docx import Document

    document = Document(BytesIO(data))
    tables = [t for t in document.tables if "w:tblHeader" in t._tbl.xml]
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]


def markdown_tables(text: str) -> list[Table]:
    """The tables of a page in Markdown."""
    blocks = [[line for line in block.splitlines() if line.startswith("|")] for block in text.split("\n\n")]
    return [
        [
            [re.sub(r"\\(.)", r"\1", c).strip() for c in re.split(r"(?<!\\)\|", line)[1:-1]]
            for line in (block[0], *block[2:])
        ]
        for block in blocks
        if block
    ]
