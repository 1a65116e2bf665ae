"""Deeds and thresholds of a workspace."""

from datetime import date
from decimal import Decimal

import pytest

from tracker.domain.deeds import Done
from tracker.domain.location import Location
from tracker.domain.portfolio import Portfolio, Thresholds
from tracker.domain.words import Words

HERE = Location("seeds/here.toml", 1)
MARCH, APRIL = date(2025, 3, 1), date(2025, 4, 1)


@pytest.mark.parametrize(
    ("on", "published", "known_on", "day"),
    [(MARCH, APRIL, APRIL, MARCH), (MARCH, None, MARCH, MARCH), (None, APRIL, APRIL, APRIL), (None, None, None, None)],
)
def test_a_deed_happens_before_it_is_known(
    on: date | None, published: date | None, known_on: date | None, day: date | None
):
    """Done in March and printed in April; with one of the two days missing, the other stands for both."""
    deed = Done("m", None, on, published, None, HERE)
    assert (deed.known_on, deed.day) == (known_on, day)


def test_thresholds_have_defaults_in_order():
    """On track lies above at risk, for pace as for the outlook."""
    limits = Thresholds()
    assert (limits.pace_on_track, limits.pace_at_risk) == (Decimal("0.95"), Decimal("0.60"))
    assert limits.outlook_on_track > limits.outlook_at_risk > 0


def test_an_empty_workspace_is_a_workspace():
    """Nothing declared and nothing reported is no error."""
    empty = Portfolio(Words(en="empty"), {}, {}, {}, (), (), (), {})
    assert (empty.done, empty.progress, empty.rule, empty.notices) == ((), (), None, ())
