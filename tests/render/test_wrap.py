"""Words on lines of a given width: nothing lost, numbers whole, Chinese punctuation where it belongs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.render.as_plain import width
from tracker.render.wrap import wrap

TEXT = st.text(st.sampled_from("ab 12.,-铝业，。（）“”%/:"), max_size=60)


def together(text: str) -> str:
    """A text without blanks."""
    return "".join(text.split())


@given(TEXT, st.integers(2, 30))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, most: int):
    """For any text and any width that holds a wide sign."""
    lines = list(wrap(text, most))
    assert max(map(width, lines)) <= most
    assert together("".join(lines)) == together(text)


@pytest.mark.parametrize(
    ("text", "most", "lines"),
    [
        ("Gross output of 118 bn CNY in 2026", 20, ["Gross output of", "118 bn CNY in 2026"]),
        ("at most 13,350 kWh/t", 16, ["at most", "13,350 kWh/t"]),
        ("expected on 2025-02-19, is missing", 20, ["expected on", "2025-02-19, is", "missing"]),
        ("月均43.92亿元，剩余5个月", 16, ["月均43.92亿元，", "剩余5个月"]),
        ("缺数据，尚未收到", 6, ["缺数", "据，尚", "未收到"]),
        ("（为前期平均的118%）", 14, ["（为前期平均的", "118%）"]),
        ("changji.smelting-power.base-level", 24, ["changji.smelting-power.", "base-level"]),
        ("", 10, [""]),
    ],
)
def test_numbers_keep_their_unit_and_punctuation_its_word(text: str, most: int, lines: list[str]):
    """Ids break behind dots and dashes, Chinese anywhere but before what closes."""
    assert list(wrap(text, most)) == lines


def test_only_what_is_longer_than_a_line_is_broken():
    """At the width, in pieces that join to the word."""
    assert list(wrap("abcdefghij kl", 4)) == ["abcd", "efgh", "ij", "kl"]
