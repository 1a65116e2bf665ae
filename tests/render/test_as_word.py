"""A leader's page as a Word document: real tables, fonts for both writings, an office's own template."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import read_back
from briefs import the_page
from test_brief_figures import DOT

from tracker.render.as_word import as_word

docx = pytest.importorskip("docx", reason="python-docx, which writes Word pages, is not installed")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def qn(name: str) -> str:
    """A name of Word's own XML in full."""
    return DRAWN if name == "wp:docPr" else WORD + name.removeprefix("w:")


def written(example: Path, lang: str = "zh", template: Any = None) -> Any:  # noqa: ANN401 -- python-docx's own kind
    """The page written and opened again."""
    data = None
    if template is not None:
        out = BytesIO()
        template.save(out)
        data = out.getvalue()
    return docx.Document(BytesIO(as_word(the_page(example, lang), lambda _: DOT, data)))


def texts(document: Any) -> list[str]:  # noqa: ANN401
    """Its paragraphs."""
    return [paragraph.text for paragraph in document.paragraphs]


def test_a_page_has_headings_a_person_can_navigate_by(example: Path):
    """Title, three parts, notes and sources."""
    styled = [(p.style.name, p.text) for p in written(example).paragraphs if p.style.name.startswith(("Title", "Head"))]
    assert [name for name, _ in styled] == ["Title", *["Heading 1"] * 3, *["Heading 2"] * 2]
    assert [text for name, text in styled if name == "Heading 1"] == [
        "一、进展情况",
        "二、存在的问题",
        "三、下一步措施",
    ]


def test_a_page_is_a4_and_its_fonts_have_chinese(example: Path):
    """Without a font named for it, Chinese would be shown in whatever Word finds."""
    document = written(example)
    assert (round(document.sections[0].page_width.cm, 1), round(document.sections[0].page_height.cm, 1)) == (21.0, 29.7)
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Caption"):
        fonts = document.styles[name].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) in {"宋体", "黑体"}
        assert fonts.get(qn("w:eastAsiaTheme")) is None


def test_tables_are_real_and_their_headings_are_repeated(example: Path):
    """No row is broken between two pages."""
    tables = [t for t in written(example).tables if "w:tblHeader" in t._tbl.xml]
    assert len(tables) == 3
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for t in tables for row in t.rows[1:])


def test_a_table_is_as_wide_as_the_page(example: Path):
    """Seventeen centimetres, give or take a little."""
    for table in written(example).tables:
        if "w:tblHeader" in table._tbl.xml:
            wide = sum(cell.width.cm for cell in table.rows[0].cells)
            assert 12 < wide < 17.6


def test_pictures_are_described(example: Path):
    """For those who do not see them."""
    page = the_page(example, "en")
    found = list(written(example, "en").element.iter(qn("wp:docPr")))
    assert [e.get("title") for e in found] == [drawing.title for drawing in page.drawings]
    assert all(e.get("descr") for e in found)


def a_template() -> Any:  # noqa: ANN401
    """An office's own page: placeholders in the body, in a table, in the header, one spread over several runs."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Office of X - {{title}}"
    document.add_paragraph("{{ title }}", style="Title")
    spread = document.add_paragraph("Progress: ")
    for piece in ("{{pro", "gress", "}} end"):
        spread.add_run(piece).bold = True
    for name in ("{{table}}", "{{problems}}", "{{behind}}", "{{next_steps}}", "{{charts}}", "{{unknown_word}}"):
        document.add_paragraph(name)
    document.add_table(rows=1, cols=1).cell(0, 0).text = "{{sources}}"
    document.add_paragraph("Signed: ________")
    return document


def test_a_template_is_filled_in_where_its_placeholders_stand(example: Path):
    """All else is kept as it was."""
    page, filled = the_page(example, "zh"), written(example, "zh", a_template())
    said = texts(filled)
    first, *others = page.parts[0].paragraphs
    assert filled.sections[0].header.paragraphs[0].text == f"Office of X - {page.title}"
    assert said[: 1 + len(others) + 1] == [page.title, f"Progress: {first}", *others[:-1], f"{others[-1]} end"]
    assert said[-1] == "Signed: ________"
    assert "{{unknown_word}}" in said
    assert [t for t in said if "{{" in t] == ["{{unknown_word}}"]
    assert filled.tables[-1].cell(0, 0).text == "\n".join(page.sources)


def test_the_tables_of_a_template_stand_where_they_were_asked_for(example: Path):
    """The main one before the problems, that of the problems after them."""
    page, filled = the_page(example, "zh"), written(example, "zh", a_template())
    out = BytesIO()
    filled.save(out)
    sheets = [
        [[c.heading for c in s.columns], *map(list, (r.cells for r in s.rows))] for p in page.parts for s in p.sheets
    ]
    assert read_back.word_tables(out.getvalue()) == sheets[:2]
    order = [e.tag.split("}")[1] for e in filled.element.body if e.tag.endswith(("}p", "}tbl"))]
    assert order.index("tbl") == 1 + len(page.parts[0].paragraphs)


def test_a_placeholder_in_a_cell_may_ask_for_a_table(example: Path):
    """The cell still ends in a paragraph, as Word demands."""
    template = docx.Document()
    template.add_table(rows=1, cols=1).cell(0, 0).text = "{{due}}"
    cell = written(example, "en", template).tables[0].cell(0, 0)
    assert len(cell.tables) == 1
    assert cell._tc[-1].tag == qn("w:p")
