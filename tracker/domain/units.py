"""Units of measure: what each is called in Chinese and English, and how those of one kind convert."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_UP, Context, Decimal
from types import MappingProxyType
from typing import NamedTuple, Self

from tracker.domain.unit_names import ALIASES, ROWS, tidy_name

_EXACT = Context(prec=200)
_SHARED_OUT = Context(prec=20)  # fewer digits than a division leaves, so that 9.000…01 is 9 and not 10
LARGEST_EXPONENT = 50
_SHORT = 3


class _Named(NamedTuple):
    """What a unit is made of."""

    symbol: str
    kind: str
    factor: Decimal
    zh: str
    en: str


class Unit(_Named):
    """One unit; `factor` is its size in the base unit of its kind, and only units of one kind convert."""

    __slots__ = ()

    def __new__(cls, symbol: str, kind: str, factor: Decimal, zh: str, en: str) -> Self:
        """Refuse a unit without a name, or with a size no figure can be converted by."""
        if not symbol.strip() or not kind.strip():
            raise ValueError('a unit needs a symbol and a kind, such as symbol = "t", kind = "mass"')
        if not factor.is_finite() or factor <= 0 or abs(factor.adjusted()) > LARGEST_EXPONENT:
            raise ValueError(f"the factor of the unit {symbol} must be a number above 0")
        return super().__new__(cls, symbol, kind, factor, zh, en)


UNITS: tuple[Unit, ...] = tuple(
    Unit(symbol, kind, Decimal(factor), zh, en) for kind, rows in ROWS.items() for symbol, factor, zh, en in rows
)


def _index(units: Iterable[Unit], aliases: Mapping[str, str]) -> dict[str, Unit]:
    """Every name of every unit; a symbol goes before a name, and an earlier unit before a later one."""
    listed = tuple(units)
    by_name = {tidy_name(unit.symbol): unit for unit in reversed(listed)}
    for unit in listed:
        for name in filter(None, (tidy_name(unit.zh), tidy_name(unit.en))):
            by_name.setdefault(name, unit)
    for alias, symbol in aliases.items():
        by_name.setdefault(alias, by_name[tidy_name(symbol)])
    return by_name


class UnitTable:
    """The units a workspace knows, found by symbol, Chinese name, English name or alias."""

    def __init__(self, units: tuple[Unit, ...], aliases: Mapping[str, str] = MappingProxyType({})) -> None:
        self.units, self.aliases = units, aliases
        self._by_name = _index(units, aliases)

    def find(self, text: str) -> Unit:
        """The unit a text names; ValueError offers the nearest names."""
        name = tidy_name(text)
        unit = self._by_name.get(name)
        if unit is None and len(name) > _SHORT:  # capitals tell short symbols apart: Mt is not mt, MW not mW
            unit = next((self._by_name[known] for known in self._by_name if known.lower() == name.lower()), None)
        if unit is None:
            raise ValueError(f"{text[:40]!r} is not a unit; {self._advice(name[:40])}")
        return unit

    def _advice(self, name: str) -> str:
        from difflib import get_close_matches

        near = get_close_matches(name, self._by_name, n=3, cutoff=0.5)
        if near:
            return f"did you mean {', '.join(near)}?"
        return "write one such as 亿元, bn CNY, 万吨, t, %, pp, 个, MW, or add it to the units in tracker.toml"

    def with_units(self, extra: Iterable[Unit]) -> UnitTable:
        """The table with more units; ValueError where one takes a name that already means something else."""
        added = tuple(extra)
        for unit in added:
            for name in filter(None, map(tidy_name, (unit.symbol, unit.zh, unit.en))):
                known = self._by_name.get(name)
                if known is not None and (known.kind, known.factor) != (unit.kind, unit.factor):
                    raise ValueError(f"{name} is already a unit of {known.kind}; give the new unit another name")
        return UnitTable(self.units + added, self.aliases)


DEFAULT = UnitTable(UNITS, ALIASES)


def convert(value: Decimal, source: Unit, wanted: Unit) -> Decimal:
    """The same amount in another unit of its kind, with as many significant digits; ValueError when the kinds differ.

    A larger unit of ten moves the decimal point only, so 90 (万千瓦) becomes 9.0E+2 (MW): print it with the format `f`.
    """
    if source.kind != wanted.kind:
        raise ValueError(f"{source.symbol} ({source.kind}) cannot be given in {wanted.symbol} ({wanted.kind})")
    if not value.is_finite() or (value and abs(value.adjusted()) > LARGEST_EXPONENT):
        raise ValueError("the value is not a number that can be converted; write a plain number")
    if source.factor == wanted.factor:
        return value
    ratio = (source.factor / wanted.factor).normalize()
    if ratio.as_tuple().digits == (1,):
        sign, digits, exponent = value.as_tuple()
        return Decimal((sign, digits, int(exponent) + ratio.adjusted()))
    return _EXACT.multiply(value, source.factor) / wanted.factor


def difference_unit(unit: Unit) -> Unit:
    """What a difference of two figures is in: percentage points for per cent, otherwise the unit itself."""
    return DEFAULT.find("pp") if unit.kind == "percent" and unit.factor == 1 else unit


def whole_up(value: Decimal, unit: Unit) -> Decimal:
    """An amount of what can only be counted, in the same unit, rounded up to a whole one of what the unit counts.

    1.45 (万人) over three months is 0.4834 a month, 4834 people; what is measured stays as it is.
    """
    if unit.kind != "count":
        return value
    whole = (_SHARED_OUT.plus(value) * unit.factor).to_integral_value(ROUND_UP)
    return _EXACT.divide(whole, unit.factor)
