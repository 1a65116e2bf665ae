"""The text form of lamp rules, and what is said about texts that are none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.assessment.rules.lamp_text import parse_band, parse_lamp
from tracker.assessment.rules.lamps import Band, judge_lamp

POINTS = {"measure": "gap-pp", "green": ">= 0", "yellow": "-30 <= x < 0", "red": "< -30"}


def bounds(text: str, measure: str = "gap-pp") -> tuple[Decimal | None, bool, Decimal | None, bool]:
    """The bounds a text stands for."""
    band = parse_band("green", text, "on_track", measure)
    return band.low, band.low_included, band.high, band.high_included


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (">= 0", (0, True, None, False)),
        ("x>0", (0, False, None, False)),
        ("< -30", (None, False, -30, False)),
        ("x ≤ −30", (None, False, -30, True)),
        ("-30 <= x < 0", (-30, True, 0, False)),
        ("0 > x >= -30", (-30, True, 0, False)),
        ("= 3", (3, True, 3, True)),
        ("-30pp ＜ x ＜ 0 pp", (-30, False, 0, False)),
    ],
)
def test_a_band_is_read_in_every_form(text: str, wanted: tuple[int | None, bool, int | None, bool]):
    """One side or two, either way round, with or without x, typed or printed signs."""
    assert bounds(text) == wanted


def test_a_percentage_is_a_share_of_a_ratio():
    """80 % of the schedule is 0.8."""
    assert bounds("60% <= x < 80%", "ratio") == (Decimal("0.6"), True, Decimal("0.8"), False)


@pytest.mark.parametrize(
    ("text", "measure", "complaint"),
    [
        ("about 5", "gap-pp", "green: `about 5` is not a band; write `>= 0`, `x < -30` or `-30 <= x < 0`"),
        ("", "gap-pp", "green: `` is not a band; write `>= 0`, `x < -30` or `-30 <= x < 0`"),
        (
            "0 <= x > 5",
            "gap-pp",
            "green: both signs of `0 <= x > 5` must point the same way; write `>= 0`, `x < -30` or `-30 <= x < 0`",
        ),
        (">= 80%", "gap-pp", "`80%`: write a plain number for the measure gap-pp"),
        (">= 3pp", "ratio", "`3pp`: write a plain number for the measure ratio"),
        (
            ">= " + "9" * 90,
            "gap-pp",
            "green: a band has at most 80 characters; write `>= 0`, `x < -30` or `-30 <= x < 0`",
        ),
    ],
)
def test_a_text_that_is_no_band_is_answered_with_the_forms(text: str, measure: str, complaint: str):
    """The complaint says what to write instead."""
    with pytest.raises(ValueError, match=r".") as caught:
        parse_band("green", text, "on_track", measure)
    assert str(caught.value) == complaint


@given(text=st.text(alphabet="x<>=≤-+.0123456789% pe", max_size=100))
def test_every_text_is_a_band_or_a_value_error(text: str):
    """No text ends in another failure."""
    try:
        band = parse_band("green", text, "on_track", "ratio")
    except ValueError:
        return
    assert isinstance(band, Band)


def test_a_table_becomes_a_lamp():
    """Colours carry their common verdicts; what is not known is grey."""
    lamp = parse_lamp("mine", POINTS)
    assert [(band.colour, band.verdict) for band in lamp.bands] == [
        ("green", "on_track"),
        ("yellow", "at_risk"),
        ("red", "off_track"),
    ]
    assert (lamp.name, lamp.measure, lamp.unjudgeable, lamp.memory) == ("mine", "gap-pp", "grey", ())


def test_a_rule_with_a_hole_is_refused_and_the_hole_named():
    """On schedule green, 10 to 30 points behind yellow, more red: 0 to 10 behind has no colour (Yinchuan, 2025)."""
    with pytest.raises(ValueError, match=r".") as caught:
        parse_lamp("yinchuan", {"measure": "gap-pp", "green": ">= 0", "yellow": "-30 <= x <= -10", "red": "< -30"})
    assert str(caught.value) == "lamp yinchuan: no colour for -10 < x < 0 (between yellow and green)"


def test_a_colour_may_have_two_bands():
    """Far ahead of schedule may be as doubtful as behind it."""
    lamp = parse_lamp("wary", {"measure": "ratio", "green": "0.9 <= x <= 1.5", "red": ["< 0.9", "> 1.5"]})
    assert [judge_lamp(lamp, Decimal(value)).klass for value in ("0.8", "1", "2")] == ["red", "green", "red"]


def test_a_colour_can_be_given_another_meaning():
    """Orange is off track by common use; this lamp says at risk, and blue needs saying at all."""
    table = {
        "measure": "months-late",
        "blue": "< 0",
        "orange": ">= 0",
        "verdicts": {"blue": "on_track", "orange": "at_risk"},
    }
    assert [band.verdict for band in parse_lamp("mine", table).bands] == ["at_risk", "on_track"]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"measure": "speed"}, "`measure` must be one of gap-pp, ratio, growth-vs-plan-and-peer, months-late"),
        ({"blue": "> 50"}, 'blue has no common meaning; say it: verdicts = { blue = "on_track" }'),
        ({"green": 0}, "`green` must be a text or a list of texts"),
        ({"memory": "long"}, "`memory` must be one of two-ambers-red, red-turns-amber"),
        ({"verdicts": "on_track"}, '`verdicts` must be a table such as { blue = "at_risk" }'),
        (
            {"verdicts": {"green": "fine"}},
            "`verdicts.green` must be one of on_track, at_risk, off_track, unknown",
        ),
        (
            {"geen": ">= 0"},
            (
                "`geen` is neither a colour (green, yellow, amber, orange, red, grey, blue, black) nor one of "
                "measure, unjudgeable, memory, verdicts, note"
            ),
        ),
    ],
)
def test_a_mistake_in_the_table_is_named(change: dict[str, object], complaint: str):
    """The key, and what may stand there."""
    with pytest.raises(ValueError, match=r".") as caught:
        parse_lamp("mine", POINTS | change)
    assert str(caught.value) == complaint
