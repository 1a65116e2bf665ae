"""The keys of the JSON the commands print, one a line, read from the schemas that ship."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent


class Key(NamedTuple):
    """One key: its path, what kind of value it has, and what that means."""

    path: str
    kind: str
    meaning: str


def shipped() -> list[str]:
    """The names of the schemas, the one of assessments first."""
    names = sorted(path.name.removesuffix(".schema.json") for path in HERE.glob("*.schema.json"))
    return sorted(names, key=lambda name: name != "assessment")


def keys(name: str) -> list[Key]:
    """Every key of one schema, in the order of the document."""
    schema = json.loads((HERE / f"{name}.schema.json").read_text(encoding="utf-8"))
    return list(walk(schema, schema))


def walk(schema: Mapping[str, Any], root: Mapping[str, Any], path: str = "") -> Iterator[Key]:
    """The keys below one object; `[]` stands for each of a list."""
    for name, found in schema.get("properties", {}).items():
        value = resolved(found, root)
        here = f"{path}.{name}" if path else name
        yield Key(here, kind(value), found.get("description", value.get("description", "")))
        yield from walk(value, root, here)
        yield from walk(resolved(value.get("items", {}), root), root, f"{here}[]")


def resolved(schema: Mapping[str, Any], root: Mapping[str, Any]) -> Mapping[str, Any]:
    """A schema, or the definition it refers to; of alternatives the one that is an object."""
    if "$ref" in schema:
        found = root
        for part in schema["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        return resolved(found, root)
    for choices in ("anyOf", "oneOf"):
        if choices in schema:
            described = [resolved(choice, root) for choice in schema[choices]]
            return next((choice for choice in described if "properties" in choice), described[0])
    return schema


def kind(schema: Mapping[str, Any]) -> str:
    """What a value can be, in the words of JSON; null stands for unknown."""
    if "const" in schema:
        return json.dumps(schema["const"], ensure_ascii=False)
    if "enum" in schema:
        return " | ".join("null" if word is None else str(word) for word in schema["enum"])
    kinds = schema.get("type", "value")
    return kinds if isinstance(kinds, str) else " | ".join(kinds)
