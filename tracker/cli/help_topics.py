"""`tracker help`: what several commands have in common, from the tables the code itself works by."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli.asked import Language, Looks, usage

if TYPE_CHECKING:
    from tracker.render.wording import Wording


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
        sys.stdout.write(of_command(context, topic, wording) + "\n")


def of_command(context: typer.Context, name: str, wording: Wording) -> str:
    """The help of one command."""
    from tracker.cli.commands import COMMANDS, with_commands
    from tracker.cli.help_in_words import FORMATTERS
    from tracker.cli.help_texts import TOPICS

    if name not in COMMANDS:
        raise usage(f'there is no topic or command "{name}"', f"the topics: {', '.join(TOPICS)}")
    every: Any = typer.main.get_command(with_commands([name]))
    with type(context)(every.commands[name], info_name=name, parent=context.find_root()) as inner:
        inner.formatter_class = FORMATTERS[wording.lang]
        return str(inner.get_help())
