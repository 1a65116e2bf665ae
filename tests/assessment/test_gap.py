"""How far an observation stands from what is asked for: in its unit, in percent, and in months of the way."""

from decimal import Decimal

from builders import day, p

from tracker.assessment.evidence import Observation
from tracker.assessment.gap import Gap, gap, ratio
from tracker.assessment.pathway import Anchor, Asked
from tracker.domain.units import DEFAULT

PP = DEFAULT.find("pp")
D = Decimal


def observed(value: str) -> Observation:
    """One observation at the end of 2024."""
    return Observation(p("2024"), D(value), ())


def on_the_way(value: str, start: str, end: str) -> Asked:
    """A value asked for on a way of 24 months."""
    ends = Anchor(day("2023-12-31"), D(start)), Anchor(day("2025-12-31"), D(end))
    return Asked(D(value), day("2024-12-31"), "even", *ends, D("0.5"))


def test_a_gap_is_told_in_every_way_at_once():
    """41.5 against 50 on the way from 40 to 60: 8.5 pp, 17 %, and 8.5 / (20 / 24) = 10.2 months behind."""
    assert gap(observed("41.5"), on_the_way("50", "40", "60"), PP, D(60), D(70)) == Gap(
        value=D("41.5") - 50,
        unit=PP,
        percent=(D("41.5") - 50) / 50 * 100,
        to_stage=D("41.5") - 60,
        to_target=D("41.5") - 70,
        months=(D("41.5") - 50) / (D(60 - 40) / 24),
    )


def test_behind_is_a_negative_number_of_months_when_lower_is_better():
    """13500 against 13200 on the way down from 13400 to 13000 is above what is asked, and late."""
    found = gap(observed("13500"), on_the_way("13200", "13400", "13000"), PP, None, None)
    assert (found.value, found.months) == (300, D(300) / (D(13000 - 13400) / 24))


def test_a_gap_to_zero_has_no_percent():
    """Nothing is a share of nothing."""
    assert gap(observed("3"), on_the_way("0", "6", "-6"), PP, D(0), D(0)).percent is None


def test_a_gap_to_a_negative_number_is_the_difference_alone():
    """-3 against -2 is worse by one; it is no share of less than nothing, and so many months of nothing."""
    found = gap(observed("-3"), on_the_way("-2", "-4", "0"), PP, None, None)
    assert (found.value, found.percent, found.months) == (D(-3) - D(-2), None, None)


def test_on_a_level_path_a_gap_is_not_so_many_months():
    """Where nothing more is asked for with time, time says nothing."""
    assert gap(observed("3"), on_the_way("5", "5", "5"), PP, None, None).months is None


def test_where_nothing_is_asked_for_yet_only_the_ends_are_known():
    """Without a path the distances to the stage and to the target remain."""
    assert gap(observed("3"), None, PP, D(5), D(9)) == Gap(None, PP, None, D(3 - 5), D(3 - 9), None)


def test_a_share_of_nothing_or_of_the_unknown_is_unknown():
    """Neither zero nor a missing whole divides."""
    assert (ratio(D(3), D(0)), ratio(D(3), None), ratio(D(3), D(6))) == (None, None, D(3) / 6)
