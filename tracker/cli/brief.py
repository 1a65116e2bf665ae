"""`tracker brief`: the leader's page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.options import Asking, Language, Selectors, day, sharing


class Paper(StrEnum):
    """The forms a page can take."""

    MD = "md"
    HTML = "html"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the page should be made, and what it is compared with."""

    since: Annotated[
        date | None, typer.Option("--since", parser=day, metavar="DAY", help="Say what changed since the brief of then.")
    ] = None
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write .md, .html or .docx.")
    ] = None
    format: Annotated[Paper | None, typer.Option("--format", "-f", help="Markdown unless FILE says otherwise.")] = None
    template: Annotated[
        Path | None,
        typer.Option("--template", metavar="FILE.docx", help="Fill in an office's own Word page: {{title}}, {{table}} ..."),
    ] = None
    title: Annotated[str, typer.Option("--title", help="The heading of the page.")] = ""
    all: Annotated[bool, typer.Option("--all", help="Every indicator and every chart, however long it gets.")] = False
    lang: Annotated[
        Language | None, typer.Option("--lang", help="The language of words; that of the environment unless given.")
    ] = None


@sharing(Asking, Wanted)
def command(asking: Asking, wanted: Wanted, context: typer.Context, selectors: Selectors = None) -> None:
    """The leader's page in three parts: progress, problems, next steps; with the main indicators and who is behind.

    Markdown on stdout; with -o a page for a browser or a printer (.html), or a document to edit (.docx).

    Examples:
      tracker brief
      tracker brief --lang zh --since 2025-03-15 -o brief.html
      tracker brief policy:changji-aluminium -o brief.docx --template office.docx
    """
    from tracker.assessment.review import review
    from tracker.cli.gather import assess, open_workspace
    from tracker.cli.papers import give_page, paper_of
    from tracker.cli.selectors import select

    paper_of(wanted)
    workspace = open_workspace(context)
    found = assess(workspace, asking, selectors)
    known = min(wanted.since, asking.known_at) if wanted.since and asking.known_at else wanted.since
    before = select(review(workspace.portfolio, wanted.since, known), selectors or []) if wanted.since else None
    give_page(found, before, wanted)
