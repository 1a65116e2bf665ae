"""The shape of tracker.toml: how a workspace judges, counts and imports; everything has a default."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from tracker.files.shapes import Check, Shape, list_of, mapping, one_of, rows_of, table
from tracker.files.slips import Slip
from tracker.files.text_readers import identifier, text
from tracker.files.value_readers import number


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


UNIT = Shape(
    "[[unit]]",
    "A unit the package does not know.",
    must={
        "symbol": text("How it is written."),
        "kind": text("The kind of unit it converts within, such as money, mass, count."),
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

SETTINGS_FILE = Shape(
    "tracker.toml",
    "How this workspace judges and counts.",
    may={
        "name": text("What the workspace is called; the folder's name unless given."),
        "rule": identifier("The rule targets are judged by unless they name one."),
        "pace": table(thresholds("[pace]", "Thresholds of the rule pace, as shares of schedule.")),
        "outlook": table(thresholds("[outlook]", "Thresholds of the rule outlook, as probabilities.", Decimal(1))),
        "unit": rows_of(UNIT),
        "lamp": mapping(identifier("The name targets give in rule."), LAMP, "Lamp rules of the workspace's own."),
    },
)
