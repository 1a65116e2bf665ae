"""The shape of seeds/*.toml and actuals/*.toml: a source, its figures, the deeds it reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from tracker.domain.period import Period
from tracker.domain.period_text import year_undetermined
from tracker.domain.series import Bound, Vintage
from tracker.files import agreement
from tracker.files.shapes import Check, Reader, Shape, rows_of, table
from tracker.files.slips import Slip, refuse
from tracker.files.text_readers import choice, flag, identifier, plain_text, text, words
from tracker.files.value_readers import day, number, period, whole


class ProjectStage(StrEnum):
    """How far a project has come."""

    PRELIMINARY = "preliminary"
    STARTED = "started"
    RESUMED = "resumed"
    UNDER_CONSTRUCTION = "under-construction"
    BUILT = "built"
    COMMISSIONED = "commissioned"
    FULL_OUTPUT = "full-output"


def open_year(raw: object) -> str:
    """A period whose year the document does not name."""
    written = plain_text(raw)
    if not year_undetermined(written):
        raise refuse("bad-period", f'"{written}" is not a period', 'a year that is not determined is written "XXXX-H1"')
    return written


def reported_period(doc: str) -> Reader:
    """A period, or one whose year is not determined."""
    dated = period(doc)
    undated = Reader("text", doc, "a period", open_year)

    def read(raw: object) -> Period | str:
        written = raw if isinstance(raw, str) else ""
        value: Period | str = undated.read(raw) if year_undetermined(written) else dated.read(raw)
        return value

    return Reader("period", doc, "a period", read)


def something_said(values: Mapping[str, Any]) -> Iterable[Slip]:
    """A figure says at least one thing."""
    if not {"value", "growth", "rank"} & values.keys():
        help_ = "write value = …, or growth = … where only that is known"
        yield Slip((), "no-figure", "neither a value, a growth nor a rank is given", help_)


def place_among(values: Mapping[str, Any]) -> Iterable[Slip]:
    """A place is one of those there are."""
    if "rank" in values and "rank_of" in values and values["rank"] > values["rank_of"]:
        complaint = f"there is no place {values['rank']} among {values['rank_of']}"
        yield Slip(("rank",), "rank-of", complaint, "rank is the place, rank_of how many there are")


SOURCE = Shape(
    "[source]",
    "The published document the figures of this file were taken from.",
    must={"id": identifier("Unique in the workspace."), "title": words("What it is called.")},
    may={
        "publisher": words("Who published it."),
        "published": day("The day it was published."),
        "document": text("The file name of the document."),
        "sha256": text("The SHA-256 of that file."),
        "note": text("What a reader should know.", lines=True),
    },
)

ORIGIN = {
    "published": day("The day it became known; the source's day unless given."),
    "source": text("The id of a [source], or free words."),
    "locator": text("Where in the document it stands."),
    "note": text("What a reader should know.", lines=True),
}

ACTUAL = Shape(
    "[[actual]]",
    "One published figure, digits as printed.",
    must={
        "indicator": identifier("The id of the indicator it speaks of."),
        "period": reported_period('The period it is about: "2025-01/2025-10", "2025-Q1", "2025".'),
    },
    may={
        "value": number("The figure."),
        "unit": text("Its unit, where it is not the indicator's; any unit of the same kind."),
        "growth": number("Growth in % on the same period a year before, as printed."),
        "vintage": choice(Vintage, "How settled it is; final unless given."),
        "bound": choice(Bound, "Printed as a limit only: more than, or less than."),
        "share_of": table(
            Shape(
                "share_of",
                "The share of another indicator that this figure is, in %.",
                must={"indicator": identifier("The whole."), "value": number("The share in %.")},
            )
        ),
        "rank": whole("The place among its peers, 1 being the best.", 1, 100_000),
        "rank_of": whole("Among how many.", 1, 100_000),
        **ORIGIN,
    },
    checks=(Check(("value", "growth", "rank"), something_said), Check(("rank", "rank_of"), place_among)),
)

WITHDRAWN = Shape(
    "[[withdrawn]]",
    "A figure, a deed or the progress of a project taken back.",
    must={"reason": text("Why it is taken back.")},
    may={
        "indicator": identifier("The indicator of the figure."),
        "period": reported_period("The period of the figure."),
        "value": number("Which figure, where there are several."),
        "vintage": choice(Vintage, "Which figure, where there are several."),
        "milestone": identifier("The milestone of the deed."),
        "item": text("Which deed, by its name or number."),
        "project": identifier("The project of the progress."),
        "stage": choice(ProjectStage, "Which progress, where there is several."),
        "day": day("The day of the deed, or of the progress, where there are several."),
        "on": day("The day it was taken back."),
    },
    checks=(Check(("indicator", "milestone", "project"), agreement.one_taken_back),),
)

DONE = Shape(
    "[[done]]",
    "A deed of a milestone reported as done.",
    must={"milestone": identifier("The id of the milestone.")},
    may={
        "item": text("The deed, by its name or number; left out, one deed of a count, and all of a list, is meant."),
        "count": whole("How many deeds of a count were done on that day; 1 unless given.", 1, 10_000),
        "all": flag("Whether all deeds are done, whatever their number."),
        "on": day("The day it was done; left out, it was done by the day of publication."),
        **ORIGIN,
    },
    checks=(Check(("item", "count", "all"), agreement.one_number_of_deeds),),
)

PROGRESS = Shape(
    "[[progress]]",
    "How far a project stood on a day.",
    must={"project": identifier("The id of the project.")},
    may={
        "on": day("The day; the source's day unless given."),
        "stage": choice(ProjectStage, "How far it has come."),
        "invested": number("Money invested this year so far.", 0),
        "unit": text("The unit of that money."),
        "physical": number("Physical progress in %.", 0, 100),
        **ORIGIN,
    },
)

FIGURES_FILE = Shape(
    "seeds/*.toml",
    "A source, the figures taken from it, and the deeds it reports.",
    may={
        "source": table(SOURCE),
        "actual": rows_of(ACTUAL),
        "withdrawn": rows_of(WITHDRAWN),
        "done": rows_of(DONE),
        "progress": rows_of(PROGRESS),
    },
)
