"""A figure as people type it: full-width digits, grouping, a rank in brackets, marks; its digits never change."""

from __future__ import annotations

import re
from unicodedata import decomposition, normalize

BLANKS = frozenset({"", "-", "--", "...", "......", "/"})
LONGEST = 40
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−─"), "-")
_NUMBER = re.compile(r"([+-]?)([0-9]{1,30}|[0-9]{1,3}(?:,[0-9]{3}){1,9})(\.[0-9]{1,30})?")
_RANKED = re.compile(r"(.{1,40}?)\s{0,9}[(\[]\s{0,9}(第?)([0-9]{1,5})([位名]?)\s{0,9}[)\]]")
_SMALL = (range(0x2474, 0x24B6), range(0x24EB, 0x2500), range(0x2776, 0x2794))  # in brackets, with a stop, on a disc
_MARKS = frozenset("*†‡§¶※") | {chr(sign) for block in _SMALL for sign in block}
_RAISED = frozenset({"<super>", "<sub>", "<circle>"})


def tidy(text: str) -> str:
    """The text in half-width signs with one kind of dash, without blanks around it."""
    return normalize("NFKC", text.translate(_DASHES)).translate(_DASHES).strip()


def mark(sign: str) -> bool:
    """Whether a sign points to a footnote: raised, in a circle or in brackets; it is no digit of a figure."""
    return sign in _MARKS or decomposition(sign).partition(" ")[0] in _RAISED


def unmarked(text: str) -> str:
    """The text without the marks of footnotes before and behind it: 41.5² and 41.5⑴ are 41.5."""
    first, end = 0, len(text)
    while first < end and (mark(text[end - 1]) or text[end - 1].isspace()):
        end -= 1
    while first < end and (mark(text[first]) or text[first].isspace()):
        first += 1
    return text[first:end]


def blank(text: str) -> bool:
    """Whether a cell says that there is no figure: nothing, or a dash or dots in its place; that is never zero."""
    return tidy(unmarked(text)) in BLANKS


def number(text: str) -> str:
    """The number as the journal keeps it, every digit as printed; ValueError when it is none."""
    bare = unmarked(text)
    clean = tidy(bare)
    found = _NUMBER.fullmatch(clean)
    if not found or len(clean) > LONGEST or any(map(mark, bare)):
        raise ValueError(f'"{clean[:LONGEST]}" is not a number')
    sign = "-" if found[1] == "-" else ""
    return sign + found[2].replace(",", "") + (found[3] or "")


def value_and_rank(text: str, role: str = "in_brackets") -> tuple[str, dict[str, str]]:
    """A value, and the number in brackets behind it: a rank where it says so, `12.3 (第4位)`, otherwise of a role."""
    bare = unmarked(text)
    found = _RANKED.fullmatch(tidy(bare)) if not any(map(mark, bare)) else None
    if not found:
        return bare, {}
    return found[1], {"rank" if found[2] or found[4] else role: found[3]}
