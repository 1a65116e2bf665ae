"""The verdicts a check remembers for the next one: `actuals/verdicts.json`, beside the journal.

It can be lost, damaged or unwritable without harm: then everything counts as new. Nothing is judged by it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from tracker.files.journal import opened

NAME = "actuals/verdicts.json"
SCHEMA = "tracker.verdicts/1"
LONGEST = 16 << 20
"""Bytes: more than this no workspace can have, and it is not read."""
Verdicts: TypeAlias = dict[tuple[str, str], str]
"""A verdict by kind of promise, `target` or `milestone`, and id."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What checks for one purpose last saw, and on which day; the complaint says why nothing is remembered."""

    verdicts: Verdicts = field(default_factory=dict)
    as_of: date | None = None
    complaint: str | None = None


def recall(root: Path, purpose: str) -> Remembered:
    """What the last check for a purpose saw; never an error."""
    try:
        seen = _checks(root).get(purpose)
        if seen is None:
            return Remembered(complaint="no earlier check is remembered")
        return Remembered(_verdicts(seen), date.fromisoformat(seen["as_of"]))
    except FileNotFoundError:
        return Remembered(complaint="no earlier check is remembered")
    except OSError as error:
        return Remembered(complaint=f"{NAME} cannot be read ({error.strerror or error})")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Remembered(complaint=f"{NAME} is damaged")


def remember(root: Path, purpose: str, as_of: date, verdicts: Mapping[tuple[str, str], str]) -> str | None:
    """Remember verdicts for the next check with that purpose, others untouched; a sentence where it cannot be done.

    Written beside and renamed, so that a reader sees all of it or nothing, also after a power cut.
    """
    try:
        checks = _checks(root)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        checks = {}
    seen: dict[str, Any] = {"as_of": as_of.isoformat()}
    for (kind, id_), verdict in sorted(verdicts.items()):
        seen.setdefault(f"{kind}s", {})[id_] = verdict
    text = json.dumps({"schema": SCHEMA, "checks": {**checks, purpose: seen}}, ensure_ascii=False, indent=1) + "\n"
    try:
        _write(root / NAME, text.encode())
    except OSError as error:
        return f"{NAME} cannot be written ({error.strerror or error}): the next check will tell the same changes again"
    return None


def _checks(root: Path) -> dict[str, Any]:
    """What each purpose remembers, as it stands in the file."""
    with opened(root / NAME, os.O_RDONLY) as page:
        content = b""
        while len(content) <= LONGEST and (more := os.read(page, 1 << 16)):
            content += more
    if len(content) > LONGEST:
        raise ValueError("too long")
    document = json.loads(content.decode())
    checks = document["checks"]
    if document["schema"] != SCHEMA or not isinstance(checks, dict):
        raise ValueError("another shape")
    return checks


def _verdicts(seen: Mapping[str, Any]) -> Verdicts:
    return {
        (kind, str(id_)): str(verdict)
        for kind in ("target", "milestone")
        for id_, verdict in seen.get(f"{kind}s", {}).items()
    }


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as page:
            page.write(content)
            page.flush()
            os.fsync(page.fileno())
        beside.replace(path)
        _keep_name(path.parent)
    finally:
        beside.unlink(missing_ok=True)


def _keep_name(folder: Path) -> None:
    """Put the new name on the disk, where the system can be asked to."""
    if hasattr(os, "O_DIRECTORY"):
        page = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(page)
        finally:
            os.close(page)
