"""Names for the tabs of a workbook: as spreadsheets allow them, and no two alike."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracker.render.as_plain import clean

LONGEST = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
RESERVED = frozenset({"", "history"})


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Each name cut to 31 characters without what is forbidden, told from an equal one by a number."""
    found: list[str] = []
    taken = set(RESERVED)
    for name in wanted:
        plain = FORBIDDEN.sub(" ", clean(name)).strip(" '")
        number, unique = 1, cut(plain, "")
        while unique.lower() in taken:
            number += 1
            unique = cut(plain, f" {number}").strip()
        taken.add(unique.lower())
        found.append(unique)
    return found


def cut(name: str, more: str) -> str:
    """A name with something after it, together no longer than a tab allows, as UTF-16 counts."""
    room = LONGEST - len(more)
    while len(name.encode("utf-16-le")) // 2 > room:
        name = name[:-1]
    return name.rstrip(" '") + more
