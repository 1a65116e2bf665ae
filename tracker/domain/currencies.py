"""The currencies of ISO 4217 with their names and signs, and which of them a word for money means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from tracker.domain.currency_table import TABLE
from tracker.domain.unit_names import Ambiguous

_CLEAR: Mapping[str, str] = {
    **dict.fromkeys(("元", "yuan", "renminbi"), "CNY"),
    **dict.fromkeys(("卢布", "rouble", "ruble"), "RUB"),
    **dict.fromkeys(("pounds sterling", "sterling", "british pound"), "GBP"),
    "won": "KRW",
    "日币": "JPY",
    "american dollar": "USD",
}
"""Words that are one currency's unless another country's name stands before them."""
_OPEN: dict[str, tuple[str, ...]] = {
    "$": ("USD", "AUD", "CAD", "HKD", "SGD"),
    "£": ("GBP", "EGP", "LBP", "SSP"),
    "kr": ("SEK", "NOK", "DKK", "ISK"),
    "krona": ("SEK", "ISK"),
    "krone": ("NOK", "DKK"),
    "crown": ("SEK", "NOK", "DKK", "CZK"),
    "Fr": ("CHF", "XOF", "XAF", "RWF"),
    "franc": ("CHF", "XOF", "XAF", "RWF"),
    "CFA": ("XOF", "XAF"),
    "FCFA": ("XOF", "XAF"),
    "F CFA": ("XOF", "XAF"),
    "Sh": ("KES", "TZS", "UGX"),
    "dollar": ("USD", "AUD", "CAD", "HKD", "SGD"),
    "pound": ("GBP", "EGP", "LBP", "SSP"),
    "法郎": ("CHF", "XOF", "XAF", "RWF"),
}
"""Signs and words that several currencies share, most traded first; the others are found by the names in the table."""
_NOT_ALONE = frozenset({"mark", "right", "gold", "fomento", "sum", "som", "sole", "leone"})  # words of other things
RUPEES = "Rs"
"""Rupees of no country named: a kind of their own, so that those of Nepal are never those of India."""


class Currency(NamedTuple):
    """One currency: its code, and what it is called."""

    code: str
    zh: str
    en: str


class _Words(NamedTuple):
    """Every currency by code, and every word for money with the codes it may mean."""

    by_code: Mapping[str, Currency]
    meant: Mapping[str, tuple[str, ...]]


def currency(word: str, *, loose: bool = False) -> Currency | None:
    """The currency a word means; None where it means none, ValueError where several share it.

    A code alone is in capitals, since `all` and `top` are words; beside a multiplier it need not be.
    """
    words = _words()
    if found := words.by_code.get(word) or (words.by_code.get(word.upper()) if loose else None):
        return found
    codes = next((words.meant[form] for form in _forms(word) if form in words.meant), ())
    if len(codes) > 1:
        raise Ambiguous(f"{word!r} may be several currencies; write the code, such as {', '.join(codes[:4])}")
    return words.by_code[codes[0]] if codes else None


def is_code(code: str) -> bool:
    """Whether a code is a currency's."""
    return code in _words().by_code


def currencies() -> tuple[Currency, ...]:
    """Every currency, by code."""
    return tuple(_words().by_code.values())


def _forms(word: str) -> Iterator[str]:
    """The spellings under which a word may stand in the table; signs keep their capitals."""
    bare = word.replace(".", "").strip()
    yield from (word, bare)
    small = bare.casefold()
    yield from (small, small.removesuffix("s"))


@cache
def _words() -> _Words:
    """The table, read when money is first spoken of that is not yuan."""
    by_code: dict[str, Currency] = {}
    meant: dict[str, dict[str, None]] = {}
    for line in TABLE.splitlines():
        code, zh, en, signs = line.split(";")
        names = _chinese(zh)
        by_code[code] = Currency(code, names[0], en)
        coin = en.casefold().rpartition(" ")[2].removesuffix("s")
        country = en.casefold().removesuffix("s")
        for word in {*names, *signs.split(), coin, country} - _NOT_ALONE:
            meant.setdefault(word, {})[code] = None
    settled = {word: tuple(codes) for word, codes in meant.items()} | _OPEN
    settled |= {word: (code,) for word, code in _CLEAR.items()}
    return _Words(by_code, settled | dict.fromkeys(("Rs", "rs", "rupee", "₨", "卢比"), (RUPEES,)))


def _chinese(zh: str) -> list[str]:
    """The names of a currency in Chinese, the whole one first: 卢旺达法郎 and 法郎, 澳元 and 澳大利亚元."""
    first, *others = zh.split("|")
    whole = first.replace(" ", "")
    return [whole, *([first.rpartition(" ")[2]] if " " in first else []), *others]
