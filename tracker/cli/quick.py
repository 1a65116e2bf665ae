"""The lines that cron, monitors and scripts run most, understood without the command line's library.

Loading that library is a quarter of such a run. Only `status`, `gap` and `check` with the options below are read
here, and only when nothing about them is in doubt; any other line, and any mistake, is left to the library.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from tracker.cli.asked import Asking, FailOn, Format, Looks, Sort
from tracker.cli.trouble import Exit

COMMANDS = ("status", "gap", "check")
SWITCHES: Mapping[str, str] = {"--json": "json", "--jsonl": "jsonl", "--exit-code": "exit_code", "--all": "everything"}
CHECK_SWITCHES: Mapping[str, str] = {
    "--json": "json",
    "-q": "quiet",
    "--quiet": "quiet",
    "--unknown-ok": "unknown_ok",
    "--all": "everything",
}
Values: TypeAlias = Mapping[str, tuple[str, Callable[[str], Any]]]
VALUES: Values = {
    "--as-of": ("as_of", date.fromisoformat),
    "--known-at": ("known_at", date.fromisoformat),
    "--format": ("format", Format),
}
VIEW_VALUES: Values = {**VALUES, "--sort": ("sort", Sort)}
CHECK_VALUES: Values = {**VALUES, "--fail-on": ("fail_on", FailOn)}
ISO = len("2025-04-15")


class Request(NamedTuple):
    """A line that was understood: the command, the workspace named, the options, and what is selected."""

    command: str
    place: Path | None
    options: Mapping[str, Any]
    selectors: tuple[str, ...]

    def some(self, group: type[Any]) -> Any:  # noqa: ANN401 -- one of the groups of options
        """The options of a group."""
        return group(**{name: self.options[name] for name in group._fields if name in self.options})


def understood(arguments: Sequence[str]) -> Request | None:
    """What a line asks for, or None where it is not one of the plain ones."""
    words, place = list(arguments), None
    if len(words) > 1 and words[0] == "-C":
        place, words = Path(words[1]), words[2:]
    if not words or words[0] not in COMMANDS or (words[0] == "check" and os.environ.get("TRACKER_NOTIFY")):
        return None
    command, *words = words
    try:
        if command == "check":
            options, selectors = sorted_out(words, CHECK_SWITCHES, CHECK_VALUES)
        else:
            options, selectors = sorted_out(words, SWITCHES, VIEW_VALUES)
    except ValueError:
        return None
    return Request(command, place, options, selectors)


def sorted_out(words: list[str], switches: Mapping[str, str], values: Values) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The options among some words, and the selectors; ValueError for any word that is not plainly one of them."""
    options: dict[str, Any] = {}
    selectors = []
    while words:
        word = words.pop(0)
        if word in switches:
            options[switches[word]] = True
        elif word in values and words:
            name, read = values[word]
            options[name] = value_of(words.pop(0), read)
        elif word.startswith("-") or not word:
            raise ValueError(word)
        else:
            selectors.append(word)
    return options, tuple(selectors)


def value_of(text: str, read: Callable[[str], Any]) -> Any:  # noqa: ANN401 -- whatever the option means
    """The value of an option; days only as 2025-04-15 and of years the calendar of promises knows."""
    if read == date.fromisoformat and (len(text) != ISO or not "1900" <= text[:4] <= "2200"):
        raise ValueError(text)
    return read(text)


def carry_out(request: Request) -> Exit:
    """Do what was understood."""
    from tracker.cli.reports import Checking, check, gap, status

    asking, looks = request.some(Asking), request.some(Looks)
    if request.command == "check":
        return check(request.place, asking, looks, request.selectors, request.some(Checking))
    report = {"status": status, "gap": gap}[request.command]
    unless: dict[str, Any] = {"exit_code": False, "everything": False, "sort": Sort.DECLARED}
    how = {name: request.options.get(name, otherwise) for name, otherwise in unless.items()}
    return report(request.place, asking, looks, request.selectors, **how)
