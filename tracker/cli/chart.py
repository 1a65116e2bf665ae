"""`tracker chart`: one target as a picture."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.asked import Asking, Language, Looks, usage
from tracker.cli.options import Id, sharing
from tracker.cli.trouble import Exit, Trouble

if TYPE_CHECKING:
    from tracker.assessment.assess import Assessment
    from tracker.render.chart import Drawing
    from tracker.render.wording import Wording


@sharing(Asking)
def command(
    asking: Asking,
    context: typer.Context,
    id_: Id,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write .svg or .png instead of text.")
    ] = None,
    lang: Annotated[
        Language | None, typer.Option("--lang", help="The language of words; that of the environment unless given.")
    ] = None,
    ascii_: Annotated[bool, typer.Option("--ascii", help="Draw in ASCII only.")] = False,
) -> None:
    """One target as a picture: actuals, what is asked for, the stages, and where it is heading.

    Text on a terminal or in a pipe; with -o a picture whose text stays text (.svg), or one of dots (.png).

    Examples:
      tracker chart jiayuguan.value-added.floor
      tracker chart jiayuguan.value-added.floor --lang zh -o floor.svg
    """
    from tracker.assessment.review import review
    from tracker.cli.gather import open_workspace
    from tracker.cli.selectors import only

    writer = writer_of(output)
    portfolio = open_workspace(context).portfolio
    found = review(portfolio, asking.day, asking.known_at, in_force_only=False, wanted=only(portfolio, id_))
    if not found.targets:
        raise usage(f'"{id_}" is a milestone, which has no chart', f"tracker show {id_}")
    data = writer(found.targets[0], Looks(lang=lang, ascii=ascii_))
    if output is None:
        sys.stdout.write(data.decode())
    else:
        from tracker.cli.answer import write_bytes

        write_bytes(output, data)


Writer = Callable[["Assessment", Looks], bytes]


def writer_of(output: Path | None) -> Writer:
    """How to draw, by the ending of the file; what that needs must be installed."""
    from tracker.cli.extras import need

    ending = output.suffix.lower() if output else ""
    if output and ending not in WRITERS:
        raise usage(f'no picture has the ending "{ending}"', "use .svg or .png")
    if ending == ".png":
        need("report")
    return WRITERS[ending]


def drawn(a: Assessment, wording: Wording) -> Drawing:
    """The picture, ready to be drawn."""
    from tracker.render.chart import drawing
    from tracker.render.chart_points import chart_points

    points = chart_points(a)
    if points is None:
        said = f"there is nothing to draw for {a.target.id}: no figures, or none on the way to a stage"
        raise Trouble(Exit.DATA, said, f"tracker show {a.target.id}")
    return drawing(points, wording)


def text(a: Assessment, looks: Looks) -> bytes:
    """The picture as text."""
    from tracker.cli.answer import speak
    from tracker.render.as_plain import clean
    from tracker.render.chart_text import plot

    picture = drawn(a, speak(looks))
    lines = [clean(picture.title), *plot(picture, ascii_only=looks.ascii)]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def svg(a: Assessment, looks: Looks) -> bytes:
    """The picture as SVG."""
    from tracker.cli.answer import speak
    from tracker.render.chart_svg import as_svg

    return (as_svg(drawn(a, speak(looks)), wide=640, high=320, heading=True) + "\n").encode("utf-8", "backslashreplace")


def png(a: Assessment, looks: Looks) -> bytes:
    """The picture as dots; in English where no font has Chinese characters."""
    from tracker.cli.answer import speak
    from tracker.cli.papers import legible
    from tracker.render.chart_png import as_png

    return as_png(drawn(a, legible(speak(looks))))


WRITERS: Mapping[str, Writer] = {"": text, ".svg": svg, ".png": png}
