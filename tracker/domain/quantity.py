"""A number with its unit, which refuses to mix with unlike ones, and what the last printed digit leaves open."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from tracker.domain.units import DEFAULT, LARGEST_EXPONENT, Unit, convert, difference_unit, made

_INDEX, _PERCENT = DEFAULT.find("index"), DEFAULT.find("%")
_SCALES = {"percent": Decimal("0.01"), "index": Decimal(1), "rate": Decimal(1)}
"""The kinds that only scale what they multiply or divide, with what one of their base unit is."""
_QUOTIENTS = {("energy", "mass"): DEFAULT.find("kWh/t")}  # kWh by t, the base units of both kinds
_POINTS_OF = {("percent", "pp"), ("pp", "percent")}
_WIDE = Context(prec=400)  # more digits than any figure and its places have together


class Quantity:
    """A figure and what it is counted in; operations on unlike kinds raise ValueError naming both."""

    __slots__ = ("number", "unit")

    def __init__(self, number: Decimal, unit: Unit) -> None:
        """Refuse what is no number, or is too large or too small to be one of anything; zero never is."""
        if number.is_zero() and abs(number.adjusted()) > LARGEST_EXPONENT:
            number = Decimal(0)  # a product with zero gathers decimal places without end
        if not number.is_finite() or (number and abs(number.adjusted()) > LARGEST_EXPONENT):
            raise ValueError(f"the number of {unit.symbol} cannot be reckoned with; write a plain number")
        self.number, self.unit = number, unit

    def __eq__(self, other: object) -> bool:
        """Whether the same number is counted in the same unit; equal amounts in other units are written otherwise."""
        return isinstance(other, Quantity) and (self.number, self.unit) == (other.number, other.unit)

    def __hash__(self) -> int:
        """As equality goes."""
        return hash((self.number, self.unit))

    def __repr__(self) -> str:
        """The number and its unit's symbol."""
        return f"Quantity({self})"

    def __str__(self) -> str:
        """The number in plain digits, then the unit's symbol."""
        return f"{self.number:f} {self.unit.symbol}"

    def to(self, unit: Unit) -> Quantity:
        """The same amount in another unit of its kind."""
        return Quantity(convert(self.number, self.unit, unit), unit)

    def as_share(self, unit: Unit) -> Quantity:
        """The same in another unit of its kind, where a pure number is also so many per cent or per thousand."""
        if self.unit.kind == "index" and unit.kind in _SCALES:
            parts = unit.over / (unit.factor * _SCALES[unit.kind])
            return Quantity(self._scale() * (int(parts) if parts == int(parts) else parts), unit)
        return self.to(unit)

    def __add__(self, other: Quantity) -> Quantity:
        """The sum in the unit of the first; per cent and percentage points add up to per cent."""
        if (self.unit.kind, other.unit.kind) in _POINTS_OF:
            unit = self.unit if self.unit.kind == "percent" else other.unit
            return Quantity(self.number + other.number, unit)
        return Quantity(self.number + self._matching(other, "added to"), self.unit)

    def __sub__(self, other: Quantity) -> Quantity:
        """The difference in the unit of the first; of two percentages, in percentage points."""
        if (self.unit.kind, other.unit.kind) == ("percent", "pp"):
            return Quantity(self.number - other.number, self.unit)
        return Quantity(self.number - self._matching(other, "taken from"), difference_unit(self.unit))

    def __mul__(self, other: Quantity | Decimal | int) -> Quantity:
        """A multiple, or the part a percentage or pure number makes of an amount."""
        if isinstance(other, (Decimal, int)):
            return Quantity(self.number * other, self.unit)
        if other.unit.kind in _SCALES:
            return Quantity(self.number * other._scale(), self.unit)
        if self.unit.kind in _SCALES:
            return other * self
        raise ValueError(f"{_told(self.unit)} cannot be multiplied by {_told(other.unit)}; one must be a share")

    def __truediv__(self, other: Quantity | Decimal | int) -> Quantity:
        """The quotient: of like kinds a pure number, by a percentage or number the amount it is that part of."""
        if (other.number if isinstance(other, Quantity) else other) == 0:
            raise ValueError(f"{_told(self.unit)} cannot be divided by zero")
        if isinstance(other, (Decimal, int)):
            return Quantity(self.number / other, self.unit)
        if self.unit.kind == other.unit.kind:
            return Quantity(self.number / convert(other.number, other.unit, self.unit), _INDEX)
        if other.unit.kind in _SCALES:
            return Quantity(self.number / other._scale(), self.unit)
        unit = _QUOTIENTS.get((self.unit.kind, other.unit.kind))
        if unit is None:
            from tracker.domain.unit_grammar import over

            return Quantity(self.number / other.number, made(over(self.unit, other.unit)))
        return Quantity(self.number * self.unit.factor / (other.number * other.unit.factor), unit)

    def share_of(self, whole: Quantity) -> Quantity:
        """What per cent of the whole this is; ValueError for unlike kinds or a whole of zero."""
        self._matching(whole, "a share of")
        return Quantity((self / whole).number * 100, _PERCENT)

    def _scale(self) -> Decimal:
        return self.number * self.unit.factor * _SCALES[self.unit.kind] / self.unit.over

    def _matching(self, other: Quantity, verb: str) -> Decimal:
        """The other's number in the unit of this one."""
        if self.unit.kind != other.unit.kind:
            pair = (other, self) if verb != "a share of" else (self, other)
            raise ValueError(f"{_told(pair[0].unit)} cannot be {verb} {_told(pair[1].unit)}; unlike kinds never mix")
        return convert(other.number, other.unit, self.unit)


def _told(unit: Unit) -> str:
    return f"{unit.symbol} ({unit.kind})"


def places(number: Decimal) -> int:
    """How many digits are printed after the point; none for whole numbers and for tens and hundreds."""
    return max(0, -int(number.as_tuple().exponent))


def to_places(number: Decimal, digits: int) -> Decimal:
    """A number rounded half up to so many digits after the point, however large it is."""
    return number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, _WIDE)


def half_width(number: Decimal) -> Decimal:
    """Half a unit of the last digit as printed: 0.005 for 10.21, 0.5 for 1100, 5 for 9.0E+2."""
    if not number.is_finite():
        raise ValueError(f"{number} has no last digit; write a plain number")
    return Decimal((0, (5,), int(number.as_tuple().exponent) - 1))


def interval(number: Decimal) -> tuple[Decimal, Decimal]:
    """The lowest and highest value that is printed as this number: 10.205 and 10.215 for 10.21."""
    half = half_width(number)
    return number - half, number + half
