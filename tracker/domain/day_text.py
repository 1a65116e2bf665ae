"""A day as people type it on a command line."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from tracker.domain.period_text import FIRST_YEAR, LAST_YEAR, LONGEST_TEXT, span_of

_DEFAULTS = (datetime(2001, 1, 1), datetime(2004, 12, 28, 1, 1, 1, 1))  # noqa: DTZ001 (no part of either may show)
_ADVICE = "write the day as 2025-10-31"
_DAYS_AGO = {"today": 0, "今天": 0, "今日": 0, "yesterday": 1, "昨天": 1, "昨日": 1}


def read_day(text: str) -> date:
    """The day a text names, as 2025-10-31, 2025年末 or 31 Oct 2025; ValueError where it could name another."""
    try:
        first, last = span_of(text)
    except ValueError:
        return _human_day(text)
    if first != last:
        raise ValueError(f"{text!r} is not one day but runs from {first} to {last}; {_ADVICE}")
    return first


def named_day(text: str, today: date) -> date:
    """The day a text names; today and yesterday are named so too."""
    ago = _DAYS_AGO.get(text.strip().lower())
    return read_day(text) if ago is None else today - timedelta(days=ago)


def last_day_named(text: str, today: date) -> date:
    """The day a text names, by itself or as the last one of a period."""
    try:
        return span_of(text)[1]
    except ValueError:
        return named_day(text, today)


def _human_day(text: str) -> date:
    """What dateutil makes of the text, whichever day it starts from and whichever of day and month comes first."""
    shown = repr(text[:LONGEST_TEXT])
    if len(text) > LONGEST_TEXT or not re.search("[0-9]{4}", text):
        raise ValueError(f"{shown} is not a day with its year in four digits; {_ADVICE}")
    orders = (False,) if re.match(r"\s*[0-9]{4}", text) else (False, True)
    days = {_dateutil_day(text, start, day_first=order) for start in _DEFAULTS for order in orders}
    day = days.pop()
    if day is None:
        raise ValueError(f"{shown} is not a day; {_ADVICE}")
    if days:
        raise ValueError(f"{shown} can be read as more than one day; {_ADVICE}")
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"{shown} is not between the years {FIRST_YEAR} and {LAST_YEAR}; {_ADVICE}")
    return day


def _dateutil_day(text: str, default: datetime, *, day_first: bool) -> date | None:
    """The day dateutil reads, what is missing taken from the default; None where it reads none, or a time of day."""
    from dateutil import parser

    try:
        moment = parser.parse(text, default=default, dayfirst=day_first, ignoretz=True)
    except (ValueError, ArithmeticError, LookupError, TypeError, AttributeError):
        return None
    return moment.date() if moment.time() == default.time() else None
