"""Plain values as JSON: one document, or one line each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

STEERING = re.compile("[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
"""What steers a terminal or turns its writing direction and could stand in JSON as it is; written as an escape."""


def as_json(document: dict[str, Any]) -> str:
    """One document, readable by people too; ValueError where a number is none."""
    return escaped(json.dumps(document, ensure_ascii=False, allow_nan=False)) + "\n"


def as_json_lines(records: Iterable[dict[str, Any]]) -> str:
    """One record a line; ValueError where a number is none."""
    return "".join(escaped(json.dumps(r, ensure_ascii=False, allow_nan=False)) + "\n" for r in records)


def escaped(text: str) -> str:
    """The same JSON with what steers a terminal as escapes: such characters stand inside strings only."""
    return STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
