"""The shapes of files as JSON Schema, draft 7, so that an editor completes keys and underlines slips as one types."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from tracker.files.shapes import Reader, Shape

DRAFT = "http://json-schema.org/draft-07/schema#"
Schema = dict[str, Any]


def json_schema(page: Shape) -> Schema:
    """The schema of a whole file."""
    return {"$schema": DRAFT, "title": page.name, **_table(page)}


def _table(shape: Shape) -> Schema:
    """A table with exactly the keys of its shape."""
    schema: Schema = {"type": "object", "description": shape.doc, "additionalProperties": False}
    schema["properties"] = {key: _value(reader) for key, reader in shape.readers.items()}
    return schema | ({"required": list(shape.must)} if shape.must else {})


def _value(reader: Reader) -> Schema:
    """One value; what its key means takes the place of what its type means."""
    schema = _KINDS[reader.kind](reader)
    return schema | {"description": reader.doc} if reader.doc else schema


def _text(reader: Reader) -> Schema:
    return {"type": "string"} | ({"pattern": reader.pattern} if reader.pattern else {})


def _number(reader: Reader) -> Schema:
    bounds = {"minimum": reader.least, "maximum": reader.most}
    return {"type": "number"} | {name: _plain(bound) for name, bound in bounds.items() if bound is not None}


def _plain(bound: Decimal | int) -> int | float:
    return int(bound) if bound == int(bound) else float(bound)


def _list(reader: Reader) -> Schema:
    items = {"type": "array", "items": _value(reader.inner[0])}
    return items | ({"minItems": int(reader.least)} if reader.least else {})


def _mapping(reader: Reader) -> Schema:
    key, value = reader.inner
    return {"type": "object", "additionalProperties": _value(value)} | (
        {"propertyNames": {"pattern": key.pattern}} if key.pattern else {}
    )


def _one_of(reader: Reader) -> Schema:
    return {"anyOf": [_value(inner) for inner in reader.inner]}


_KINDS: Mapping[str, Callable[[Reader], Schema]] = {
    "text": _text,
    "id": _text,
    "choice": lambda reader: {"type": "string", "enum": list(reader.choices)},
    "flag": lambda _: {"type": "boolean"},
    "number": _number,
    "whole": lambda reader: _number(reader) | {"type": "integer"},
    "tolerance": lambda _: {"anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": "^[+]?[0-9]"}]},
    "day": lambda _: {"type": "string", "format": "date"},
    "period": lambda _: {"type": ["string", "integer"]},
    "words": _one_of,
    "one-of": _one_of,
    "list": _list,
    "mapping": _mapping,
    "table": lambda reader: _table(reader.shape or Shape("", "")),
}
