"""The four lamp rules that ship, at their own boundaries."""

from decimal import Decimal

import pytest

from tracker.assessment.rules.lamp_measures import growth_standing
from tracker.assessment.rules.lamp_presets import PRESETS
from tracker.assessment.rules.lamp_text import parse_lamp
from tracker.assessment.rules.lamps import judge_lamp


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_is_whole(name: str):
    """Each is read without complaint, has a colour for everything, and says where it is from."""
    lamp = parse_lamp(name, PRESETS[name])
    assert lamp.check() == []
    assert lamp.note


@pytest.mark.parametrize(
    ("name", "value", "colour"),
    [
        ("wuhan", "0.80", "green"),
        ("wuhan", "0.79", "yellow"),
        ("wuhan", "0.60", "yellow"),
        ("wuhan", "0.59", "red"),
        ("sanya", "1", "green"),
        ("sanya", "0.5", "yellow"),
        ("sanya", "0.49", "red"),
        ("belfast", "0.99", "green"),
        ("belfast", "0.989", "yellow"),
        ("belfast", "0.951", "yellow"),
        ("belfast", "0.95", "red"),
    ],
)
def test_a_preset_changes_colour_where_its_owner_says(name: str, value: str, colour: str):
    """Values on both sides of every boundary."""
    assert judge_lamp(parse_lamp(name, PRESETS[name]), Decimal(value)).klass == colour


@pytest.mark.parametrize(
    ("growth", "plan", "peer", "colour"),
    [
        ("8", "8", "7", "green"),
        ("8", "9", "7", "yellow"),
        ("8", "7", "9", "yellow"),
        ("0", "1", "1", "yellow"),
        ("-1", "-2", "-3", "red"),
        ("8", "7", None, "grey"),
        ("8", "9", None, "yellow"),
        (None, "9", "9", "grey"),
    ],
)
def test_growth_is_held_against_plan_and_peer(growth: str | None, plan: str | None, peer: str | None, colour: str):
    """Tianjin: both reached green, one missed yellow, shrinking red; what is not known is grey where it matters."""
    numbers = [None if number is None else Decimal(number) for number in (growth, plan, peer)]
    assert judge_lamp(parse_lamp("tianjin", PRESETS["tianjin"]), growth_standing(*numbers)).klass == colour
