"""An office that gets sheets from others: what `tracker record` makes of them, without a process for each."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tracker.cli.app import run

TODAY = "2026-01-20"


class Said(NamedTuple):
    """What a dry run would record, the codes of what speaks against it, and everything that was told."""

    rows: list[Mapping[str, Any]]
    codes: list[str]
    told: str

    def figures(self) -> list[tuple[str, ...]]:
        """Indicator, period, and value or growth of every row."""
        return [(row["indicator"], row["period"], row.get("value") or row.get("growth")) for row in self.rows]


class Bureau:
    """A workspace of its own, and the sheets that come in."""

    def __init__(self, root: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.root, self.capture = root, capture

    def declare(self, text: str, settings: str = "", figures: str = "") -> None:
        """Declare indicators and promises, column maps, and figures kept by hand."""
        (self.root / "targets").mkdir(parents=True, exist_ok=True)
        (self.root / "targets" / "plan.toml").write_text('policy = { id = "p", title = "Plan" }\n' + text, "utf-8")
        (self.root / "tracker.toml").write_text(settings, "utf-8")
        if figures:
            (self.root / "actuals").mkdir(exist_ok=True)
            (self.root / "actuals" / "hand.toml").write_text(figures, "utf-8")

    def reads(self, sheet: str | bytes | Path, *options: str, name: str = "sheet.csv") -> Said:
        """What a dry run makes of a sheet given as text, bytes or a file."""
        path = sheet if isinstance(sheet, Path) else self.root.parent / name
        if not isinstance(sheet, Path):
            path.write_bytes(sheet.encode() if isinstance(sheet, str) else sheet)
        return self.says("--from", str(path), *options)

    def says(self, *options: str) -> Said:
        """What a dry run makes of some words of the command line."""
        dry = () if "--for-good" in options else ("--dry-run",)
        words = tuple(one for one in options if one != "--for-good")
        run(["-C", str(self.root), "record", *dry, "--as-of", TODAY, *words])
        out, err = self.capture.readouterr()
        rows = json.loads(out)["sub"]["rows"] if out.startswith("{") else []
        return Said(rows, re.findall(r"objection\[([a-z0-9-]+)\]", err), err)
