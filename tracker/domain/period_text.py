"""How people write a period, in Chinese and in English, read as its first and last day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from tracker.domain.period_doubts import Doubt, NotAPeriod, doubt_about

Span = tuple[date, date]
Groups = tuple[str | None, ...]

FIRST_YEAR, LAST_YEAR = 1900, 2200
LONGEST_TEXT = 64
FORMS = (
    "write 2025, 2025-H1, 2025-Q1, 2025-10, 2025-10-09, 2025-01/2025-10, 2021/2025, 2025-01..2025-10, 2025-M10, "
    "2025-W07, 2025/10, 202510, ytd 2025-10, Q1 2025, Oct 2025, Jan-Oct 2025, Nov 2024-Feb 2025, 2021-2025, 2025年, "
    "2025年10月, 2025年10月9日, 2025年1-10月, 2025年一季度, 2025年1-3季度, 2025年上半年, 2025年前三季度, 2025年末, "
    "“十四五” or “十四五”末; years from 1900 to 2200"
)

_DASHES = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0x2500, 0x2501, 0xFE63, 0x30FC), "-")
_WAVES = dict.fromkeys((0x301C, 0x223C), "~")
_QUOTES = dict.fromkeys((0x22, 0x27, 0x2018, 0x2019, 0x201C, 0x201D, 0x300C, 0x300D, 0x300E, 0x300F, 0xFF02, 0xFF07))
_HYGIENE = {**{wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}, **_DASHES, **_WAVES, **_QUOTES}

_YEAR = "(19[0-9]{2}|2[01][0-9]{2}|2200)"
_MONTH_NAMES = "january february march april may june july august september october november december"
_MONTH_OF = {name: place for place, name in enumerate(_MONTH_NAMES.split(), 1)}
_MONTH_OF |= {name[:3]: place for name, place in _MONTH_OF.items()} | {"sept": 9}
_DIGIT_OF = {digit: place % 9 + 1 for place, digit in enumerate("123456789一二三四五六七八九")}
_PARTS = {"h": 2, "s": 2, "q": 4, "m": 12}


def month_span(first_year: int, first_month: int, last_year: int, last_month: int) -> Span:
    """The first day of one month and the last day of another; ValueError for a month that is not 1 to 12."""
    date(last_year, last_month, 1)  # refuses a month 13, which the sum below would take for a January
    day_after = date(last_year + last_month // 12, last_month % 12 + 1, 1)
    return date(first_year, first_month, 1), day_after - timedelta(days=1)


def part_span(year: int, letter: str, number: int) -> Span:
    """The n-th half (h, s), quarter (q) or month (m) of a year; ValueError where a year has fewer."""
    parts = _PARTS[letter]
    if not 1 <= number <= parts:
        raise ValueError(f"a year has {parts} such parts and none is number {number}")
    size = 12 // parts
    return month_span(year, (number - 1) * size + 1, year, number * size)


def _whole_year(found: Groups) -> Span:
    year = int(found[0] or "")
    return month_span(year, 1, year, 12)


def _month_range(found: Groups) -> Span:
    year, first, last = (int(part or "") for part in found)
    return month_span(year, first, year, last)


def _quarters(found: Groups) -> Span:
    year, first, last = int(found[0] or ""), _DIGIT_OF[found[1] or ""], _DIGIT_OF[found[2] or ""]
    return month_span(year, 3 * first - 2, year, 3 * last)


def _named_months(found: Groups) -> Span:
    first, last, year = found
    return month_span(int(year or ""), _MONTH_OF[first or ""], int(year or ""), _MONTH_OF[last or first or ""])


def _month_of_sheets(found: Groups) -> Span:
    """Dec-25, as sheets show a month; two digits from 69 on are of the last century, as in the POSIX calendar."""
    name, digits = found[0] or "", int(found[1] or "")
    return _named_months((name, name, str(digits + (1900 if digits >= 69 else 2000))))  # noqa: PLR2004


def _day(found: Groups) -> Span:
    year, month, day = (int(part or "") for part in found)
    return date(year, month, day), date(year, month, day)


def _week(found: Groups) -> Span:
    """The week of ISO 8601: from Monday to Sunday, the first with four days or more in its year."""
    monday = date.fromisocalendar(int(found[0] or ""), int(found[1] or ""), 1)
    return monday, monday + timedelta(days=6)


def _day_of_year(found: Groups) -> Span:
    day = date.fromordinal(date(int(found[0] or ""), 1, 1).toordinal() + int(found[1] or "") - 1)
    if str(day.year) != found[0]:
        raise ValueError("its year has no such day")
    return day, day


def _last_day(found: Groups) -> Span:
    year, month = int(found[0] or ""), int(found[1] or "12")
    return month_span(year, month, year, month)[1:] * 2


def _plan(found: Groups) -> Span:
    """The n-th five-year plan: the fourteenth began in 2021, and each lasts five years."""
    first = 1951 + 5 * (10 + _DIGIT_OF[found[0] or ""])
    whole = month_span(first, 1, first + 4, 12)
    return whole[1:] * 2 if found[1] else whole


_READERS: tuple[tuple[str, Callable[[Groups], Span]], ...] = (
    (f"{_YEAR}(?:年?(?:全年)?|年度|-?a1)", _whole_year),
    (f"{_YEAR}-?([hsq])([1-4])", lambda found: part_span(int(found[0] or ""), found[1] or "", int(found[2] or ""))),
    (f"([hsq])([1-4])-?{_YEAR}", lambda found: part_span(int(found[2] or ""), found[0] or "", int(found[1] or ""))),
    (f"{_YEAR}(?:-|-?m)?([0-9]{{2}})", lambda found: part_span(int(found[0] or ""), "m", int(found[1] or ""))),
    (f"{_YEAR}(?:-?m|[./])([0-9]{{1,2}})", lambda found: part_span(int(found[0] or ""), "m", int(found[1] or ""))),
    (f"([0-9]{{1,2}})/{_YEAR}", lambda found: part_span(int(found[1] or ""), "m", int(found[0] or ""))),
    (f"{_YEAR}-([0-9]{{2}})-([0-9]{{2}})", _day),
    (f"{_YEAR}-?w([0-9]{{1,2}})", _week),
    (f"{_YEAR}-?d([0-9]{{3}})", _day_of_year),
    (f"ytd{_YEAR}(?:-|-?m)([0-9]{{2}})", lambda found: _month_range((found[0], "1", found[1]))),
    (f"{_YEAR}\\.([0-9]{{1,2}})[-~至]([0-9]{{1,2}})月?", _month_range),
    (f"([a-z]{{3,9}})(?:[-~]([a-z]{{3,9}}))?-?{_YEAR}", _named_months),
    ("([a-z]{3,9})-([0-9]{2})", _month_of_sheets),
    (f"([a-z]{{3,9}}{_YEAR})[-~]([a-z]{{3,9}}{_YEAR})", lambda found: _range(found[0] or "", found[2] or "")),
    (f"{_YEAR}年([0-9]{{1,2}})月份?", lambda found: _month_range((*found, found[1]))),
    (f"{_YEAR}年([0-9]{{1,2}})月([0-9]{{1,2}})日", _day),
    (f"{_YEAR}年([0-9]{{1,2}})月?[-~至一]([0-9]{{1,2}})月份?", _month_range),
    (f"{_YEAR}年第?([一二三四1-4])季度", lambda found: part_span(int(found[0] or ""), "q", _DIGIT_OF[found[1] or ""])),
    (f"{_YEAR}年第?([一二三四1-4])(?:季度)?[-~至一]第?([一二三四1-4])季度", _quarters),
    (f"{_YEAR}年前[三3]个?季度", lambda found: _month_range((found[0], "1", "9"))),
    (f"{_YEAR}年([上下])半年", lambda found: part_span(int(found[0] or ""), "h", "上下".index(found[1] or "") + 1)),
    (f"{_YEAR}年(?:([0-9]{{1,2}})月)?[末底]", _last_day),
    (f"{_YEAR}[-~至]{_YEAR}年?", lambda found: _range(found[0] or "", found[1] or "")),
    ("十([一二三四五六七八九])五(?:时期|期间)?(末|期末)?", _plan),
)


def _single(clean: str) -> Span | None:
    for pattern, read in _READERS:
        found = re.fullmatch(pattern, clean)
        if found:
            return read(found.groups())
    return None


def _range(left: str, right: str) -> Span:
    """From the first day of one period to the last day of another, which must not end before it."""
    first, last = _single(left), _single(right)
    if first is None or last is None:
        raise ValueError
    if first[0] > last[0] or first[1] > last[1]:
        raise NotAPeriod("", Doubt.BACKWARDS)
    return first[0], last[1]


def _separator(clean: str) -> str | None:
    """What stands between the two ends of a range; a dash does only in Chinese, where no month is written with one."""
    dash = ("-",) if "年" in clean else ()
    return next((mark for mark in ("/", "..", "至", "~", *dash) if clean.count(mark) == 1), None)


def tidy(text: str) -> str:
    """The text in small ASCII letters and digits where it can be, without quotes and spaces; "" when it is too long."""
    if len(text) > LONGEST_TEXT:
        return ""
    clean = re.sub(r"\b([hsq][1-4])\s+(?=[0-9])", r"\1", text.translate(_HYGIENE).strip().lower())
    if re.search(r"[0-9]\s+[0-9]", clean):
        return ""
    return re.sub("-{2,}", "-", "".join(clean.split()))


def year_undetermined(text: str) -> bool:
    """Whether the text names a period of a year nobody knows yet, as EDTF writes it: XXXX, XXXX-H1, XXXX-01/XXXX-06."""
    one = "xxxx(?:-?[hs][12]|-?q[1-4]|(?:-|-?m)(?:0[1-9]|1[0-2]))?"
    return re.fullmatch(rf"{one}(?:(?:/|\.\.){one})?", tidy(text)) is not None


@lru_cache(maxsize=4096)
def span_of(text: str) -> Span:
    """The first and last day of a period as people write it; NotAPeriod tells what is wrong and what to write."""
    clean = tidy(text)
    doubt, reason = doubt_about(clean), ""
    try:
        span = None if doubt else _span(clean)
        if span and span[0] <= span[1]:
            return span
        doubt = Doubt.BACKWARDS if span else doubt or _year_left_out(clean)
    except NotAPeriod as error:
        doubt = error.doubt
    except (ValueError, KeyError) as error:
        reason = str(error) if isinstance(error, ValueError) else ""
    raise _refusal(text, reason, doubt)


def _span(clean: str) -> Span | None:
    """The days of one period, or of two with a mark between them."""
    mark = _separator(clean)
    return _single(clean) or (_range(*clean.split(mark)) if mark else None)


def _year_left_out(clean: str) -> Doubt | None:
    """Whether all that is missing is the year: 1-6月份, Q1, Jan-Jun."""
    try:
        with_year = _single(f"2025年{clean}") or _single(f"{clean}2025")
    except (ValueError, KeyError):
        return None
    return Doubt.NO_YEAR if clean and with_year else None


def _refusal(text: str, reason: str, doubt: Doubt | None) -> NotAPeriod:
    """What is wrong with a text, then what to write instead."""
    shown = text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT] + "…"
    said = doubt.value if doubt else f"{reason}; {FORMS}" if reason else ""
    return NotAPeriod(f"{shown!r} is not a period{f': {said}' if said else f'; {FORMS}'}", doubt)
