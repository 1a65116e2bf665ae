"""Plain values as JSON: one document, or one line each."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any


def as_json(document: dict[str, Any]) -> str:
    """One document, readable by people too."""
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def as_json_lines(records: Iterable[dict[str, Any]]) -> str:
    """One record a line."""
    return "".join(json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n" for record in records)
