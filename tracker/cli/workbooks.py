"""Writing a workbook to the file named for it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli.asked import usage
from tracker.cli.trouble import Exit, Trouble

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
    write_whole(path, as_workbook(pages, about))


def write_whole(path: Path, content: bytes) -> None:
    """Write beside the file and rename, so that a reader never sees half of it."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Trouble(Exit.NOT_WRITTEN, f"could not write {path}: {error.strerror}") from None
