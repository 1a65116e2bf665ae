"""Sound pages -> one Portfolio; what only shows across tables and files becomes a fault too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tracker.domain.acknowledgement import Acknowledgement
from tracker.domain.formula import Formula
from tracker.domain.indicator import Indicator, Policy, Source
from tracker.domain.series import Actual, Withdrawal, by_description, by_indicator
from tracker.domain.target import Target
from tracker.domain.units import DEFAULT, UnitTable
from tracker.files import build, meaning
from tracker.files.deeds import DeedRegister
from tracker.files.formulas import formulas_of
from tracker.files.page import Page, Row
from tracker.files.slips import suggestion


class Assembly(DeedRegister):
    """What has been put together so far, and every fault found on the way."""

    def __init__(self, units: UnitTable = DEFAULT, rules: frozenset[str] = frozenset()) -> None:
        super().__init__(units, rules)
        self.policies: dict[str, Policy] = {}
        self.sources: dict[str, Source] = {}
        self.indicators: dict[str, Indicator] = {}
        self.formulas: dict[str, Formula] = {}
        self.targets: dict[str, Target] = {}
        self.actuals: list[Actual] = []
        self.withdrawals: list[Withdrawal] = []
        self.taken: list[tuple[Row, Withdrawal]] = []
        self.acknowledgements: list[Acknowledgement] = []

    def declare(self, pages: Sequence[Page]) -> None:
        """Take in the pages of targets/, indicators first, since a target may stand before the one it speaks of."""
        self.overlook(pages)
        for row in rows(pages, "indicator"):
            self._indicator(row)
        self.formulas = formulas_of(rows(pages, "formula"), self, self.indicators)
        for page in pages:
            policy = self._policy(page.row("policy"))
            self._targets(page, policy)
            for row in page.tables.get("milestone", ()):
                if self.new(row, self.milestones, "milestone"):
                    self.milestones[row["id"]] = build.milestone(row.values, policy, row.location)
            for row in page.tables.get("project", ()):
                if self.new(row, self.projects, "project") and self._adds(row):
                    self.projects[row["id"]] = build.project(row.values, policy, row.location)
        self._replacements(pages)

    def report(self, pages: Sequence[Page]) -> None:
        """Take in the pages of seeds/ and actuals/: sources, figures, deeds, progress."""
        for page in pages:
            origin = self._source(page.row("source"))
            for figure in page.tables.get("actual", ()):
                self._actual(figure, origin)
            for figure in page.unsound.get("actual", ()):
                if "indicator" in figure.values:
                    self.known(figure, "indicator", self.indicators)
            self.deeds(page, origin)
            for taken in page.tables.get("withdrawn", ()):
                self._withdrawal(taken)

    def settle(self) -> None:
        """Ask, once all reports are there, whether each withdrawal written by hand takes something back."""
        series = by_indicator(self.actuals, ()) if self.taken else {}
        named = {
            name: by_description(series[name].actuals) for name in {w.indicator for _, w in self.taken} & {*series}
        }
        for row, withdrawal in self.taken:
            described = named.get(withdrawal.indicator, {}).get(withdrawal.description, ())
            if all(withdrawal.precedes(actual) for actual in described):
                complaint = f"there is no such figure of {withdrawal.indicator} for {withdrawal.printed_period}"
                help_ = "write period, value and vintage as they stand with the figure"
                self.fault(row, ("period",), "withdraws-nothing", complaint, help_)
        self.settle_deeds()

    def _withdrawal(self, row: Row) -> None:
        """A figure, a deed or progress taken back by hand."""
        if "indicator" not in row.values:
            self.retract(row)
        elif self.known(row, "indicator", self.indicators):
            self.withdrawals.append(build.withdrawal(row.values, row.get("value"), row.location))
            self.taken.append((row, self.withdrawals[-1]))

    def _policy(self, row: Row | None) -> Policy:
        """The policy of a page, or the one that stands for none."""
        if row is None:
            return build.NO_POLICY
        policy = build.policy(row.values, row.location)
        if self.new(row, self.policies, "policy"):
            self.policies[policy.id] = policy
        return policy

    def _source(self, row: Row | None) -> Source | None:
        """The document a page of figures was taken from."""
        if row is None:
            return None
        origin = build.source(row.values, row.location)
        if self.new(row, self.sources, "source"):
            self.sources[origin.id] = origin
        return origin

    def _indicator(self, row: Row) -> None:
        unit = self.unit_of(row)
        sound = unit is not None and self.told(row, meaning.fitting_unit(row["measure"], unit))
        if not self.new(row, self.indicators, "indicator"):
            return
        if unit and sound:
            self.indicators[row["id"]] = build.indicator(row.values, unit, row.location)
        else:
            self.mark_unsound("indicator", row["id"])

    def _targets(self, page: Page, policy: Policy) -> None:
        for row in page.tables.get("target", ()):
            new = self.new(row, self.targets, "target")
            if self._sound_target(row, policy) and new:
                measured = self.indicators[row["indicator"]]
                self.targets[row["id"]] = build.target(row.values, measured, policy, row.location)
            elif new:
                self.mark_unsound("target", row["id"])
        for row in page.unsound.get("target", ()):
            self._named(row)

    def _sound_target(self, row: Row, policy: Policy) -> bool:
        """Whether everything a target speaks of is declared and fits it."""
        if not self._named(row):
            return False
        measured = self.indicators[row["indicator"]]
        settled = self.told(row, meaning.settled_reading(row.values, measured, policy.issued))
        settled = self.told(row, meaning.fitting_aim(row.values, measured)) and settled
        settled = self.told(row, meaning.fitting_flow(row.values, measured)) and settled
        peer = self.indicators.get(row.get("peer", ""))
        return (peer is None or self.told(row, meaning.fitting_peer(measured, peer))) and settled

    def _named(self, row: Row) -> bool:
        """Whether the rule and the indicators a target names are there; asked of targets with other faults too."""
        ruled = "rule" not in row.values or row["rule"] in self.rules
        if not ruled:
            help_ = suggestion(row["rule"], self.rules)
            self.fault(row, ("rule",), "unknown-rule", f'there is no rule "{row["rule"]}"', help_)
        named = [key for key in ("indicator", "peer") if key in row.values]
        return all([ruled, *(self.known(row, key, self.indicators) for key in named)])

    def _replacements(self, pages: Sequence[Page]) -> None:
        """A target that revises another names one that is declared."""
        for row in rows(pages, "target"):
            revised = row.get("replaces", "")
            if revised and not self.has(revised, "target", () if revised == row["id"] else self.targets):
                others = (name for name in self.targets if name != row["id"])
                self.unknown(row, ("replaces",), revised, others, "target")

    def _adds(self, row: Row) -> bool:
        """Whether a project's units are known, and what it adds is declared and of the same kind."""
        sound = "unit" not in row.values or self.unit(row, "unit") is not None
        added = row.get("adds")
        if added is None:
            return sound
        measured = self.indicators.get(added["indicator"])
        if measured is None:
            if not self.has(added["indicator"], "indicator", self.indicators):
                self.unknown(row, ("adds", "indicator"), added["indicator"], self.indicators, "indicator")
            return False
        return sound and ("unit" not in added or self.unit_at(row, ("adds", "unit"), measured.unit) is not None)

    def _actual(self, row: Row, origin: Source | None) -> None:
        whole = row.get("share_of", {}).get("indicator")
        if whole and not self.has(whole, "indicator", self.indicators):
            self.unknown(row, ("share_of", "indicator"), whole, self.indicators, "indicator")
        if not self.known(row, "indicator", self.indicators):
            return
        measured = self.indicators[row["indicator"]]
        printed = self.unit(row, "unit", measured.unit)
        if printed:
            self.actuals.append(build.actual(row.values, measured, printed, row.location, origin=origin))


def rows(pages: Iterable[Page], name: str) -> Iterator[Row]:
    """The tables of a name on all pages."""
    for page in pages:
        yield from page.tables.get(name, ())
