"""The libraries that are not installed with the core, by the extra that brings them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec

from tracker.cli.trouble import Exit, Trouble

EXTRAS: Mapping[str, tuple[str, ...]] = {
    "excel": ("openpyxl", "python_calamine", "xlsxwriter"),
    "notify": ("apprise",),
    "metrics": ("prometheus_client",),
    "report": ("jinja2", "matplotlib", "docx"),
}


def need(extra: str, library: str | None = None) -> None:
    """Stop with one line where an extra is missing, or the one library of it that is needed."""
    lacking = missing(extra)
    if library in lacking or (library is None and lacking):
        brought_by = f"policy-target-tracker[{extra}]"
        raise Trouble(Exit.MISSING_EXTRA, f"this needs {brought_by}: pip install '{brought_by}'")


def missing(extra: str) -> list[str]:
    """The libraries of an extra that are not there; looked for without loading them."""
    return [name for name in EXTRAS[extra] if find_spec(name) is None]
