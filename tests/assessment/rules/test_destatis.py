"""The weather symbols on figures made for the purpose."""

from decimal import Decimal

import pytest

from tracker.assessment.rules.case import Case, Judged
from tracker.assessment.rules.destatis import judge, recent


def yearly(*values: str, first: int = 2015):
    """Figures of consecutive years."""
    return tuple((first + place, Decimal(value)) for place, value in enumerate(values))


def in_years(*years: int):
    """A figure in each of the years, the year itself."""
    return tuple((year, Decimal(year)) for year in years)


def rising(target: str, target_year: int | None = 2030):
    """0 to 10 from 2015 to 2020: two a year, and ten years to go to 2030, so 10 + 2 x 10 = 30 is projected."""
    points = yearly("0", "1", "5", "4", "8", "10")
    return Case(points, Decimal(target), target_year, higher_is_better=True)


@pytest.mark.parametrize(
    ("target", "miss", "klass", "verdict"),
    [
        ("30", (30 - 30) / (30 - 10), "sun", "on_track"),
        ("31", (31 - 30) / (31 - 10), "sun", "on_track"),  # 4.8 %
        ("31.052631", (31.052631 - 30) / (31.052631 - 10), "sun", "on_track"),  # just below 5 %
        ("31.052632", (31.052632 - 30) / (31.052632 - 10), "sun-and-cloud", "at_risk"),  # just above
        ("35", (35 - 30) / (35 - 10), "sun-and-cloud", "at_risk"),  # exactly 20 %
        ("35.01", (35.01 - 30) / (35.01 - 10), "cloud", "off_track"),
    ],
)
def test_the_miss_is_a_share_of_the_gap_still_open(target: str, miss: float, klass: str, verdict: str):
    """5 % begins sun-and-cloud, 20 % still belongs to it."""
    answer = judge(rising(target))
    assert (answer.klass, answer.verdict, answer.measure) == (klass, verdict, pytest.approx(miss))


def test_exactly_five_percent_is_sun_and_cloud():
    """100 to go and 95 of them projected: 5 of 100, exactly."""
    points = yearly("0", "9", "9", "9", "9", "47.5")  # 9.5 a year
    answer = judge(Case(points, Decimal("147.5"), 2030, higher_is_better=True))  # gap 100, 9.5 x 10 = 95 more
    assert (answer.klass, answer.margin) == ("sun-and-cloud", 0.0)


@pytest.mark.parametrize("last", ["0", "-1"])
def test_a_gap_that_does_not_shrink_is_a_thunderstorm(last: str):
    """Standing still counts like going the wrong way."""
    answer = judge(Case(yearly("0", "1", "2", "1", "2", last), Decimal(9), 2030, higher_is_better=True))
    assert (answer.klass, answer.verdict) == ("thunderstorm", "off_track")


def test_only_the_last_six_figures_count():
    """The steep beginning is forgotten: what is left stands still."""
    points = yearly("0", "90", "90", "90", "90", "90", "90")
    assert judge(Case(points, Decimal(99), 2030, higher_is_better=True)).klass == "thunderstorm"


def test_gaps_are_bridged_by_years_not_by_figures():
    """20 in ten years is 2 a year, although there are only five changes."""
    years = (2010, 2011, 2013, 2015, 2018, 2020)
    points = tuple((year, Decimal(2 * (year - 2010))) for year in years)
    answer = judge(Case(points, Decimal(50), 2030, higher_is_better=True))  # 20 + 2 x 10 = 40 of 50; (50 - 40) / 30
    assert answer.measure == pytest.approx((50 - 40) / (50 - 20))


@pytest.mark.parametrize(
    ("values", "target", "klass"),
    [
        (("5", "6", "7", "8", "9", "9"), "9", "sun"),
        (("9", "9", "9", "9", "9", "9"), "9", "sun"),
        (("12", "11", "11", "10", "10", "9"), "9", "sun-and-cloud"),
        (("5", "6", "7", "8", "9", "8"), "9", "cloud"),
        (("8", "6", "7", "8", "9", "8"), "9", "thunderstorm"),
        (("9", "6", "7", "8", "9", "8"), "9", "thunderstorm"),
    ],
)
def test_a_value_to_be_kept_is_judged_by_level_then_trend(values: tuple[str, ...], target: str, klass: str):
    """Met and not worsening, met and worsening, missed and improving, missed and not improving."""
    case = Case(yearly(*values), Decimal(target), None, higher_is_better=True, keep_every_year=True)
    assert judge(case).klass == klass


def test_a_target_reached_early_is_judged_by_level_and_trend():
    """The projection says nothing once there is no gap; worsening inside the target hides the sun."""
    answer = judge(Case(yearly("12", "12", "11", "11", "10", "10"), Decimal(9), 2030, higher_is_better=True))
    assert (answer.klass, answer.verdict, answer.reached) == ("sun-and-cloud", "at_risk", True)


@pytest.mark.parametrize(("last", "klass", "verdict"), [("9", "sun", "met"), ("8", "cloud", "missed")])
def test_in_the_target_year_the_level_decides(last: str, klass: str, verdict: str):
    """The symbol follows level and trend; the owner has no word for missed, we have."""
    answer = judge(Case(yearly("5", "5", "6", "6", "7", last), Decimal(9), 2020, higher_is_better=True))
    assert (answer.klass, answer.verdict) == (klass, verdict)


@pytest.mark.parametrize(
    ("values", "klass"),
    [
        (("9", "9", "9", "9", "8", "7"), "sun"),
        (("9", "9", "9", "9", "7", "8"), "sun-and-cloud"),
        (("9", "9", "9", "9", "7", "7"), "sun-and-cloud"),
        (("7", "9", "9", "9", "9", "8"), "cloud"),
        (("8", "9", "9", "9", "9", "8"), "cloud"),
        (("7", "9", "9", "9", "8", "9"), "thunderstorm"),
    ],
)
def test_a_mere_direction_is_judged_by_mean_then_last_change(values: tuple[str, ...], klass: str):
    """Less is better here; no change is not a change for the better."""
    assert judge(Case(yearly(*values), None, None, higher_is_better=False)).klass == klass


@pytest.mark.parametrize(
    ("years", "used"),
    [
        ((2017, 2018, 2019, 2020), (2017, 2018, 2019, 2020)),
        ((2004, 2008, 2012, 2016, 2020), (2004, 2008, 2012, 2016, 2020)),
        ((2006, 2008, 2012, 2016, 2020), (2008, 2012, 2016, 2020)),  # 2006 is out of step
        ((2006, 2008, 2012, 2016), ()),  # three in step
        ((2000, 2006, 2008, 2012, 2016), ()),
        ((2018, 2019, 2020), ()),
        ((2001, 2006, 2008, 2012, 2016, 2017), (2001, 2006, 2008, 2012, 2016, 2017)),  # six need not be in step
    ],
)
def test_fewer_than_six_figures_must_follow_at_one_distance(years: tuple[int, ...], used: tuple[int, ...]):
    """At least four contiguous figures are needed, counted in the rhythm of the survey."""
    assert recent(in_years(*years)) == in_years(*used)


def test_too_few_figures_have_no_symbol():
    """The answer says how many there are and how many are needed."""
    answer = judge(Case(yearly("1", "2", "3"), Decimal(9), 2030, higher_is_better=True))
    lines = (("figures", 3), ("figures_needed", 4))
    assert answer == Judged("none", "unknown", lines=lines, reason="few_figures")


def test_a_series_break_restarts_the_count():
    """Of seven figures three are comparable; a year later there are four, and the symbol is back."""
    points = yearly("90", "91", "92", "93", "1", "2", "3", "4")
    suspended = Case(points[:-1], Decimal(9), 2030, higher_is_better=True, not_before=2019)
    resumed = Case(points, Decimal(9), 2030, higher_is_better=True, not_before=2019)
    assert [judge(case).klass for case in (suspended, resumed)] == ["none", "sun"]


def test_a_series_below_zero_is_judged_like_any_other():
    """Only differences enter: -20 to -10 in five years, and ten years to go to 0."""
    answer = judge(Case(yearly("-20", "-18", "-16", "-14", "-12", "-10"), Decimal(0), 2030, higher_is_better=True))
    assert (answer.klass, answer.measure) == ("sun", pytest.approx((0 - (-10 + 2 * 10)) / (0 - -10)))
