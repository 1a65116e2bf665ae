"""What the exports for other programs share: where to write to, and in which language names are."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.asked import Language, Looks

if TYPE_CHECKING:
    from tracker.render.wording import Wording

Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file that is replaced as a whole.")
]
Lang = Annotated[
    Language | None, typer.Option("--lang", help="The language of names; that of the environment unless given.")
]


def speaking(lang: Language | None) -> Wording:
    """How to speak in an export."""
    from tracker.cli.answer import speak

    return speak(Looks(lang=lang))


def send(text: str, output: Path | None) -> None:
    """Write an export to its file, or to where the answer goes."""
    from tracker.cli.answer import write_file

    if output is None:
        sys.stdout.write(text)
    else:
        write_file(output, text)
