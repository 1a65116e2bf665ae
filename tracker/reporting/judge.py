"""Claims against what is recorded: new, changed, the same, or refused with every objection."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tracker.domain.series import Actual, Series, Vintage, outranks
from tracker.reporting.claim import ACCEPTABLE, Claim, Objected, Objection
from tracker.reporting.comparison import APART, contradiction, contradicts, rivals, says_as_much, standing
from tracker.reporting.declared import Declared
from tracker.reporting.deeds import Ledger
from tracker.reporting.likeness import Promised, promised, rate_of
from tracker.reporting.objections import Setting, objections
from tracker.reporting.understand import figure

Place = tuple[str, str]
"""An indicator and a period as printed."""


class Outcome(StrEnum):
    """What recording a row would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Judged:
    """One claim, what would become of it, the figure it meets there, and what speaks against it."""

    claim: Claim
    outcome: Outcome
    meets: Actual | None = None
    objections: tuple[Objection, ...] = ()
    told: str = ""
    """Where a deed or progress that says as much is told already."""

    @property
    def there(self) -> str:
        """Where what it meets is written down."""
        return self.told or (str(self.meets.location) if self.meets else "")


@dataclass(frozen=True, slots=True)
class Terms:
    """What the person who records has agreed to beforehand, and the day it is."""

    today: date
    accept: frozenset[str] = frozenset()
    revise: bool = False


def judge(claims: Sequence[Claim], declared: Declared, terms: Terms) -> list[Judged]:
    """Every claim judged against the workspace and against the others brought with it."""
    ledger = Ledger(declared.portfolio) if any(claim.actual is None for claim in claims) else None
    there = recorded_for(claims, declared)
    met = [
        meet_deed(c, ledger, terms) if ledger and c.actual is None else meet(c, there, declared, terms) for c in claims
    ]
    brought: dict[str, list[Claim]] = {}
    for claim, one in zip(claims, met, strict=True):
        if claim.actual and one.outcome is not Outcome.SAME:
            brought.setdefault(claim.actual.indicator, []).append(claim)
    settings = settings_of(brought, declared, terms)
    seen: dict[tuple[str, str, Vintage], Claim] = {}
    judged = []
    for claim, first in zip(claims, met, strict=True):
        one = _twice(first, seen)
        if claim.actual and one.outcome in {Outcome.NEW, Outcome.CHANGED}:
            against = [*one.claim.doubts, *objections(one.claim, settings[claim.actual.indicator])]
            against += outdated(one, terms)
            one = accepted(one, [*against], terms)
        elif one.outcome is Outcome.REFUSED and not {doubt.code for doubt in claim.doubts} <= terms.accept:
            one = replace(one, objections=(*claim.doubts, *one.objections))
        judged.append(one)
    return judged


def recorded_for(claims: Sequence[Claim], declared: Declared) -> dict[Place, list[Actual]]:
    """The figures recorded of the indicators that are brought, by indicator and period as printed."""
    found: dict[Place, list[Actual]] = {}
    for name in {claim.actual.indicator for claim in claims if claim.actual}:
        for actual in declared.portfolio.series.get(name, Series(name)).known(None):
            found.setdefault((name, actual.printed_period), []).append(actual)
    return found


def meet(claim: Claim, recorded: Mapping[Place, Sequence[Actual]], declared: Declared, terms: Terms) -> Judged:
    """A figure beside those of its period."""
    actual = claim.actual
    if actual is None:
        raise TypeError(claim)
    there = recorded.get((actual.indicator, actual.printed_period), ())
    counts = standing(there)
    for other in [counts] if terms.revise and counts else there:
        if says_as_much(other, actual):
            return Judged(claim, Outcome.SAME, other)
    rival = standing(a for a in there if rivals(actual, a))
    if rival is None:
        return Judged(claim, Outcome.CHANGED if there else Outcome.NEW, counts)
    if not contradicts(actual, rival):
        return Judged(claim, Outcome.CHANGED, rival)
    if terms.revise:
        row = {**claim.row, "vintage": Vintage.REVISED.value, "supersedes": str(rival.location)}
        return Judged(replace(claim, row=row, actual=figure(row, declared)), Outcome.CHANGED, rival)
    if actual.vintage is Vintage.REVISED and rival.vintage is not Vintage.REVISED:
        return Judged(claim, Outcome.CHANGED, rival)
    objection = Objection("contradicts", claim.place, contradiction(actual, rival))
    return Judged(claim, Outcome.REFUSED, rival, (objection,))


def meet_deed(claim: Claim, ledger: Ledger, terms: Terms) -> Judged:
    """A deed or a step beside what is told already; what is to be recorded is told to the rows after it."""
    meeting = ledger.meet(claim.row, claim.place, terms.today, revise=terms.revise)
    if meeting.same:
        return Judged(claim, Outcome.SAME, told=meeting.same.where)
    judged = accepted(Judged(replace(claim, row=meeting.row), Outcome.NEW), meeting.objections, terms)
    if judged.outcome is Outcome.NEW:
        ledger.add(judged.claim.row, claim.place)
    return judged


def outdated(one: Judged, terms: Terms) -> list[Objection]:
    """A figure that would not count, because the one it is to replace became known later than it was published."""
    new, there = one.claim.actual, one.meets
    if new is None or there is None or {new.vintage, there.vintage} & APART or not contradicts(new, there):
        return []
    known = new.published or terms.today
    if outranks(new._replace(published=known), there):
        return []
    facts = {
        "id": new.indicator,
        "period": new.period or new.printed_period,
        "published": known,
        "known": there.known_on,
    }
    return [Objection("older-publication", one.claim.place, facts | {"where": str(there.location)})]


def settings_of(brought: Mapping[str, Sequence[Claim]], declared: Declared, terms: Terms) -> dict[str, Setting]:
    """What the figures of each indicator are seen against."""
    portfolio = declared.portfolio
    said = promised(portfolio.targets, brought.keys())
    actuals = [claim.actual for claims in brought.values() for claim in claims if claim.actual]
    rates = (rate_of(actual, portfolio.indicators[actual.indicator].measure) for actual in actuals)
    company = tuple(rate for rate in rates if rate is not None)
    return {name: _setting(name, group, declared, terms, said[name], company) for name, group in brought.items()}


def _setting(  # noqa: PLR0913, PLR0917  everything a figure is seen against
    name: str, claims: Sequence[Claim], declared: Declared, terms: Terms, said: Promised, company: tuple[Decimal, ...]
) -> Setting:
    """The figures that would stand if every claim were recorded."""
    portfolio = declared.portfolio
    best = dict(portfolio.series.get(name, Series(name)).standing(None))
    claimed = set()
    for claim in claims:
        actual = claim.actual
        if actual and actual.period and actual.value is not None:
            if outranks(actual, replace_day(best.get(actual.period))):
                best[actual.period] = actual
            claimed.add(actual.period)
    return Setting(portfolio.indicators[name], best, frozenset(claimed), terms.today, said, company)


def replace_day(actual: Actual | None) -> Actual | None:
    """A recorded figure as if it had always been known: a claim is newer, whatever the days of publication."""
    return actual._replace(published=date.min, recorded=None) if actual else None


def accepted(one: Judged, against: Sequence[Objection], terms: Terms) -> Judged:
    """A claim with the objections that were overruled kept in its row, or refused for those that were not."""
    standing_ones = tuple(o for o in against if o.code not in terms.accept or o.code not in ACCEPTABLE)
    if standing_ones:
        return replace(one, outcome=Outcome.REFUSED, objections=standing_ones)
    codes = sorted({o.code for o in against})
    row = {**one.claim.row, **({"accepted": codes} if codes else {})}
    return replace(one, claim=replace(one.claim, row=row), objections=())


def _twice(one: Judged, seen: dict[tuple[str, str, Vintage], Claim]) -> Judged:
    """The same figure brought twice counts once; two values for one period contradict each other."""
    actual = one.claim.actual
    if actual is None:
        return one
    place = (actual.indicator, actual.printed_period, actual.vintage)
    first = seen.setdefault(place, one.claim)
    if first is one.claim or first.actual is None:
        return one
    if says_as_much(first.actual, actual):
        return replace(one, outcome=Outcome.SAME, meets=one.meets or first.actual, objections=())
    facts = contradiction(actual, first.actual) | {"where": first.place}
    objection = Objection("twice", one.claim.place, facts)
    return replace(one, outcome=Outcome.REFUSED, objections=(*one.objections, objection))


def refuse_any(judged: Iterable[Judged]) -> list[Judged]:
    """The same list where nothing speaks against any row; Objected otherwise, for it is all or nothing."""
    kept = list(judged)
    if found := told_once(objection for one in kept for objection in one.objections):
        raise Objected(found)
    return kept


def told_once(found: Iterable[Objection]) -> tuple[Objection, ...]:
    """Objections without those that say of each row what is true of a whole sheet or column."""
    first: dict[int, Objection] = {}
    for one in found:
        first.setdefault(id(one), one)
    return tuple(first.values())
