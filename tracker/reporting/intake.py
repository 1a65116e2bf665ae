"""A sheet -> drafts: one for each row with a figure; what is passed over is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tracker.domain.period import Period
from tracker.files.sheets_cells import Book, Cell, Grid, Line
from tracker.files.sheets_text import shown
from tracker.reporting.claim import Draft, Objection, Remark
from tracker.reporting.columns import PLAIN, Columns, find_columns, mapped_columns
from tracker.reporting.guide import Guide, Intake
from tracker.reporting.headings import parsed, period_in
from tracker.reporting.names import key
from tracker.reporting.printed import blank, value_and_rank
from tracker.reporting.readings import FigureColumns, Reading, Row

TOTALS = frozenset({"合计", "总计", "小计", "共计", "total", "sum", "subtotal"})
NOTE = re.compile("(?:注|备注|说明|附注|数据来源|资料来源|填报|填表|制表|审核|note|notes|source)(?:[:：.]|$|[0-9])")
COMMON_UNIT = re.compile("(?:计量)?单位[:：](.{1,20})")


def read_book(book: Book, guide: Guide) -> Intake:
    """The drafts of every visible sheet that has headings, or of the one that is named."""
    intake = Intake()
    if book.encoding:
        intake.remarks.append(Remark("encoding", "", {"encoding": book.encoding.upper()}))
    intake.remarks += [Remark("hidden-sheet", name) for name in book.hidden if guide.sheet in {None, name}]
    for grid in book.grids:
        if guide.sheet is not None and grid.name != guide.sheet:
            continue
        mapped = bool(guide.columns)
        columns = mapped_columns(grid, guide.columns, guide.header) if mapped else find_columns(grid)
        if columns is None:
            if grid.lines:
                intake.remarks.append(Remark("no-headings", grid.name))
            continue
        intake.understood.append(grid.name)
        _Reading(grid, columns, guide, intake).read()
    return intake


class _Reading:
    """One sheet, from the row under its headings to its end."""

    def __init__(self, grid: Grid, columns: Columns, guide: Guide, intake: Intake) -> None:
        self.grid, self.columns, self.guide, self.intake = grid, columns, guide, intake
        self.title = list(title(grid, columns))
        self.figures = FigureColumns(columns, period_in(self.title) or period_in([grid.name]))
        self.objected = False
        self.unit = next(
            (found[1] for text in self.title if (found := COMMON_UNIT.search("".join(text.split())))), None
        )
        self.headings = {
            key(cell.text) for line in grid.lines if line.number == columns.last_row for cell in line.cells
        }

    def read(self) -> None:
        """Take in every row; the columns nobody reads and the rows without a figure are told once."""
        without = 0
        for line in self.grid.lines:
            if line.number > self.columns.last_row:
                without += self.row(line)
        place = self.grid.name
        if without:
            self.intake.remarks.append(Remark("no-figure", place, {"rows": without}))
        passed = [(column, self.columns.words.get(column, "")) for column in self.figures.passed]
        if unread := [name for _, name in sorted((*self.columns.unused, *passed))]:
            self.intake.remarks.append(Remark("unused-columns", place, {"headings": unread}))

    def row(self, line: Line) -> bool:
        """Take in one row; whether it has a name but no figure."""
        cells = {role: self.cell(line, self.columns.first(role)) for role in (*PLAIN, "id")}
        if cells["milestone"].text or cells["project"].text:
            self.deed(line, cells)
            return False
        name = self.name(cells)
        if code := self.aside(line, cells, name):
            self.intake.remarks.append(Remark(code, self.grid.place(line.number)))
            return False
        wanted = self.wanted(cells)
        known = Row(lambda column: place_filled(self.cell(line, column)), wanted, self.guide.runs(name))
        found = False
        for one in self.figures.of(known):
            figures = {role: (column, self.cell(line, column), one.period) for role, column in one.columns.items()}
            if any(place_filled(cell) for _, cell, _ in figures.values()):
                found = True
                if not self.contradicted(line, one, wanted):
                    self.figure(line, name, cells, figures)
        return bool(name) and not found

    def name(self, cells: Mapping[str, Cell]) -> str:
        """What the row speaks of: its id where that is one, otherwise its name."""
        own = cells["id"].text
        return (
            own if own and (self.guide.names.find(own)[0] or not cells["indicator"].text) else cells["indicator"].text
        )

    def aside(self, line: Line, cells: Mapping[str, Cell], name: str) -> str | None:
        """Why a row is no figure, as the code of a remark; None where it may be one."""
        first = next((cell.text for cell in line.cells if cell.text), "")
        if NOTE.match(key(first)):
            return "note-row"
        if not blank(cells["withdrawn"].text):
            return "withdrawn-row"
        if {key(cell.text) for cell in line.cells if cell.text} <= self.headings:
            return "headings-again"
        total = TOTALS & {key(name), key(first)} and not self.guide.names.find(name)[0]
        return "total-row" if total else None

    def cell(self, line: Line, column: int | None) -> Cell:
        """A cell of a row; one beyond its end is blank."""
        return line.cells[column] if column is not None and column < len(line.cells) else Cell()

    def wanted(self, cells: Mapping[str, Cell]) -> Period | None:
        """The period asked for: by the row itself, or else for all rows."""
        own = cells["period"].text
        return parsed(self.guide.defaults.get("period", "") if blank(own) else own)

    def contradicted(self, line: Line, one: Reading, wanted: Period | None) -> bool:
        """Whether the heading names another period than the one asked for; objected to once a sheet."""
        if wanted is None or one.months is None or one.period is None or one.period == wanted:
            return False
        if self.figures.total(one) and one.period.last == wanted.last:
            return False
        column = next(iter(one.columns.values()))
        if not self.objected:
            place = self.grid.place(self.columns.last_row, column)
            facts = {"id": self.cell(line, self.columns.first("indicator")).text, "period": wanted, "unit": ""}
            facts |= {"value": wanted, "other": one.months, "where": place}
            said = Objection("twice", self.grid.place(line.number, column), facts)
            self.intake.drafts.append(Draft(said.place, {}, objections=(said,)))
        self.objected = True
        return True

    def figure(
        self, line: Line, name: str, cells: Mapping[str, Cell], figures: Mapping[str, tuple[int, Cell, Period | None]]
    ) -> None:
        """One row with a figure as a draft; a rank in brackets behind the value is split off."""
        texts = {"indicator": name}
        texts |= {role: cells[role].text for role in PLAIN if role != "indicator" and not blank(cells[role].text)}
        places = {role: self.grid.place(line.number, self.columns.first(role)) for role in cells if role in texts}
        texts.update({role: cell.text for role, (_, cell, _) in figures.items() if place_filled(cell)})
        places.update({role: self.grid.place(line.number, column) for role, (column, _, _) in figures.items()})
        percent = {role for role, (_, cell, _) in figures.items() if cell.percent}
        if "value" in texts:
            self.split(texts, percent)
        troubles = {role: cell.trouble for role, (_, cell, _) in figures.items() if cell.trouble}
        self.fill(texts, figures)
        read = next((role for role in ("value", "growth", "rank") if role in texts or role in troubles), "")
        place = places.get(read) or self.grid.place(line.number)
        self.intake.drafts.append(Draft(place, texts, places, frozenset(percent), troubles, self.grid.formats))

    def split(self, texts: dict[str, str], percent: set[str]) -> None:
        """Take a rank in brackets and a percent sign off the value."""
        value, rank = value_and_rank(texts["value"])
        value, signed = shown(value)
        if rank and "rank" not in texts:
            texts["rank"] = rank
        percent.update({"value"} if signed else ())
        texts["value"] = value
        if blank(value):
            del texts["value"]

    def fill(self, texts: dict[str, str], figures: Mapping[str, tuple[int, Cell, Period | None]]) -> None:
        """What the row does not say itself: the unit of its heading or of the title, the period, and the defaults."""
        column, _, period = figures.get("value") or next(iter(figures.values()))
        defaults = dict(self.guide.defaults)
        if "unit" not in texts:
            one = self.columns.headings.get(column)
            unit = (one.unit if one and "value" in figures else None) or (None if "unit" in defaults else self.unit)
            texts.update({"unit_guess": unit} if unit else {})
        if "period" not in texts and "period" not in defaults and period:
            texts["period"] = str(period)
        texts.update({name: text for name, text in defaults.items() if name not in texts})

    def deed(self, line: Line, cells: Mapping[str, Cell]) -> None:
        """A row about a milestone or a project."""
        texts = {role: cell.text for role, cell in cells.items() if role != "id" and not blank(cell.text)}
        defaults = {name: text for name, text in self.guide.defaults.items() if name in {"source", "published", "note"}}
        places = {role: self.grid.place(line.number, self.columns.first(role)) for role in texts}
        self.intake.drafts.append(Draft(self.grid.place(line.number), defaults | texts, places))


def place_filled(cell: Cell) -> bool:
    """Whether a cell holds a figure, or something in the place of one."""
    return bool(cell.trouble) or not blank(cell.text)


def title(grid: Grid, columns: Columns) -> Iterator[str]:
    """Everything written above the headings, and the headings nobody reads."""
    for line in grid.lines:
        if line.number < columns.last_row:
            yield from (cell.text for cell in line.cells if cell.text)
