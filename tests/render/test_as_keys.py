"""The keys of the JSON, read from its schemas."""

from __future__ import annotations

from typing import Any

import pytest

from tracker.render.as_keys import Key, keys, shipped, walk

SCHEMA: dict[str, Any] = {
    "definitions": {
        "place": {"type": "object", "properties": {"line": {"type": "integer", "description": "The line."}}}
    },
    "properties": {
        "schema": {"const": "a/1"},
        "found": {"type": "array", "items": {"properties": {"state": {"enum": ["met", None]}}}},
        "location": {"description": "Where.", "anyOf": [{"type": "null"}, {"$ref": "#/definitions/place"}]},
    },
}


def test_every_kind_of_key_is_walked():
    """Constants, words, lists of records, references and alternatives."""
    assert list(walk(SCHEMA, SCHEMA)) == [
        Key("schema", '"a/1"', ""),
        Key("found", "array", ""),
        Key("found[].state", "met | null", ""),
        Key("location", "object", "Where."),
        Key("location.line", "integer", "The line."),
    ]


def test_the_assessment_comes_first():
    """It is the contract most programs read."""
    assert shipped()[0] == "assessment"


@pytest.mark.parametrize("name", ["assessment"])
def test_every_key_has_a_meaning(name: str):
    """A key that nobody explains is a key that nobody can rely on."""
    assert [key.path for key in keys(name) if not key.meaning] == []
