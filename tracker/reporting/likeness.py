"""Rates and shares beside what they should resemble: a decimal point that slipped, or a fraction for a percentage."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from tracker.domain.indicator import Measure
from tracker.domain.period import Period
from tracker.domain.quantity import to_places
from tracker.domain.series import Actual
from tracker.domain.target import Of, Target

SLIPPED, TEN, HUNDRED = 5, 10, 100
FAR = 50  # times every rate that is known: asked about whatever its digits
ALIKE = 2  # how many times one number may be another and still resemble it
STEADY = 3  # figures of growth that tell what a flow's growth is like, and how many times the largest may be the least
FRACTION_PLACES = 3  # decimal places that a rate below one has where it is a fraction, and no percentage has
GROWTHS = frozenset({Of.GROWTH, Of.AVERAGE_GROWTH})


class Like(NamedTuple):
    """A number that another one should resemble: of which period, and whether it was promised or reported."""

    value: Decimal
    than: Period | None
    promised: bool = False
    start: bool = False
    """Whether it is where a promise begins."""


class Promised(NamedTuple):
    """What promises say of an indicator: its values, and its growth."""

    values: tuple[Like, ...] = ()
    growths: tuple[Like, ...] = ()


NOTHING_PROMISED = Promised()


def promised(targets: Sequence[Target], names: Collection[str]) -> Mapping[str, Promised]:
    """What the promises about some indicators say, by indicator."""
    found: dict[str, tuple[list[Like], list[Like]]] = {name: ([], []) for name in names}
    for one in targets:
        if one.indicator in found:
            values, growths = found[one.indicator]
            if one.baseline and one.baseline.value is not None and one.of is not Of.DIFFERENCE:
                values.append(Like(one.baseline.value, one.baseline.period, promised=True, start=True))
            stages = [Like(stage.value, stage.by, promised=True) for stage in one.stages if stage.value is not None]
            (values if one.of is Of.VALUE else growths if one.of in GROWTHS else []).extend(stages)
    return {name: Promised(tuple(values), tuple(growths)) for name, (values, growths) in found.items()}


Slip = tuple[str, dict[str, object]]


def slips_of_a_rate(value: Decimal, likes: Sequence[Like], company: Sequence[Decimal]) -> Iterator[Slip]:
    """76 or 0.076 for a rate of 7.6: against its figures and promises, or else the other rates brought with it."""
    size, places = abs(value), decimals(value)
    known = [one for one in likes if abs(one.value) >= 1]
    most = max((decimals(one.value) for one in known if not one.promised), default=1)
    if known:
        nearest = min(known, key=lambda one: abs(size - abs(one.value)))
        if all(size >= SLIPPED * abs(one.value) for one in known) and slipped_up(size, known):
            yield jump(value, nearest)
        elif places > most and size and all(size * SLIPPED <= abs(one.value) for one in known):
            if any(alike(size * HUNDRED, one.value) for one in known):
                yield fraction(value)
            elif any(alike(size * TEN, one.value) for one in known):
                yield jump(value, nearest)
    elif among(size, places, [abs(one) for one in company]):
        yield jump(value, Like(sorted(company)[len(company) // 2], None))
    if 0 < size < 1 and places >= FRACTION_PLACES and not known:
        yield fraction(value)


def slipped_up(size: Decimal, known: Sequence[Like]) -> bool:
    """Whether a rate is ten times like one that is known, or so far from all of them that no year explains it."""
    ten_times = any(alike(size / TEN, one.value) for one in known)
    return ten_times or all(size >= FAR * abs(one.value) for one in known)


def among(size: Decimal, places: int, company: Sequence[Decimal]) -> bool:
    """Whether a number without decimals stands among smaller ones that all have some, and is ten times like them."""
    if len(company) < STEADY or places >= min(map(decimals, company)):
        return False
    return size >= SLIPPED * max(company) and min(company) <= size / TEN <= max(company)


def slips_of_a_share(value: Decimal, likes: Sequence[Like]) -> Iterator[Slip]:
    """0.6312 beside 58 %: a share that resembles a fraction of what it was, began at, or is to be."""
    size = abs(value)
    if not 0 < size < 1 or any(near(size, one.value) for one in likes):
        return
    if decimals(value) >= FRACTION_PLACES or any(alike(size * HUNDRED, one.value) for one in likes):
        yield fraction(value)


def growth_known(likes: Sequence[Like]) -> bool:
    """Whether it is known what the growth of a flow is like: promised, or steady."""
    sizes = [abs(one.value) for one in likes if not one.promised]
    steady = len(sizes) >= STEADY and max(sizes) <= STEADY * min(sizes)
    return steady or any(one.promised for one in likes)


def figures_like(actual: Actual, standing: Mapping[Period, Actual], *, growth: bool) -> list[Like]:
    """The figures of other periods, their values or their growth."""
    others = ((p, one.growth if growth else one.value) for p, one in standing.items() if p != actual.period)
    return [Like(value, p) for p, value in others if value is not None]


def rate_of(actual: Actual, measure: Measure) -> Decimal | None:
    """What a figure says of growth: its value where the indicator is one, otherwise the growth beside it."""
    return actual.value if measure is Measure.GROWTH else actual.growth


def jump(value: Decimal, like: Like) -> Slip:
    """A rate far from what it should resemble."""
    times = abs(value / like.value) if like.value else Decimal(TEN)
    facts = {"value": value, "unit": "%", "other": like.value, "than": like.than or "", "times": two_digits(times)}
    return "tenfold-jump", facts


def fraction(value: Decimal) -> Slip:
    """A number that may be a fraction of one rather than a percentage."""
    return "fraction", {"value": value, "times": (value * HUNDRED).normalize()}


def two_digits(times: Decimal) -> Decimal:
    """How many times, in two digits."""
    return Decimal(f"{times:.2g}") if times < TEN else to_places(times, 0)


def decimals(value: Decimal) -> int:
    """How many decimal places a number is printed with."""
    return max(0, -int(value.as_tuple().exponent))


def alike(size: Decimal, other: Decimal) -> bool:
    """Whether one number is about another: at most twice, at least half of it."""
    return bool(other) and Decimal(1) / ALIKE <= size / abs(other) <= ALIKE


def near(size: Decimal, other: Decimal) -> bool:
    """Whether a number is less than five times another, and more than a fifth."""
    return bool(other) and Decimal(1) / SLIPPED < size / abs(other) < SLIPPED
