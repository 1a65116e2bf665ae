"""Lamps that remember: colours shown from the history of measured colours, and acknowledgements until a day."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

TWO_AMBERS_RED = "two-ambers-red"
RED_TURNS_AMBER = "red-turns-amber"
MEMORIES = (TWO_AMBERS_RED, RED_TURNS_AMBER)
AMBERS = {"yellow", "amber"}
SEVERITY = {"grey": 0, "green": 1, "blue": 1, "yellow": 2, "amber": 2, "orange": 3, "red": 4, "black": 5}


class Acknowledgement(NamedTuple):
    """Somebody has seen a colour and asks for silence until a day, that day included."""

    colour: str
    until: date


def shown(history: Sequence[str], memory: Sequence[str], amber: str = "yellow") -> tuple[str, ...]:
    """The colours shown for measured colours, oldest first; `amber` is the lamp's own word for its middle colour.

    A period that could not be measured shows its own colour and is passed over: it neither breaks nor makes a row.
    """
    colours: list[str] = []
    measured = before = ""  # the last period that was measured: its measured colour and its shown one
    for colour in history:
        if colour == "grey":
            colours.append(colour)
            continue
        recovering = RED_TURNS_AMBER in memory and colour == "green" and before == "red"
        before = amber if recovering else repeated(colour, measured, memory)
        measured = colour
        colours.append(before)
    return tuple(colours)


def repeated(colour: str, measured: str, memory: Sequence[str]) -> str:
    """Red for the second amber in a row, where the lamp counts rows; otherwise the colour as measured."""
    return "red" if TWO_AMBERS_RED in memory and {colour, measured} <= AMBERS else colour


def silenced(colour: str, acknowledgement: Acknowledgement | None, as_of: date) -> bool:
    """Whether a colour was acknowledged and the day is not over; a colour worse than the one seen speaks up again."""
    if acknowledgement is None or as_of > acknowledgement.until:
        return False
    return SEVERITY.get(colour, 0) <= SEVERITY.get(acknowledgement.colour, 0)
