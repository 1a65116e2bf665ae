"""When a value keeps a promise: at least, at most, about, between, exactly, with and without tolerance."""

from decimal import Decimal

import pytest
from builders import a_stage
from hypothesis import given
from hypothesis import strategies as st

from tracker.assessment.aims import contradicts, keeps, share_of_asked, shortfall
from tracker.domain.series import Bound
from tracker.domain.target import Stage

D = Decimal
NUMBERS = st.decimals("-1000", "1000", places=2)


@pytest.mark.parametrize(
    ("stage", "value", "short"),
    [
        (a_stage("2025", 60), "60", 0),
        (a_stage("2025", 60), "58.6", D(60) - D("58.6")),
        (a_stage("2025", 60, "at-most"), "60", 0),
        (a_stage("2025", 60, "at-most"), "61.5", D("61.5") - 60),
        (a_stage("2025", 60, "about", "5%"), "58.6", 0),
        (a_stage("2025", 60, "about", "5%"), "57", 0),
        (a_stage("2025", 60, "about", "5%"), "56", 60 - D(60) * 5 / 100 - 56),
        (a_stage("2025", 60, "about"), "58.6", D(60) - D("58.6")),
        (a_stage("2025", 60, "about", "2"), "58", 0),
        (a_stage("2025", 60, "about", "5%"), "80", 0),
        (a_stage("2025", 3, "between", high=5), "3", 0),
        (a_stage("2025", 3, "between", high=5), "5", 0),
        (a_stage("2025", 3, "between", high=5), "2", 3 - 2),
        (a_stage("2025", 3, "between", high=5), "9", 9 - 5),
        (a_stage("2025", 3, "between", "1", high=5), "6", 0),
        (a_stage("2025", 3, "between", "1", high=5), "7", 7 - 5 - 1),
        (a_stage("2025", 60, "at-most", "2"), "63", 63 - 60 - 2),
        (a_stage("2025", 160, "exactly"), "160.5", 0),
        (a_stage("2025", 160, "exactly"), "161", 161 - 160 - D("0.5")),
        (a_stage("2025", "-2", "at-least", "5%"), "-2.1", 0),
        (a_stage("2025", 0, "at-most"), "0", 0),
    ],
)
def test_how_far_a_value_is_from_keeping_its_promise(stage: Stage, value: str, short: Decimal | int):
    """Both ends belong to a promise; a tolerance is a share of the value or an amount; about is short on one side."""
    assert max(shortfall(stage, D(value), higher=True), 0) == short


def test_about_looks_to_the_other_side_where_lower_is_better():
    """About 60 with 5 % is kept by 63 and by 40 where less is better, and not by 64."""
    stage = a_stage("2025", 60, "about", "5%")
    assert [keeps(stage, D(v), higher=False) for v in (40, 63, 64)] == [True, True, False]


@pytest.mark.parametrize(
    ("stage", "bound", "value", "ruled_out"),
    [
        (a_stage("2025", 100), Bound.LESS_THAN, 100, True),
        (a_stage("2025", 100), Bound.LESS_THAN, 101, False),
        (a_stage("2025", 100), Bound.MORE_THAN, 500, False),
        (a_stage("2025", 100, "at-most"), Bound.MORE_THAN, 100, True),
        (a_stage("2025", 100, "at-most"), Bound.LESS_THAN, 1, False),
        (a_stage("2025", 100, "at-most", "5%"), Bound.MORE_THAN, 104, False),
        (a_stage("2025", 100, "at-most", "5%"), Bound.MORE_THAN, 105, True),
        (a_stage("2025", 100, "about", "5%"), Bound.LESS_THAN, 95, True),
        (a_stage("2025", 100, "about", "5%"), Bound.LESS_THAN, 96, False),
        (a_stage("2025", 100, "about", "5%"), Bound.MORE_THAN, 200, False),
        (a_stage("2025", 3, "between", high=5), Bound.MORE_THAN, 5, True),
        (a_stage("2025", 3, "between", high=5), Bound.LESS_THAN, 3, True),
        (a_stage("2025", 3, "between", high=5), Bound.MORE_THAN, 4, False),
        (a_stage("2025", 100, "exactly"), Bound.MORE_THAN, 100, True),
    ],
)
def test_a_limit_can_contradict(stage: Stage, bound: Bound, value: int, ruled_out: bool):  # noqa: FBT001
    """A limit rules a promise out when no value beyond it keeps the promise."""
    assert contradicts(stage, D(value), bound) is ruled_out


@given(NUMBERS, NUMBERS, st.booleans(), st.sampled_from(list(Bound)))
def test_what_a_limit_rules_out_no_value_beyond_it_keeps(goal: Decimal, limit: Decimal, higher: bool, bound: Bound):  # noqa: FBT001
    """Contradiction is never claimed while some value beyond the limit would do."""
    stage = a_stage("2025", goal, "about")
    beyond = limit + D("0.01") if bound is Bound.MORE_THAN else limit - D("0.01")
    if contradicts(stage, limit, bound, higher=higher):
        assert not keeps(stage, beyond, higher=higher)


@pytest.mark.parametrize(
    ("value", "asked", "higher", "share"),
    [
        (90, 100, True, 1 + D(90 - 100) / 100),
        (110, 100, False, 1 + D(100 - 110) / 100),
        (-3, -2, True, 1 + D(-3 - -2) / 2),
        (0, 0, True, 1),
        (-1, 0, True, 0),
        (1, 0, False, 0),
    ],
)
def test_the_share_of_what_is_asked(value: int, asked: int, higher: bool, share: Decimal | int):  # noqa: FBT001
    """1 less the missing part; against zero it is all or nothing; below zero the sign is kept."""
    assert share_of_asked(D(value), D(asked), higher=higher) == share


@given(NUMBERS, NUMBERS, NUMBERS, st.booleans())
def test_a_better_value_never_has_a_smaller_share(one: Decimal, other: Decimal, asked: Decimal, higher: bool):  # noqa: FBT001
    """The share grows with the value, whichever way is the better one."""
    worse, better = sorted((one, other), reverse=not higher)
    assert share_of_asked(worse, asked, higher=higher) <= share_of_asked(better, asked, higher=higher)
