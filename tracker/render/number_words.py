"""Numbers made ready to be shown: rounded half up, without idle zeros, beside one or many."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

_EXACT = Context(prec=200, rounding=ROUND_HALF_UP)
SINGULARS = (("ies", "y"), ("ches", "ch"), ("s", ""))


def rounded(value: Decimal, places: int) -> Decimal:
    """A value rounded half up, however many digits it has."""
    return value.quantize(Decimal(1).scaleb(-places), context=_EXACT)


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
