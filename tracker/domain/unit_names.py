"""The table of units: by kind, each with its symbol, its size in the kind's base unit, and its two names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

Row = tuple[str, str, str, str]
SHORT = 3
"""So many letters make a symbol, in which capitals count."""


class Ambiguous(ValueError):
    """A word that several units share, of which one must be chosen."""


class Sides(NamedTuple):
    """What a unit is made of; its size is `factor` / `over` of the base unit of its kind."""

    symbol: str
    kind: str
    factor: Decimal
    zh: str
    en: str
    over: Decimal = Decimal(1)


# People count things under many names that are one kind: the number is what is compared. Either word is a symbol.
_COUNTED = (
    ("个", "units"), ("项", "items"), ("户", "firms"), ("家", "enterprises"), ("条", "chains"), ("份", "documents"),
    ("次", "occurrences"), ("批次", "batches"), ("人次", "visits"), ("件", "pieces"), ("套", "sets"), ("副", "pairs"),
    ("起", "cases"), ("人", "people"), ("名", "persons"), ("座", "sites"), ("台", "machines"), ("辆", "vehicles"),
)  # fmt: skip
_ALSO_COUNTED = (
    ("个", "projects"), ("项", "awards"), ("个", "parks"), ("个", "industries"), ("项", "measures"), ("个", "jobs"),
    ("项", "principles"), ("个", "directions"), ("项", "arrangements"), ("件", "artefacts"), ("个", "bases"),
    ("个", "named industries"), ("个", "platforms"), ("户", "households"), ("项", "priorities"),
)  # fmt: skip
_MADE = (("套", "sets"), ("副", "pairs"), ("件", "pieces"), ("个", "units"), ("台", "machines"), ("辆", "vehicles"))

_COUNTS: tuple[Row, ...] = (
    *((zh, "1", zh, en) for zh, en in _COUNTED),
    *((en, "1", zh, en) for zh, en in (*_COUNTED, *_ALSO_COUNTED)),
    *((f"万{zh}", "1E4", f"万{zh}", f"10 thousand {en}") for zh, en in _COUNTED),
)
_COUNTS_PER_YEAR: tuple[Row, ...] = (
    *((f"{zh}/年", "1", f"{zh}/年", f"{en} a year") for zh, en in _MADE),
    *((f"万{zh}/年", "1E4", f"万{zh}/年", f"10 thousand {en} a year") for zh, en in _MADE),
)

ROWS: Mapping[str, tuple[Row, ...]] = {
    "money-CNY": (
        ("CNY", "1", "元", "yuan"),
        ("万元", "1E4", "万元", "10 thousand CNY"),
        ("m CNY", "1E6", "百万元", "million CNY"),
        ("千万元", "1E7", "千万元", "10 million CNY"),
        ("亿元", "1E8", "亿元", "100 million CNY"),
        ("bn CNY", "1E9", "十亿元", "billion CNY"),
        ("千亿元", "1E11", "千亿元", "100 billion CNY"),
        ("万亿元", "1E12", "万亿元", "trillion CNY"),
    ),
    "mass": (
        ("kg", "0.001", "千克", "kilograms"),
        ("t", "1", "吨", "tonnes"),
        ("kt", "1E3", "千吨", "thousand tonnes"),
        ("万吨", "1E4", "万吨", "10 thousand tonnes"),
        ("Mt", "1E6", "百万吨", "million tonnes"),
        ("亿吨", "1E8", "亿吨", "100 million tonnes"),
    ),
    "mass-per-year": (
        ("t/yr", "1", "吨/年", "tonnes a year"),
        ("kt/yr", "1E3", "千吨/年", "thousand tonnes a year"),
        ("万吨/年", "1E4", "万吨/年", "10 thousand tonnes a year"),
        ("Mt/yr", "1E6", "百万吨/年", "million tonnes a year"),
    ),
    "mass-per-day": (
        ("t/day", "1", "吨/日", "tonnes a day"),
        ("万吨/日", "1E4", "万吨/日", "10 thousand tonnes a day"),
    ),
    "count": _COUNTS,
    "count-per-year": _COUNTS_PER_YEAR,
    "percent": (("%", "1", "%", "percent"),),
    "pp": (("pp", "1", "百分点", "percentage points"),),
    "duration-months": (
        ("months", "1", "个月", "months"),
        ("quarters", "3", "个季度", "quarters"),
        ("years", "12", "年", "years"),
    ),
    "duration-days": (("days", "1", "天", "days"),),
    "power": (
        ("kW", "1", "千瓦", "kilowatts"),
        ("MW", "1E3", "兆瓦", "megawatts"),
        ("万千瓦", "1E4", "万千瓦", "10 MW"),
        ("GW", "1E6", "吉瓦", "gigawatts"),
        ("亿千瓦", "1E8", "亿千瓦", "100 GW"),
    ),
    "energy": (
        ("kWh", "1", "千瓦时", "kilowatt-hours"),
        ("MWh", "1E3", "兆瓦时", "megawatt-hours"),
        ("万千瓦时", "1E4", "万千瓦时", "10 MWh"),
        ("GWh", "1E6", "吉瓦时", "gigawatt-hours"),
        ("亿千瓦时", "1E8", "亿千瓦时", "100 GWh"),
    ),
    "intensity": (("kWh/t", "1", "千瓦时/吨", "kilowatt-hours a tonne"),),
    "area": (
        ("m2", "0.0015", "平方米", "square metres"),
        ("mu", "1", "亩", "mu"),
        ("hectare", "15", "公顷", "hectares"),
        ("km2", "1500", "平方公里", "square kilometres"),
        ("万亩", "1E4", "万亩", "10 thousand mu"),
        ("万平方米", "15", "万平方米", "10 thousand square metres"),
    ),
    "rank": (("rank", "1", "位", "rank"),),
    "index": (("index", "1", "指数", "index"), ("times", "1", "倍", "times")),
}

_ALIASES_OF: Mapping[str, str] = {
    "CNY": "yuan; RMB; 人民币元",
    "m CNY": "CNY m; CNY mn; mn CNY; m RMB; m yuan; million yuan",
    "bn CNY": "CNY bn; bn RMB; bn yuan; billion yuan",
    "万元": "10k CNY",
    "亿元": "亿; 亿元人民币; 100 m CNY",
    "万亿元": "tn CNY; CNY tn; 万亿",
    "kg": "公斤",
    "t": "tonne; ton; tons",
    "万吨": "10 kt",
    "t/yr": "t/year; t/a",
    "kt/yr": "kt/year; kt/a",
    "万吨/年": "10 kt/yr",
    "Mt/yr": "Mt/year; Mt/a",
    "t/day": "t/d; 吨/天",
    "万吨/日": "万吨/天",
    "projects": "project",
    "firms": "firm",
    "items": "item",
    "chains": "chain",
    "visits": "visit",
    "batches": "batch",
    "documents": "document",
    "%": "per cent; pct",
    "pp": "个百分点; percentage point; p.p.",
    "months": "month; 月",
    "quarters": "quarter; 季度",
    "years": "year",
    "days": "day; 日",
    "kWh": "kwh; 度",
    "MWh": "mwh",
    "GWh": "gwh",
    "万千瓦时": "万度",
    "亿千瓦时": "亿度",
    "kWh/t": "度/吨",
    "m2": "m²",
    "km2": "km²; 平方千米",
    "hectare": "ha",
    "rank": "位次; 名次",
    "index": "ratio",
}
ALIASES: Mapping[str, str] = {alias: symbol for symbol, names in _ALIASES_OF.items() for alias in names.split("; ")}

CHINESE = re.compile("[\u3400-\u9fff]")
_PLAIN_SIGNS: Mapping[int, int | str] = {
    0x3000: " ",
    **{wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)},
    **str.maketrans("²³µ﹪", "23μ%"),
    ord("㎡"): "m2",
    ord("㎥"): "m3",
    ord("㎢"): "km2",
    ord("㎞"): "km",
    ord("㎏"): "kg",
    ord("㎎"): "mg",
    ord("℃"): "°C",
    ord("￥"): "¥",
    ord("￡"): "£",
}


def tidy_name(text: str) -> str:
    """The name in half-width letters and plain digits, with single blanks, and none in Chinese or beside a slash."""
    words = text.translate(_PLAIN_SIGNS).split()
    if any(map(CHINESE.search, words)):
        return "".join(words)
    return " ".join(words).replace(" /", "/").replace("/ ", "/")
