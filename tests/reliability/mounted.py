"""File systems made for one test: small, read-only, or on a device that can be cut from its power."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class NotPossible(Exception):
    """What this machine does not let us do; the reason in its own words."""


def run(*command: str | Path) -> str:
    """Run a command of the system and give what it prints; NotPossible with its complaint when it fails."""
    if shutil.which(command[0]) is None:
        raise NotPossible(f"{command[0]} is not installed")
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotPossible(f"{command[0]}: {done.stderr.strip()}")
    return done.stdout


@contextmanager
def mounted(what: str | Path, where: Path, *how: str) -> Iterator[Path]:
    """Mount for the length of the block; the test is skipped, with the reason, where that is not allowed."""
    if not hasattr(os, "geteuid") or os.geteuid():
        pytest.skip("mounting needs root")
    where.mkdir(exist_ok=True)
    try:
        run("mount", *how, what, where)
    except NotPossible as reason:
        pytest.skip(f"mounting is not possible here: {reason}")
    try:
        yield where
    finally:
        run("umount", where)


def ext4(image: Path, megabytes: int, *how: str) -> Path:
    """An empty ext4 file system in a file; the test is skipped, with the reason, where it cannot be made."""
    with image.open("wb") as page:
        page.truncate(megabytes << 20)
    try:
        run("mkfs.ext4", "-q", "-F", *how, image)
    except NotPossible as reason:
        pytest.skip(f"no ext4 here: {reason}")
    return image
