"""Words on lines of a given width, Chinese and English: a number keeps its unit, punctuation its word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.render.as_plain import width

WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uff60"
CLOSING = "，。；：、？！）》」』”’…,.;:?!)%"
OPENING = "（《「『“‘("
PIECE = re.compile(
    rf"(?:[{OPENING}]*"
    rf"(?:[+\-<>]?\d[\d.,/\-]*(?:[万亿千百]{{0,2}}[{WIDE}](?<![{CLOSING}])| (?:bn |m )?[A-Za-z%][A-Za-z/]*)?"
    rf"|[{WIDE}]"
    rf"|[^\s{WIDE}.\-/]+[.\-/]?"
    rf"|\S)"
    rf"[{CLOSING}]*)\s*|\s+"
)
"""What stays on one line: a number with its unit, one wide character, a word or its part up to a dot."""


def wrap(text: str, most: int) -> Iterator[str]:
    """A text on lines of at most so many cells; only what is longer than a line is broken."""
    line = ""
    for piece in pieces(text, most):
        if line and width((line + piece).rstrip()) > most:
            yield line.rstrip()
            line = piece.lstrip()
        else:
            line += piece
    yield line.rstrip()


def pieces(text: str, most: int) -> Iterator[str]:
    """The parts of a text between which a line may end, none wider than a line."""
    for match in PIECE.finditer(text):
        piece = match[0]
        while width(piece.rstrip()) > most:
            cut = next((n for n in range(len(piece) - 1, 1, -1) if width(piece[:n]) <= most), 1)
            yield piece[:cut]
            piece = piece[cut:]
        yield piece
