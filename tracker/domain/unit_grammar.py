"""A unit that stands in no table, read by its parts: a multiplier times a base, money, one unit over another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from tracker.domain.currencies import Currency, currency
from tracker.domain.unit_names import CHINESE, SHORT, Sides, tidy_name
from tracker.domain.unit_words import vocabulary

Known: TypeAlias = Callable[[str], Sides | None]
MONEY = "money-"
LONGEST, MOST_PARTS = 60, 3
_DIGITS = ["十", "百", "千", "万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿", "十万亿", "百万亿"]
_CHINESE: Mapping[str, int] = {word: power for power, word in enumerate(_DIGITS, 1)}
_IN_CHINESE: Mapping[int, str] = {0: "", **{power: word for word, power in _CHINESE.items()}}
_SPOKEN: Mapping[str, tuple[int, str]] = {
    "hundred": (2, "hundred"), "thousand": (3, "thousand"), "k": (3, "thousand"), "lakh crore": (12, "lakh crore"),
    "lakh": (5, "lakh"), "lac": (5, "lakh"), "lakhs": (5, "lakh"), "lacs": (5, "lakh"), "million": (6, "m"),
    "crore": (7, "crore"), "crores": (7, "crore"), "cr": (7, "crore"), "m": (6, "m"), "mn": (6, "m"), "mln": (6, "m"),
    "billion": (9, "bn"), "bn": (9, "bn"), "bln": (9, "bn"), "trillion": (12, "tn"), "tn": (12, "tn"),
    "ten thousand": (4, "10 thousand"), "10 thousand": (4, "10 thousand"), "10k": (4, "10 thousand"),
    "hundred thousand": (5, "100 thousand"), "100 thousand": (5, "100 thousand"), "100k": (5, "100 thousand"),
    "ten million": (7, "10 m"), "10 million": (7, "10 m"), "10 m": (7, "10 m"), "hundred million": (8, "100 m"),
    "100 million": (8, "100 m"), "100 m": (8, "100 m"), "10 bn": (10, "10 bn"), "10 billion": (10, "10 bn"),
    "100 bn": (11, "100 bn"), "100 billion": (11, "100 bn"), "'000": (3, "thousand"), "000": (3, "thousand"),
    "000s": (3, "thousand"), "'000s": (3, "thousand"), "hundreds": (2, "hundred"), "thousands": (3, "thousand"),
    "millions": (6, "m"), "billions": (9, "bn"), "trillions": (12, "tn"), "thousand crore": (10, "thousand crore"),
}  # fmt: skip
_LONG = {"m": "million", "bn": "billion", "tn": "trillion", "10 m": "10 million", "100 m": "100 million"}
_LONG |= {"10 bn": "10 billion", "100 bn": "100 billion"}
_ROUND = re.compile(r"(1[0, ]{1,18}) ?(.*)")
_LOOSE = re.compile(r"[()]|,(?![0-9])|\b(?:in|of)\b")
_LONGEST_FIRST = tuple(sorted(_CHINESE.items(), key=lambda pair: -len(pair[0])))
_STUCK = re.compile(r"(.*[^ ])(k|m|M|mn|bn|tn)")
_SPANS: Mapping[str, tuple[str, str, str]] = {
    **dict.fromkeys(("年", "year", "yr", "a", "annum", "years"), ("yr", "年", "year")),
    **dict.fromkeys(("月", "month", "mo"), ("month", "月", "month")),
    **dict.fromkeys(("日", "天", "day", "d"), ("day", "日", "day")),
    **dict.fromkeys(("小时", "时", "hour", "h", "hr"), ("h", "小时", "hour")),
    **dict.fromkeys(("秒", "second", "s", "sec"), ("s", "秒", "second")),
    **dict.fromkeys(("周", "week"), ("week", "周", "week")),
}
"""What something is counted by in a time; each is a kind of its own, since twelve months' rates are no year's."""
_HEADS = {"capita": "人", "head": "人", "人均": "人"}
_RATIOS: Mapping[tuple[str, str], str] = {("energy", "mass"): "intensity", ("count", "count"): "rate"}


class Scale(NamedTuple):
    """A power of ten as it is spoken, and what it stands before."""

    power: int
    word: str
    rest: str


def read(text: str, known: Known) -> Sides | None:
    """The unit a text says; None where a part is unknown, ValueError where a part may mean several."""
    if len(text) > LONGEST:
        return None
    first, *others = _sides(text)
    if len(others) >= MOST_PARTS:
        return None
    unit = _unit(first, known) if first not in {"", "1"} else _one()
    for other in others:
        below = _below(other, known)
        if unit is None or below is None:
            return None
        unit = over(unit, below)
    return unit if others or first not in {"", "1"} else None


def over(upper: Sides, lower: Sides) -> Sides:
    """One unit for each of another: a kind of its own, with its exact size."""
    kind = _RATIOS.get((upper.kind, lower.kind), f"{upper.kind}-per-{lower.kind}")
    if lower.kind == "number":
        kind = "rate" if upper.kind == "count" else f"{upper.kind}-per-number"
    zh = f"{upper.zh or upper.symbol}/{lower.zh or lower.symbol}"
    symbol = f"{upper.symbol}/{lower.symbol}"
    en = symbol
    if CHINESE.search(symbol):
        symbol, en = zh, f"{upper.en} per {_single(lower.en)}"
    return Sides(symbol, kind, upper.factor * lower.over, zh, en, over=upper.over * lower.factor)


def _sides(text: str) -> list[str]:
    """What stands above and below each stroke."""
    spoken = re.sub(r"(?:^|(?<= ))per ", "/", text) if text.isascii() else text.replace("每", "")
    return [side.strip() for side in spoken.split("/")]


def _below(text: str, known: Known) -> Sides | None:
    """What something is counted by: a time, a number of heads, or any unit."""
    if span := _SPANS.get(text):
        symbol, zh, en = span
        return Sides(symbol, en, Decimal(1), zh, en)
    if power := _power(text):
        return Sides(text, "number", Decimal(10) ** power, text, f"{10**power:,}")
    return _unit(_HEADS.get(text, text), known)


def _power(text: str) -> int:
    """The power of ten that a bare number says; 0 for anything else."""
    number = re.fullmatch(r"(1[0, ]*)([十百千万亿]*)", text)
    if number:
        return number[1].count("0") + _CHINESE.get(number[2], 0)
    return _CHINESE.get(text) or _SPOKEN.get(text.casefold(), (0, ""))[0]


def _one() -> Sides:
    """One, as what is counted for each thousand."""
    return Sides("1", "count", Decimal(1), "1", "1")


def _unit(text: str, known: Known) -> Sides | None:
    """One side: a unit by its name, or a multiplier before or behind one."""
    plain = " ".join(_LOOSE.sub(" ", text).split())
    unit = _base(text, known) or _base(plain, known) or _yuan(text, known)
    chinese = bool(CHINESE.search(text))
    return unit or next((unit for one in _scales(plain) if (unit := _times(one, known, chinese=chinese))), None)


def _yuan(text: str, known: Known) -> Sides | None:
    """Yuan that are called the people's money besides: 人民币亿元, 亿元(人民币)."""
    bare = text.replace("人民币", "").strip("()（） ")
    unit = _unit(bare, known) if bare and bare != text else None
    return unit if unit and unit.kind == f"{MONEY}CNY" else None


def _times(scale: Scale, known: Known, *, chinese: bool) -> Sides | None:
    """So many of a base; the table's own unit where it has one of that name."""
    base = _base(scale.rest, known, beside=True)
    if base is None:
        return None
    made = scaled(scale, base, chinese=chinese)
    listed = known(made.zh) if base.zh else None
    same = listed and (listed.kind, listed.factor) == (made.kind, made.factor)
    return listed if same else made


def _base(text: str, known: Known, *, beside: bool = False) -> Sides | None:
    """A unit without a multiplier: of the table or the workspace, of the vocabulary, or money."""
    name = tidy_name(text)
    listed = known(name) or vocabulary().get(name)
    if listed is None and len(name) > SHORT:
        listed = vocabulary().get(name.lower())
    if listed or not name:
        return listed and (known(listed.symbol) or listed)
    found = currency(name, loose=beside)
    return money(found, known) if found else None


def money(found: Currency, known: Known) -> Sides:
    """One of a currency; the yuan is the table's."""
    if found.code == "CNY" and (yuan := known("CNY")):
        return yuan
    return Sides(found.code, f"{MONEY}{found.code}", Decimal(1), found.zh, found.en)


def scaled(scale: Scale, base: Sides, *, chinese: bool) -> Sides:
    """So many of a unit, named as the text names it: 亿美元 in Chinese, bn USD in English."""
    word = _IN_CHINESE[scale.power]
    coin = base.symbol if base.kind.startswith(MONEY) else base.en
    spoken = _LONG.get(scale.word, scale.word) or _word_of(scale.power)
    zh = f"{word}{base.zh}" if base.zh else f"{spoken} {base.symbol}"
    short = scale.word if base.kind.startswith(MONEY) and scale.word else spoken
    symbol = zh if chinese else f"{short} {base.symbol}"
    return Sides(symbol, base.kind, base.factor * 10**scale.power, zh, f"{spoken} {coin}", over=base.over)


def _word_of(power: int) -> str:
    """The English word of a power of ten."""
    plain = {size: _LONG.get(word, word) for size, word in _SPOKEN.values() if not word.endswith(("lakh", "crore"))}
    return plain.get(power, f"1E{power}")


def _scales(text: str) -> Iterator[Scale]:
    """Every way to take a multiplier off a text, the longest first."""
    for word, power in _LONGEST_FIRST:
        if text.startswith(word):
            yield Scale(power, "", text.removeprefix(word))
    small = text.casefold()
    for word, (power, short) in _SPOKEN.items():
        apart = " " if text.isascii() else ""
        if small.startswith(f"{word}{apart}"):
            yield Scale(power, short, text[len(word) :].strip())
        if small.endswith(f" {word}"):
            yield Scale(power, short, text[: -len(word) - 1])
    if (found := _ROUND.fullmatch(text)) and (power := found[1].count("0")):
        yield Scale(power, _word_of(power), found[2])
    if found := _STUCK.fullmatch(text):
        yield from _stuck(found[1], found[2])


def _stuck(coin: str, letters: str) -> Iterator[Scale]:
    """A multiplier written close behind a sign or code of money: US$m, EURbn."""
    if currency(coin):
        yield Scale(*_SPOKEN[letters.lower()], coin)


def _single(name: str) -> str:
    """One of what an English name calls, behind `per`; several of it stay several."""
    if name[:1].isdigit() or name.split(" ", maxsplit=1)[0] in {"hundred", "thousand", *_LONG.values()}:
        return name
    if name.endswith("people"):
        return name.removesuffix("people") + "person"
    return name[:-1] if name.endswith("s") and name.islower() else name
