"""Words in a Word document: fonts for both writings, paper, paragraphs, coloured cells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tracker.render.as_plain import clean

LATIN, SONG, HEI = "Arial", "宋体", "黑体"
INK = "1F2933"
MARGIN_CM = 1.8
CELL_MARGIN = 45
"""Twentieths of a point."""
WIDTH_EMU = 36_000 * 174
"""The width between the margins of A4, 17.4 cm."""
STYLES = {"Normal": (10, SONG), "Title": (16, HEI), "Subtitle": (9, SONG), "Caption": (9, HEI)}
HEADINGS = {"Heading 1": (13, HEI), "Heading 2": (10.5, HEI)}


def font(element: Any, east: str, latin: str = LATIN) -> None:  # noqa: ANN401 -- python-docx's own kind
    """Name the font for each writing: without one for Chinese, Word would pick by its own language."""
    from docx.oxml.ns import qn

    properties = element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)
    for name, value in (("w:ascii", latin), ("w:hAnsi", latin), ("w:eastAsia", east), ("w:cs", latin)):
        fonts.set(qn(name), value)


def paper(document: Any, lang: str) -> None:  # noqa: ANN401
    """A4, and the styles of the page."""
    from docx.shared import Cm, Pt, RGBColor

    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN_CM)
    for name, (points, east) in (STYLES | HEADINGS).items():
        style = document.styles[name]
        font(style.element, east)
        style.font.size, style.font.italic = Pt(points), False
        style.font.color.rgb = RGBColor.from_string(INK)
        style.paragraph_format.space_before = Pt(8 if name in HEADINGS else 3 if name == "Caption" else 0)
        style.paragraph_format.space_after = Pt(3)
    document.core_properties.language = "zh-CN" if lang == "zh" else "en-GB"


def text(holder: Any, words: str, *, style: str | None = None, keep: bool = False) -> Any:  # noqa: ANN401
    """A paragraph of words that steer nothing; `keep` holds it on the page of what follows."""
    paragraph = holder.add_paragraph(clean(words), style=style)
    paragraph.paragraph_format.keep_with_next = keep or None
    return paragraph


def bulleted(holder: Any, lines: Iterable[str]) -> None:  # noqa: ANN401
    """A list."""
    for line in lines:
        text(holder, line, style="List Bullet")


def coloured(  # noqa: PLR0913 -- a cell, words, and how they look
    cell: Any,  # noqa: ANN401
    words: str,
    colour: str | None,
    *,
    bold: bool = False,
    right: bool = False,
    points: float,
) -> None:
    """Words in a cell of a table."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt, RGBColor

    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(clean(words))
    run.bold, run.font.size = bold or None, Pt(points)
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.paragraph_format.space_after = Pt(0)


def narrow_margins(table: Any) -> None:  # noqa: ANN401
    """Less room left and right of what stands in a table's cells: many columns share one page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    margins = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        margin = OxmlElement(side)
        margin.set(qn("w:w"), str(CELL_MARGIN))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.append(margins)  # noqa: SLF001 -- python-docx has no other way
