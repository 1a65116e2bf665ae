"""Texts that could be more than one period, or leave out what makes them one; they are asked about, never guessed."""

from __future__ import annotations

import re
from enum import Enum


def N_(sentence: str) -> str:  # noqa: N802 -- as the readers of catalogues call it
    """Mark a sentence for those who translate it."""
    return sentence


class Doubt(Enum):
    """What makes a text no period; and what to write instead."""

    SCHOOL_YEAR = N_(
        "it can name two calendar years, or a school or fiscal year; "
        "write 2015-01/2016-12 for two calendar years, 2015-09/2016-08 for the months of another year"
    )
    SCHOOL_YEAR_OR_MONTH = N_(
        "it can name a month, or a school or fiscal year; "
        "write 2011-12 for a month, 2011-09/2012-08 for the months of another year"
    )
    FISCAL_YEAR = N_(
        "it names a school or fiscal year, whose months are not known; write its months, such as 2025-04/2026-03"
    )
    OTHER_COUNT = N_(
        "its year has no four digits; "
        "write the year in four digits: the year 115 of the Republic of China is 2026, and 26 is 2026 or 1926"
    )
    NOUGHT_LOST = N_("it can be January, or October where a sheet dropped the last nought; write 2024-01 or 2024-10")
    NO_YEAR = N_("it names no year; write the year too: 2025年1-6月, 2025-Q1, Jan-Jun 2025")
    BACKWARDS = N_("it runs backwards; write the earlier end first")


class NotAPeriod(ValueError):
    """A text that names no period, with the doubt about it where there is one."""

    def __init__(self, complaint: str, doubt: Doubt | None = None) -> None:
        super().__init__(complaint)
        self.doubt = doubt


_PART_OF_YEAR = "(?:-?[hsqm][0-9]{1,2})"
_NEXT = "(?:[-/~][0-9]{2,4})?"
_TWO_YEARS = re.compile(rf"([0-9]{{4}})([-/~])([0-9]{{4}}|[0-9]{{1,2}})({_PART_OF_YEAR}?)")
_FISCAL = re.compile(rf"fy-?[0-9]{{2,4}}{_NEXT}{_PART_OF_YEAR}?|[0-9]{{4}}{_NEXT}[学财]年度?")
_COUNTED_OTHERWISE = re.compile("(?:民国|中华民国)[0-9]{1,3}年.*|[0-9]{2,3}年.*")
_ONE_DECIMAL = re.compile(r"[0-9]{4}\.1")


def doubt_about(clean: str) -> Doubt | None:
    """What speaks against taking a tidy text for a period, whether or not it looks like one."""
    if two := _TWO_YEARS.fullmatch(clean):
        return _about_two_years(*two.groups())
    doubts = ((_FISCAL, Doubt.FISCAL_YEAR), (_COUNTED_OTHERWISE, Doubt.OTHER_COUNT), (_ONE_DECIMAL, Doubt.NOUGHT_LOST))
    return next((doubt for pattern, doubt in doubts if pattern.fullmatch(clean)), None)


def _about_two_years(first: str, mark: str, second: str, part: str) -> Doubt | None:
    """Of a year and the next one; a dash before two digits up to 12 is how a month is written."""
    following = int(first) + 1
    if int(second) != (following if len(second) > 2 else following % 100):  # noqa: PLR2004
        return None
    if part:
        return Doubt.FISCAL_YEAR
    as_month = len(second) <= 2 and 1 <= int(second) <= 12  # noqa: PLR2004
    if as_month and mark != "/":
        return None
    return Doubt.SCHOOL_YEAR_OR_MONTH if as_month else Doubt.SCHOOL_YEAR
