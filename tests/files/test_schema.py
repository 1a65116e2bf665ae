"""The JSON Schema of a shape takes what the shape takes; a JSON Schema library is the witness."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft7Validator

from tracker.domain.target import Aim
from tracker.files.page import page_of
from tracker.files.schema import json_schema
from tracker.files.shapes import Shape, list_of, mapping, one_of, rows_of, table
from tracker.files.text_readers import choice, flag, identifier, text, words
from tracker.files.value_readers import day, number, period, tolerance, whole

STAGE = Shape("a stage", "One step.", must={"by": period("Its end."), "value": number("How much.")})
TARGET = Shape(
    "a target",
    "A promise.",
    must={"id": identifier("Its id."), "stages": list_of(table(STAGE), "Its steps.", least=1)},
    may={
        "name": words("Its name."),
        "aim": choice(Aim, "How it is meant."),
        "tolerance": tolerance("How far off."),
        "issued": day("When."),
        "share": number("A share.", 0, Decimal("0.5")),
        "rank": whole("A place.", 1),
        "firm": flag("Whether it is firm."),
        "tags": list_of(text("One tag."), "Labels."),
        "plan": mapping(identifier(""), number("A value."), "By name."),
        "limit": one_of(number(""), list_of(number(""), ""), doc="One or several."),
    },
)
SHEET = Shape(
    "a targets file", "All promises.", may={"target": rows_of(TARGET, "Every promise."), "first": table(TARGET)}
)
SCHEMA = json_schema(SHEET)
SOUND = "id = 'a'\nstages = [{ by = '2025', value = 1.5 }]\n"


def _as_json(written: str) -> Any:  # noqa: ANN401 (whatever stands in the file)
    return json.loads(json.dumps(tomllib.loads(written), default=str))


def test_the_schema_is_a_schema():
    """By the rules of draft 7, and it can be written as JSON."""
    Draft7Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


def test_the_whole_schema_of_a_small_shape():
    """Title, meaning, required keys; no others."""
    assert json_schema(STAGE) == {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "a stage",
        "type": "object",
        "description": "One step.",
        "additionalProperties": False,
        "properties": {
            "by": {"type": ["string", "integer"], "description": "Its end."},
            "value": {"type": "number", "description": "How much."},
        },
        "required": ["by", "value"],
    }


def test_every_key_says_what_it_means():
    """The line of documentation is what an editor shows."""
    properties: Mapping[str, Any] = SCHEMA["properties"]["target"]["items"]["properties"]
    assert {key: schema["description"] for key, schema in properties.items()} == {
        key: reader.doc for key, reader in TARGET.readers.items()
    }


@pytest.mark.parametrize(
    "line",
    [
        "",
        "name = '铝'",
        "name = { zh = '铝', en = 'Al' }",
        "aim = 'about'",
        "tolerance = '5%'",
        "tolerance = 2",
        "issued = 2022-10-09",
        "share = 0.5",
        "rank = 1",
        "firm = true",
        "tags = []",
        "plan = { a = 1 }",
        "limit = 1",
        "limit = [1, 2]",
    ],
)
def test_what_the_shape_takes_the_schema_takes(line: str):
    """A sound file has no red underlining."""
    written = f"[[target]]\n{SOUND}{line}\n"
    assert page_of(written.encode(), "x", SHEET).faults == []
    assert list(Draft7Validator(SCHEMA).iter_errors(_as_json(written))) == []


@pytest.mark.parametrize(
    "written",
    [
        "[[target]]\nid = 'a'",
        "[[targets]]",
        "[target]\n" + SOUND,
        "[[target]]\nid = 'A'\nstages = [{ by = '2025', value = 1 }]",
        "[[target]]\nid = 'a'\nstages = []",
        "[[target]]\nid = 'a'\nstages = [{ by = '2025', value = '1' }]",
        *[
            f"[[target]]\n{SOUND}{line}"
            for line in (
                "name = 1",
                "name = { fr = 'x' }",
                "aim = 'abut'",
                "tolerance = 'some'",
                "tolerance = -1",
                "issued = 2022",
                "share = 0.6",
                "rank = 0",
                "rank = 1.5",
                "firm = 'true'",
                "tags = 'x'",
                "tags = [1]",
                "plan = { A = 1 }",
                "plan = { a = 'x' }",
                "limit = 'x'",
                "other = 1",
            )
        ],
    ],
)
def test_what_the_shape_refuses_the_schema_refuses(written: str):
    """An editor underlines what the tool would refuse, as far as a schema can say it."""
    assert page_of(written.encode(), "x", SHEET).faults
    assert list(Draft7Validator(SCHEMA).iter_errors(_as_json(written)))
