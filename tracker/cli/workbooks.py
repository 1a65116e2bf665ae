"""Writing a workbook to the file named for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli.answer import write_bytes
from tracker.cli.asked import usage

if TYPE_CHECKING:
    from tracker.render.wording import Wording
    from tracker.render.workbook_page import Page

FONTS = {"zh": "Microsoft YaHei", "en": "Calibri"}
GROUPED = frozenset({"en"})
"""Languages whose large numbers are set in groups of three."""


def named(output: Path | None) -> Path:
    """The file to write; without one, or without what writes it, nothing needs to be worked out."""
    from tracker.cli.extras import need

    if output is None:
        raise usage("a workbook needs a file to be written to", "name one with -o FILE.xlsx")
    need("excel")
    return output


def write_workbook(path: Path, pages: Sequence[Page], wording: Wording, workspace: str) -> None:
    """Write pages as a workbook."""
    from tracker.render.as_workbook import as_workbook
    from tracker.render.states import every_state
    from tracker.render.workbook_page import About
    from tracker.version import VERSION

    about = About(
        pages[0].title,
        workspace,
        datetime.now(UTC).replace(tzinfo=None),
        f"policy-target-tracker {VERSION}",
        FONTS[wording.lang],
        wording.lang in GROUPED,
        every_state(wording),
    )
    write_bytes(path, as_workbook(pages, about))
