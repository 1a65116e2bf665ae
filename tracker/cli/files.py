"""`tracker files`: what a workspace is read from."""

from __future__ import annotations

import os
import sys

import typer


def command(context: typer.Context) -> None:
    """Print the path of every file the workspace is read from, one a line, whatever the files hold.

    Examples:
      tracker files
      tracker files | grep targets/
    """
    from tracker.cli.gather import place_of, workspace_root
    from tracker.files.folder import inputs

    root = workspace_root(place_of(context))
    sys.stdout.flush()
    for name in inputs(root):
        sys.stdout.buffer.write(os.fsencode(root / name) + b"\n")
