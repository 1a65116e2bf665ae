"""The shape of tracker.toml: how a workspace judges, counts and imports; everything has a default."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any

from tracker.files.shapes import Check, Shape, list_of, mapping, one_of, rows_of, table
from tracker.files.slips import Slip
from tracker.files.text_readers import choice, identifier, text, words
from tracker.files.value_readers import number, tolerance, whole


def falling(values: Mapping[str, Any]) -> Iterable[Slip]:
    """The threshold for on track is the higher one."""
    if "on_track" in values and "at_risk" in values and values["at_risk"] > values["on_track"]:
        help_ = "on_track is the better verdict: give it the higher number"
        yield Slip(("at_risk",), "threshold-order", "at_risk is above on_track", help_)


def thresholds(name: str, doc: str, most: Decimal | None = None) -> Shape:
    """Two thresholds, each included in the better side."""
    return Shape(
        name,
        doc,
        may={
            "on_track": number("From here on: on track.", 0, most),
            "at_risk": number("From here on: at risk; below: off track.", 0, most),
        },
        checks=(Check(("on_track", "at_risk"), falling),),
    )


class AfterTheEnd(StrEnum):
    """What a final figure that misses narrowly gives: missed, or still at risk within the band."""

    FINAL = "final"
    BAND = "band"


SCHEDULE = Shape(
    "[schedule]",
    "Thresholds of the rule schedule: how far behind is still at risk.",
    may={
        "at_risk": number("A year's flow: from this share of the schedule on.", 0, 1),
        "growth_at_risk": tolerance('A growth, a difference: short by no more than this, such as "0.5pp".'),
        "level_at_risk": tolerance('A ratio or a level: worse by no more than this, such as "10%".'),
        "cumulative_at_risk": number("A growth over several years: from this share of what is asked on.", 0, 1),
        "after_the_end": choice(AfterTheEnd, "What the final figure gives: met or missed, or the band as before."),
    },
)

UNIT = Shape(
    "[[unit]]",
    "A unit the package does not know.",
    must={
        "symbol": text("How it is written."),
        "kind": text("The kind of unit it converts within, such as money-USD, mass, count."),
        "factor": number("Its size in the base unit of its kind."),
    },
    may={"zh": text("Its Chinese name."), "en": text("Its English name.")},
)

LAMP = mapping(
    text("A colour, or measure, unjudgeable, memory, verdicts, note."),
    one_of(
        text("A band such as >= 0, or a word."),
        list_of(text("A band or a word."), "Several of them."),
        mapping(text("A colour."), text("Its verdict."), "The verdict of each colour."),
        doc="A band, several, or a word.",
    ),
    "A measure, and a band of it for each colour; together the bands leave no hole and do not overlap.",
)


class Field(StrEnum):
    """What a column of a file that people bring can hold."""

    INDICATOR = "indicator"
    ID = "id"
    VALUE = "value"
    TOTAL = "total"
    GROWTH = "growth"
    UNIT = "unit"
    RANK = "rank"
    RANK_OF = "rank_of"
    PERIOD = "period"
    PUBLISHED = "published"
    VINTAGE = "vintage"
    SOURCE = "source"
    LOCATOR = "locator"
    NOTE = "note"
    BOUND = "bound"


IMPORT = Shape(
    "[import.NAME]",
    "How one kind of sheet is read by tracker record --from FILE --map NAME.",
    may={
        "sheet": text("The name of the sheet; every visible one unless given."),
        "header": whole("The row of the headings; looked for in the first rows unless given.", 1, 1000),
        "columns": mapping(
            choice(Field, "What the column holds; total is a running total, value the period's own."),
            text("Its heading, or its letter."),
            "Which column holds what; found by the usual headings unless given.",
        ),
        "where": mapping(
            text("The heading of a column, or its letter."),
            text("What it says in the rows that are read; blank for those of the whole.", lines=True),
            "Which rows are read, by columns that tell them apart; the others are passed over.",
        ),
        "names": mapping(text("A name in the sheet."), identifier("The indicator it means."), "Names of its own."),
        "period": text("The period of all rows that do not name one."),
        "unit": text("The unit of all rows that do not name one."),
        "vintage": text("How settled the figures are; final unless given."),
        "source": text("Where the figures come from."),
        "encoding": text("The encoding of a text file: gb18030, utf-8, utf-16."),
    },
)

SETTINGS_FILE = Shape(
    "tracker.toml",
    "How this workspace judges, counts and imports.",
    may={
        "name": words("What the workspace is called; the folder's name unless given."),
        "rule": identifier("The rule targets are judged by unless they name one."),
        "schedule": table(SCHEDULE),
        "pace": table(thresholds("[pace]", "Thresholds of the rule pace, as shares of schedule.")),
        "outlook": table(thresholds("[outlook]", "Thresholds of the rule outlook, as probabilities.", Decimal(1))),
        "unit": rows_of(UNIT),
        "lamp": mapping(identifier("The name targets give in rule."), LAMP, "Lamp rules of the workspace's own."),
        "import": mapping(
            identifier("The name given to --map."), table(IMPORT), "How sheets that people bring are read."
        ),
    },
)
