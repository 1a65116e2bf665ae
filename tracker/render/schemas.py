"""The JSON Schemas of what the commands print, shipped beside the code."""

from __future__ import annotations

from pathlib import Path


def printed_schema(name: str) -> str:
    """The schema of one kind of document: `assessment`, `audit`, `diff`, `log`, or a table of plans."""
    return (Path(__file__).parent / f"{name}.schema.json").read_text(encoding="utf-8")
