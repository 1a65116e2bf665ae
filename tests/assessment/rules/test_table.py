"""The rules by name."""

from __future__ import annotations

from tracker.assessment.rules import published
from tracker.assessment.rules.lamp_presets import PRESETS
from tracker.assessment.rules.table import LAMPS, PUBLISHED


def test_every_published_rule_has_its_name_in_the_table():
    """The names stand apart from the rules so that these are loaded only when used; they must agree."""
    assert set(published.RULES) == set(PUBLISHED)


def test_every_preset_lamp_has_its_name_in_the_table():
    """The same for the lamps that ship."""
    assert set(PRESETS) == set(LAMPS)
