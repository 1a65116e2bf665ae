"""The reference names every command, option, exit code and key of the JSON: it is written from them.

`make golden` rewrites docs/reference.md.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from tracker.cli.commands import COMMANDS, with_commands
from tracker.cli.help_texts import CODES, FORMATS, RULES, SELECTORS, SEVERAL
from tracker.render.as_keys import keys, shipped
from tracker.render.columns import COLUMNS

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference.md"
HEAD = """# Reference

Written from the commands themselves by `make golden`; a test holds that it is up to date. `tracker COMMAND --help` and
`tracker help TOPIC` say the same at a terminal.
"""
SHARED = ("as_of", "known_at", "format", "json", "jsonl", "excel", "output", "lang", "color", "ascii")
Click = Any  # Typer carries a copy of Click of its own, whose classes have no public name


def commands(group: Click, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Click]]:
    """Every command by its words."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, (*path, name))
        else:
            yield " ".join((*path, name)), command


TRACKER = typer.main.get_command(with_commands(COMMANDS))
COMMANDS = dict(commands(TRACKER))


def table(heading: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    """A table in Markdown."""
    every = [heading, tuple("---" for _ in heading), *rows]
    return ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in every]


def option(parameter: Click) -> tuple[str, str]:
    """An option as it is written, and what it does."""
    words = [*parameter.opts, *parameter.secondary_opts]
    return f"`{', '.join(words)}{'' if parameter.is_flag else f' {metavar(parameter)}'}`", parameter.help or ""


def metavar(parameter: Click) -> str:
    """What an option takes: a word of its own, one of some words, or a kind of value."""
    choices = getattr(parameter.type, "choices", None)
    if parameter.metavar or not choices:
        return str(parameter.metavar or parameter.type.name.upper())
    return "|".join(getattr(choice, "value", choice) for choice in choices)


def section(name: str, command: Click) -> list[str]:
    """One command: what it does, its arguments and options, its examples."""
    said, _, shown = (command.help or "").replace("\b", "").partition("Examples:")
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and p.name not in {*SHARED, "help"}]
    shared = [f"`{p.opts[0]}`" for p in command.params if p.name in SHARED]
    rows = [(f"`{p.metavar or p.name.upper()}`", p.help or "") for p in arguments] + [option(p) for p in options]
    return [
        f"## tracker {name}",
        "",
        *(" ".join(paragraph.split()) + "\n" for paragraph in said.strip().split("\n\n")),
        *([*table(("argument or option", "meaning"), rows), ""] if rows else []),
        *([f"Shared options: {', '.join(shared)}.", ""] if shared else []),
        "```sh",
        *(line.strip() for line in shown.strip().splitlines()),
        "```",
        "",
    ]


def page() -> str:
    """The whole reference."""
    shared = {p.name: p for command in reversed(COMMANDS.values()) for p in command.params if p.name in SHARED}
    lines = [HEAD, *table(("option of every command", "meaning"), [option(p) for p in TRACKER.params if p.help]), ""]
    lines += ["Options that several commands share:", ""]
    lines += [*table(("option", "meaning"), [option(shared[name]) for name in SHARED]), ""]
    for name, command in COMMANDS.items():
        lines += section(name, command)
    for title, heading, rows in tables():
        lines += [f"## {title}", "", *table(heading, rows), ""]
    lines += ["## Columns of CSV and TSV", "", ", ".join(f"`{column}`" for column in COLUMNS), ""]
    for name in shipped():
        lines += [f"## Keys of tracker.{name}/1", ""]
        lines += [*table(("key", "kind", "meaning"), [(f"`{k.path}`", k.kind, k.meaning) for k in keys(name)]), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def tables() -> Iterator[tuple[str, tuple[str, str], list[tuple[str, str]]]]:
    """The tables that `tracker help` shows as well."""
    yield "Exit codes", ("code", "when"), [(str(int(code)), said) for code, said in CODES.items()]
    yield "Formats", ("--format", "what it is"), [(f"`{form.value}`", said) for form, said in FORMATS.items()]
    selectors = [*((f"`{form}`", said) for form, said in SELECTORS.items()), ("several", SEVERAL)]
    yield "Selectors", ("selector", "what it selects"), selectors
    yield "Rules", ("rule", "how it judges"), [(f"`{name}`", said) for name, said in RULES.items()]


def test_the_reference_is_up_to_date():
    """Every command, option, exit code and key of the JSON stands in it, with the words of the code."""
    if os.environ.get("RENEW_GOLDEN"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make golden`"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_a_meaning(name: str):
    """No argument or option is left without a sentence."""
    silent = [p.name for p in COMMANDS[name].params if not getattr(p, "help", "") and p.name != "help"]
    assert silent == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_reference_names_every_option(name: str):
    """The page is read back: a heading for the command, each of its options by its long name."""
    text = page()
    assert f"\n## tracker {name}\n" in text
    every = [max(p.opts, key=len) for p in COMMANDS[name].params if p.param_type_name == "option" and p.name != "help"]
    assert [opt for opt in every if f"`{opt}" not in text and f", {opt}" not in text] == []
