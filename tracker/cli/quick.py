"""The lines that cron, monitors and scripts run most, understood without the command line's library.

Loading that library is half of a start. Only `status`, `gap` and `check` with the options below are read here, and only
when nothing about them is in doubt; every other line, and every mistake, is left to the library, which has the last word.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from tracker.cli.asked import Asking, FailOn, Format, Looks
from tracker.cli.trouble import Exit

COMMANDS = ("status", "gap", "check")
SWITCHES: Mapping[str, str] = {"--json": "json", "--jsonl": "jsonl", "--exit-code": "exit_code"}
CHECK_SWITCHES: Mapping[str, str] = {"--json": "json", "-q": "quiet", "--quiet": "quiet", "--unknown-ok": "unknown_ok"}
VALUES: Mapping[str, tuple[str, Callable[[str], Any]]] = {
    "--as-of": ("as_of", date.fromisoformat),
    "--known-at": ("known_at", date.fromisoformat),
    "--format": ("format", Format),
}
CHECK_VALUES = {**VALUES, "--fail-on": ("fail_on", FailOn)}
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
    words = list(arguments)
    place = None
    if len(words) > 1 and words[0] == "-C":
        place, words = Path(words[1]), words[2:]
    if not words or words[0] not in COMMANDS:
        return None
    command, *words = words
    if command == "check" and os.environ.get("TRACKER_NOTIFY"):
        return None
    switches, values = (CHECK_SWITCHES, CHECK_VALUES) if command == "check" else (SWITCHES, VALUES)
    options: dict[str, Any] = {}
    selectors = []
    while words:
        word = words.pop(0)
        if word in switches:
            options[switches[word]] = True
        elif word in values and words:
            name, read = values[word]
            try:
                options[name] = value_of(words.pop(0), read)
            except ValueError:
                return None
        elif word.startswith("-") or not word:
            return None
        else:
            selectors.append(word)
    return Request(command, place, options, tuple(selectors))


def value_of(text: str, read: Callable[[str], Any]) -> Any:  # noqa: ANN401 -- whatever the option means
    """The value of an option; days only as 2025-04-15, since other forms mean other things elsewhere."""
    if read == date.fromisoformat and len(text) != ISO:
        raise ValueError(text)
    return read(text)


def carry_out(request: Request) -> Exit:
    """Do what was understood."""
    from tracker.cli.reports import Checking, check, gap, status

    asking, looks = request.some(Asking), request.some(Looks)
    if request.command == "check":
        return check(request.place, asking, looks, request.selectors, request.some(Checking))
    report = {"status": status, "gap": gap}[request.command]
    return report(request.place, asking, looks, request.selectors, exit_code=request.options.get("exit_code", False))
