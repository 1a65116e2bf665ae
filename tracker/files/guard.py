"""The door for TOML written by people: bytes to text, text to values, or a refusal with its place; no input is slow."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal, InvalidOperation
from typing import Any

LARGEST_FILE = 5_000_000
MOST_VALUES = 600_000  # more than ten thousand targets; a million numbers in one list take tomllib three seconds
DEEPEST_NESTING = 64
LONGEST_DOTTED_KEY = 32
LONGEST_NUMBER = 40
LARGEST_EXPONENT = 30
_USUAL_NESTING = 6

# Every quantifier is possessive and an unclosed string runs to the end of its line, so that no text is read twice.
QUOTED = re.compile(
    r'"""(?:[^"\\]++|\\(?s:.)|"{1,2}+(?!"))*+(?:"{3,5}+)?+'
    r"|'''(?:[^']++|'{1,2}+(?!'))*+(?:'{3,5}+)?+"
    r'|"(?:[^"\\\n]++|\\[^\n])*+"?+'
    r"|'[^'\n]*+'?+"
    r"|#[^\n]*+"
)
_BRACKET = re.compile(r"[\[\]{}]")
_PART = r'\.[ \t]*+[A-Za-z0-9_"-]++[ \t]*+'
_DOTTED = re.compile(f"{_PART}(?:{_PART})*+")  # what follows the first part of a dotted key
_LONG_DIGITS = re.compile(r"(?<![0-9_])[0-9][0-9_]{1000}")
_PLACE = re.compile(r" \(at (?:line ([0-9]++), column ([0-9]++)|end of document)\)\Z")


class Refused(Exception):
    """Text that cannot be read at all: what is wrong at which character of it, and what to do."""

    def __init__(self, text: str, offset: int, code: str, complaint: str, help: str = "") -> None:  # noqa: A002
        super().__init__(complaint)
        self.text, self.offset, self.code, self.complaint, self.help = text, offset, code, complaint, help


class Illegible:
    """A number that TOML allows and no target needs: too long, too large, or not a number."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


def exact_number(text: str) -> Decimal | Illegible:
    """A TOML float with its digits as printed; Illegible beyond 40 characters or 10 to the power of 30."""
    if len(text) > LONGEST_NUMBER:
        return Illegible(text)
    try:
        number = Decimal(text)
    except InvalidOperation:  # an exponent of more than eighteen digits
        return Illegible(text)
    sound = number.is_finite() and -LARGEST_EXPONENT <= number.adjusted() <= LARGEST_EXPONENT
    return number if sound else Illegible(text)


def decode(data: bytes) -> str:
    """The text of a file: UTF-8, a byte order mark dropped, lines ended by a line feed only."""
    if len(data) > LARGEST_FILE:
        raise Refused("", 0, "too-large", f"the file is larger than {LARGEST_FILE:,} bytes", "split it into several")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error.start) from None
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _not_utf8(data: bytes, start: int) -> Refused:
    """The refusal of bytes that are not UTF-8, naming the encoding they seem to be in."""
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "gb18030"
    line = data.count(b"\n", 0, start) + 1
    complaint = f"the file is not UTF-8: byte {start} (line {line}) is 0x{data[start]:02x}"
    try:
        text = data.decode(encoding).replace("\r\n", "\n")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
        return Refused(text, text.index("\ufffd"), "not-utf8", complaint, "save the file as UTF-8")
    # The characters before the byte are the same in UTF-8 and not elsewhere: count them there, to keep the place.
    before = data[:start].decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    offset = _offset_of(text, line, len(before) - before.rfind("\n"))
    name = encoding.upper()
    advice = f"save the file as UTF-8, or convert it: iconv -f {name} -t UTF-8 OLD > NEW"
    return Refused(text, offset, "not-utf8", f"{complaint}; it reads as {name}", advice)


def parse(text: str) -> dict[str, Any]:
    """The values of a TOML text, floats as Decimal; Refused where it is not TOML or goes beyond the bounds."""
    if sum(map(text.count, ",=[")) > MOST_VALUES:
        raise Refused(text, 0, "too-large", f"the file holds more than {MOST_VALUES:,} values", "split it into several")
    bare = QUOTED.sub('"', text)
    if _is_deep(bare) or _long_key_at(bare) is not None:
        raise _beyond_bounds(text)
    try:
        return tomllib.loads(text, parse_float=exact_number)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = _PLACE.search(message)
        at_end = place is None or place[1] is None
        offset = len(text) if place is None or at_end else _offset_of(text, int(place[1]), int(place[2]))
        complaint = _PLACE.sub("", message)
    except (RecursionError, ValueError, ArithmeticError):  # Python reads integers of up to 4,300 digits
        raise _beyond_bounds(text) from None
    raise Refused(text, offset, "toml-syntax", complaint)


def _offset_of(text: str, line: int, column: int) -> int:
    """The place in a text of a line and column counted from 1."""
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
    return min(start + column - 1, len(text))


def _is_deep(bare: str) -> bool:
    """Whether brackets nest deeper than allowed; first the innermost pairs are struck out, which is usually all."""
    brackets = unpaired = "".join(_BRACKET.findall(bare))
    for _ in range(_USUAL_NESTING):
        unpaired = unpaired.replace("[]", "").replace("{}", "")
    return bool(unpaired) and _deep_at(brackets) is not None


def _deep_at(bare: str) -> int | None:
    """Where nesting first goes beyond what is allowed; brackets need not pair."""
    depth = 0
    for bracket in _BRACKET.finditer(bare):
        depth = depth + 1 if bracket[0] in "[{" else max(depth - 1, 0)
        if depth > DEEPEST_NESTING:
            return bracket.start()
    return None


def _long_key_at(bare: str) -> int | None:
    """Where the first dot of a dotted key with too many parts stands."""
    runs = _DOTTED.finditer(bare)
    return next((run.start() for run in runs if run[0].count(".") >= LONGEST_DOTTED_KEY), None)


def _beyond_bounds(text: str) -> Refused:
    """Which bound a text goes beyond, and where; strings and comments are masked in their own length."""
    bare = QUOTED.sub(lambda quoted: '"' * len(quoted[0]), text)
    deep, key, digits = _deep_at(bare), _long_key_at(bare), _LONG_DIGITS.search(bare)
    if deep is not None:
        return Refused(text, deep, "too-deep", f"brackets are nested more than {DEEPEST_NESTING} deep")
    if key is not None:
        return Refused(text, key, "too-deep", f"a dotted key has more than {LONGEST_DOTTED_KEY} parts")
    if digits:
        return Refused(text, digits.start(), "bad-number", "the number has more than 1,000 digits", "write up to 10^30")
    return Refused(text, 0, "toml-syntax", "the file cannot be read as TOML")
