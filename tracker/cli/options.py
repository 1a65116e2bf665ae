"""Every option that several commands share, declared once."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

from tracker.cli.completion import ids, selectors
from tracker.cli.trouble import Exit, Trouble


class Format(StrEnum):
    """The forms an answer can take."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MD = "md"
    NAGIOS = "nagios"


class Colour(StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Language(StrEnum):
    """The languages people are spoken to in."""

    ZH = "zh"
    EN = "en"


def day(text: str) -> date:
    """A day as people write it on a command line."""
    from tracker.domain.period import read_day

    try:
        return read_day(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked about: which day, and as known on which."""

    as_of: Annotated[
        date | None,
        typer.Option("--as-of", parser=day, metavar="DAY", help="Judge as of this day; today unless given."),
    ] = None
    known_at: Annotated[
        date | None, typer.Option("--known-at", parser=day, metavar="DAY", help="Use only what was published by then.")
    ] = None

    @property
    def day(self) -> date:
        """The day asked about."""
        return self.as_of or date.today()  # noqa: DTZ011 -- the day where the office is


@dataclass(frozen=True, slots=True)
class Looks:
    """How the answer should look."""

    format: Annotated[
        Format | None, typer.Option("--format", "-f", help="A table on a terminal, plain text in a pipe.")
    ] = None
    json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Short for --format jsonl: one target a line.")] = False
    excel: Annotated[bool, typer.Option("--excel", help="CSV that Excel opens as it is meant.")] = False
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to a file; its ending names the format."),
    ] = None
    lang: Annotated[
        Language | None, typer.Option("--lang", help="The language of words; that of the environment unless given.")
    ] = None
    color: Annotated[Colour, typer.Option("--color", help="When to use colour.")] = Colour.AUTO
    ascii: Annotated[bool, typer.Option("--ascii", help="Draw marks and borders in ASCII only.")] = False

    @property
    def for_monitors(self) -> bool:
        """Whether a monitoring system asks: it goes by the exit code, which then must say what the line says."""
        return self.format is Format.NAGIOS


def sharing(*groups: type) -> Callable[[Callable[..., Any]], Callable[..., None]]:
    """Give a command the options of some groups; it receives each group as one value, before its own parameters."""

    def decorate(command: Callable[..., Any]) -> Callable[..., None]:
        hints = get_type_hints(command, include_extras=True)
        own = [p.replace(annotation=hints[p.name]) for p in inspect.signature(command).parameters.values()][
            len(groups) :
        ]
        shared = [parameter for group in groups for parameter in parameters(group)]

        @functools.wraps(command)
        def with_groups(**given: Any) -> None:  # noqa: ANN401 -- whatever the command line gave
            values = [group(**{f.name: given.pop(f.name) for f in fields(group)}) for group in groups]
            command(*values, **given)

        signature = inspect.Signature([*own, *shared])
        with_groups.__signature__ = signature  # type: ignore[attr-defined]
        with_groups.__annotations__ = {p.name: p.annotation for p in signature.parameters.values()}
        del with_groups.__wrapped__
        return with_groups

    return decorate


def parameters(group: type) -> list[inspect.Parameter]:
    """The options of a group as parameters of a command."""
    hints = get_type_hints(group, include_extras=True)
    return [
        inspect.Parameter(f.name, inspect.Parameter.KEYWORD_ONLY, default=f.default, annotation=hints[f.name])
        for f in fields(group)
    ]


Selectors = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[SELECTOR]...",
        help="Ids, globs such as 'changji.*', lead:, chain:, region:, policy:, tag: or verdict: and a word, "
        "or due: and a period, 7d or overdue.",
        autocompletion=selectors,
    ),
]

Id = Annotated[str, typer.Argument(metavar="ID", help="The id of a target or milestone.", autocompletion=ids)]
NotifyUrls = Annotated[
    list[str] | None,
    typer.Option(
        "--notify", metavar="URL", help="Send changed verdicts to this channel; also named by TRACKER_NOTIFY."
    ),
]
NotifyFile = Annotated[
    Path | None, typer.Option("--notify-file", metavar="FILE", help="Channels, one URL a line; mode 0600.")
]


def usage(sentence: str, help_: str = "") -> Trouble:
    """A mistake on the command line."""
    return Trouble(Exit.USAGE, sentence, help_)
