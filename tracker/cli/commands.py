"""The list of commands. A start loads the one that is asked for; help, completion and mistakes load them all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.negative import Command
from tracker.version import VERSION

COMMANDS: Mapping[str, str] = {
    "init": "init",
    "status": "status",
    "gap": "gap",
    "show": "show",
    "check": "check",
    "ack": "ack",
    "diff": "diff",
    "cron": "cron",
    "record": "record",
    "done": "done",
    "progress": "progress",
    "log": "log",
    "withdraw": "withdraw",
    "validate": "validate",
    "audit": "audit",
    "schema": "schema",
    "brief": "brief",
    "chart": "chart",
    "plan": "plan",
    "export": "export",
    "files": "files",
    "doctor": "doctor",
    "help": "help_topics",
}
"""Each command and its module, in the order of the help; a module has a `command`, or an `app` of its own."""


def commands_for(arguments: Iterable[str]) -> typer.Typer:
    """The command a line of arguments asks for, or all of them where it names none."""
    name = None if "_TRACKER_COMPLETE" in os.environ else asked(arguments)
    return with_commands([name] if name else COMMANDS)


def asked(arguments: Iterable[str]) -> str | None:
    """The command a line of arguments names: its first word that is no option and no option's value."""
    words = iter(arguments)
    for word in words:
        if word in {"-C", "--workspace"}:
            next(words, None)
        elif not word.startswith("-"):
            return word if word in COMMANDS else None
    return None


def with_commands(names: Iterable[str]) -> typer.Typer:
    """The command line with some commands."""
    app = typer.Typer(
        name="tracker",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        help="Where each policy target stands, whether it is on schedule, and what the rest of the time must bring.",
        epilog="Exit codes: 0 fine, 1 at risk, 2 off track or missed, 3 cannot be judged (check); "
        "64 and up are errors.",
    )
    app.callback()(tracker)
    for name in names:
        module = import_module(f"tracker.cli.{COMMANDS[name]}")
        if hasattr(module, "app"):
            app.add_typer(module.app)
        else:
            app.command(name)(module.command)
    return with_examples(app)


def with_examples(typed: typer.Typer) -> typer.Typer:
    """The commands, negative numbers and all, with the examples of their help left line by line.

    In the list of commands they have whole sentences.
    """
    for group in typed.registered_groups:
        with_examples(group.typer_instance or typer.Typer())
    for command in typed.registered_commands:
        command.cls = Command
        text = command.callback.__doc__ or ""
        command.help = text.replace("\n\n    Examples:", "\n\n    \b\n    Examples:")
        command.short_help = text.partition("\n\n")[0]
    return typed


def tell_version(asked_for: bool) -> None:
    """Print the version and stop."""
    if asked_for:
        print(f"tracker {VERSION}")
        raise typer.Exit


def tracker(
    context: typer.Context,
    workspace: Annotated[
        Path | None, typer.Option("-C", "--workspace", metavar="DIR", help="The workspace, or a folder inside it.")
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=tell_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Note where the workspace is; it is looked for when a command needs it."""
    del version
    context.obj = workspace
