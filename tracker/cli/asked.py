"""What is asked for, and how the answer should look; free of the command line's library, which takes long to load."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

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


class FailOn(StrEnum):
    """From which verdict on the exit code is not zero."""

    EARLY = "early"
    WARN = "warn"
    CRIT = "crit"
    NEVER = "never"


class Sort(StrEnum):
    """The order of lines that people read."""

    DECLARED = "declared"
    VERDICT = "verdict"


class Asking(NamedTuple):
    """What is asked about: which day, and as known on which."""

    as_of: date | None = None
    known_at: date | None = None

    @property
    def day(self) -> date:
        """The day asked about."""
        return self.as_of or date.today()  # noqa: DTZ011 -- the day where the office is


class Looks(NamedTuple):
    """How the answer should look."""

    format: Format | None = None
    json: bool = False
    jsonl: bool = False
    excel: bool = False
    output: Path | None = None
    lang: Language | None = None
    color: Colour = Colour.AUTO
    ascii: bool = False

    @property
    def for_monitors(self) -> bool:
        """Whether a monitoring system asks: it goes by the exit code, which then must say what the line says."""
        return self.format is Format.NAGIOS


def usage(sentence: str, help_: str = "") -> Trouble:
    """A mistake on the command line."""
    return Trouble(Exit.USAGE, sentence, help_)
