"""What a lamp can measure, from facts that are known elsewhere."""

from decimal import Decimal

MEASURES = ("gap-pp", "ratio", "growth-vs-plan-and-peer", "months-late")


def growth_standing(growth: Decimal | None, plan: Decimal | None, peer: Decimal | None) -> Decimal | None:
    """Measure `growth-vs-plan-and-peer`: 0 shrinking, 1 growing or still but behind plan or peer, 2 behind neither.

    Shrinking is 0 even where plan and peer shrink more. None while a needed figure is unknown: a growth below the
    one that is known is 1 whatever the other.
    """
    if growth is None:
        return None
    if growth < 0:
        return Decimal(0)
    if any(mark is not None and growth < mark for mark in (plan, peer)):
        return Decimal(1)
    return None if plan is None or peer is None else Decimal(2)
