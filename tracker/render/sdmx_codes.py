"""Ids, periods and units as the codes of SDMX."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tracker.domain.period import Period
from tracker.domain.units import Unit

FORBIDDEN = re.compile(r"[^A-Za-z0-9_@$-]+")
SWAPPED = str.maketrans({".": "_", "_": "$"})
"""Ids have dots, codes may not: a dot becomes `_`, and `_` becomes `$`, so that no two ids become one code."""
BASES: Mapping[str, str] = {
    "money-Rs": "RS",
    "mass": "T",
    "mass-per-year": "T_YR",
    "mass-per-day": "T_DAY",
    "count": "NR",
    "count-per-year": "NR_YR",
    "percent": "PC",
    "pp": "PP",
    "duration-months": "MONTHS",
    "duration-days": "DAYS",
    "power": "KW",
    "energy": "KWH",
    "intensity": "KWH_T",
    "area": "MU",
    "index": "IX",
    "rank": "RANK",
    "rate": "PN",
    "length": "M",
    "volume": "M3",
    "coal-equivalent": "TCE",
    "oil-equivalent": "TOE",
    "carbon-dioxide": "TCO2",
    "containers": "TEU",
    "freight": "T_KM",
    "passenger-distance": "PAS_KM",
    "year": "YR",
    "month": "MONTH",
    "day": "DAY",
    "hour": "HOUR",
}
"""The base unit of each kind; a unit that is a power of ten of it needs no code of its own."""
MONEY, PER = "money-", "-per-"


def code_of(id_: str) -> str:
    """An id as a code; anything else SDMX does not allow is left out."""
    return FORBIDDEN.sub("", id_.translate(SWAPPED))


def frequency(period: Period) -> str:
    """How often a period of its length comes: A, S, Q, M, D, and _O for running totals and other spans."""
    kinds = (
        (period.is_day, "D"),
        (period.is_month, "M"),
        (period.is_quarter, "Q"),
        (period.is_half, "S"),
        (period.is_year, "A"),
    )
    return next((code for fits, code in kinds if fits), "_O")


def time_period(period: Period) -> str:
    """A period as SDMX writes it; a running total as a range: its first day and how long it lasts."""
    year, month = period.last.year, period.last.month
    written = {
        "D": period.last.isoformat(),
        "M": f"{year}-{month:02}",
        "Q": f"{year}-Q{month // 3}",
        "S": f"{year}-S{month // 6}",
        "A": f"{year}",
    }
    return written.get(frequency(period)) or f"{period.first.isoformat()}/{duration(period)}"


def duration(period: Period) -> str:
    """How long a span lasts: in years, months or days."""
    months = period.month_count
    if months is None:
        return f"P{(period.last - period.first).days + 1}D"
    return f"P{months // 12}Y" if months % 12 == 0 else f"P{months}M"


def unit_code(unit: Unit) -> tuple[str, int]:
    """The code of a unit, and the power of ten its numbers are to be multiplied by."""
    base = base_code(unit.kind)
    factor = (unit.factor / unit.over).normalize().as_tuple()
    if base and factor.digits == (1,):
        return base, int(factor.exponent)
    named = re.sub(r"[^A-Za-z0-9]+", "_", unit.symbol if unit.symbol.isascii() else unit.en).strip("_")
    return named.upper() or "_U", 0


def base_code(kind: str) -> str | None:
    """The code of the base unit of a kind: money's is its currency's, a ratio has both its parts'; None without one."""
    if kind in BASES:
        return BASES[kind]
    if PER in kind:
        parts = [base_code(part) for part in kind.split(PER)]
        return "_".join(filter(None, parts)) if all(parts) else None
    return kind.removeprefix(MONEY) if kind.startswith(MONEY) else None
