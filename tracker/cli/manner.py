"""What the commands that record share: where it comes from, and how it is to be done."""

from __future__ import annotations

from datetime import date
from typing import Annotated, NamedTuple

import typer

from tracker.cli.asked import Language
from tracker.cli.options import day


class Origin(NamedTuple):
    """Where a deed or progress comes from."""

    source: Annotated[
        str | None,
        typer.Option("--source", metavar="TEXT", help="Where it comes from: the id of a source, or free words."),
    ] = None
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DAY", help="The day it was published; today unless given."),
    ] = None
    locator: Annotated[str | None, typer.Option("--locator", metavar="TEXT", help="Where in the source it stands.")] = (
        None
    )
    note: Annotated[str | None, typer.Option("--note", metavar="TEXT", help="What a reader should know.")] = None


class Manner(NamedTuple):
    """How it is to be done."""

    accept: Annotated[
        list[str] | None, typer.Option("--accept", metavar="CODE", help="Overrule this objection; repeatable.")
    ] = None
    revise: Annotated[bool, typer.Option("--revise", help="Record other values for known figures as revisions.")] = (
        False
    )
    dry_run: Annotated[
        bool, typer.Option("--dry-run", "-n", help="Record nothing; print the line that would be appended.")
    ] = False
    lock_timeout: Annotated[
        float, typer.Option("--lock-timeout", metavar="SECONDS", min=0, help="How long to wait for other writers.")
    ] = 10.0
    as_of: Annotated[
        date | None, typer.Option("--as-of", parser=day, metavar="DAY", help="Tell changed verdicts as of this day.")
    ] = None
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but objections.")] = False
    lang: Annotated[Language | None, typer.Option("--lang", help="The language of words.")] = None

    @property
    def accepted(self) -> frozenset[str]:
        """The codes that are overruled."""
        return frozenset(self.accept or ())
