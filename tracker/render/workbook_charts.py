"""Native charts of a workbook: they read the cells of their table, so that they follow when somebody changes one."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from tracker.render.as_plain import clean
from tracker.render.workbook_page import Line, Picture, Table


class Spot(NamedTuple):
    """Where the table of a chart stands: its sheet, and the row of its headings."""

    sheet: str
    top: int
    table: Table


EPOCH = date(1899, 12, 30)
"""The day spreadsheets count days from."""
SIZE = {"width": 560, "height": 300}
STEPS = 6
FAINT = {"visible": True, "color": "#D9DEE3", "width": 0.75}


def chart(book: Any, picture: Picture, spot: Spot, font: str) -> Any:  # noqa: ANN401 -- XlsxWriter has no types
    """One chart with its title and axes."""
    made = bars(book, picture, spot) if picture.bars else lines(book, picture, spot)
    small = {"name": font, "size": 9, "bold": False}
    made.set_title({"name": clean(picture.title), "name_font": {"name": font, "size": 11}, "overlay": False})
    made.set_size(SIZE)
    made.set_legend({"none": True} if picture.bars else {"position": "bottom", "font": small})
    if picture.bars:
        made.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
        made.set_y_axis({"num_font": small, "reverse": True})
    else:
        made.set_x_axis({"num_format": "yyyy-mm", "num_font": {**small, "rotation": -45}, **span(picture, spot)})
        unit = {"name": clean(picture.unit), "name_font": small} if picture.unit else {}
        made.set_y_axis({**unit, "num_font": small, "major_gridlines": FAINT, "num_format": "General"})
    return made


def span(picture: Picture, spot: Spot) -> dict[str, object]:
    """From the first day to the last, in about six steps."""
    column = picture.lines[0].across
    days = [(day - EPOCH).days for row in spot.table.rows if isinstance(day := row[column], date)]
    if not days or min(days) == max(days):
        return {}
    return {"min": min(days), "max": max(days), "major_unit": max(1, round((max(days) - min(days)) / STEPS))}


def bars(book: Any, picture: Picture, spot: Spot) -> Any:  # noqa: ANN401 -- the same
    """One bar a row, each in its colour and with its number."""
    made = book.add_chart({"type": "bar"})
    if picture.bars:
        made.add_series(
            {
                "categories": cells(spot, picture.bars.names),
                "values": cells(spot, picture.bars.lengths),
                "points": [{"fill": {"color": colour}} for colour in picture.bars.colours],
                "data_labels": {"value": True},
                "gap": 60,
            }
        )
    return made


def lines(book: Any, picture: Picture, spot: Spot) -> Any:  # noqa: ANN401 -- the same
    """Each line over the days of its table; a cell without a value leaves no mark."""
    made = book.add_chart({"type": "scatter", "subtype": "straight_with_markers"})
    for line in picture.lines:
        made.add_series(
            {
                "name": clean(line.name),
                "categories": cells(spot, line.across),
                "values": cells(spot, line.up),
                "line": stroke(line),
                "marker": marker(line),
            }
        )
    made.show_blanks_as("span")
    return made


def stroke(line: Line) -> dict[str, object]:
    """How the places of a line are joined."""
    if not line.joined:
        return {"none": True}
    return {"color": line.colour, "width": 1.75, **({"dash_type": "dash"} if line.dashed else {})}


def marker(line: Line) -> dict[str, object]:
    """The marks of a line: dots where figures are, none along a path."""
    if not line.marked:
        return {"type": "none"}
    return {"type": "circle", "size": 5, "fill": {"color": line.colour}, "border": {"color": line.colour}}


def cells(spot: Spot, column: int) -> list[object]:
    """The cells of one column of a table."""
    return [spot.sheet, spot.top + 1, column, spot.top + max(len(spot.table.rows), 1), column]
