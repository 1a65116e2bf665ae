"""`tracker brief`: the leader's page."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.asked import Asking, Language
from tracker.cli.options import Selectors, sharing, single_day
from tracker.cli.papers import Paper, Wanted, give_page, paper_of


@sharing(Asking)
def command(
    asking: Asking,
    context: typer.Context,
    selectors: Selectors = None,
    since: Annotated[
        date | None,
        typer.Option("--since", parser=single_day, metavar="DAY", help="Say what changed since the brief then."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write .md, .html or .docx.")
    ] = None,
    format_: Annotated[
        Paper | None, typer.Option("--format", "-f", help="Markdown unless FILE says otherwise.")
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option("--template", metavar="FILE", help="Fill in an office's own Word page: {{progress}}, {{table}}."),
    ] = None,
    title: Annotated[str, typer.Option("--title", help="The heading of the page.")] = "",
    all_: Annotated[bool, typer.Option("--all", help="Every indicator and every chart, however long it gets.")] = False,
    lang: Annotated[
        Language | None, typer.Option("--lang", help="The language of words; that of the environment unless given.")
    ] = None,
) -> None:
    """The leader's page in three parts: progress, problems, next steps; with the main indicators and who is behind.

    Markdown on stdout; with -o a page for a browser or a printer (.html), or a document to edit (.docx).

    Examples:
      tracker brief
      tracker brief --lang zh --since 2025-03-15 -o brief.html
      tracker brief policy:changji-aluminium -o brief.docx
    """
    from tracker.assessment.review import review
    from tracker.cli.gather import assess, open_workspace
    from tracker.cli.selectors import select, to_judge

    wanted = Wanted(output, format_, template, title, all_, lang)
    paper_of(wanted)
    workspace = open_workspace(context)
    found = assess(workspace, asking, selectors)
    known = min(since, asking.known_at) if since and asking.known_at else since
    named, portfolio = selectors or [], workspace.portfolio
    before = select(review(portfolio, since, known, wanted=to_judge(named, portfolio)), named) if since else None
    give_page(found, before, wanted)
