"""Which indicator a name in a sheet means: its id, Chinese or English name, exact but for blanks and width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tracker.domain.indicator import Indicator
from tracker.reporting.printed import tidy, unmarked

_NUMBERING = re.compile(
    r"^(?:[#*]{1,3}|\(?[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[.)、]|\(?[一二三四五六七八九十]{1,3}[)、.]|其中:?|ofwhich:?|o/w:?|including:|thereof:)+"
)
_IN_BRACKETS = re.compile(r"\(([^()]{1,30})\)$")


def key(name: str) -> str:
    """A name without blanks, in half-width small letters."""
    return "".join(tidy(name).split()).casefold()


@dataclass(frozen=True, slots=True)
class Names:
    """Every name of every indicator, and the names a column map adds."""

    by_name: Mapping[str, tuple[str, ...]]
    ids: Mapping[str, str] = field(default_factory=dict)

    def find(self, text: str) -> tuple[tuple[str, ...], str | None]:
        """The ids a name may mean, and the unit in brackets behind it where only that kept it from fitting."""
        name = key(text)
        for tried in (name, _NUMBERING.sub("", name), self.bare(unmarked(text))):
            if found := self.by_name.get(tried):
                return found, None
        bare = self.bare(unmarked(text))
        inside = _IN_BRACKETS.search(bare)
        found = self.by_name.get(bare[: inside.start()]) if inside else None
        written = _IN_BRACKETS.search(tidy(text).strip())  # a unit's capitals and blanks say which it is
        return (found, (written or inside)[1]) if found and inside else ((), None)

    def bare(self, text: str) -> str:
        """A name in small letters without blanks, numbering, or a word that makes it a part of the row above."""
        return _NUMBERING.sub("", key(text))

    def near(self, text: str) -> list[str]:
        """The ids whose names are most like an unknown one."""
        from difflib import get_close_matches

        close = get_close_matches(_NUMBERING.sub("", key(text[:80])), self.by_name, n=3, cutoff=0.6)
        return list(dict.fromkeys(name for one in close for name in self.by_name[one]))


def names_of(indicators: Iterable[Indicator], mapped: Mapping[str, str]) -> Names:
    """The names by which indicators can be meant; what a map says goes before what the indicators are called."""
    found: dict[str, dict[str, None]] = {}
    for indicator in indicators:
        for name in (indicator.id, indicator.name.zh, indicator.name.en):
            if name:
                found.setdefault(key(name), {})[indicator.id] = None
    by_name = {name: tuple(ids) for name, ids in found.items()}
    return Names(by_name | {key(name): (meant,) for name, meant in mapped.items()})
