"""What is wrong with a value, told before its place in the file is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, NamedTuple

from tracker.files.guard import Illegible

Way = tuple[str | int, ...]
SLIPS_AT_MOST = 500
COMPARISONS_AT_MOST = 50_000  # of a misspelt word with a known one: a second or two where all are much alike
_QUOTE_AT_MOST = 60
_LISTED_AT_MOST = 50

_NAMES: Mapping[type, str] = {
    bool: "true or false",
    int: "a number",
    Decimal: "a number",
    date: "a day",
    datetime: "a day with a time",
    time: "a time of day",
    list: "a list",
    dict: "a table",
}


class Slip(NamedTuple):
    """One mistake, by its way down from the value at hand; the file and line are found later."""

    way: Way
    code: str
    complaint: str
    help: str = ""
    at_key: bool = False  # the key itself is wrong, not its value

    def under(self, step: str | int) -> Slip:
        """The same slip seen from one level further up; the first key on the way is named in the complaint."""
        named = isinstance(step, int) or self.at_key or any(isinstance(part, str) for part in self.way)
        complaint = self.complaint if named else f"{step}: {self.complaint}"
        return self._replace(way=(step, *self.way), complaint=complaint)


class Unreadable(Exception):
    """A value that is not what was wanted: every slip in it, and `rest`, what of it could be read."""

    def __init__(self, slips: Iterable[Slip], rest: Any = None) -> None:  # noqa: ANN401 (whatever the reader gives)
        super().__init__()
        self.slips, self.rest = list(slips), rest

    def under(self, step: str | int) -> list[Slip]:
        """The slips seen from one level further up."""
        return [slip.under(step) for slip in self.slips]


def refuse(code: str, complaint: str, help: str = "") -> Unreadable:  # noqa: A002 (the word of a fault)
    """One slip about the value at hand, to be raised by its reader."""
    return Unreadable([Slip((), code, complaint, help)])


def wrong_type(wanted: str, raw: object, help: str = "") -> Unreadable:  # noqa: A002 (the word of a fault)
    """The slip of a value of another kind than the wanted one."""
    if isinstance(raw, Illegible):
        advice = "write a plain number up to 10^30, of at most 40 characters; leave out a key whose value is not known"
        return refuse("bad-number", f"{quoted(raw.text)} is not a number that can be used", advice)
    given = f"the text {quoted(raw)}" if isinstance(raw, str) else _NAMES.get(type(raw), type(raw).__name__)
    return refuse("wrong-type", f"{wanted} is wanted, not {given}", help)


def quoted(text: str) -> str:
    """Text as it is cited in a complaint: in quotes and not too long."""
    return f'"{text}"' if len(text) <= _QUOTE_AT_MOST else f'"{text[:_QUOTE_AT_MOST]}…"'


def suggestion(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or the list of all."""
    known = list(known)
    return did_you_mean(word, known) or one_of_these(known)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant; nothing where none is near."""
    import difflib

    close = difflib.get_close_matches(word.lower()[:_QUOTE_AT_MOST], known, n=1, cutoff=0.6)
    return f"did you mean {quoted(close[0])}?" if close else ""


def one_of_these(known: Sequence[str]) -> str:
    """What can be written; of very many words the first, and how many more there are."""
    more = len(known) - _LISTED_AT_MOST
    return f"write one of: {', '.join(known[:_LISTED_AT_MOST])}{f' and {more:,} more' if more > 0 else ''}"


class NearWords:
    """The known words near to misspelt ones: each is looked for once, and after very many comparisons no more are."""

    def __init__(self) -> None:
        self.comparisons = 0
        self._found: dict[tuple[str, str], str] = {}

    def suggest(self, word: str, kind: str, known: Iterable[str]) -> str:
        """The known word of a kind that was probably meant; nothing where none is near, or where it is not looked for.

        Thousands of misspelt ids among thousands of known ones are no slips of the finger: the first are told.
        """
        if (kind, word) not in self._found and self.comparisons < COMPARISONS_AT_MOST:
            candidates = list(known)
            self.comparisons += len(candidates)
            self._found[kind, word] = did_you_mean(word, candidates)
        return self._found.get((kind, word), "")
