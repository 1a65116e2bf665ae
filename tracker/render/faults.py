"""Faults as text: a line that editors can follow, the place in the file with a caret, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import category, east_asian_width

from tracker.domain.fault import Fault

WIDEST_LINE = 100  # characters of a line that are shown; a longer one is cut around the fault
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_TOKEN = re.compile(r"""\[\[?[^\]"']{0,80}\]{1,2}|"[^"]{0,80}"|'[^']{0,80}'|[^\s,=#\[\]{}"']{1,80}""")


def as_text(faults: Iterable[Fault], files_read: int) -> str:
    """Every fault in order of file and line, then how many there are; nothing has been judged."""
    found = sorted(faults)
    files = "1 file" if files_read == 1 else f"{files_read} files"
    errors = "1 error" if len(found) == 1 else f"{len(found)} errors"
    return "".join(_fault(fault) for fault in found) + f"{errors} in {files}. Nothing was judged.\n"


def warning(fault: Fault) -> str:
    """What is to be looked at and stops nothing."""
    return _fault(fault, "warning")


def _fault(fault: Fault, degree: str = "error") -> str:
    first = f"{fault.path}:{fault.line}:{fault.column}: {degree}[{fault.code}]: {fault.complaint}"
    advice = [f"  help: {fault.help}"] if fault.help else []
    return "".join(f"{line}\n" for line in [_clean(first), *_excerpt(fault), *map(_clean, advice)])


def _excerpt(fault: Fault) -> list[str]:
    """The line of the fault with its number and a caret, after the line before it; nothing without an excerpt."""
    if not fault.excerpt:
        return []
    lines = fault.excerpt.split("\n")
    at = fault.column - 1
    begin = max(0, at - WIDEST_LINE // 2) if len(lines[-1]) > WIDEST_LINE else 0
    shown = [_clean(line[begin : begin + WIDEST_LINE]) for line in lines]
    first = fault.line - len(lines) + 1
    numbered = [f"{first + place:>5} | {line}".rstrip() for place, line in enumerate(shown)]
    token = _TOKEN.match(lines[-1], at)
    width = _cells(shown[-1][at - begin : (token.end() if token else at + 1) - begin])
    return [*numbered, f"      | {' ' * _cells(shown[-1][: at - begin])}{'^' * max(width, 1)}"]


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes: two for a wide sign, none for one that sits on another."""
    return sum(2 if east_asian_width(sign) in "WF" else category(sign) not in {"Mn", "Me"} for sign in text)


def _clean(text: str) -> str:
    """Text that cannot steer a terminal: tabs as one blank, other control characters as a replacement sign."""
    text = text.replace("\t", " ")
    return text if text.isprintable() else "".join("\ufffd" if category(sign) in _HIDDEN else sign for sign in text)
