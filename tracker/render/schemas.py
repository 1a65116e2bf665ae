"""The JSON Schemas of what the commands print, shipped beside the code."""

from __future__ import annotations

from pathlib import Path


def assessment_schema() -> str:
    """The schema of `--json` of status, gap, check and show."""
    return (Path(__file__).parent / "assessment.schema.json").read_text(encoding="utf-8")


def audit_schema() -> str:
    """The schema of `tracker audit --json`."""
    return (Path(__file__).parent / "audit.schema.json").read_text(encoding="utf-8")
