"""`tracker plan`: the planning table, the task book and the roadmap."""

from __future__ import annotations

from functools import partial

import typer

from tracker.cli.asked import Asking, Looks
from tracker.cli.options import Selectors, sharing

app = typer.Typer(
    name="plan", rich_markup_mode=None, no_args_is_help=True, help="The planning table, the task book and the roadmap."
)


@sharing(Asking, Looks)
def table(asking: Asking, looks: Looks, context: typer.Context, selectors: Selectors = None) -> None:
    """Indicators by policy, one column a year: what is promised, what was reached, and how that stands.

    Examples:
      tracker plan table
      tracker plan table policy:changji-aluminium --lang zh
      tracker plan table -o plan.xlsx
    """
    from tracker.cli.gather import assess, open_workspace
    from tracker.cli.planned import Plan, give_plan
    from tracker.render.plan_document import TABLE
    from tracker.render.plan_pages import table_pages
    from tracker.render.plan_table import plan_table

    review = assess(open_workspace(context), asking, selectors)
    give_plan(Plan(review, (), TABLE, partial(plan_table, review), partial(table_pages, review)), looks)


@sharing(Asking, Looks)
def tasks(asking: Asking, looks: Looks, context: typer.Context, selectors: Selectors = None) -> None:
    """The task book by lead unit: task, measure, value, deadline, supporting units, state.

    Examples:
      tracker plan tasks
      tracker plan tasks --lang zh -o tasks.xlsx
    """
    from tracker.cli.gather import assess, open_workspace
    from tracker.cli.planned import Plan, give_plan
    from tracker.render.plan_document import TASKS
    from tracker.render.plan_pages import sheet_pages
    from tracker.render.task_book import task_book

    review = assess(open_workspace(context), asking, selectors)
    sheets = partial(task_book, review)
    give_plan(Plan(review, (), TASKS, sheets, lambda wording: sheet_pages(sheets(wording))), looks)


@sharing(Asking, Looks)
def roadmap(asking: Asking, looks: Looks, context: typer.Context, selectors: Selectors = None) -> None:
    """Milestones, stages and projects on a time line; a picture or a page with -o FILE.svg or FILE.html.

    Projects are drawn when nothing is selected.

    Examples:
      tracker plan roadmap
      tracker plan roadmap 'jiayuguan.*' --ascii
      tracker plan roadmap --lang zh -o roadmap.html
    """
    from tracker.cli.gather import assess, open_workspace
    from tracker.cli.planned import Plan, give_picture, give_plan, time_line
    from tracker.render.plan_document import ROADMAP
    from tracker.render.plan_pages import sheet_pages
    from tracker.render.roadmap import roadmap as sheets_of

    review = assess(open_workspace(context), asking, selectors)
    projects = () if selectors else review.portfolio.projects
    if give_picture(review, projects, looks):
        return
    sheets = partial(sheets_of, review, projects=projects, cells=time_line(looks))
    give_plan(Plan(review, projects, ROADMAP, sheets, lambda wording: sheet_pages(sheets(wording))), looks)


for command in (table, tasks, roadmap):
    app.command(command.__name__)(command)
