"""A sheet -> drafts: one for each row with a figure; what is passed over is told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from tracker.domain.period import Period
from tracker.files.sheets_cells import Book, Cell, Grid, Line, letters
from tracker.reporting.claim import Draft, Objection, Remark
from tracker.reporting.columns import PLAIN, Columns, find_columns, mapped_columns, with_choice
from tracker.reporting.guide import Guide, Intake
from tracker.reporting.headings import parsed
from tracker.reporting.kinship import Kinship
from tracker.reporting.names import key
from tracker.reporting.outline import Outline
from tracker.reporting.period_cells import joined
from tracker.reporting.printed import blank
from tracker.reporting.readings import FigureColumns, Reading, Row
from tracker.reporting.sheet import cell_of, place_filled, sheet_of
from tracker.reporting.unread import Taken, doubts

TOTALS = frozenset({"合计", "总计", "小计", "共计", "total", "sum", "subtotal"})
NOTE = re.compile("(?:注|备注|说明|附注|数据来源|资料来源|填报|填表|制表|审核|note|notes|source)(?:[:：.]|$|[0-9])")


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
        columns = with_choice(columns, guide.where) if columns and guide.where else columns
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
        self.sheet = sheet_of(grid, columns, guide)
        self.figures = FigureColumns(columns, self.sheet.period, self.sheet.reach)
        self.objected = False
        self.taken: list[Taken] = []
        self.elsewhere = 0
        self.outline = Outline()
        self.asked: dict[Period | None, Objection] = {}
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
        self.hidden()
        for at, doubt in doubts(self.taken, self.columns, self.grid):
            draft = self.intake.drafts[at]
            self.intake.drafts[at] = replace(draft, doubts=(*draft.doubts, doubt))
        if self.elsewhere:
            self.intake.remarks.append(Remark("elsewhere", place, {"rows": self.elsewhere}))
        if without:
            self.intake.remarks.append(Remark("no-figure", place, {"rows": without}))
        passed = [(column, self.columns.words.get(column, "")) for column in self.figures.passed]
        if unread := [name for _, name in sorted((*self.columns.unused, *passed))]:
            self.intake.remarks.append(Remark("unused-columns", place, {"headings": unread}))

    def row(self, line: Line) -> bool:
        """Take in one row; whether it has a name but no figure."""
        if not all(key(cell_of(line, column).text) == key(text) for column, text in self.columns.chosen.items()):
            self.elsewhere += 1
            return False
        cells = {role: cell_of(line, self.columns.first(role)) for role in (*PLAIN, "id")}
        if cells["milestone"].text or cells["project"].text:
            self.deed(line, cells)
            return False
        name = self.name(cells)
        if code := self.aside(line, cells, name):
            self.intake.remarks.append(Remark(code, self.grid.place(line.number)))
            return False
        cells["period"] = self.period_cell(line)
        wanted = self.wanted(cells)
        filled = any(place_filled(cell_of(line, column)) for column in self.columns.of_figures())
        name, doubtful = self.meant(name, cells["indicator"], figured=filled)
        runs, lasts = self.guide.runs(name), self.guide.lasts(name)
        own = not blank(cells["period"].text)
        known = Row(lambda column: place_filled(cell_of(line, column)), wanted, runs, lasts, own)
        found = False
        for one in self.figures.of(known):
            figures = {role: (column, cell_of(line, column), one.period) for role, column in one.columns.items()}
            if any(place_filled(cell) for _, cell, _ in figures.values()):
                found = True
                if not self.contradicted(line, one, wanted):
                    self.taken.append(Taken(len(self.intake.drafts), line, key(name)))
                    draft = self.sheet.draft(line, name, cells, figures)
                    if one.restated:
                        draft = replace(draft, texts={**draft.texts, "period": str(one.period)})
                    against = [self.month_or_total(one.period)] if one.unsure else []
                    against += [replace(doubtful, place=draft.place_of("indicator"))] if doubtful else []
                    self.intake.drafts.append(replace(draft, objections=tuple(against)))
        return bool(name) and not found

    def month_or_total(self, period: Period | None) -> Objection:
        """What is said once of a sheet and a month that may stand for all months up to it."""
        place = self.grid.place(self.columns.last_row)
        return self.asked.setdefault(period, Objection("month-or-total", place, {"period": period}))

    def hidden(self) -> None:
        """Tell the rows and columns that are hidden and hold something."""
        rows, columns = self.grid.hidden_rows, self.grid.hidden_columns
        if rows:
            self.intake.remarks.append(Remark("hidden-rows", self.grid.name, {"rows": list(rows)}))
        if columns:
            self.intake.remarks.append(
                Remark("hidden-columns", self.grid.name, {"columns": list(map(letters, columns))})
            )

    def meant(self, name: str, cell: Cell, *, figured: bool) -> tuple[str, Objection | None]:
        """What a row speaks of under the rows above it, and what is asked where that is doubtful."""
        if not cell.text:
            return name, None
        parents, entry = self.outline.under(cell.text, cell.indent, figured=figured)
        found = Kinship(self.guide.names, self.guide.indicators).meant(name, entry, parents)
        if found.under is None:
            return found.name, None
        (alone,) = self.guide.names.find(name)[0]
        path = f"{self.guide.names.bare(found.under.text)}/{self.guide.names.bare(name)}"
        facts = {"name": cell.text, "parent": found.under.text, "id": alone, "path": path}
        return found.name, Objection("part-of-another", self.grid.name, facts)

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

    def period_cell(self, line: Line) -> Cell:
        """What a row says of its period, in one cell or in several."""
        places = self.columns.by_role.get("period", ())
        first = cell_of(line, self.columns.first("period"))
        said = [(self.columns.words.get(column, ""), cell_of(line, column).text) for column in places]
        return first._replace(text=joined(said)) if len(places) > 1 else first

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
            facts = {"period": wanted, "other": self.columns.words.get(column) or one.months, "where": place}
            said = Objection("other-period", self.grid.place(line.number, column), facts)
            self.intake.drafts.append(Draft(said.place, {}, objections=(said,)))
        self.objected = True
        return True

    def deed(self, line: Line, cells: Mapping[str, Cell]) -> None:
        """A row about a milestone or a project."""
        texts = {role: cell.text for role, cell in cells.items() if role != "id" and not blank(cell.text)}
        defaults = {name: text for name, text in self.guide.defaults.items() if name in {"source", "published", "note"}}
        places = {role: self.grid.place(line.number, self.columns.first(role)) for role in texts}
        self.intake.drafts.append(Draft(self.grid.place(line.number), defaults | texts, places))
