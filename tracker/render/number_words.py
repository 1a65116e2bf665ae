"""Numbers made ready to be shown: rounded half up, without idle zeros, beside one or many."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

WHOLE = Decimal(100)
_EXACT = Context(prec=200, rounding=ROUND_HALF_UP)
FINEST = 10
"""Places beyond which a difference is that of the arithmetic, and nothing to be told."""
SINGULARS = (("ies", "y"), ("ches", "ch"), ("s", ""))


def rounded(value: Decimal, places: int) -> Decimal:
    """A value rounded half up, however many digits it has."""
    return value.quantize(Decimal(1).scaleb(-places), context=_EXACT)


def telling(value: Decimal, places: int) -> int:
    """The places it takes that what is not nothing does not read as nothing."""
    first = -value.adjusted()
    return first if value and not rounded(value, places) and first <= FINEST else places


def telling_share(percent: Decimal, places: int) -> int:
    """The places it takes that what is not nothing, or not the whole, does not read as nothing or as 100 %."""
    lacking = WHOLE - percent
    short = lacking > 0 and rounded(percent, places) == WHOLE and -lacking.adjusted() <= FINEST
    return -lacking.adjusted() if short else telling(percent, places)


def without_zeros(value: Decimal) -> Decimal:
    """A value without the zeros behind its decimal point that say nothing."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize(_EXACT)


def singular(name: str) -> str:
    """The English name of one of what is counted in units of that name."""
    for many, one in SINGULARS:
        if name.endswith(many):
            return name.removesuffix(many) + one
    return name
