"""How amounts and times are read: numbers, tolerances, days and periods; each says what to write instead."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from tracker.domain.period import Period
from tracker.domain.period_text import FIRST_YEAR, LAST_YEAR
from tracker.domain.target import Tolerance
from tracker.files.guard import exact_number
from tracker.files.shapes import Reader
from tracker.files.slips import quoted, refuse, wrong_type

LARGEST_NUMBER = 10**30
_SHOWN = 60
_NUMERAL = re.compile(r"([+-]?[0-9]{1,30}(?:\.[0-9]{1,30})?)[ \t]{0,9}(%|pp)?")
_MEANT = re.compile(r"[\s≥≤<>=~约]{0,9}([+-]?[0-9]{1,30}(?:,[0-9]{3}){0,9}(?:\.[0-9]{1,30})?)\s{0,9}(.{0,20})")


def number(doc: str, least: Decimal | int | None = None, most: Decimal | int | None = None) -> Reader:
    """A number as Decimal with its digits as printed, within bounds that are included."""

    def read(raw: object) -> Decimal:
        value = exact(raw)
        if (least is not None and value < least) or (most is not None and value > most):
            raise refuse("bad-number", f"the number must be {_between(least, most)}")
        return value

    return Reader("number", doc, "a number", exact if least is most is None else read, least=least, most=most)


def _between(least: Decimal | int | None, most: Decimal | int | None) -> str:
    if least is None or most is None:
        return f"{most} or less" if least is None else f"{least} or more"
    return f"from {least} to {most}"


def exact(raw: object) -> Decimal:
    """A number as Decimal; text is refused with what to write."""
    if type(raw) is Decimal:
        return raw
    if type(raw) is not int:
        raise wrong_type("a number", raw, _number_advice(raw) if isinstance(raw, str) else "")
    if abs(raw) > LARGEST_NUMBER:
        raise refuse("bad-number", "the number is larger than 10^30", "write it in a larger unit")
    return Decimal(raw)


def _number_advice(raw: str) -> str:
    """What to write instead of a text that was meant as a number."""
    half_width = "".join(chr(ord(sign) - 0xFEE0) if "！" <= sign <= "～" else sign for sign in raw[:_SHOWN])
    found = _MEANT.match(half_width)
    if not found:
        return "write a number without quotes; leave the key out when the value is not known"
    bare, unit = found[1].replace(",", ""), found[2].strip()
    return f'write {bare} and unit = "{unit}"' if unit else f"write {bare}, without quotes"


def whole(doc: str, least: int | None = None, most: int | None = None) -> Reader:
    """A whole number as int, within bounds that are included."""
    inner = number(doc, least, most)

    def read(raw: object) -> int:
        value = inner.read(raw)
        if value != int(value):
            raise refuse("bad-number", "a whole number is wanted")
        return int(value)

    return Reader("whole", doc, "a whole number", read, least=least, most=most)


def tolerance(doc: str) -> Reader:
    """How far off still counts as kept: "5%" of the value, "2pp" or a number in the target's own unit."""

    def read(raw: object) -> Tolerance:
        if not isinstance(raw, str):
            return Tolerance(_not_negative(exact(raw)), relative=False)
        found = _NUMERAL.fullmatch(raw.strip())
        amount = exact_number(found[1]) if found else None
        if not found or not isinstance(amount, Decimal):
            raise refuse("bad-tolerance", f"{quoted(raw)} is not a tolerance", 'write "5%", "2pp" or a number')
        return Tolerance(_not_negative(amount), relative=found[2] == "%")

    return Reader("tolerance", doc, "a tolerance", read)


def _not_negative(amount: Decimal) -> Decimal:
    if amount < 0:
        raise refuse("bad-tolerance", "a tolerance cannot be negative", "write it without the minus sign")
    return amount


def day(doc: str) -> Reader:
    """A calendar day, as TOML writes it: 2022-10-09 without quotes."""

    def read(raw: object) -> date:
        if type(raw) is not date:
            raise wrong_type("a day", raw, _day_advice(raw))
        if not FIRST_YEAR <= raw.year <= LAST_YEAR:
            raise refuse("bad-day", f"the year {raw.year} is not between {FIRST_YEAR} and {LAST_YEAR}")
        return raw

    return Reader("day", doc, "a day", read)


def _day_advice(raw: object) -> str:
    if isinstance(raw, datetime):
        return f"write the day alone: {raw:%Y-%m-%d}"
    iso = isinstance(raw, str) and re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", raw)
    return f"write {raw}, without quotes" if iso else "write a day as 2022-10-09, without quotes"


@lru_cache(maxsize=4096)
def _period_of(raw: str) -> Period:
    return Period.parse(raw)


def period(doc: str) -> Reader:
    """A period in any of its forms; a bare year and a bare day are taken too."""

    def read(raw: object) -> Period:
        try:
            if type(raw) is str:
                return _period_of(raw)
            if type(raw) is int and 0 <= raw <= LAST_YEAR:  # a longer one cannot always be printed
                return Period.of_year(raw)
            if type(raw) is date:
                return Period.of_day(raw)
        except (ValueError, OverflowError) as error:
            complaint, _, forms = str(error).partition("; ")
            raise refuse("bad-period", complaint, forms) from None
        raise wrong_type("a period", raw, 'write it in quotes: "2025-Q1", "2025-10", "2021/2025"')

    return Reader("period", doc, "a period", read)
