"""A workspace -> one Portfolio, or the faults of all its files together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from tracker.domain.fault import Fault, Rejected
from tracker.domain.portfolio import Portfolio, Thresholds
from tracker.domain.series import by_indicator
from tracker.domain.units import DEFAULT, Unit, UnitTable
from tracker.domain.words import Words
from tracker.files.assemble import Assembly
from tracker.files.declarations import TARGETS_FILE
from tracker.files.figures import FIGURES_FILE
from tracker.files.journal import Damaged, Unreadable, read
from tracker.files.journal_rows import take_in
from tracker.files.page import Page, read_page
from tracker.files.register import DoubtedUnit
from tracker.files.settings import SETTINGS_FILE, AfterTheEnd
from tracker.files.shapes import Shape
from tracker.files.slips import Slip, suggestion
from tracker.files.submission import Journal

ReadLamp: TypeAlias = Callable[[str, Mapping[str, object]], object]
SETTINGS, TARGETS, SEEDS, ACTUALS = "tracker.toml", "targets", "seeds", "actuals"
JOURNAL = f"{ACTUALS}/journal.jsonl"


class Workspace(NamedTuple):
    """A folder that could be read: what it says, its journal, and the files it was read from."""

    root: Path
    portfolio: Portfolio
    journal: Journal
    units: UnitTable
    files: tuple[str, ...]
    doubted: tuple[DoubtedUnit, ...] = ()

    def sha256(self) -> str:
        """One digest over the names and bytes of all files read, to tell later which inputs a report was made from."""
        from hashlib import sha256

        digest = sha256()
        for name in self.files:
            content = (self.root / name).read_bytes()
            digest.update(f"{name}\0{len(content)}\0".encode() + content)
        return digest.hexdigest()


def find(start: Path) -> Path | None:
    """The nearest folder at or above a place that holds targets/."""
    here = start.absolute()
    return next((folder for folder in (here, *here.parents) if (folder / TARGETS).is_dir()), None)


def inputs(root: Path) -> list[str]:
    """The files a workspace is read from, by their names inside it."""
    hand_written = [path for part in (TARGETS, SEEDS, ACTUALS) for path in sorted((root / part).glob("*.toml"))]
    single = [root / name for name in (SETTINGS, JOURNAL) if (root / name).exists()]
    return [path.relative_to(root).as_posix() for path in [*single, *hand_written]]


def read_workspace(root: Path, rules: Iterable[str], read_lamp: ReadLamp) -> Workspace:
    """Read every file of a workspace; Rejected with all faults of all files when there is any.

    `rules` are the names a target may give as its rule; `read_lamp` makes a lamp of a [lamp.NAME] table, or raises
    ValueError with what is wrong with it.
    """
    names = inputs(root)
    settings, units, faults = read_settings(root, names)
    lamps = read_lamps(settings, read_lamp, faults)
    declared = [
        page for name in names if name.startswith(f"{TARGETS}/") for page in [page_of(root, name, TARGETS_FILE)]
    ]
    reported = [
        page_of(root, name, FIGURES_FILE)
        for name in names
        if name.startswith((f"{SEEDS}/", f"{ACTUALS}/")) and name != JOURNAL
    ]
    assembly = Assembly(units=units, rules=frozenset(rules) | settings.values.get("lamp", {}).keys())
    faults += unknown_rule(settings, assembly.rules)
    assembly.declare(declared)
    assembly.report(reported)
    journal = read_journal(root, faults)
    if not any(page.faults for page in declared):  # what the journal speaks of may stand where a file cannot be read
        take_in(journal.submissions, JOURNAL, assembly)
    faults += [fault for page in (*declared, *reported) for fault in page.faults]
    if not faults and not assembly.faults:
        assembly.settle()
    faults += assembly.faults
    if faults:
        raise Rejected(tuple(faults))
    known = portfolio(root, assembly, settings, journal, lamps)
    return Workspace(root, known, journal, units, tuple(names), tuple(assembly.doubted.values()))


def page_of(root: Path, name: str, shape: Shape) -> Page:
    """One file of the workspace; one that leads out of it is not read."""
    return Page(name, "", faults=[stray(name)]) if strays(root, name) else read_page(root / name, name, shape)


def strays(root: Path, name: str) -> bool:
    """Whether a file, or its folder, is a link that leads out of the workspace."""
    return not (root / name).resolve().is_relative_to(root.resolve())


def stray(name: str) -> Fault:
    """The fault of such a file; a workspace from elsewhere must not have other files read."""
    complaint = "this is a link to a file outside the workspace"
    return Fault(name, 1, 1, "outside-workspace", complaint, "copy the file into the workspace")


def read_settings(root: Path, names: Iterable[str]) -> tuple[Page, UnitTable, list[Fault]]:
    """The settings and the units they add."""
    page = page_of(root, SETTINGS, SETTINGS_FILE) if SETTINGS in names else Page(SETTINGS, "")
    units, faults = DEFAULT, list(page.faults)
    for row in page.tables.get("unit", ()):
        try:
            name = (
                row["symbol"],
                row["kind"],
                row["factor"],
                row.get("zh", row["symbol"]),
                row.get("en", row["symbol"]),
            )
            units = units.with_units([Unit(*name)])
        except ValueError as error:
            complaint, _, help_ = str(error).partition("; ")
            faults.append(row.fault_at(("symbol",), "bad-unit", complaint, help_))
    return page, units, faults


def read_journal(root: Path, faults: list[Fault]) -> Journal:
    """The recorded figures; damage is a fault like any other."""
    if strays(root, JOURNAL):
        faults.append(stray(JOURNAL))
        return Journal()
    try:
        return read(root / JOURNAL)
    except Damaged as damaged:
        faults += [Fault(JOURNAL, place.line, 1, f"journal-{place.code}", place.text) for place in damaged.places]
        return damaged.good
    except Unreadable as error:
        faults.append(Fault(JOURNAL, 1, 1, "unreadable-file", str(error)))
        return Journal()


def read_lamps(settings: Page, read_lamp: ReadLamp, faults: list[Fault]) -> dict[str, Any]:
    """The lamp rules of the settings."""
    lamps = {}
    for name, table in settings.values.get("lamp", {}).items():
        try:
            lists = {key: list(value) if isinstance(value, tuple) else value for key, value in table.items()}
            lamps[name] = read_lamp(name, lists)
        except ValueError as error:
            complaint, _, help_ = str(error).partition("; ")
            faults.append(settings.fault_at(Slip(("lamp", name), "bad-lamp", complaint, help_, at_key=True)))
    return lamps


def unknown_rule(settings: Page, rules: Iterable[str]) -> list[Fault]:
    """The fault of a rule for the whole workspace that there is none of."""
    rule = settings.values.get("rule")
    if rule is None or rule in rules:
        return []
    slip = Slip(("rule",), "unknown-rule", f'there is no rule "{rule}"', suggestion(rule, rules))
    return [settings.fault_at(slip)]


def portfolio(root: Path, assembly: Assembly, settings: Page, journal: Journal, lamps: Mapping[str, Any]) -> Portfolio:
    """Everything taken in, as the domain knows it."""
    return Portfolio(
        name=settings.values.get("name", Words(en=root.resolve().name)),
        policies=assembly.policies,
        sources=assembly.sources,
        indicators=assembly.indicators,
        targets=tuple(assembly.targets.values()),
        milestones=tuple(assembly.milestones.values()),
        projects=tuple(assembly.projects.values()),
        series=by_indicator(assembly.actuals, assembly.withdrawals),
        formulas=assembly.formulas,
        done=tuple(assembly.done),
        progress=tuple(assembly.progress),
        acknowledgements=tuple(assembly.acknowledgements),
        retractions=tuple(assembly.retractions),
        rule=settings.values.get("rule"),
        thresholds=thresholds(settings),
        lamps=lamps,
        notices=tuple(f"{JOURNAL}: {notice.text}" for notice in journal.notices if notice.code == "torn"),
    )


def thresholds(settings: Page) -> Thresholds:
    """Where the verdicts of this workspace change."""
    tables = {name: row.values if (row := settings.row(name)) else {} for name in ("schedule", "pace", "outlook")}
    chosen: dict[str, Any] = {f"{name}_{key}": value for name, table in tables.items() for key, value in table.items()}
    keeps = chosen.pop("schedule_after_the_end", AfterTheEnd.FINAL) is AfterTheEnd.BAND
    return Thresholds(**chosen, keeps_band=keeps)
