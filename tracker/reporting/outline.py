"""Which row of a sheet another row stands under: by its numbering, by how far it is set in, by 其中 or of which."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tracker.reporting.names import key

_OF_WHICH = re.compile(r"(?:[0-9一二三四五六七八九十().、]{0,6})(?:其中|#|\*|-|ofwhich|o/w|including:|thereof)")
_LEVELS = (
    re.compile("[一二三四五六七八九十]{1,3}[、.]"),
    re.compile(r"\([一二三四五六七八九十]{1,3}\)"),
    re.compile("[0-9]{1,2}[、.](?![0-9])"),
    re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}"),
    re.compile(r"\(?[0-9]{1,2}\)"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row with a name: how far it is set in, the level of its numbering, whether it is marked as a part."""

    text: str
    indent: int
    level: int | None
    part: bool
    figured: bool = False
    """Whether the row has figures of its own; one without is the heading of a section."""


@dataclass
class Outline:
    """The rows the next row may stand under, the outermost first."""

    above: list[Entry] = field(default_factory=list)

    def under(self, text: str, indent: int, *, figured: bool) -> tuple[tuple[Entry, ...], Entry]:
        """The rows a row stands under, and the row itself; it is then above those that follow."""
        entry = entry_of(text, indent, figured=figured)
        while self.above and not stands_over(self.above[-1], entry):
            self.above.pop()
        parents = tuple(self.above)
        self.above.append(entry)
        return parents, entry


def entry_of(text: str, indent: int, *, figured: bool = False) -> Entry:
    """A row as its name shows where it belongs."""
    name = key(text)
    level = next((at for at, form in enumerate(_LEVELS) if form.match(name)), None)
    return Entry(text, indent, level, bool(_OF_WHICH.match(name)), figured)


def stands_over(upper: Entry, lower: Entry) -> bool:
    """Whether a row stands under an earlier one: numbered more finely, set in further, or told to be a part of it."""
    if upper.level is not None and lower.level is not None:
        return upper.level < lower.level
    if upper.indent != lower.indent:
        return upper.indent < lower.indent
    if lower.part or lower.level is None:
        return not upper.part and (lower.part or upper.level is not None)
    return False
