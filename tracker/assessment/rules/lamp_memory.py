"""Lamps that remember: the colours shown from the history of measured colours."""

from collections.abc import Sequence

TWO_AMBERS_RED = "two-ambers-red"
RED_TURNS_AMBER = "red-turns-amber"
MEMORIES = (TWO_AMBERS_RED, RED_TURNS_AMBER)
AMBERS = {"yellow", "amber"}


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
