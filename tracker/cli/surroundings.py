"""What a command runs in: versions, encodings, locale, terminal, extras, and the file system below a folder."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from tracker.cli.extras import EXTRAS, missing
from tracker.cli.trouble import Exit
from tracker.version import VERSION

NETWORKED = frozenset({"nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "9p", "ceph", "glusterfs", "fuse.sshfs", "afs"})
VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG", "TERM", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "TRACKER_WORKSPACE")
LIBRARIES = ("typer", "rich", "tomli_w", "python-dateutil")
"""Environment variables that change what is printed, and libraries of the core; no variable that may hold a secret."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what was found, and the exit code it would end in; 0 is fine."""

    subject: str
    found: str
    code: int = Exit.OK


def surrounding() -> list[Finding]:
    """Everything that does not depend on a workspace."""
    import platform

    named = [f"{name}={os.environ[name]}" for name in VARIABLES if name in os.environ]
    return [
        Finding("tracker", VERSION),
        Finding("python", f"{platform.python_version()} ({sys.executable})"),
        Finding("system", platform.platform()),
        Finding("libraries", ", ".join(f"{name} {version(name)}" for name in LIBRARIES)),
        *extras(),
        Finding("encoding", f"stdout {sys.stdout.encoding}, files utf-8, names {sys.getfilesystemencoding()}"),
        Finding("language", f"{spoken()}; {', '.join(named) or 'no variable of the environment says otherwise'}"),
        Finding("terminal", "yes" if sys.stdout.isatty() else "no: plain text, no colour"),
        Finding("notifications", told_of()),
    ]


def extras() -> list[Finding]:
    """Which extras are installed; a missing one is told and no fault."""
    return [
        Finding(f"extra {name}", f"not installed ({', '.join(lacking)})" if (lacking := missing(name)) else "installed")
        for name in EXTRAS
    ]


def version(library: str) -> str:
    """The version of a library, or that it is not there."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as of

    try:
        return of(library)
    except PackageNotFoundError:
        return "not installed"


def spoken() -> str:
    """The language words are in."""
    from tracker.cli.answer import language

    return language(os.environ).value


def told_of() -> str:
    """Whether the environment names channels; their addresses hold secrets and are only counted."""
    count = len(os.environ.get("TRACKER_NOTIFY", "").split())
    return f"{count} named by TRACKER_NOTIFY" if count else "none named by TRACKER_NOTIFY"


def file_system(folder: Path, table: Path = Path("/proc/self/mounts")) -> tuple[str, bool]:
    """The kind of file system a folder is on, and whether it is one over a network; unknown where nothing tells."""
    try:
        lines = table.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return "unknown", False
    here, found = folder.resolve(), ("", "unknown")
    for line in lines:
        _, point, kind, *_ = (*line.split(), "", "", "")
        if point and here.is_relative_to(unescaped(point)) and len(point) >= len(found[0]):
            found = (point, kind)
    return found[1], found[1] in NETWORKED


def unescaped(path: str) -> str:
    """A mount point with its blanks, which the system writes as octal numbers."""
    return path.replace("\\040", " ").replace("\\011", "\t")
