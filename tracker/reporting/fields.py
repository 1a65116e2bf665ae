"""How each field of a row is read: numbers, periods, days, units and words, digits as printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from unicodedata import category

from tracker.domain.day_text import read_day
from tracker.domain.period import Period
from tracker.domain.period_doubts import NotAPeriod
from tracker.domain.period_text import year_undetermined
from tracker.domain.series import Bound, Vintage
from tracker.domain.unit_names import Ambiguous
from tracker.domain.units import Unit, UnitTable
from tracker.files.figures import ProjectStage
from tracker.reporting.printed import number, tidy, unmarked

VINTAGE_WORDS: Mapping[str, str] = {
    "计划": "plan",
    "预计": "estimate",
    "预测": "estimate",
    "预计数": "estimate",
    "快报": "flash",
    "快报数": "flash",
    "初步": "preliminary",
    "初步数": "preliminary",
    "初步核算": "preliminary",
    "最终": "final",
    "核实": "final",
    "年报": "final",
    "实际": "final",
    "修订": "revised",
    "修订数": "revised",
}
WORDS = ("source", "locator", "note")
Read = Callable[[str], str | bool]
HIDDEN = frozenset({"Cc", "Cf", "Zl", "Zp"})


class Misread(Exception):
    """A field that cannot be read, as the code and the facts of an objection."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


def find_unit(units: UnitTable, text: str, wanted: Unit | None = None) -> Unit:
    """The unit a cell names; a word nobody knows is one only where it is the indicator's own."""
    try:
        unit = units.declared(text)
        return unit if wanted and unit.kind == wanted.kind else units.find(text)
    except Ambiguous as error:
        raise Misread("ambiguous-unit", unit=text, advice=str(error).partition("; ")[2]) from None
    except ValueError as error:
        raise Misread("unknown-unit", unit=text, advice=str(error).partition("; ")[2]) from None


def unit_or_none(units: UnitTable, text: str, wanted: Unit) -> Unit | None:
    """The unit that words in brackets name; they need not name one, but what may be a unit is asked about."""
    try:
        return find_unit(units, text, wanted)
    except Misread as misread:
        if misread.code == "unknown-unit" and not units.differs_by_capitals(text):
            return None
        raise


def read_number(text: str) -> str:
    """A number, digits as printed."""
    try:
        return number(text)
    except ValueError:
        raise Misread("bad-number", text=text) from None


def read_share(text: str) -> str:
    """A number of percent, with or without its sign."""
    return read_number(unmarked(text).removesuffix("%").removesuffix("％"))


def read_whole(text: str) -> str:
    """A rank."""
    said = read_number(text)
    if not said.isdigit() or int(said) == 0:
        raise Misread("bad-number", text=text)
    return str(int(said))


def read_period(text: str) -> str:
    """A period in its canonical text."""
    if not text:
        raise Misread("no-period")
    try:
        return text if year_undetermined(text) else str(Period.parse(text))
    except NotAPeriod as error:
        if error.doubt:
            raise Misread("unclear-period", text=text, doubt=error.doubt) from None
        raise Misread("bad-period", text=text) from None


def read_date(text: str) -> str:
    """A day."""
    try:
        return read_day(tidy(text)).isoformat()
    except ValueError as error:
        raise Misread("bad-day", text=text, advice=str(error).partition("; ")[2]) from None


def read_vintage(text: str) -> str:
    """How settled a figure is; final unless it is said."""
    said = VINTAGE_WORDS.get(tidy(text), tidy(text).lower()) if text else Vintage.FINAL.value
    if said not in {vintage.value for vintage in Vintage}:
        raise Misread("bad-vintage", text=text, known=list(Vintage))
    return said


def read_bound(text: str) -> str:
    """A figure printed as a limit."""
    if text not in {bound.value for bound in Bound}:
        raise Misread("bad-bound", text=text, known=list(Bound))
    return text


def read_stage(text: str) -> str:
    """How far a project has come."""
    if text not in {stage.value for stage in ProjectStage}:
        raise Misread("bad-stage", text=text, known=list(ProjectStage))
    return text


def read_words(text: str) -> str:
    """Words in one line; signs that cannot be seen are refused."""
    line = " ".join(text.split())
    if any(category(sign) in HIDDEN for sign in line):
        raise Misread("control-character", text=line)
    return line
