"""Sound pages -> one Portfolio; what only shows across tables and files becomes a fault too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from tracker.domain.fault import Fault
from tracker.domain.indicator import Indicator, Policy, Source
from tracker.domain.portfolio import Done, Progress
from tracker.domain.series import Actual, Withdrawal
from tracker.domain.target import Milestone, Project, Target
from tracker.domain.units import DEFAULT, Unit, UnitTable, convert

from tracker.files import build
from tracker.files.page import Page, Row
from tracker.files.slips import suggestion

Thing = TypeVar("Thing")


@dataclass
class Assembly:
    """What has been put together so far, and every fault found on the way."""

    units: UnitTable = DEFAULT
    rules: frozenset[str] = frozenset()
    policies: dict[str, Policy] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    targets: list[Target] = field(default_factory=list)
    milestones: dict[str, Milestone] = field(default_factory=dict)
    projects: dict[str, Project] = field(default_factory=dict)
    actuals: list[Actual] = field(default_factory=list)
    withdrawals: list[Withdrawal] = field(default_factory=list)
    done: list[Done] = field(default_factory=list)
    progress: list[Progress] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unsound: dict[str, set[str]] = field(default_factory=dict)

    def declare(self, pages: Sequence[Page]) -> None:
        """Take in the pages of targets/, indicators first, since a target may stand before the one it speaks of."""
        self._remember_unsound(pages)
        for row in rows(pages, "indicator"):
            self._indicator(row)
        for page in pages:
            under = page.row("policy")
            policy = build.policy(under.values, under.location) if under else build.NO_POLICY
            if under and self._new(under, self.policies, "policy"):
                self.policies[policy.id] = policy
            self._targets(page, policy)
            for row in page.tables.get("milestone", ()):
                if self._new(row, self.milestones, "milestone"):
                    self.milestones[row["id"]] = build.milestone(row.values, policy, row.location)
            for row in page.tables.get("project", ()):
                if self._new(row, self.projects, "project"):
                    self.projects[row["id"]] = build.project(row.values, policy, row.location)

    def report(self, pages: Sequence[Page]) -> None:
        """Take in the pages of seeds/ and actuals/: sources, figures, deeds, progress."""
        for page in pages:
            row = page.row("source")
            origin = build.source(row.values, row.location) if row else None
            if origin and row and self._new(row, self.sources, "source"):
                self.sources[origin.id] = origin
            for figure in page.tables.get("actual", ()):
                self._actual(figure, origin)
            for taken in page.tables.get("withdrawn", ()):
                self._withdrawn(taken)
            published, name = (origin.published, origin.id) if origin else (None, None)
            for deed in page.tables.get("done", ()):
                if self._known(deed, "milestone", self.milestones) and self._item(deed):
                    self.done.append(build.done(deed.values, deed.location, published, name))
            for step in page.tables.get("progress", ()):
                if self._known(step, "project", self.projects):
                    self.progress.append(build.progress(step.values, step.location, published, name))

    def _remember_unsound(self, pages: Sequence[Page]) -> None:
        for page in pages:
            for name, unsound in page.unsound.items():
                self.unsound.setdefault(name, set()).update(row["id"] for row in unsound if "id" in row.values)

    def _indicator(self, row: Row) -> None:
        unit = self._unit(row, "unit")
        if self._new(row, self.indicators, "indicator") and unit:
            self.indicators[row["id"]] = build.indicator(row.values, unit, row.location)
        elif not unit:
            self.unsound.setdefault("indicator", set()).add(row["id"])

    def _targets(self, page: Page, policy: Policy) -> None:
        seen = {t.id: t for t in self.targets}
        for row in page.tables.get("target", ()):
            sound = self._new(row, seen, "target") and self._known(row, "indicator", self.indicators)
            sound = ("peer" not in row.values or self._known(row, "peer", self.indicators)) and sound
            if "rule" in row.values and row["rule"] not in self.rules:
                help_ = suggestion(row["rule"], self.rules)
                self._fault(row, "rule", "unknown-rule", f'there is no rule "{row["rule"]}"', help_)
                sound = False
            if sound:
                target = build.target(row.values, self.indicators[row["indicator"]], policy, row.location)
                seen[target.id] = target
                self.targets.append(target)

    def _actual(self, row: Row, origin: Source | None) -> None:
        if not self._known(row, "indicator", self.indicators):
            return
        measured = self.indicators[row["indicator"]]
        printed = self._unit(row, "unit", measured.unit)
        if "share_of" in row.values and not self._has(row["share_of"]["indicator"], "indicator", self.indicators):
            self._unknown(row, ("share_of", "indicator"), row["share_of"]["indicator"], self.indicators, "indicator")
        if printed:
            self.actuals.append(build.actual(row.values, measured, printed, row.location, origin=origin))

    def _withdrawn(self, row: Row) -> None:
        if self._known(row, "indicator", self.indicators):
            self.withdrawals.append(build.withdrawal(row.values, row.get("value"), row.location))

    def _item(self, row: Row) -> bool:
        """Whether a deed is one of its milestone's."""
        item, milestone = row.get("item"), self.milestones.get(row["milestone"])
        if item is None or milestone is None:
            return True
        names = [name for words in milestone.items for name in (words.zh, words.en) if name]
        numbers = [str(n + 1) for n in range(milestone.total)]
        if item in names or item in numbers:
            return True
        self._fault(row, "item", "unknown-item", f'"{item}" is not an item of {milestone.id}', suggestion(item, names or numbers))
        return False

    def _unit(self, row: Row, key: str, default: Unit | None = None) -> Unit | None:
        """The unit a row names, of the same kind as the default where there is one."""
        if key not in row.values and default:
            return default
        try:
            unit = self.units.find(row[key])
            if default:
                convert(Decimal(1), unit, default)
        except ValueError as error:
            complaint, _, help_ = str(error).partition("; ")
            self._fault(row, key, "unknown-unit" if help_ else "unit-kind", complaint, help_)
            return None
        return unit

    def _new(self, row: Row, known: dict[str, Thing], kind: str) -> bool:
        """Whether an id is used for the first time among its kind."""
        first = known.get(row["id"])
        if first is None:
            return True
        place = getattr(first, "location", "")
        self._fault(row, "id", "duplicate-id", f'the {kind} "{row["id"]}" is already declared at {place}', "choose another id")
        return False

    def _known(self, row: Row, key: str, known: dict[str, Thing]) -> bool:
        """Whether an id that is spoken of is declared; one whose declaration has faults of its own is not told again."""
        if row[key] in known:
            return True
        kind = "indicator" if key == "peer" else key
        if not self._has(row[key], kind, known):
            self._unknown(row, (key,), row[key], known, kind)
        return False

    def _has(self, name: str, kind: str, known: dict[str, Thing]) -> bool:
        return name in known or name in self.unsound.get(kind, ())

    def _unknown(self, row: Row, way: tuple[str, ...], name: str, known: Iterable[str], kind: str) -> None:
        help_ = suggestion(name, known) if len(list(known)) else f"declare it in targets/ as [[{kind}]]"
        short = help_ if help_.startswith(("did", "declare")) else f"declare it in targets/ as [[{kind}]]"
        self.faults.append(row.fault_at(way, f"unknown-{kind}", f'there is no {kind} "{name}"', short))

    def _fault(self, row: Row, key: str, code: str, complaint: str, help_: str) -> None:
        self.faults.append(row.fault_at((key,), code, complaint, help_))


def rows(pages: Iterable[Page], name: str) -> Iterator[Row]:
    """The tables of a name on all pages."""
    for page in pages:
        yield from page.tables.get(name, ())
