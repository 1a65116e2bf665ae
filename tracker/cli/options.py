"""Every option that several commands share, declared once."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

from tracker.cli.asked import Asking, Colour, Format, Language, Looks, Sort
from tracker.cli.completion import ids, selectors


def day(text: str) -> date:
    """A day as people write it on a command line; of a period its last day is meant."""
    from tracker.domain.day_text import last_day_named

    return told(last_day_named, text)


def single_day(text: str) -> date:
    """A day since when something is asked: a period has two ends, and either could be meant."""
    from tracker.domain.day_text import named_day

    return told(named_day, text)


def told(read: Callable[[str, date], date], text: str) -> date:
    """What a text says today; what it cannot say is a mistake on the command line."""
    try:
        return read(text, date.today())  # noqa: DTZ011 -- the day where the office is
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


DECLARED: Mapping[type, Mapping[str, Any]] = {
    Asking: {
        "as_of": Annotated[
            date | None,
            typer.Option(
                "--as-of",
                parser=day,
                metavar="DAY",
                help="Judge as of this day, or a period's last; today unless given.",
            ),
        ],
        "known_at": Annotated[
            date | None,
            typer.Option("--known-at", parser=day, metavar="DAY", help="Use only what was published by then."),
        ],
    },
    Looks: {
        "format": Annotated[
            Format | None, typer.Option("--format", "-f", help="A table on a terminal, plain text in a pipe.")
        ],
        "json": Annotated[bool, typer.Option("--json", help="Short for --format json.")],
        "jsonl": Annotated[bool, typer.Option("--jsonl", help="Short for --format jsonl: one record a line.")],
        "excel": Annotated[bool, typer.Option("--excel", help="CSV that Excel opens as it is meant.")],
        "output": Annotated[
            Path | None,
            typer.Option("--output", "-o", metavar="FILE", help="Write to a file; its ending names the format."),
        ],
        "lang": Annotated[
            Language | None,
            typer.Option("--lang", help="The language of words; that of the environment unless given."),
        ],
        "color": Annotated[Colour, typer.Option("--color", help="When to use colour.")],
        "ascii": Annotated[bool, typer.Option("--ascii", help="Draw marks and borders in ASCII only.")],
    },
}
"""How the command line spells each field of a group of options."""


def spelling(group: type[Any]) -> Mapping[str, Any]:
    """The options of a group, spelt above or, where only one command has them, in the group itself."""
    return DECLARED.get(group) or get_type_hints(group, include_extras=True)


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
            values = [group(**{name: given.pop(name) for name in spelling(group)}) for group in groups]
            command(*values, **given)

        signature = inspect.Signature([*own, *shared])
        with_groups.__signature__ = signature  # type: ignore[attr-defined]
        with_groups.__annotations__ = {p.name: p.annotation for p in signature.parameters.values()}
        del with_groups.__wrapped__
        return with_groups

    return decorate


def parameters(group: type[Any]) -> list[inspect.Parameter]:
    """The options of a group as parameters of a command."""
    return [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=group._field_defaults[name], annotation=spelt)
        for name, spelt in spelling(group).items()
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

Sorting = Annotated[Sort, typer.Option("--sort", help="As declared, or by verdict: the worst first.")]
All = Annotated[bool, typer.Option("--all", help="Also what has no figure or no date yet, line by line.")]
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
