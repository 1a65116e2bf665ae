"""A number of a spreadsheet as its format shows it: the digits people see are the digits that are recorded."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal

from tracker.domain.quantity import to_places

SIGNIFICANT = 15  # digits a spreadsheet program keeps of a number
MOST_PLACES = 15
_LITERAL = re.compile(r'"[^"]{0,200}"|\\.|_.|\*.|\[[^\]]{0,60}\]')
_SCALED = re.compile("[0#?],{1,9}(?:[^0#?,.]|$)")
_POINTED = re.compile(r"""[0#?](?:\\\.|"\.")[0#?]""")
_DIGITS = re.compile(r"[#0?,]{0,60}(?:\.([0#?]{1,30}))?(,{0,9})")


def plain(value: float) -> Decimal:
    """What was typed, without the noise of binary fractions: 0.1 + 0.2 is 0.3."""
    if isinstance(value, int):
        return Decimal(value)
    found = Decimal(f"{value:.{SIGNIFICANT}g}")
    return found.quantize(Decimal(1)) if found == found.to_integral_value() and abs(found) < Decimal("1E15") else found


def shown(value: float, form: str) -> tuple[str, bool]:
    """The number as text in plain digits, without grouping, and whether it is shown in percent."""
    number = plain(value)
    sections = _LITERAL.sub("", form).split(";")
    section = sections[1] if number < 0 and len(sections) > 1 and sections[1] else sections[0]
    percent = "%" in section
    if percent:
        number *= 100
    places = _places(section)
    if places is None:
        return _plainly(number), percent
    least, most = places
    text = f"{to_places(number, most):f}"
    while most > least and text.endswith("0"):
        text, most = text[:-1], most - 1
    return text.rstrip(".") if not most else text, percent


def scaled(form: str) -> bool:
    """Whether a format shows another number than the one that is kept: thousands of it, or a point of its own."""
    sections = form.split(";")
    return any(_SCALED.search(_LITERAL.sub("", one)) or _POINTED.search(one) for one in sections)


def _places(section: str) -> tuple[int, int] | None:
    """The least and most decimal places of a format; None where it fixes none, or shows another number."""
    bare = section.replace("%", "").replace(" ", "")
    found = _DIGITS.search(bare, min((bare.find(sign) for sign in "#0?" if sign in bare), default=0))
    if not found or not found[0] or found[2] or re.search("[eEyYmMdDhHsS/@]", bare) or "General" in section:
        return None
    places = found[1] or ""
    return min(places.count("0"), MOST_PLACES), min(len(places), MOST_PLACES)


def _plainly(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown_day(value: date | time, form: str) -> str:
    """A day of a spreadsheet, or the month or year where its format shows no more than that."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        signs = _LITERAL.sub("", form).lower()
        if "d" in signs:
            return value.isoformat()
        return f"{value:%Y}" if "m" not in signs and re.search("[ye]", signs) else f"{value:%Y-%m}"
    return value.isoformat()
