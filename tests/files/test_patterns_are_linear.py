"""No regular expression takes more than about twice as long for a text twice as long, whatever the text repeats."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from types import ModuleType

import pytest

from tracker.files import advice, guard, hints, positions, text_readers, value_readers
from tracker.render import faults

MODULES: tuple[ModuleType, ...] = (advice, guard, positions, text_readers, value_readers, faults)
PUMPS = (
    " ",
    "\t",
    "\n",
    "a",
    "1",
    "1_",
    ".",
    "a.",
    ". a ",
    '"',
    "'",
    '""',
    "''",
    '""a',
    '"\\',
    '\\"',
    "\\",
    "#",
    "[",
    "]",
    "[]",
)
MORE_PUMPS = (
    "{}",
    "[[",
    "=",
    "= ",
    ",",
    ",1",
    ",111",
    "-",
    "2022",
    "2022-",
    "%",
    "“",
    "铝",
    "：",
    "\uffff",
    "\x00",
    "1 ",
    "a ",
    "a=",
)
HEADS = ("", "a = ", '"', "'", '"""', "'''", "#", "[", "{", "2022\uffff-", "= 1\uffff", "a\uffff", "\uffff")
SHORT, LONG = 10_000, 20_000


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of the modules, and every hint."""
    for module in MODULES:
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                yield f"{module.__name__}.{name}", value
    for place, hint in enumerate(hints.HINTS):
        yield f"hint {place}: {hint.complaint}", re.compile(hint.looks.replace("@", "\uffff"))


def _seconds(pattern: re.Pattern[str], text: str, *, whole: bool) -> float:
    """The time of one search, or of going through all that is found."""
    began = time.process_time()
    if whole:
        for _ in pattern.finditer(text):
            pass
    else:
        pattern.match(text)
    return time.process_time() - began


def _worst(pattern: re.Pattern[str], size: int, *, whole: bool) -> tuple[float, str]:
    """The slowest of all repeated texts, with what it repeats."""
    times = [
        (_seconds(pattern, (head + pump * size)[:size], whole=whole), f"{head!r} {pump!r}")
        for head in HEADS
        for pump in (*PUMPS, *MORE_PUMPS)
    ]
    return max(times)


# Patterns that are only ever matched at one place, or on a text that has been cut short before.
MATCHED = {
    "tracker.files.guard._PLACE",
    "tracker.files.positions._BLANK",
    "tracker.files.positions._BLANK_LINES",
    "tracker.files.positions._KEY_PART",
    "tracker.files.positions._SCALAR",
    "tracker.render.faults._TOKEN",
}


@pytest.mark.parametrize(
    ("name", "pattern"), list(_patterns()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_pattern_is_linear(name: str, pattern: re.Pattern[str]):
    """A quadratic one takes four times as long for twice the length; short times are not compared."""
    whole = name not in MATCHED
    short, _ = _worst(pattern, SHORT, whole=whole)
    long, pumped = _worst(pattern, LONG, whole=whole)
    assert long < max(3 * short, 0.05), pumped


def test_a_quadratic_pattern_would_be_found():
    """The control: a pattern known to be quadratic fails the comparison."""
    slow = re.compile("a*b")
    assert _seconds(slow, "a" * 2 * LONG, whole=True) > 3 * _seconds(slow, "a" * LONG, whole=True)
