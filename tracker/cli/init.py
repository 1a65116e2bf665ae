"""`tracker init`: a workspace to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.trouble import Exit, Trouble


def command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where; made if it is not there.")] = Path(),
    example: Annotated[bool, typer.Option("--example", help="Fill it with made-up targets and figures.")] = False,
) -> None:
    """Make a workspace with one commented example of each kind of declaration. Nothing that is there is changed.

    Examples:
      tracker init targets-2026
      tracker init demo --example
    """
    from tracker.files.scaffold import already_there, write_scaffold

    present = already_there(folder)
    if present:
        raise Trouble(Exit.USAGE, f"{folder / present} is already there", "choose another folder")
    try:
        written = write_scaffold(folder, filled=example)
    except OSError as error:
        raise Trouble(Exit.NOT_WRITTEN, f"could not write in {folder}: {error.strerror}") from None
    for name in written:
        print(folder / name)
