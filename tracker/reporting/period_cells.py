"""The period of a row from several cells: a column of years and one of quarters or months."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.period import Period
from tracker.reporting.headings import parsed
from tracker.reporting.names import key
from tracker.reporting.printed import blank, tidy

Part = tuple[str, str]
"""The heading of a column, and what a row says in it."""


def joined(parts: Sequence[Part]) -> str:
    """What the cells of a row say together; words that are no period where they do not fit."""
    said = [(heading, tidy(text)) for heading, text in parts if not blank(text)]
    texts = list(dict.fromkeys(text for _, text in said))
    if len(texts) < 2:  # noqa: PLR2004  nothing to be put together
        return texts[0] if texts else ""
    whole = [found for text in texts if (found := parsed(text)) and text.isdigit() is found.is_year]
    finest = min(whole, key=lambda one: one.last - one.first, default=None)
    if finest and len(whole) == len(texts) and all(within(finest, one) for one in whole):
        return str(finest)
    year = next((one for one in whole if one.is_year), None)
    rest = [(heading, text) for heading, text in said if parsed(text) != year]
    if year and len(rest) == 1 and (found := of_year(year.year, *rest[0])):
        return str(found)
    return " ".join(texts)


def within(inner: Period, outer: Period) -> bool:
    """Whether one period lies in another."""
    return outer.first <= inner.first and inner.last <= outer.last


def of_year(year: int, heading: str, text: str) -> Period | None:
    """A quarter or month of a year, as its column says: 3 is a quarter under 季度 and a month under 月份."""
    if text.isdigit():
        quarterly = "季" in heading or "quarter" in key(heading)
        monthly = "月" in heading or "month" in key(heading)
        return parsed(f"{year}-Q{text}" if quarterly else f"{year}-{text:0>2}") if quarterly or monthly else None
    tries = (f"{year}年{text}", f"{year}-{text}", f"{text} {year}")
    return next((found for one in tries if (found := parsed(one))), None)
