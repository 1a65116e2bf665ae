"""The unit a reader expects where a figure was printed in another: the scale of money, the thousands of English."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tracker.domain.units import DEFAULT, Unit

SHOWN_IN: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "bn CNY": "亿元",
        "m CNY": "万元",
        "kt": "万吨",
        "Mt": "万吨",
        "kt/yr": "万吨/年",
        "Mt/yr": "万吨/年",
        "MW": "万千瓦",
        "GW": "万千瓦",
        "GWh": "万千瓦时",
    },
    "en": {
        "万元": "m CNY",
        "千万元": "m CNY",
        "亿元": "bn CNY",
        "千亿元": "bn CNY",
        "万亿元": "bn CNY",
        "万吨": "kt",
        "亿吨": "Mt",
        "万吨/年": "kt/yr",
        "万吨/日": "t/day",
        "万千瓦": "MW",
        "亿千瓦": "GW",
        "万千瓦时": "MWh",
        "亿千瓦时": "GWh",
        "万亩": "mu",
        "万平方米": "m2",
    },
}
"""The unit each language expects where a figure was printed in the other one's."""

MONEY_SCALES: Mapping[str, Mapping[str, str]] = {
    "zh": {"bn ": "亿", "m ": "万", "tn ": "亿"},
    "en": {"万亿": "bn ", "千万": "m ", "千亿": "bn ", "万": "m ", "亿": "bn "},
}
"""The same for the money of other countries, by how the name of its unit begins."""

TENS_OF = re.compile("10(0?) ((?:thousand|million|billion|trillion) .*)")


def shown_unit(unit: Unit, lang: str) -> Unit:
    """The unit a reader of a language expects: 亿元 in Chinese where English says bn CNY."""
    listed = SHOWN_IN[lang].get(unit.symbol)
    shown = DEFAULT.find(listed) if listed else money_shown(unit, lang)
    return thousands(shown) if lang == "en" else shown


def money_shown(unit: Unit, lang: str) -> Unit:
    """Money of other countries on the scale of the yuan: 亿美元 in Chinese, bn USD in English."""
    kind, _, code = unit.kind.partition("-")
    if kind != "money" or code == "CNY":
        return unit
    from tracker.domain.currencies import is_code

    said = next((said for scale, said in MONEY_SCALES[lang].items() if unit.symbol.startswith(scale)), None)
    return DEFAULT.find(f"{said}{code}") if said and is_code(code) else unit


def thousands(unit: Unit) -> Unit:
    """The unit by the scale an English number stands on: 14.5 thousand people, where 1.45 are ten thousand each."""
    found = TENS_OF.fullmatch(unit.en)
    if not found:
        return unit
    return unit._replace(symbol=found[2], en=found[2], factor=unit.factor / int(f"10{found[1]}"))
