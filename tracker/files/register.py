"""What is known by name while files are put together, and the faults of names and units that do not fit."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from tracker.domain.fault import Fault
from tracker.domain.unit_names import Ambiguous
from tracker.domain.units import ANY_RUPEES, DEFAULT, Unit, UnitTable, convert
from tracker.files.page import Page, Row
from tracker.files.slips import NearWords, Slip, Way

KINDS = ("indicator", "target", "milestone", "project")


class DoubtedUnit(NamedTuple):
    """A unit that is taken as it is though nobody knows it, and the first place that names it."""

    row: Row
    way: Way
    unit: Unit
    units: UnitTable

    def warning(self) -> Fault:
        """What to look at there; it stops nothing."""
        name, help_ = repr(self.unit.symbol[:40]), self.units.advice(self.unit.symbol)
        if self.unit.known:
            complaint = f"{name} is money of no country that is named: it is never converted to other money"
            return self.row.fault_at(self.way, "ambiguous-unit", complaint, help_)
        complaint = f"{name} is not a unit that is known here: it is never converted"
        return self.row.fault_at(self.way, "unknown-unit", complaint, help_)


class Register:
    """The units and rules known, every fault so far, and what is declared with faults and so is not told as unknown.

    `unsound` holds ids by kind; `unread` the kinds of which some declaration could not even be read as far as its id.
    """

    def __init__(self, units: UnitTable = DEFAULT, rules: frozenset[str] = frozenset()) -> None:
        self.units, self.rules = units, rules
        self.faults: list[Fault] = []
        self.doubted: dict[str, DoubtedUnit] = {}
        self.unsound: dict[str, set[str]] = {}
        self.unread: set[str] = set()
        self.near = NearWords()

    def overlook(self, pages: Iterable[Page]) -> None:
        """Remember what is declared with faults: speaking of it is not a second mistake."""
        for page in pages:
            if page.faults and not page.tables:
                self.unread.update(KINDS)
            for kind, unsound in page.unsound.items():
                for row in unsound:
                    self.mark_unsound("indicator" if kind == "formula" else kind, row.get("id"))

    def mark_unsound(self, kind: str, name: str | None) -> None:
        """One declaration with faults; without a name, any name may be its."""
        if name is None:
            self.unread.add(kind)
        else:
            self.unsound.setdefault(kind, set()).add(name)

    def unit_of(self, row: Row) -> Unit | None:
        """The unit an indicator is declared in; without one it is a pure number."""
        return self.unit(row, "unit") if "unit" in row.values else self.units.find("index")

    def unit(self, row: Row, key: str, default: Unit | None = None) -> Unit | None:
        """The unit a row names, of the same kind as the default where there is one."""
        return default if default and key not in row.values else self.unit_at(row, (key,), default)

    def unit_at(self, row: Row, way: tuple[str, ...], like: Unit | None) -> Unit | None:
        """The unit named at a place of a row, which must be of the same kind as another where there is one."""
        name = row.values
        for step in way:
            name = name[step]
        try:
            unit = self.units.declared(str(name))
            if like and not unit.known and unit.kind != like.kind:
                unit = self.units.find(str(name))
            if like:
                convert(Decimal(1), unit, like)
        except ValueError as error:
            complaint, _, help_ = str(error).partition("; ")
            code = "ambiguous-unit" if isinstance(error, Ambiguous) else "unknown-unit" if help_ else "unit-kind"
            self.fault(row, way, code, complaint, help_ or f'write a unit of the same kind as "{like and like.symbol}"')
            return None
        if like is None and (not unit.known or unit.kind.startswith(ANY_RUPEES)):
            self.doubted.setdefault(unit.kind, DoubtedUnit(row, way, unit, self.units))
        return unit

    def new(self, row: Row, known: Mapping[str, object], kind: str) -> bool:
        """Whether an id is used for the first time among its kind."""
        first = known.get(row["id"])
        if first is None:
            return True
        complaint = f'the {kind} "{row["id"]}" is already declared at {getattr(first, "location", "")}'
        self.fault(row, ("id",), "duplicate-id", complaint, "choose another id")
        return False

    def known(self, row: Row, key: str, declared: Mapping[str, object]) -> bool:
        """Whether an id that is spoken of is soundly declared; one that is not declared at all is a fault."""
        if row[key] in declared:
            return True
        kind = "indicator" if key == "peer" else key
        if not self.has(row[key], kind, declared):
            self.unknown(row, (key,), row[key], declared, kind)
        return False

    def has(self, name: str, kind: str, declared: Container[str]) -> bool:
        """Whether an id is declared, soundly or not."""
        return name in declared or name in self.unsound.get(kind, ()) or kind in self.unread

    def unknown(self, row: Row, way: Way, name: str, declared: Iterable[str], kind: str) -> None:
        """An id that is not declared, with the one that was probably meant."""
        help_ = self.near.suggest(name, kind, declared) or f"declare it in targets/ as [[{kind}]]"
        self.fault(row, way, f"unknown-{kind}", f'there is no {kind} "{name}"', help_)

    def told(self, row: Row, slips: Iterable[Slip]) -> bool:
        """Whether nothing was found; what was becomes faults."""
        found = list(slips)
        for slip in found:
            self.fault(row, slip.way, slip.code, slip.complaint, slip.help)
        return not found

    def fault(self, row: Row, way: Way, code: str, complaint: str, help_: str) -> None:
        """One fault at a value of a row."""
        self.faults.append(row.fault_at(way, code, complaint, help_))
