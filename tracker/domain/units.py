"""Units of measure: what each is called in Chinese and English, and how those of one kind convert."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_UP, Context, Decimal
from types import MappingProxyType
from typing import Self

from tracker.domain.unit_names import ALIASES, ROWS, SHORT, Ambiguous, Sides, tidy_name

_EXACT = Context(prec=200)
_SHARED_OUT = Context(prec=20)  # fewer digits than a division leaves, so that 9.000…01 is 9 and not 10
LARGEST_EXPONENT = 50
OWN = "own "
"""How the kind of a unit begins that nobody knows: its own name follows, and nothing converts to it."""
ANY_RUPEES = "money-Rs"
"""The kind of rupees whose country is not named, which are those of none that is."""
_ONE = Decimal(1)
_OLD_KINDS = {"money": "money-CNY"}  # as workspaces declared units of money while the yuan was the only one


class Unit(Sides):
    """One unit; `factor` / `over` is its size in the base unit of its kind, and only units of one kind convert.

    Most are over 1; what is counted by a hectare or an hour has a size that no decimal number is.
    """

    __slots__ = ()

    def __new__(  # noqa: PLR0913, PLR0917 -- as many as a unit has sides
        cls, symbol: str, kind: str, factor: Decimal, zh: str, en: str, over: Decimal = _ONE
    ) -> Self:
        """Refuse a unit without a name, or with a size no figure can be converted by."""
        if not symbol.strip() or not kind.strip():
            raise ValueError('a unit needs a symbol and a kind, such as symbol = "t", kind = "mass"')
        if any(not one.is_finite() or one <= 0 or abs(one.adjusted()) > LARGEST_EXPONENT for one in (factor, over)):
            raise ValueError(f"the factor of the unit {symbol} must be a number above 0")
        return super().__new__(cls, symbol, kind, factor, zh, en, over)

    @property
    def known(self) -> bool:
        """Whether anything is known of the unit beyond its name."""
        return not self.kind.startswith(OWN)


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
        self._read: dict[str, Unit] = {}
        self._small: dict[str, str] = {}

    def find(self, text: str) -> Unit:
        """The unit a text names; ValueError offers the nearest names, or what a word of several meanings may mean."""
        name = tidy_name(text)
        unit = self._named(name) or self._read.get(name)
        if unit is None:
            from tracker.domain.unit_grammar import read

            if sides := read(name, self._named):
                unit = self._read[name] = made(sides)
        if unit is None:
            raise ValueError(f"{text[:40]!r} is not a unit; {self.advice(name)}")
        return unit

    def declared(self, text: str) -> Unit:
        """The unit a text names, or a kind of its own where nobody knows it; ValueError where it may mean several."""
        name = tidy_name(text)
        try:
            return self.find(text)
        except Ambiguous:
            raise
        except ValueError:
            if not name:
                raise
            return Unit(name, f"{OWN}{name if len(name) <= SHORT else name.lower()}", _ONE, name, name)

    def _named(self, name: str) -> Unit | None:
        """The unit of the table by a tidy name; capitals tell short symbols apart: Mt is not mt, MW not mW."""
        unit = self._by_name.get(name)
        if unit or len(name) <= SHORT:
            return unit
        if not self._small:
            self._small = {known.lower(): known for known in reversed(self._by_name)}
        near = self._small.get(name.lower())
        return self._by_name[near] if near and _same_but_for_capitals(name, near) else None

    def advice(self, text: str) -> str:
        """What to write instead of a unit nobody knows: the nearest names, but never one that differs by capitals."""
        from difflib import get_close_matches

        from tracker.domain.unit_words import vocabulary

        name = text[:40]
        words = name.replace("/", " ").split(" ")
        if "Rs" in words or "卢比" in name:
            return "rupees are several currencies: write INR, NPR, PKR or LKR"
        if "MT" in words:
            return "MT is tonnes to some and millions of them to others: write t or million t"
        known = [*self._by_name, *vocabulary()] if len(name) > (SHORT if name.isascii() else 1) else []
        close = get_close_matches(name, known, n=99, cutoff=0.65 if name.isascii() else 0.5)
        near = [one for one in close if _same_but_for_capitals(name, one)]
        near.sort(key=lambda one: (abs(len(one) - len(name)), known.index(one)))
        if near:
            return f"did you mean {', '.join(near[:3])}?"
        return "write one such as 亿元, bn CNY, 万吨, t, %, pp, 个, kWh, or add it to the units in tracker.toml"

    def differs_by_capitals(self, text: str) -> bool:
        """Whether a word nobody knows is that of a unit but for its capitals, as mw is."""
        from tracker.domain.unit_words import vocabulary

        name = tidy_name(text).lower()
        return any(known.lower() == name for known in (*self._by_name, *vocabulary()))

    def with_units(self, extra: Iterable[Unit]) -> UnitTable:
        """The table with more units; ValueError where one takes a name that already means something else."""
        added = tuple(unit._replace(kind=_OLD_KINDS.get(unit.kind, unit.kind)) for unit in extra)
        for unit in added:
            for name in filter(None, map(tidy_name, (unit.symbol, unit.zh, unit.en))):
                known = self._by_name.get(name)
                if known is not None and (known.kind, known.factor) != (unit.kind, unit.factor):
                    raise ValueError(f"{name} is already a unit of {known.kind}; give the new unit another name")
        return UnitTable(self.units + added, self.aliases)


def made(sides: Sides) -> Unit:
    """What was read by its parts, as a unit."""
    return sides if isinstance(sides, Unit) else Unit(*sides)


def _same_but_for_capitals(name: str, known: str) -> bool:
    """Whether no short symbol of a name is in the other by other capitals: MT is neither Mt nor mt."""
    others = {one.lower(): one for one in known.replace("/", " ").split(" ")}
    symbols = (one for one in name.replace("/", " ").split(" ") if one[:1] in {"m", "M"} and len(one) <= SHORT)
    return all(others.get(one.lower(), one) == one or one.lower() in {"m", "mn"} for one in symbols)


DEFAULT = UnitTable(UNITS, ALIASES)


def convert(value: Decimal, source: Unit, wanted: Unit) -> Decimal:
    """The same amount in another unit of its kind, with as many significant digits; ValueError when the kinds differ.

    A larger unit of ten moves the decimal point only, so 90 (万千瓦) becomes 9.0E+2 (MW): print it with the format `f`.
    """
    if source.kind != wanted.kind:
        raise ValueError(f"{source.symbol} ({source.kind}) cannot be given in {wanted.symbol} ({wanted.kind})")
    if not value.is_finite() or (value and abs(value.adjusted()) > LARGEST_EXPONENT):
        raise ValueError("the value is not a number that can be converted; write a plain number")
    larger = _EXACT.multiply(source.factor, wanted.over)
    smaller = _EXACT.multiply(source.over, wanted.factor)
    if larger == smaller:
        return value
    ratio = (larger / smaller).normalize()
    if ratio.as_tuple().digits == (1,):
        sign, digits, exponent = value.as_tuple()
        return Decimal((sign, digits, int(exponent) + ratio.adjusted()))
    return _EXACT.multiply(value, larger) / smaller


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
