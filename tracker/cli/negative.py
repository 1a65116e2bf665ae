"""Negative numbers on a command line: -0.2 is a value, for no option begins with a digit."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from typer.core import TyperCommand

NEGATIVE = re.compile(r"-\s*\.?\d")


class Command(TyperCommand):
    """A command that takes a negative number for what it is, wherever it stands."""

    def parse_args(self, ctx, args):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201 -- the library has its own Context
        """Read the words, those that are values behind the options."""
        taking = {name for p in self.params for name in p.opts if not getattr(p, "is_flag", True)}
        return super().parse_args(ctx, values_last(args, taking))


def values_last(words: Sequence[str], taking: Container[str]) -> list[str]:
    """The words with all values behind `--`, where a negative number is one of them; `taking` options take a word."""
    options: list[str] = []
    values: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            values += rest
        elif NEGATIVE.match(word) or word == "-" or not word.startswith("-"):
            values.append(word)
        else:
            options += [word, *([next(rest, "")] if word in taking else [])]
    return [*options, "--", *values] if any(map(NEGATIVE.match, values)) else list(words)
