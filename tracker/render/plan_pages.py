"""The planning table, the task book and the roadmap as pages of a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from tracker.assessment.review import Review
from tracker.render.catalogue import N_
from tracker.render.number_words import rounded, without_zeros
from tracker.render.plan_table import PLACES, described, legend, policy_name, promised_in
from tracker.render.plan_years import PlanRow, YearCell, plan_rows
from tracker.render.sheet import Sheet
from tracker.render.views import heading
from tracker.render.wording import NO_MARK, Wording
from tracker.render.workbook_page import Head, Look, Page, Table, Value, without_empty

NAME, WORD = 40, 18
MARKING = "".join(NO_MARK) + " "


def table_pages(review: Review, wording: Wording) -> tuple[Page, ...]:
    """The planning table, one page a policy: below each line of promises one of actuals and one of verdicts."""
    rows = plan_rows(review)
    policies = dict.fromkeys(row.assessment.target.policy for row in rows)
    notes = tuple(legend(rows, wording))
    return tuple(
        table_page(policy, [r for r in rows if r.assessment.target.policy == policy], review, wording, notes)
        for policy in policies
    ) or (Page(wording.say(N_("Planning table")), wording.say(N_("nothing was selected")), ()),)


def table_page(policy: str, rows: Sequence[PlanRow], review: Review, wording: Wording, notes: tuple[str, ...]) -> Page:
    """One policy's page."""
    say = wording.say
    years = (str(cell.year) if cell.year else say(N_("no date")) for cell in rows[0].cells)
    heads = (
        Head(say(N_("no.")), Look.WHOLE),
        Head(say(N_("indicator")), most=NAME),
        Head(say(N_("reckoned as")), most=WORD),
        Head(say(N_("unit")), most=WORD),
        Head(say(N_("nature")), most=WORD),
        Head(say(N_("baseline")), most=WORD),
        Head("", most=WORD),
        *(Head(year, Look.PRINTED, WORD) for year in years),
        Head(say(N_("verdict")), Look.STATE),
        Head(say(N_("id")), most=NAME),
    )
    lines = tuple(line for n, row in enumerate(rows, start=1) for line in lines_of(n, row, wording))
    name = policy_name(policy, review, wording)
    title = heading(say(N_("Planning table")), review, wording)
    table = without_empty(Table(heads, lines))
    return Page(name or title, wording.pair(title, name) if name else title, (table,), notes, frozen=2)


def lines_of(number: int, row: PlanRow, wording: Wording) -> Iterable[tuple[Value, ...]]:
    """The promises of one target, what was reached, and the marks of its stages."""
    a = row.assessment
    blank = ("",) * 5
    promised = (promised_value(cell, row, wording) for cell in row.cells)
    what: tuple[Value, ...] = (number, wording.name(a.target.title), *described(a, wording))
    yield (*what, wording.say(N_("promised")), *promised, wording.verdict(a.verdict), a.target.id)
    reached = [reached_value(cell, row, wording) for cell in row.cells]
    if any(value is not None for value in reached):
        yield (None, *blank, wording.say(N_("actual")), *reached, "", "")
        marks = (wording.joined(wording.verdict(s.judgement.verdict) for s in cell.stages) for cell in row.cells)
        yield (None, *blank, wording.say(N_("verdict")), *marks, "", "")


def promised_value(cell: YearCell, row: PlanRow, wording: Wording) -> Value:
    """What is promised for a year: a number where it is one, words where it has a sign or brackets."""
    words = promised_in(cell, row.assessment, wording)
    stage = cell.stages[0].stage if len(cell.stages) == 1 else None
    if stage is None or stage.value is None:
        return words
    number = wording.promised(stage.value, row.assessment.unit, bare=True)
    if words.lstrip("≥>=") != number:
        return words
    return without_zeros(wording.shown(stage.value, row.assessment.unit)[0])


def reached_value(cell: YearCell, row: PlanRow, wording: Wording) -> Decimal | None:
    """What was reached in a year, as a number."""
    if cell.observation is None:
        return None
    value = wording.shown(cell.observation.value, row.assessment.unit)[0]
    return value if cell.observation.how == "printed" else without_zeros(rounded(value, PLACES))


def sheet_pages(sheets: Sequence[Sheet]) -> tuple[Page, ...]:
    """Sheets of words as pages of words, one each."""
    return tuple(sheet_page(sheet, n, sheets[0].title) for n, sheet in enumerate(sheets, start=1))


def sheet_page(sheet: Sheet, number: int, title: str) -> Page:
    """One sheet; the column of states keeps its colours."""
    looks = (Look.STATE if n == 0 else Look.TEXT for n in range(len(sheet.columns)))
    heads = tuple(Head(c.heading.lstrip(MARKING), look, NAME) for c, look in zip(sheet.columns, looks, strict=True))
    name = sheet.title.rpartition("：")[2].rpartition(": ")[2] or f"{number}"
    tables = (Table(heads, tuple(row.cells for row in sheet.rows)),) if sheet.rows else ()
    return Page(name, sheet.title or title, tables, sheet.notes, frozen=0)
