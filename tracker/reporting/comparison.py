"""Two figures of one period: the same, at odds, or one more settled than the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tracker.domain.series import Actual, Vintage, outranks

SETTLED: Mapping[Vintage, int] = {vintage: place for place, vintage in enumerate(Vintage)}
APART = frozenset({Vintage.PLAN, Vintage.ESTIMATE})
"""They contradict only their own kind: a plan says nothing against an estimate, nor either against an actual."""


def standing(figures: Iterable[Actual]) -> Actual | None:
    """The one of some figures that counts."""
    best = None
    for one in figures:
        best = one if outranks(one, best) else best
    return best


def says_as_much(there: Actual, new: Actual) -> bool:
    """Whether a recorded figure says everything that a new one would, and is as settled."""
    as_settled = SETTLED[there.vintage] >= SETTLED[new.vintage]
    of_a_kind = there.vintage not in APART or there.vintage is new.vintage
    return as_settled and of_a_kind and all(theirs == mine for mine, theirs in said(new, there))


def said(new: Actual, there: Actual) -> list[tuple[object, object]]:
    """What a new figure says, each with what the one that is there says of it."""
    pairs = [
        (new.value, there.value),
        (new.growth, there.growth),
        (new.rank, there.rank),
        (new.rank_of, there.rank_of),
        (new.bound if new.value is not None else None, there.bound),
    ]
    return [(mine, theirs) for mine, theirs in pairs if mine is not None]


def rivals(new: Actual, there: Actual) -> bool:
    """Whether two figures of a period claim the same: less or equally settled ones against one that is there."""
    if new.vintage in APART or there.vintage in APART:
        return new.vintage is there.vintage
    return SETTLED[there.vintage] >= SETTLED[new.vintage] or new.vintage is Vintage.REVISED


def contradicts(new: Actual, there: Actual) -> bool:
    """Whether one says something else than the other where both say anything."""
    return any(theirs is not None and mine != theirs for mine, theirs in said(new, there))


def contradiction(new: Actual, there: Actual) -> dict[str, object]:
    """Both figures, and where the other one stands."""
    differing = [(mine, theirs) for mine, theirs in said(new, there) if theirs is not None and mine != theirs]
    mine, other = differing[0] if differing else (None, None)
    unit = new.unit.symbol if mine == new.value else "%" if mine == new.growth else ""
    facts = {"id": new.indicator, "unit": unit, "value": mine, "other": other, "where": str(there.location)}
    return facts | {"period": new.period or new.printed_period, "vintage": there.vintage}
