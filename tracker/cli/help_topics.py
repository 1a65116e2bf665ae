"""`tracker help`: what several commands have in common, from the tables the code itself works by."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tracker.cli.options import Language, Looks, usage


def topics(incomplete: str) -> list[str]:
    """The topics, for a shell that completes one."""
    from tracker.cli.help_texts import TOPICS

    return [name for name in TOPICS if name.startswith(incomplete)]


def command(
    context: typer.Context,
    topic: Annotated[
        str | None,
        typer.Argument(metavar="[TOPIC]", help="A topic or a command; without one, the list.", autocompletion=topics),
    ] = None,
    lang: Annotated[Language | None, typer.Option("--lang", help="The language of words.")] = None,
) -> None:
    """Explain a topic: json, exit-codes, periods, rules, formats, selectors, units; or a command.

    Examples:
      tracker help exit-codes
      tracker help json | grep outlook
      tracker help rules --lang zh
    """
    from tracker.cli.answer import speak
    from tracker.cli.help_texts import TOPICS, contents

    wording = speak(Looks(lang=lang))
    if topic is None:
        sys.stdout.write(contents(wording))
    elif topic in TOPICS:
        sys.stdout.write(TOPICS[topic][1](wording))
    else:
        sys.stdout.write(of_command(context, topic) + "\n")


def of_command(context: typer.Context, name: str) -> str:
    """The help of one command."""
    from tracker.cli.help_texts import TOPICS

    every = context.find_root()
    found = getattr(every.command, "commands", {}).get(name)
    if found is None:
        raise usage(f'there is no topic or command "{name}"', f"the topics: {', '.join(TOPICS)}")
    with type(context)(found, info_name=name, parent=every) as inner:
        return str(found.get_help(inner))
