"""Lamp bands: what they cover, what they leave open, and the colour of a value."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.assessment.rules.case import Judged
from tracker.assessment.rules.lamps import COLOUR_VERDICTS, Band, Lamp, judge_lamp


def band(colour: str, low: int | None, high: int | None, edges: str) -> Band:
    """A band with its edges written as in a textbook: `[` and `]` belong to it, `(` and `)` do not."""
    bounds = [None if edge is None else Decimal(edge) for edge in (low, high)]
    return Band(colour, COLOUR_VERDICTS[colour], bounds[0], edges[0] == "[", bounds[1], edges[1] == "]")


GREEN = band("green", 0, None, "[)")
RED = band("red", None, -30, "()")


def lamp(*bands: Band) -> Lamp:
    """A lamp on percentage points behind schedule."""
    return Lamp("here", "gap-pp", bands)


def test_bands_that_meet_leave_nothing_to_say():
    """-30 belongs to yellow, 0 to green, and everything else to one colour."""
    assert lamp(GREEN, band("yellow", -30, 0, "[)"), RED).check() == []


@pytest.mark.parametrize(
    ("yellow", "complaint"),
    [
        (band("yellow", -30, -10, "[]"), "no colour for -10 < x < 0 (between yellow and green)"),
        (band("yellow", -30, -10, "[)"), "no colour for -10 <= x < 0 (between yellow and green)"),
        (band("yellow", -30, 0, "()"), "no colour for x = -30 (between red and yellow)"),
        (band("yellow", -30, 0, "[]"), "yellow and green both claim x = 0"),
        (band("yellow", -35, 0, "[)"), "red and yellow both claim -35 <= x < -30"),
        (band("yellow", -35, 0, "()"), "red and yellow both claim -35 < x < -30"),
    ],
)
def test_a_hole_or_an_overlap_is_named_exactly(yellow: Band, complaint: str):
    """The stretch, whether its ends belong to it, and the colours concerned."""
    assert lamp(GREEN, yellow, RED).check() == [complaint]


@pytest.mark.parametrize(
    ("bands", "complaints"),
    [
        ((), ["there is no band: every x is without a colour"]),
        ((GREEN,), ["no colour for x < 0 (below green)"]),
        ((RED,), ["no colour for x >= -30 (above red)"]),
        ((GREEN, RED), ["no colour for -30 <= x < 0 (between red and green)"]),
        (
            (GREEN, RED, band("yellow", -30, -30, "[)")),
            [
                "yellow is empty: its lower bound leaves nothing under its upper one",
                "no colour for -30 <= x < 0 (between red and green)",
            ],
        ),
        (
            (band("green", None, None, "()"), band("yellow", 3, 5, "[)"), band("red", 4, 9, "[]")),
            [
                "green and yellow both claim 3 <= x < 5",
                "green and red both claim 4 <= x <= 9",
                "yellow and red both claim 4 <= x < 5",
            ],
        ),
    ],
)
def test_all_complaints_are_told_at_once(bands: tuple[Band, ...], complaints: list[str]):
    """Open ends, missing middles, empty bands and nested ones."""
    assert lamp(*bands).check() == complaints


edges = st.integers(-3, 3)
bands = st.builds(
    band,
    st.sampled_from(["green", "yellow", "red"]),
    st.none() | edges,
    st.none() | edges,
    st.sampled_from(["[]", "[)", "(]", "()"]),
)


@given(bands=st.lists(bands, max_size=5), value=st.integers(-8, 8).map(lambda half: Decimal(half) / 2))
def test_a_lamp_without_complaints_has_one_colour_for_every_value(bands: list[Band], value: Decimal):
    """No value lies in two bands or in none."""
    if not lamp(*bands).check():
        assert len([one for one in bands if one.holds(value)]) == 1


@given(bands=st.lists(bands, max_size=4))
def test_a_lamp_with_complaints_has_a_value_in_two_bands_or_in_none(bands: list[Band]):
    """On the grid of halves every hole and overlap between whole numbers shows; an empty band is a complaint too."""
    if lamp(*bands).check():
        halves = [Decimal(half) / 2 for half in range(-10, 11)]
        counts = {len([one for one in bands if one.holds(value)]) for value in halves}
        assert counts != {1} or any(one.start >= one.end for one in bands)


@pytest.mark.parametrize(
    ("value", "colour", "verdict"),
    [
        ("0", "green", "on_track"),
        ("-0.01", "yellow", "at_risk"),
        ("-30", "yellow", "at_risk"),
        ("-30.1", "red", "off_track"),
    ],
)
def test_a_boundary_belongs_to_its_band(value: str, colour: str, verdict: str):
    """Minus thirty points is still yellow where the rule says so."""
    answer = judge_lamp(lamp(GREEN, band("yellow", -30, 0, "[)"), RED), Decimal(value))
    assert (answer.klass, answer.verdict) == (colour, verdict)


def test_the_answer_tells_band_boundaries_and_margin():
    """-12 is 12 from green and 18 from red."""
    answer = judge_lamp(lamp(GREEN, band("yellow", -30, 0, "[)"), RED), Decimal(-12))
    assert answer == Judged(
        "yellow",
        "at_risk",
        -12.0,
        (("red|yellow", -30.0), ("yellow|green", 0.0)),
        min(0 - -12, -12 - -30),
        (("measure", "gap-pp"), ("value", Decimal(-12)), ("band", "-30 <= x < 0")),
    )


@pytest.mark.parametrize("value", [None, Decimal("NaN"), Decimal("Infinity")])
def test_an_unknown_measure_shows_the_lamps_own_colour_for_it(value: Decimal | None):
    """Not knowing is grey unless the rule treats silence as red."""
    strict = Lamp("strict", "ratio", (band("green", None, None, "()"),), "red", "off_track")
    assert judge_lamp(lamp(GREEN), value) == Judged("grey", "unknown", reason="unmeasured")
    assert judge_lamp(strict, value) == Judged("red", "off_track", reason="unmeasured")


def test_a_value_in_a_hole_is_not_guessed():
    """A lamp that was never checked stays grey in its hole."""
    assert judge_lamp(lamp(GREEN, RED), Decimal(-5)) == Judged("grey", "unknown", -5.0, reason="no_band")
