"""Whatever is found can be said, in both languages, on paper and to programs."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from builders import a_portfolio, an_indicator
from hypothesis import given
from hypothesis import strategies as st
from ties import a_figure, a_flow, a_formula, found

from tracker.audit.checks import audit
from tracker.audit.findings import level
from tracker.domain.series import Actual
from tracker.render.as_json import as_json
from tracker.render.as_plain import as_plain
from tracker.render.audit_document import finding
from tracker.render.audit_view import findings, reason, side
from tracker.render.wording import wording_for

ENGLISH, CHINESE = wording_for("en"), wording_for("zh")
FLOW = a_flow("x")


@pytest.mark.parametrize(
    ("value", "unit", "more", "english", "chinese"),
    [
        ("28.7", "亿元", {}, "2.87 bn CNY [2.865, 2.875]", "28.7亿元 [28.65, 28.75]"),
        ("1100", "亿元", {}, "110.0 bn CNY [109.95, 110.05]", "1100亿元 [1099.5, 1100.5]"),
        ("380", "亿元", {"bound": "more-than"}, ">38.0 bn CNY", ">380亿元"),
        ("380", "亿元", {"bound": "less-than"}, "<38.0 bn CNY", "<380亿元"),
        ("37.4", "%", {}, "37.4% [37.35, 37.45]", "37.4% [37.35, 37.45]"),
        (None, "%", {}, "", ""),
    ],
)
def test_a_side_is_its_number_and_all_it_may_stand_for(
    value: str | None, unit: str, more: dict[str, str], english: str, chinese: str
):
    """In the unit a reader expects; a limit has a sign instead of an interval."""
    shown = level(a_figure(a_flow("x", unit), "2023", value, **more))
    assert (side(shown, ENGLISH), side(shown, CHINESE)) == (english, chinese)


def test_a_small_distance_keeps_digits_that_count():
    """2.0040 - 1.0010 - 1.0010 is 0.0020 亿元, 0.0002 bn."""
    parts = [a_figure(FLOW, f"2023-{quarter}", "1.0010") for quarter in ("Q1", "Q2")]
    figures = [*parts, a_figure(FLOW, "2023-H1", "2.0040")]
    (finding_,) = found("months", [FLOW], *figures)
    assert reason(finding_, ENGLISH) == "0.0002 bn CNY apart, more than the printed digits leave open"


TINY, HUGE = f"0.{'0' * 29}1", f"1{'0' * 30}"
NUMBERS = st.sampled_from(["0", "1", "-1", "5", "1100", TINY, HUGE, "9E+29", "-0.0"])
GROWTHS = st.sampled_from([None, "0", "-100", f"-99.{'9' * 34}", "-101", "8", "1E+30"])
PERIODS = st.sampled_from(["2023", "2024", "2023-Q1", "2023-H1", "2023-01", None])


@st.composite
def extreme_figures(draw: st.DrawFn) -> list[Actual]:
    """Figures at the edges of what can be written down."""
    rows = draw(st.lists(st.tuples(st.sampled_from("abt"), PERIODS, NUMBERS, GROWTHS), max_size=9))
    vintages = draw(st.lists(st.sampled_from(["final", "estimate", "plan"]), min_size=9, max_size=9))
    return [
        a_figure(a_flow(name), period, Decimal(value), growth=growth, vintage=vintage, share=("t", value))
        for (name, period, value, growth), vintage in zip(rows, vintages, strict=False)
    ]


@given(extreme_figures(), st.sampled_from(["a + b", "a / b", "a * 3 - b"]))
def test_no_figure_stops_an_audit_or_its_words(written: list[Actual], formula: str):
    """Nothing written down ends in an error, and no number is left that JSON does not know."""
    whole = an_indicator("ratio", "index", id="t") if "/" in formula else a_flow("t")
    more = {"formulas": a_formula(whole, formula)}
    found_ = audit(a_portfolio([a_flow("a"), a_flow("b"), whole], written, **more))
    for wording in (ENGLISH, CHINESE):
        assert as_plain(findings(found_, wording, every=True))
    assert len(json.loads(as_json({"findings": [finding(f) for f in found_]}))["findings"]) == len(found_)
