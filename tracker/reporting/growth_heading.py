"""Headings of growth: words of comparison, of growth and of per cent in any order, 同比±% as well as 比上年增长."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

PIECES: Mapping[str, str] = {
    "total": "累计|本年|自年初|年初至今|ytd|yeartodate",
    "month": "本月|当月|单月",
    "beside": "同期比|同比|[比较]同期|同期(?=增)|"
    "[比较与同和](?:上年|去年|上一年)(?:的?同期|同月|同季)?(?:相比|比较|比)?|yoy|y/y|y-o-y|"
    "year-?on-?year|(?:ona|onthe)?yearearlier|(?:over|on)(?:the)?(?:previous|last|prior)?year|annual",
    "growth": "增长率|增长速度|增长幅度|增长|增速|增幅|growthrate|growth|rateofgrowth",
    "change": "增减变化|增减幅度|增减幅|增减率|增减|升降幅度|升降幅|升降|涨跌幅|涨跌|涨幅|变动率|"
    "变动幅度|变化率|变化幅度|变动|变化|增加|"
    "change",
    "sign": r"±|\+-|\+/-|-\+",
    "percent": "%|百分比|percentage|percent|pct",
    "filler": "的|为|情况|幅度|rate|ofthe|of|in|on|[,，、:_]",
}
_PIECE = re.compile("|".join(f"(?P<{name}>{words})" for name, words in PIECES.items()))
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{0,30})[)\]]")


class Growth(NamedTuple):
    """What a heading of growth says of its months: those of a running total, a single month, or nothing."""

    reach: str | None = None


def growth_of(name: str) -> Growth | None:
    """A heading of growth, by its name in small half-width letters without blanks; None where it is another one.

    A change without a word of per cent may be an amount, and one in 亿元 or percentage points is none.
    """
    bare = _BRACKETS.sub("", name)
    said = pieces(bare)
    if said is None:
        return None
    for inside in _BRACKETS.findall(name):
        if (more := pieces(inside)) is not None:
            said |= more
        elif amount(inside):
            return None
    told = bool(said & {"beside", "growth"}) or ("change" in said and bool(said & {"percent", "sign"}))
    if not told and not {"sign", "percent"} <= said:
        return None
    return Growth("total" if "total" in said else "month" if "month" in said else None)


def pieces(text: str) -> set[str] | None:
    """The kinds of words a text is made of; None where anything else stands in it."""
    at, found = 0, set()
    while at < len(text):
        piece = _PIECE.match(text, at)
        if not piece:
            return None
        found.add(str(piece.lastgroup))
        at = piece.end()
    return found


_AMOUNT = re.compile(
    "[百千万亿]{0,3}(?:元|美元|吨|标准煤|户|个|家|人|人次|项|件|台|辆|套|平方米|立方米|公顷|亩|千瓦时?|度|位|名|天|百分点|点|pp|"
    "percentagepoints?|points?)(?:/.{1,6})?"
)


def amount(unit: str) -> bool:
    """Whether words in brackets name a unit that no growth has."""
    return bool(_AMOUNT.fullmatch(unit))
