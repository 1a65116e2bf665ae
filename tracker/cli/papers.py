"""A leader's page in the form asked for, and pictures where there are fonts for them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tracker.cli.asked import Language, Looks, usage
from tracker.cli.trouble import Exit, Trouble

if TYPE_CHECKING:
    from tracker.assessment.review import Review
    from tracker.render.brief import Brief
    from tracker.render.chart import Drawing
    from tracker.render.wording import Wording


class Paper(StrEnum):
    """The forms a page can take."""

    MD = "md"
    HTML = "html"
    DOCX = "docx"


class Wanted(NamedTuple):
    """How the page should be made."""

    output: Path | None = None
    format: Paper | None = None
    template: Path | None = None
    title: str = ""
    all: bool = False
    lang: Language | None = None


ENDINGS: Mapping[str, Paper] = {
    ".md": Paper.MD,
    ".html": Paper.HTML,
    ".htm": Paper.HTML,
    ".docx": Paper.DOCX,
}


def paper_of(wanted: Wanted) -> Paper:
    """The form asked for: by name, by the ending of the file, or Markdown; what it needs must be installed."""
    from tracker.cli.extras import need

    ending = wanted.output.suffix.lower() if wanted.output else ".md"
    paper = wanted.format or ENDINGS.get(ending)
    if paper is None:
        raise usage(f'no page has the ending "{ending}"', f"use {', '.join(ENDINGS)}, or --format")
    if wanted.template and paper is not Paper.DOCX:
        raise usage("--template is for Word pages", "name a file with -o brief.docx")
    if paper is Paper.DOCX and wanted.output is None and sys.stdout.isatty():
        raise usage("a Word page is no text for a terminal", "name a file with -o brief.docx")
    if paper is not Paper.MD:
        need("report", "jinja2" if paper is Paper.HTML else None)
    return paper


def give_page(found: Review, before: Review | None, wanted: Wanted) -> None:
    """Write the page to the file named, or to stdout."""
    from tracker.cli.answer import speak, write_bytes
    from tracker.render.brief import EVERYTHING, PAGE, Brief

    brief = Brief(found, before, EVERYTHING if wanted.all else PAGE, wanted.title)
    data = WRITERS[paper_of(wanted)](brief, speak(Looks(lang=wanted.lang)), wanted)
    if wanted.output:
        write_bytes(wanted.output, data)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def markdown(brief: Brief, wording: Wording, _: Wanted) -> bytes:
    """The page as Markdown."""
    from tracker.render.brief_markdown import as_markdown_page
    from tracker.render.brief_words import page

    return as_markdown_page(page(brief, wording)).encode("utf-8", "backslashreplace")


def html(brief: Brief, wording: Wording, _: Wanted) -> bytes:
    """The page as one HTML file."""
    from tracker.render.as_html import as_html
    from tracker.render.brief_words import page

    return as_html(page(brief, wording)).encode("utf-8", "backslashreplace")


def word(brief: Brief, wording: Wording, wanted: Wanted) -> bytes:
    """The page as a Word document; its pictures take a while, which is shown on a terminal."""
    from tracker.cli.progress_bar import progress
    from tracker.render.as_word import as_word
    from tracker.render.brief_words import page
    from tracker.render.chart_png import as_png

    template = read_template(wanted.template) if wanted.template else None
    said = page(brief, wording)
    drawings = dict(zip(said.drawings, page(brief, legible(wording)).drawings, strict=True))
    with progress("charts", every=1) as tick:

        def picture(drawing: Drawing) -> bytes:
            tick()
            return as_png(drawings[drawing], heading=False)

        try:
            return as_word(said, picture, template)
        except Exception as error:
            if template is None:
                raise
            sentence = f"{wanted.template} cannot be filled in: {type(error).__name__}: {error}"
            raise Trouble(Exit.DATA, sentence, "open it in Word and save it again as .docx") from None


def legible(wording: Wording) -> Wording:
    """How to speak in pictures of dots: in English where no font has Chinese characters, and what to install."""
    from tracker.cli.gather import hint
    from tracker.render.chart_png import chinese_font
    from tracker.render.wording import wording_for

    if wording.lang != Language.ZH or chinese_font():
        return wording
    hint("no installed font has Chinese characters, so charts are in English: install fonts-noto-cjk (Debian, Ubuntu)")
    return wording_for(Language.EN)


WRITERS: Mapping[Paper, Callable[[Brief, Wording, Wanted], bytes]] = {
    Paper.MD: markdown,
    Paper.HTML: html,
    Paper.DOCX: word,
}


def read_template(path: Path) -> bytes:
    """An office's own page, looked at before it is opened: it may unpack to more than the memory holds."""
    from tracker.files.sheets import read_file
    from tracker.files.sheets_cells import LARGEST_FILE, Refused
    from tracker.files.sheets_zip import inside

    try:
        data = read_file(path)
        sound = len(data) <= LARGEST_FILE and "word/document.xml" in inside(data, str(path))
    except Refused as refused:
        raise Trouble(Exit.DATA, f"{path} is no Word page: {refused}", "save it as .docx, without a password") from None
    if not sound:
        raise Trouble(Exit.DATA, f"{path} is no Word page", "save it as .docx, without a password")
    return data
