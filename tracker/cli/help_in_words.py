"""The help of the commands in Chinese: translated and wrapped as it is printed, so that no other start pays for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import Any

import typer

from tracker.render.as_plain import width
from tracker.render.catalogue import N_
from tracker.render.wording import Wording, wording_for
from tracker.render.wrap import CLOSING, OPENING, WIDE

Click = Any  # Typer carries a copy of Click of its own, whose classes have no public name
Plain: Click = typer.Context.formatter_class

LIBRARY = (
    N_("Usage"),
    N_("Arguments"),
    N_("Options"),
    N_("Commands"),
    N_("Examples"),
    N_("Show this message and exit."),
    N_("Install completion for the current shell."),
    N_("Show completion for the current shell, to copy it or customize the installation."),
)
"""What the command line's library says of its own, and the heading of our examples."""
KEPT = "\b\n"
"""What begins a paragraph whose lines stay as they are: the examples."""
PIECE = re.compile(rf"(?:[{OPENING}]*(?:[{WIDE}]|[^\s{WIDE}]+)[{CLOSING}]*)\s*|\s+")
"""What stays on one line: a wide character or a word, with its punctuation."""


class InChinese(Plain):  # type: ignore[misc]
    """Puts a page of help in Chinese; a wide character takes two cells."""

    @cached_property
    def wording(self) -> Wording:
        """The catalogue."""
        return wording_for("zh")

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The first line."""
        begin = (prefix or self.wording.pair(self.wording.say(N_("Usage")), "")) + f"{prog} "
        margin = width(begin)
        self.write(begin + f"\n{' ' * margin}".join(filled(args, self.width - margin)) + "\n")

    def write_heading(self, heading: str) -> None:
        """What stands above options, arguments and commands."""
        self.write(" " * self.current_indent + self.wording.pair(self.wording.say(heading), "\n"))

    def write_text(self, text: str) -> None:
        """Paragraphs; the commands of the examples stay as they are."""
        indent = " " * self.current_indent
        said = ("\n".join(indent + line for line in self.lines(paragraph)) for paragraph in text.split("\n\n"))
        self.write("\n\n".join(said) + "\n")

    def lines(self, paragraph: str) -> list[str]:
        """One paragraph, line by line."""
        if paragraph.startswith(KEPT):
            heading = self.wording.pair(self.wording.say(N_("Examples")), "")
            return [heading if line == "Examples:" else line for line in paragraph.splitlines()[1:]]
        return list(filled(self.wording.say(one_line(paragraph)), self.width - self.current_indent))

    def write_dl(self, rows: Iterable[Sequence[str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Names and what they mean; a long name has a line for itself."""
        every = list(rows)
        second = min(max(width(name) for name, _ in every), col_max) + col_spacing
        margin, indent = " " * (second + self.current_indent), " " * self.current_indent
        for name, meaning in every:
            fits = width(name) <= second - col_spacing
            begin = f"{indent}{name}{' ' * (second - width(name))}" if fits else f"{indent}{name}\n{margin}"
            self.write(begin + f"\n{margin}".join(filled(self.meaning(meaning), self.width - second - 2)) + "\n")

    def meaning(self, text: str) -> str:
        """What an option means, and what the library adds: the value it has unless given, whether it is needed."""
        sentence, mark, added = text.partition("  [")
        for theirs, ours in (("default: ", N_("default: ")), ("required", N_("required"))):
            added = added.replace(theirs, self.wording.say(ours))
        return self.wording.say(one_line(sentence)) + mark + added


FORMATTERS: dict[str, Click] = {"en": Plain, "zh": InChinese}
"""What puts a page of help in words, by language."""


def speak_chinese(command: Click) -> None:
    """Let a command and all below it print its help in Chinese."""
    for one in every(command):
        one.context_class = type("Context", (one.context_class,), {"formatter_class": InChinese})


def every(command: Click) -> Iterator[Click]:
    """A command and all below it."""
    yield command
    for inner in getattr(command, "commands", {}).values():
        yield from every(inner)


def sentences(command: Click) -> Iterator[str]:
    """Every sentence in the help of a command and of all below it, on one line each."""
    for one in every(command):
        texts = chain.from_iterable((text or "").split("\n\n") for text in (one.help, one.short_help, one.epilog))
        yield from (one_line(text) for text in texts if text and not text.startswith(KEPT))
        yield from (one_line(p.help) for p in one.params if getattr(p, "help", None))


def one_line(text: str) -> str:
    """A sentence as the catalogue has it."""
    return " ".join(text.split())


def filled(text: str, most: int) -> Iterator[str]:
    """A text on lines of at most so many cells; an option or a period is broken only where it is longer than a line."""
    line = ""
    for piece in PIECE.findall(text):
        if line and width((line + piece).rstrip()) > most:
            yield line.rstrip()
            line = ""
        line += piece
        while len(line.rstrip()) > most:
            yield line[:most]
            line = line[most:]
    yield line.rstrip()
