"""Words that name a part of a whole: a sex, town or country, an age, a county."""

from __future__ import annotations

import re

from tracker.reporting.names import key

_MEMBERS = (
    "female male females males women men girls boys woman man urban rural "
    "女 男 女性 男性 女生 男生 妇女 城镇 农村 城市 乡村 城镇居民 农村居民"
)
_MEMBER = re.compile(
    "(?!个)[^0-9a-z/]{1,12}[县区州旗镇乡村盟]|[^0-9a-z]{1,8}(?<!全)市|.{2,30}(?:county|district|province|region|state)|"
    "[0-9]{1,3}(?:[-~][0-9]{1,3}|\\+)(?:岁|years?|yrs?)?|[0-9]{1,3}岁(?:以[上下]|及以[上下])?"
)
MEMBERS = frozenset(_MEMBERS.split())


def member(text: str) -> bool:
    """Whether words name a part: a sex, town or country, an age, a county."""
    return key(text) in MEMBERS or bool(_MEMBER.fullmatch(key(text)))


def called(text: str) -> bool:
    """Whether words are those of a part, and of nothing else: women, 城镇."""
    return key(text) in MEMBERS
