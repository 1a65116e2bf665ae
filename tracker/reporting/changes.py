"""A workspace as it stands after more was recorded, without reading its files again."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tracker.domain.formula import references
from tracker.domain.portfolio import Portfolio
from tracker.domain.series import Series, by_indicator
from tracker.domain.units import UnitTable
from tracker.files.folder import JOURNAL
from tracker.files.journal_rows import take_in
from tracker.files.submission import Journal, Submission
from tracker.reporting.declared import assembly_of


def with_submissions(portfolio: Portfolio, units: UnitTable, submissions: Iterable[Submission]) -> Portfolio:
    """The workspace with some more submissions; a row that does not fit is left for the next reading."""
    assembly = assembly_of(portfolio, units)
    take_in(submissions, JOURNAL, assembly)
    series = dict(portfolio.series)
    for name, more in by_indicator(assembly.actuals, assembly.withdrawals).items():
        known = series.get(name, Series(name))
        series[name] = Series(name, known.actuals + more.actuals, known.withdrawals + more.withdrawals)
    return portfolio._replace(
        series=series,
        done=(*portfolio.done, *assembly.done),
        progress=(*portfolio.progress, *assembly.progress),
        acknowledgements=(*portfolio.acknowledgements, *assembly.acknowledgements),
        retractions=(*portfolio.retractions, *assembly.retractions),
    )


def since(journal: Journal, seen: Journal) -> list[Submission]:
    """What one reading of a journal holds beyond an earlier one."""
    if journal.submissions is seen.submissions:
        return []
    return [one for one in journal.submissions if one.key not in seen.keys]


def derived_from(portfolio: Portfolio, names: Collection[str]) -> set[str]:
    """Some indicators, and every indicator that is worked out from any of them."""
    used_by: dict[str, list[str]] = {}
    for name, formula in portfolio.formulas.items():
        for part in references(formula.expression):
            used_by.setdefault(part, []).append(name)
    found, waiting = set(names), list(names)
    while waiting:
        more = [name for name in used_by.get(waiting.pop(), ()) if name not in found]
        found.update(more)
        waiting += more
    return found


def touching(portfolio: Portfolio, names: Collection[str], milestones: Iterable[str]) -> Portfolio:
    """Only the promises whose verdict figures of some indicators, or deeds of some milestones, can change."""
    touched, deeds = derived_from(portfolio, names), set(milestones)
    return portfolio._replace(
        targets=tuple(t for t in portfolio.targets if t.indicator in touched or t.peer in touched),
        milestones=tuple(m for m in portfolio.milestones if m.id in deeds),
    )
