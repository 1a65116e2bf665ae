"""JSON Lines as cells: one object a line, its keys the columns, the digits of its numbers as written."""

from __future__ import annotations

import json

from tracker.files.sheets_cells import (
    MOST_COLUMNS,
    MOST_ROWS,
    Book,
    Cell,
    Grid,
    Line,
    Refused,
    Tick,
    too_long,
    too_wide,
)
from tracker.files.sheets_text import decoded, longest_line, shown


def read_lines(data: bytes, name: str, encoding: str | None, tick: Tick) -> Book:
    """One grid whose first row, number 0, holds all keys in the order they come up in."""
    longest_line(data, name)
    text, found = decoded(data, name, encoding)
    columns: dict[str, int] = {}
    lines = []
    for number, line in enumerate(text.split("\n"), 1):
        tick()
        if not line.strip():
            continue
        if number > MOST_ROWS:
            raise too_long(name)
        record = one_object(line, f"{name}: line {number}")
        for key in record:
            columns.setdefault(key, len(columns))
        if len(columns) > MOST_COLUMNS:
            raise too_wide(name, number)
        cells = [Cell() for _ in columns]
        for key, value in record.items():
            cells[columns[key]] = Cell(*shown(value_text(value, f"{name}: line {number}, {key}")))
        lines.append(Line(number, tuple(cells)))
    head = Line(0, tuple(Cell(key) for key in columns))
    return Book((Grid("", (head, *lines)),), encoding=found)


def one_object(line: str, place: str) -> dict[str, object]:
    """The object of a line; its numbers stay text."""
    try:
        record = json.loads(line, parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError) as error:
        raise Refused(
            "bad-json", f"{place} is not JSON: {error}", 'write one object a line: {"indicator": …}'
        ) from None
    if not isinstance(record, dict):
        raise Refused("bad-json", f"{place} is not an object", 'write one object a line: {"indicator": …}')
    return record


def value_text(value: object, place: str) -> str:
    """A value as text; null is a blank cell, and a list or an object its JSON, which is no figure to anybody."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False)
    raise Refused("bad-json", f"{place} is neither text nor a number", "write one plain value for each key")
