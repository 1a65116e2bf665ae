"""Pages as an .xlsx workbook: numbers as numbers, text only ever as text. The one door to XlsxWriter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any

from tracker.assessment.verdict import Verdict
from tracker.render.as_plain import clean
from tracker.render.number_words import rounded, telling, telling_share, without_zeros
from tracker.render.workbook_charts import Spot, chart
from tracker.render.workbook_layout import GROUPED_FROM, lines_high, set_up, widths
from tracker.render.workbook_names import sheet_names
from tracker.render.workbook_page import FIGURES, About, Head, Look, Page, Table, Value

SAFE = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
LONGEST = 32767
"""Characters a cell holds."""
COMPUTED_PLACES = 2
LINE_HIGH = 14.5
ROOM = 16
"""Rows a chart covers, whatever stands beside it."""
SHADES = {
    Verdict.MET: ("#DDF3E4", "#14532D"),
    Verdict.ON_TRACK: ("#DDF3E4", "#14532D"),
    Verdict.AT_RISK: ("#FDF0CC", "#7A4B00"),
    Verdict.OFF_TRACK: ("#FADBD8", "#8B1A10"),
    Verdict.MISSED: ("#FADBD8", "#8B1A10"),
    Verdict.UNKNOWN: ("#ECEFF1", "#455A64"),
}
TIMES = {Look.DAY: "yyyy-mm-dd", Look.TIME: "yyyy-mm-dd hh:mm"}


def as_workbook(pages: Sequence[Page], about: About) -> bytes:
    """The file as it is written to disk."""
    from xlsxwriter import Workbook

    out = BytesIO()
    font = {"font_name": about.font, "font_size": 10}
    with Workbook(out, {**SAFE, "default_format_properties": font}) as book:
        book.set_properties(
            {
                "title": clean(about.title),
                "subject": clean(about.subject),
                "author": clean(about.author),
                "created": about.made,
            }
        )
        writer = Writer(book, about)
        for page, name in zip(pages, sheet_names([page.name for page in pages]), strict=True):
            writer.page(page, name)
    return out.getvalue()


class Writer:
    """Writes pages into one open workbook; a format is made once for all cells that look alike."""

    def __init__(self, book: Any, about: About) -> None:  # noqa: ANN401 -- XlsxWriter has no types
        self.book = book
        self.about = about
        self.formats: dict[tuple[tuple[str, object], ...], Any] = {}

    def format(self, **looks: object) -> Any:  # noqa: ANN401 -- the same
        """The one format with these properties."""
        key = tuple(sorted({"font_name": self.about.font, "font_size": 10, "valign": "vcenter", **looks}.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format(dict(key))
        return self.formats[key]

    def boxed(self, **looks: object) -> Any:  # noqa: ANN401 -- the same
        """A cell of a table: with faint lines around it."""
        return self.format(border=1, border_color="#D0D7DE", **looks)

    def page(self, page: Page, name: str) -> None:
        """One page: the title, the tables below each other, the notes, the charts beside."""
        sheet, wide = self.book.add_worksheet(name), widths(page.tables)
        text(sheet, 0, 0, page.title, self.format(bold=True, font_size=14))
        row, tops = 2, list[int]()
        for number, table in enumerate(page.tables):
            if table.caption:
                text(sheet, row, 0, table.caption, self.format(bold=True))
                row += 1
            tops.append(row)
            self.table(sheet, table, row, wide)
            row += max(len(table.rows), ROOM * any(picture.table == number for picture in page.pictures)) + 2
        for note in page.notes:
            text(sheet, row, 0, note, self.format(font_color="#455A64"))
            row += 1
        for picture in page.pictures:
            table, top = page.tables[picture.table], tops[picture.table]
            drawn = chart(self.book, picture, Spot(name, top, table), self.about.font)
            sheet.insert_chart(top, picture.column, drawn)
        set_up(sheet, page, tops, wide)

    def table(self, sheet: Any, table: Table, top: int, wide: Sequence[int]) -> None:  # noqa: ANN401 -- the same
        """One table with its headings, and the colours of the states in it."""
        sheet.set_row(top, LINE_HIGH * lines_high([head.words for head in table.heads], wide))
        for column, each in enumerate(table.heads):
            look = self.boxed(bold=True, text_wrap=True, bg_color="#E8EEF4", **side(each))
            text(sheet, top, column, each.words, look)
        for number, row in enumerate(table.rows, start=top + 1):
            sheet.set_row(number, LINE_HIGH * lines_high(row, wide))
            for column, (each, value) in enumerate(zip(table.heads, row, strict=True)):
                self.cell(sheet, (number, column), each, value)
        if table.rows and any(each.look is Look.STATE for each in table.heads):
            self.colour(sheet, (top + 1, 0, top + len(table.rows), len(table.heads) - 1))

    def cell(self, sheet: Any, place: tuple[int, int], head: Head, value: Value) -> None:  # noqa: ANN401 -- the same
        """One value: a number, a day or text; what is unknown stays empty."""
        if value is None or value == "":
            sheet.write_blank(*place, None, self.boxed())
        elif isinstance(value, str):
            text(sheet, *place, value, self.boxed(text_wrap=head.look is Look.TEXT, **side(head)))
        elif isinstance(value, date):
            moment = value if isinstance(value, datetime) else datetime.combine(value, time())
            sheet.write_datetime(*place, moment, self.boxed(num_format=TIMES[head.look], **side(head)))
        else:
            sheet.write_number(*place, float(value), self.boxed(num_format=self.digits(Decimal(value), head.look)))

    def digits(self, value: Decimal, look: Look) -> str:
        """How a number is shown: with the digits it was printed with; a computed one with two at most."""
        if look is Look.SHARE:
            return f"0.{'0' * telling_share(value * 100, 1)}%"
        if look is Look.DIFFERENCE:
            shape = f"0.{'0' * telling(value, 1)}"
            return f"+{shape};-{shape};{shape}"
        if look is Look.WHOLE:
            return "0"
        shown = value if look is Look.PRINTED else without_zeros(rounded(value, telling(value, COMPUTED_PLACES)))
        places = max(0, -int(shown.as_tuple().exponent))
        whole = "#,##0" if self.about.grouped and abs(value) >= GROUPED_FROM else "0"
        return f"{whole}.{'0' * places}" if places else whole

    def colour(self, sheet: Any, cells: tuple[int, int, int, int]) -> None:  # noqa: ANN401 -- the same
        """The states in their colours wherever they stand, also when somebody changes a word."""
        for words, verdict in self.about.states:
            back, fore = SHADES[verdict]
            rule = {"type": "cell", "criteria": "==", "value": f'"{words}"'}
            sheet.conditional_format(*cells, {**rule, "format": self.shade(back, fore)})

    def shade(self, back: str, fore: str) -> Any:  # noqa: ANN401 -- the same
        """The colours of one verdict."""
        key = (("bg_color", back), ("font_color", fore))
        if key not in self.formats:
            self.formats[key] = self.book.add_format(dict(key))
        return self.formats[key]


def side(head: Head) -> dict[str, object]:
    """Words stand to the left with a little room before them, numbers to the right."""
    return {"align": "right"} if head.look in FIGURES else {"align": "left", "indent": 1}


def text(sheet: Any, row: int, column: int, words: str, look: Any) -> None:  # noqa: ANN401 -- the same
    """Text that stays text, without what steers a terminal."""
    sheet.write_string(row, column, clean(words)[:LONGEST], look)
