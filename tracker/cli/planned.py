"""A plan in the form asked for: as any answer, as a workbook, or drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tracker.cli.asked import Format, Looks

if TYPE_CHECKING:
    from tracker.assessment.review import Review
    from tracker.domain.target import Project
    from tracker.render.plan_document import Contract
    from tracker.render.sheet import Sheet
    from tracker.render.wording import Wording
    from tracker.render.workbook_page import Page


class Plan(NamedTuple):
    """One plan: what it is made from, its contract for programs, its sheets for people and its pages for a workbook."""

    review: Review
    projects: Sequence[Project]
    contract: Contract
    sheets: Callable[[Wording], Sequence[Sheet]]
    pages: Callable[[Wording], Sequence[Page]]


def give_plan(plan: Plan, looks: Looks) -> None:
    """Give a plan as any answer, or as a workbook where a file's ending says so."""
    from tracker.cli.answer import Answer, give, speak

    if names_a_file(looks, ".xlsx"):
        from tracker.cli.workbooks import named, write_workbook

        path, wording = named(looks.output), speak(looks)
        write_workbook(path, plan.pages(wording), wording, wording.name(plan.review.portfolio.name))
        return
    give(
        Answer(
            plan.sheets,
            lambda: plan.contract.document(plan.review, plan.projects),
            lambda: plan.contract.records(plan.review, plan.projects),
            plan.contract.columns,
        ),
        looks,
    )


def names_a_file(looks: Looks, ending: str) -> bool:
    """Whether the file to write is of a kind that no format is named for."""
    unnamed = looks.format is None and not (looks.json or looks.jsonl or looks.excel)
    return unnamed and looks.output is not None and looks.output.suffix.lower() == ending


def give_picture(review: Review, projects: Sequence[Project], looks: Looks) -> bool:
    """Write a roadmap as a picture or a page where a file's ending says so; whether it was."""
    from tracker.cli.answer import speak, write_file

    if looks.output and names_a_file(looks, ".svg"):
        from tracker.render.roadmap_svg import roadmap_svg

        write_file(looks.output, roadmap_svg(review, speak(looks), projects) + "\n")
    elif looks.output and (names_a_file(looks, ".html") or names_a_file(looks, ".htm")):
        from tracker.render.roadmap_page import roadmap_page

        write_file(looks.output, roadmap_page(review, speak(looks), projects))
    else:
        return False
    return True


def time_line(looks: Looks) -> int:
    """How many cells wide a time line is drawn: as a terminal has room for, elsewhere always the same."""
    from tracker.cli.answer import form_of
    from tracker.render.roadmap import CELLS, room_on_terminal

    on_terminal = not names_a_file(looks, ".xlsx") and form_of(looks) is Format.TABLE
    return room_on_terminal() if on_terminal else CELLS
