"""A leader's page as a Word document a person can edit, or poured into an office's own template; python-docx's door."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import Any, TypeAlias

from tracker.assessment.verdict import Verdict
from tracker.render.as_plain import clean, width
from tracker.render.brief_page import Page, Part
from tracker.render.chart import Drawing
from tracker.render.sheet import Sheet, Side
from tracker.render.word_template import fill
from tracker.render.word_text import WIDTH_EMU, bulleted, coloured, narrow_margins, paper, text

COLOURS = {
    Verdict.MET: "1B6E3C",
    Verdict.ON_TRACK: "1B6E3C",
    Verdict.AT_RISK: "A15C00",
    Verdict.OFF_TRACK: "B42318",
    Verdict.MISSED: "B42318",
    Verdict.UNKNOWN: "52606D",
}
GRID = "Table Grid"
PICTURE_CM = 7.9
ABREAST = 2
CELL_POINTS = 8.0
WIDEST, PADDING = 20, 2
"""How many cells of text a column of words wishes for at most, and the room beside them."""
CELL_EMU = int(CELL_POINTS * 12_700 * 0.56)
"""A cell of text is a little more than half as wide as its letters are high, in the wider fonts too."""
Picture: TypeAlias = Callable[[Drawing], bytes]


def as_word(page: Page, picture: Picture, template: bytes | None = None) -> bytes:
    """The page as .docx; `picture` makes a PNG of a chart. Placeholders of a template are filled, the rest is kept."""
    from docx import Document

    document = Document(BytesIO(template)) if template else Document()
    if template:
        fill(document, placeholders(page, picture))
    else:
        paper(document, page.lang)
        whole(document, page, picture)
    document.core_properties.title = clean(page.title)[:255]
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def whole(document: Any, page: Page, picture: Picture) -> None:  # noqa: ANN401 -- python-docx's own kind
    """The page from its title to its sources."""
    document.add_heading(clean(page.title), 0)
    text(document, " | ".join(page.facts), style="Subtitle")
    lamps(document, page)
    for part in page.parts:
        document.add_heading(clean(part.heading), 1)
        for paragraph in part.paragraphs:
            text(document, paragraph)
        below(document, part, picture)
    for heading, lines in ((page.notes_heading, page.notes), (page.sources_heading, page.sources)):
        if lines:
            document.add_heading(clean(heading), 2)
            bulleted(document, lines)


def below(document: Any, part: Part, picture: Picture) -> None:  # noqa: ANN401
    """The tables and pictures of a part."""
    for sheet in part.sheets:
        text(document, sheet.title, style="Caption", keep=True)
        table(document, sheet)
        for note in sheet.notes:
            text(document, note)
    pictures(document, part.drawings, picture)


def pictures(document: Any, drawings: Sequence[Drawing], picture: Picture) -> Any:  # noqa: ANN401
    """Pictures two abreast, in a table without lines that is not broken between pages."""
    if not drawings:
        return None
    found = document.add_table(rows=0, cols=ABREAST)
    for number, drawing in enumerate(drawings):
        if number % ABREAST == 0:
            mark(found.add_row(), "w:cantSplit")
        draw(found.cell(number // ABREAST, number % ABREAST), drawing, picture)
    return found


def draw(cell: Any, drawing: Drawing, picture: Picture) -> None:  # noqa: ANN401
    """A picture below its title, with what those are told who do not see it."""
    from docx.shared import Cm

    coloured(cell, drawing.title, None, bold=True, points=CELL_POINTS)
    shape = cell.add_paragraph().add_run().add_picture(BytesIO(picture(drawing)), width=Cm(PICTURE_CM))
    described = shape._inline.docPr  # noqa: SLF001 -- python-docx has no other way to say what a picture shows
    described.set("title", clean(drawing.title))
    described.set("descr", clean(drawing.description))


def lamps(document: Any, page: Page) -> Any:  # noqa: ANN401
    """The counts by verdict: a row of lamps with mark and word, and below each how many of how many."""
    found = document.add_table(rows=2, cols=len(page.lamps))
    found.style = GRID
    for column, lamp in enumerate(page.lamps):
        coloured(found.cell(0, column), f"{lamp.mark} {lamp.word}", COLOURS[lamp.verdict], points=CELL_POINTS)
        coloured(found.cell(1, column), f"{lamp.n} {lamp.of}", None, points=CELL_POINTS)
    return found


def table(document: Any, sheet: Sheet) -> Any:  # noqa: ANN401
    """A sheet as a real table: its headings are repeated on every page, no row is broken between pages."""
    found = document.add_table(rows=1, cols=len(sheet.columns))
    found.style = GRID
    for cell, column in zip(found.rows[0].cells, sheet.columns, strict=True):
        right = column.side is Side.RIGHT
        coloured(cell, column.heading, None, bold=True, right=right, points=CELL_POINTS)
    mark(found.rows[0], "w:tblHeader")
    for row in sheet.rows:
        cells = found.add_row()
        mark(cells, "w:cantSplit")
        for place, (cell, words) in enumerate(zip(cells.cells, row.cells, strict=True)):
            lamp = row.verdict if place == 0 else None
            right = sheet.columns[place].side is Side.RIGHT
            coloured(cell, words, COLOURS[lamp] if lamp else None, bold=bool(lamp), right=right, points=CELL_POINTS)
    widths(found, sheet)
    return found


def mark(row: Any, name: str) -> None:  # noqa: ANN401
    """Set a property of a row."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 -- python-docx has no other way


def widths(found: Any, sheet: Sheet) -> None:  # noqa: ANN401
    """Share the width of the paper: lamps and numbers get what they need, words share what is left."""
    found.autofit = False
    narrow_margins(found)
    needs = [(max(map(width, texts)) + PADDING) * CELL_EMU for texts in columns(sheet)]
    fixed = [place == 0 or column.side is Side.RIGHT for place, column in enumerate(sheet.columns)]
    left = max(WIDTH_EMU - sum(n for n, fix in zip(needs, fixed, strict=True) if fix), WIDTH_EMU // 3)
    wishes = [min(need, WIDEST * CELL_EMU) for need in needs]
    shared = sum(wish for wish, fix in zip(wishes, fixed, strict=True) if not fix) or 1
    for place, column in enumerate(found.columns):
        column.width = needs[place] if fixed[place] else left * wishes[place] // shared
        for cell in column.cells:  # Word goes by the cells, others by the columns
            cell.width = column.width


def columns(sheet: Sheet) -> list[list[str]]:
    """What each column holds; its heading may wrap, between words or within Chinese."""
    return [
        [wrapped(column.heading), *(row.cells[place] for row in sheet.rows)]
        for place, column in enumerate(sheet.columns)
    ]


def wrapped(heading: str) -> str:
    """The longest piece of a heading on two lines or more."""
    return max(heading.split(), key=width, default="") if heading.isascii() else heading[: len(heading) // 2 + 1]


Filler: TypeAlias = Callable[[Any], object] | str


def placeholders(page: Page, picture: Picture) -> Mapping[str, Filler]:
    """What may stand in a template between double braces: words, or what is built in their place."""
    parts = {part.code: part for part in page.parts}

    def tables(code: str) -> Callable[[Any], object]:
        return lambda holder: [table(holder, sheet) for sheet in parts[code].sheets]

    return {
        "title": page.title,
        "facts": " | ".join(page.facts),
        **{code: "\n".join(part.paragraphs) for code, part in parts.items()},
        "notes": "\n".join(page.notes),
        "sources": "\n".join(page.sources),
        "lamps": lambda holder: lamps(holder, page),
        "table": tables("progress"),
        "behind": tables("problems"),
        "due": tables("next_steps"),
        "charts": lambda holder: pictures(holder, page.drawings, picture),
    }
