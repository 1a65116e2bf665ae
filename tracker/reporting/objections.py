"""What speaks against a figure that can be read: against the calendar, its neighbours in the series, and its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tracker.domain.indicator import Indicator, Measure
from tracker.domain.period import Period
from tracker.domain.series import ACTUAL_STANDING, STANDING, Actual, Vintage
from tracker.reporting.claim import Claim, Objection
from tracker.reporting.likeness import (
    NOTHING_PROMISED,
    Like,
    Promised,
    figures_like,
    growth_known,
    near,
    rate_of,
    slips_of_a_rate,
    slips_of_a_share,
    two_digits,
)

SLIPPED = 5
HUNDRED = 100
EARLY = frozenset({Vintage.PLAN, Vintage.ESTIMATE, Vintage.FLASH})
"""What may be known before its period has ended."""
GROWS_TENFOLD = frozenset({Measure.FLOW, Measure.STOCK, Measure.RATIO})

Figures = Mapping[Period, Actual]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a figure is seen against: its indicator, the figures that would stand, which of them are new, today."""

    indicator: Indicator
    standing: Figures
    claimed: frozenset[Period]
    today: date
    promised: Promised = NOTHING_PROMISED
    company: tuple[Decimal, ...] = ()
    """Every rate that is brought with it."""


Finding = Iterator[tuple[str, dict[str, object]]]
Check = Callable[[Actual, Setting], Finding]


def objections(claim: Claim, setting: Setting) -> list[Objection]:
    """Everything that speaks against one figure."""
    actual = claim.actual
    if actual is None or actual.period is None:
        return []
    facts: dict[str, object] = {"id": actual.indicator, "period": actual.period, "unit": actual.unit.symbol}
    found = [(code, own) for check in CHECKS for code, own in (*check(actual, setting),)]
    found += [slip for slip in unseen(claim, actual, setting) if not any(code == "fraction" for code, _ in found)]
    kinds = {code for code, _ in found}
    slipped_twice = "tenfold-jump" if kinds & {"fraction", "from-xls-percent"} else None
    return [Objection(code, claim.place, facts | own) for code, own in found if code != slipped_twice]


def dates(actual: Actual, setting: Setting) -> Finding:
    """A figure published in the future, or before the period it speaks of has ended."""
    known = actual.published or setting.today
    if known > setting.today:
        yield "future-publication", {"published": known, "today": setting.today}
    elif actual.period and known < actual.period.last and actual.vintage not in EARLY:
        yield "period-after-publication", {"published": known, "ends": actual.period.last}


def running_totals(actual: Actual, setting: Setting) -> Finding:
    """A running total below the one before it in its year, or above the one after it."""
    if setting.indicator.measure is not Measure.FLOW or not comparable(actual) or actual.value is None:
        return
    same_year = [
        (period, other)
        for period, other in setting.standing.items()
        if period.is_year_to_date and period.year == year_of(actual) and comparable(other) and other.value is not None
    ]
    mine = actual.period
    if mine is None or not mine.is_year_to_date:
        return
    before = max(((p, o) for p, o in same_year if p.last < mine.last), default=None, key=lambda one: one[0])
    after = min(((p, o) for p, o in same_year if p.last > mine.last), default=None, key=lambda one: one[0])
    if before and before[1].value is not None and actual.value < before[1].value:
        yield "ytd-falls", {"value": actual.value, "other": before[1].value, "than": before[0], "how": "less"}
    if after and after[0] not in setting.claimed and after[1].value is not None and actual.value > after[1].value:
        yield "ytd-falls", {"value": actual.value, "other": after[1].value, "than": after[0], "how": "more"}


def year_of(actual: Actual) -> int | None:
    """The year a figure's period ends in."""
    return actual.period.year if actual.period else None


def comparable(actual: Actual) -> bool:
    """Whether a figure is an actual one and no mere limit."""
    return actual.bound is None and STANDING.get(actual.vintage, ACTUAL_STANDING) == ACTUAL_STANDING


def jumps(actual: Actual, setting: Setting) -> Finding:
    """A value five times one it should resemble, or a fifth: mostly a unit or a decimal point that slipped.

    A slip by ten meets a true change of up to a half or a double, so that the ratio may lie between 5 and 20.
    """
    if setting.indicator.measure not in GROWS_TENFOLD or not actual.value or actual.bound:
        return
    for other, scale in resembling(actual, setting):
        if actual.period is None or other.period is None or not other.value:
            continue
        times = abs(actual.value / (other.value * scale))
        if slipped(times):
            plain = abs(actual.value / other.value)  # what a reader of both figures works out
            if other.period == actual.period.a_year_before() and slipped(plain):
                times = plain
            facts = {"value": actual.value, "other": other.value, "than": other.period, "times": two_digits(times)}
            yield "tenfold-jump", facts
            return


def slipped(times: Decimal) -> bool:
    """Whether a ratio is far enough from one, either way."""
    return times >= SLIPPED or times <= Decimal(1) / SLIPPED


def resembling(actual: Actual, setting: Setting) -> Iterator[tuple[Actual, Decimal]]:
    """What a figure should resemble, each with the factor to it: the same period a year before, by the growth printed.

    A running total also resembles the one before it in its year, by its pace a month. Where neither is known it is the
    latest earlier figure, for a flow by its pace.
    """
    period = actual.period
    if period is None:
        return
    begun = {than: actual._replace(period=than, value=value) for value, than in starts(setting)}
    there = {**begun, **setting.standing}
    others = {p: o for p, o in there.items() if o.value and not o.bound and p.last < period.last}
    flow = setting.indicator.measure is Measure.FLOW
    paced = {p: o for p, o in others.items() if p.month_count and period.month_count} if flow else others
    last_year = others.get(period.a_year_before())
    if last_year:
        grown = 1 + (actual.growth or Decimal(0)) / HUNDRED
        yield last_year, grown if grown > 0 else Decimal(1)
    same_year = [p for p in paced if flow and p.is_year_to_date and period.is_year_to_date and p.year == period.year]
    nearest = max(same_year, default=None) or (None if last_year else max(paced, default=None))
    if nearest:
        yield paced[nearest], Decimal(period.month_count or 1) / (nearest.month_count or 1) if flow else Decimal(1)


def starts(setting: Setting) -> Iterator[tuple[Decimal, Period]]:
    """Where promises begin, and when."""
    yield from ((one.value, one.than) for one in setting.promised.values if one.start and one.than)


def rates(actual: Actual, setting: Setting) -> Finding:
    """A rate ten times what it should resemble, or a tenth or a hundredth of it."""
    growing = setting.indicator.measure is Measure.GROWTH
    rate = rate_of(actual, setting.indicator.measure)
    if rate is None or actual.bound or (growing and actual.unit.kind != "percent"):
        return
    likes = figures_like(actual, setting.standing, growth=not growing)
    likes += setting.promised.values if growing else setting.promised.growths
    company = list(setting.company)
    if rate in company:
        company.remove(rate)
    yield from slips_of_a_rate(rate, likes if growing or growth_known(likes) else (), company)


def fractions(actual: Actual, setting: Setting) -> Finding:
    """A share that may be a fraction of one."""
    share = setting.indicator.measure is Measure.RATIO and actual.unit.kind == "percent"
    if share and actual.value is not None and not actual.bound:
        yield from slips_of_a_share(actual.value, likes_of_a_share(actual, setting))


def likes_of_a_share(actual: Actual, setting: Setting) -> list[Like]:
    """What a value should resemble: the figures of other periods, and what was promised."""
    return [*figures_like(actual, setting.standing, growth=False), *setting.promised.values]


def unseen(claim: Claim, actual: Actual, setting: Setting) -> Finding:
    """A percentage of at most one, from a file that hides how it is shown, unless a figure or a start is near it."""
    growing = setting.indicator.measure is Measure.GROWTH
    for role, value in (("value", actual.value), ("growth", actual.growth)):
        if role not in claim.unseen or not value or abs(value) > 1:
            continue
        likes = figures_like(actual, setting.standing, growth=role == "growth" and not growing)
        likes += [one for one in setting.promised.values if one.start] if role == "value" else []
        if not any(near(abs(value), one.value) for one in likes):
            yield "from-xls-percent", {"value": value, "times": (value * HUNDRED).normalize()}


def shares(actual: Actual, setting: Setting) -> Finding:
    """A share of more than the whole."""
    ratio = setting.indicator.measure is Measure.RATIO and actual.unit.kind == "percent"
    if ratio and actual.value is not None and actual.value > HUNDRED:
        yield "ratio-above-100", {"value": actual.value}


CHECKS: tuple[Check, ...] = (dates, running_totals, jumps, rates, fractions, shares)
