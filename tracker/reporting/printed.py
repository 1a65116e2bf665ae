"""A figure as people type it: full-width digits, grouping, a rank in brackets; its digits are never changed."""

from __future__ import annotations

import re
from unicodedata import normalize

BLANKS = frozenset({"", "-", "--", "...", "......", "/"})
LONGEST = 40
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−─"), "-")
_NUMBER = re.compile(r"([+-]?)([0-9]{1,30}|[0-9]{1,3}(?:,[0-9]{3}){1,9})(\.[0-9]{1,30})?")
_RANKED = re.compile(r"(.{0,40}?)\s{0,9}[(\[]\s{0,9}第?([0-9]{1,5})位?\s{0,9}[)\]]")


def tidy(text: str) -> str:
    """The text in half-width signs with one kind of dash, without blanks around it."""
    return normalize("NFKC", text.translate(_DASHES)).translate(_DASHES).strip()


def blank(text: str) -> bool:
    """Whether a cell says that there is no figure: nothing, or a dash or dots in its place; that is never zero."""
    return tidy(text) in BLANKS


def number(text: str) -> str:
    """The number as the journal keeps it, every digit as printed; ValueError when it is none."""
    clean = tidy(text)
    found = _NUMBER.fullmatch(clean)
    if not found or len(clean) > LONGEST:
        raise ValueError(f'"{clean[:LONGEST]}" is not a number')
    sign = "-" if found[1] == "-" else ""
    return sign + found[2].replace(",", "") + (found[3] or "")


def value_and_rank(text: str) -> tuple[str, str | None]:
    """A value and the rank that may stand behind it in brackets: `12.3 (4)`."""
    found = _RANKED.fullmatch(tidy(text))
    return (found[1], found[2]) if found else (text, None)
