"""What is asked for by a day: straight, compound, stepped, by last year's shares, or as planned."""

from decimal import Decimal

import pytest
from builders import a_stage, a_target, an_indicator, day, judged, p

from tracker.assessment.evidence import Observation
from tracker.assessment.pathway import (
    Anchor,
    Asked,
    Held,
    anchors,
    asked_along,
    asked_since_start,
    asked_within_year,
    baseline,
    held,
    months_apart,
    stage_in_force,
)
from tracker.domain.elapsed import Convention
from tracker.domain.target import PathKind, Stage, Target

STAGES = (a_stage("2022", 30), a_stage("2023", 40), a_stage("2025", 60))
MONTHS = Convention.MONTHS


def along(on: str, kind: PathKind = PathKind.EVEN, convention: Convention = MONTHS) -> Decimal | None:
    """What the way from 20 at the end of 2021 to 80 at the end of 2023 asks for."""
    points = [Anchor(day("2021-12-31"), Decimal(20)), Anchor(day("2023-12-31"), Decimal(80))]
    asked = asked_along(points, day(on), kind, convention)
    return asked.value if asked else None


@pytest.mark.parametrize(
    ("measure", "of", "when", "way"),
    [
        ("flow", "value", "by", Held.PRO_RATED),
        ("flow", "total", "by", Held.PRO_RATED),
        ("flow", "growth", "by", Held.AS_IT_STANDS),
        ("flow", "increase", "by", Held.ALONG_PATH),
        ("stock", "value", "by", Held.ALONG_PATH),
        ("ratio", "value", "by", Held.ALONG_PATH),
        ("ratio", "difference", "by", Held.AS_IT_STANDS),
        ("growth", "value", "by", Held.AS_IT_STANDS),
        ("growth", "average-growth", "by", Held.AS_IT_STANDS),
        ("rank", "value", "by", Held.AS_IT_STANDS),
        ("stock", "value", "throughout", Held.AS_IT_STANDS),
    ],
)
def test_only_flows_are_shared_out_over_the_year(measure: str, of: str, when: str, way: Held):
    """Growth, ranks, differences and floors are compared as they stand; shares and stocks follow their path."""
    assert held(a_target(of=of, when=when), an_indicator(measure)) is way


@pytest.mark.parametrize(
    ("on", "by"),
    [("2022-12-30", "2022"), ("2022-12-31", "2023"), ("2024-06-30", "2025"), ("2026-01-01", "2025")],
)
def test_the_stage_in_force_is_the_nearest_that_has_not_ended(on: str, by: str):
    """A stage ends with its last day; after the last stage, the last one stays in view."""
    stage = stage_in_force(STAGES, day(on))
    assert stage is not None
    assert str(stage.by) == by


def test_an_undated_promise_has_no_stage_in_force():
    """Without a day nothing is nearest."""
    assert stage_in_force([a_stage(None, 3)], day("2025-01-01")) is None


@pytest.mark.parametrize(
    ("on", "value"),
    [
        ("2021-12-30", None),
        ("2021-12-31", Decimal(20)),
        ("2022-12-31", 20 + (Decimal(80) - 20) * 12 / 24),
        ("2023-03-31", 20 + (Decimal(80) - 20) * 15 / 24),
        ("2024-05-01", Decimal(80)),
    ],
)
def test_a_straight_way_grows_by_the_month(on: str, value: Decimal | None):
    """Nothing is asked for before the start; the last value is asked for ever after."""
    assert along(on) == value


def test_a_straight_way_may_count_days():
    """10 January 2022 is day 10 of the 730 of two years."""
    assert along("2022-01-10", convention=Convention.DAYS) == 20 + Decimal(80 - 20) * (Decimal(10) / 730)


def test_months_may_be_rounded_to_a_tenth_of_a_percent():
    """11 of 24 months are 45.8 % where the pass mark is printed with one decimal."""
    assert along("2022-11-30", convention=Convention.MONTHS_ROUNDED) == 20 + (Decimal(80) - 20) * Decimal("0.458")


def test_compound_growth_asks_for_the_geometric_middle_half_way():
    """Half way from 20 to 80 by constant growth is the root of 20 x 80 = 40."""
    assert along("2022-12-31", PathKind.COMPOUND) == Decimal(20 * 80).sqrt()


@pytest.mark.parametrize(("start", "end"), [(0, 8), (-4, 8), (8, 0)])
def test_compound_growth_falls_back_to_a_straight_way_at_zero(start: int, end: int):
    """No constant growth leads from or to zero or below."""
    points = [Anchor(day("2021-12-31"), Decimal(start)), Anchor(day("2023-12-31"), Decimal(end))]
    asked = asked_along(points, day("2022-12-31"), PathKind.COMPOUND, MONTHS)
    assert asked is not None
    assert asked.value == Decimal(start + end) / 2


def test_steps_ask_for_the_stage_before_until_the_next():
    """Nothing more is asked for between two stages than the first."""
    assert (along("2023-12-30", PathKind.STEPS), along("2023-12-31", PathKind.STEPS)) == (20, 80)


def test_steps_have_no_slope():
    """Where a way goes by steps, a distance is not so many months."""
    assert Asked(Decimal(1), day("2022-06-30"), "steps", *ends()).slope is None
    assert Asked(Decimal(1), day("2022-06-30"), "even", *ends()).slope == Decimal(80 - 20) / 24


def ends() -> tuple[Anchor, Anchor]:
    """A way of 60 in 24 months."""
    return Anchor(day("2021-12-31"), Decimal(20)), Anchor(day("2023-12-31"), Decimal(80))


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [("2024-12-31", "2025-12-31", Decimal(12)), ("2025-01-15", "2025-03-10", Decimal(54) * 12 / Decimal("365.25"))],
)
def test_whole_months_are_counted_and_parts_measured(first: str, last: str, months: Decimal):
    """A calendar year is 12 months, leap year or not; 54 days are 54 / 30.4375."""
    assert months_apart(day(first), day(last)) == months


def observed(period: str, value: int) -> Observation:
    """One observation."""
    return Observation(p(period), Decimal(value), ())


def test_a_declared_baseline_starts_the_path():
    """The value of the declaration, at the end of its period."""
    assert baseline(a_target(*STAGES, baseline=("2021", 22)), [], Held.ALONG_PATH) == Anchor(
        day("2021-12-31"), Decimal(22)
    )


def test_a_baseline_without_a_value_takes_the_recorded_one():
    """The figure recorded for that period."""
    target = a_target(*STAGES, baseline=("2021", None))
    assert baseline(target, [observed("2021", 23)], Held.ALONG_PATH) == Anchor(day("2021-12-31"), Decimal(23))
    assert baseline(target, [observed("2020", 23)], Held.ALONG_PATH) is None


def test_without_a_declaration_the_last_value_known_at_the_issue_starts_the_path():
    """A policy of October 2022 saw the end of 2021."""
    target = a_target(a_stage("2025", 60), issued=day("2022-10-09"))
    series = [observed("2020", 20), observed("2021", 22), observed("2022", 31)]
    assert baseline(target, series, Held.ALONG_PATH) == Anchor(day("2021-12-31"), Decimal(22))


def test_the_start_of_a_path_does_not_move_with_every_new_figure():
    """Otherwise each new value would be its own measure."""
    target = a_target(a_stage("2025", 60))
    series = [observed("2021", 22), observed("2022", 31), observed("2023", 33)]
    assert {baseline(target, series[:n], Held.ALONG_PATH) for n in (1, 2, 3)} == {
        Anchor(day("2021-12-31"), Decimal(22))
    }


def test_part_of_a_year_is_no_start():
    """A first quarter is no level that a year could start from."""
    assert baseline(a_target(a_stage("2025", 60)), [observed("2024-Q1", 22)], Held.ALONG_PATH) is None


def test_an_increase_starts_at_zero():
    """A rise since 22 is 0 at the baseline, not 22."""
    target = a_target(a_stage("2025", 10), of="increase", baseline=("2021", 22))
    assert baseline(target, [], Held.ALONG_PATH) == Anchor(day("2021-12-31"), Decimal(0))


def test_undated_and_unquantified_stages_are_no_points_of_a_path():
    """Only what has both a day and a number can be passed."""
    target = a_target(a_stage("2023", 40), a_stage("2024", None), a_stage(None, 50))
    assert anchors(target, None) == [Anchor(day("2023-12-31"), Decimal(40))]


def within(target: Target, on: str, share: Decimal | None = None, start: Anchor | None = None) -> Decimal | None:
    """What a yearly flow asks for on a day."""
    asked = asked_within_year(target, anchors(target, start), day(on), share)
    return asked.value if asked else None


YEARLY = (a_stage("2025", 1200),)


@pytest.mark.parametrize("month", range(1, 13))
def test_a_flow_asks_for_a_twelfth_more_each_month(month: int):
    """1200 a year are 100 a month."""
    last = p(f"2025-{month:02}").last.isoformat()
    assert within(a_target(*YEARLY), last) == 1200 * Decimal(month) / 12


def test_the_middle_of_a_month_counts_halves_or_days():
    """On 20 October 9.5 of 12 months, or 293 of 365 days, have gone by."""
    assert within(a_target(*YEARLY), "2025-10-20") == Decimal(1200) * (Decimal(19) / 24)
    by_days = a_target(*YEARLY, schedule=Convention.DAYS)
    assert within(by_days, "2025-10-20") == Decimal(1200) * (Decimal(293) / 365)


def test_a_leap_year_has_366_days():
    """29 February 2024 is day 60 of 366."""
    target = a_target(a_stage("2024", 1200), schedule=Convention.DAYS)
    assert within(target, "2024-02-29") == Decimal(1200) * (Decimal(60) / 366)


def test_another_year_asks_for_nothing():
    """A promise for 2025 alone says nothing of 2024 or 2026."""
    assert within(a_target(*YEARLY), "2024-06-30") is within(a_target(*YEARLY), "2026-06-30") is None


def test_a_year_between_two_stages_asks_for_its_share_of_the_way():
    """300 in 2023 and 500 in 2025 ask for 400 in 2024, and half of that by June."""
    target = a_target(a_stage("2023", 300), a_stage("2025", 500))
    assert within(target, "2024-06-30") == Decimal(300 + 500) / 2 * 6 / 12


def test_last_years_shares_ask_for_as_much_as_had_come_in_by_then():
    """Where a third had come in by June of last year, a third of 1200 is asked for."""
    assert within(a_target(*YEARLY, path="last-year"), "2025-06-30", Decimal("0.3")) == 1200 * Decimal("0.3")


def test_without_last_years_shares_the_year_is_even():
    """A profile that is not known cannot be followed."""
    assert within(a_target(*YEARLY, path="last-year"), "2025-06-30") == 1200 * Decimal(6) / 12


PLANNED = a_target(a_stage("2025", 1200), path="plan", checkpoints=[("2025-Q1", 360), ("2025-H1", 700)])


@pytest.mark.parametrize(
    ("on", "value"),
    [
        ("2025-02-28", 360 * (Decimal(2) / 3)),
        ("2025-03-31", Decimal(360)),
        ("2025-06-30", Decimal(700)),
        ("2025-09-30", 700 + (Decimal(1200) - 700) * 3 / 6),
        ("2025-12-31", Decimal(1200)),
    ],
)
def test_a_good_start_and_a_half_year_half_are_checkpoints(on: str, value: Decimal):
    """360 by March, 700 by June, straight between them and on to 1200."""
    assert within(PLANNED, on) == value


def test_a_stage_within_the_year_is_passed_too():
    """A half-year stage of 610 asks for half of it by March."""
    assert within(a_target(a_stage("2025-H1", 610), a_stage("2025", 1237)), "2025-03-31") == Decimal(610) * 3 / 6


def test_a_total_over_a_plan_asks_for_its_share_of_sixty_months():
    """500 over 2021 to 2025 ask for 27 / 60 by March 2023."""
    asked = asked_since_start(a_target(a_stage("2021/2025", 500), of="total"), day("2023-03-31"))
    assert asked is not None
    assert asked.value == 500 * Decimal(27) / 60


def test_a_total_without_a_date_asks_for_nothing():
    """There is no first year to count from."""
    assert asked_since_start(a_target(a_stage(None, 500), of="total"), day("2023-03-31")) is None


@pytest.mark.parametrize(("value", "stages"), [(31, STAGES), (450, (a_stage("2023", 300), a_stage("2025", 500)))])
def test_growth_is_never_pro_rated(value: int, stages: tuple[Stage, ...]):
    """In March as in December a growth target asks for its whole number."""
    target = a_target(*stages)
    assert [
        judged(target, an_indicator("growth"), [(f"2025-{span}", value)], "2025-12-31").asked.value
        for span in ("Q1", "H1")
    ] == [stages[-1].value] * 2


def test_last_years_profile_is_read_off_last_years_figures():
    """330 of 1100 had come in by June 2024, so 30 % of 1200 is asked for by June 2025."""
    figures = [("2024-H1", 330), ("2024", 1100), ("2025-H1", 370)]
    target = a_target(*YEARLY, path="last-year")
    found = judged(target, an_indicator("flow", "亿元"), figures, "2025-07-01")
    assert found.asked is not None
    assert (found.asked.value, found.standing.schedule) == (1200 * Decimal(330) / 1100, Decimal(330) / 1100)


@pytest.mark.parametrize("path", ["last-year", "plan", "even"])
def test_between_years_a_monthly_profile_runs_straight(path: str):
    """A profile within the year says nothing of the years: 2024 asks for (300 + 500) / 2 by its end."""
    assert (
        within(a_target(a_stage("2023", 300), a_stage("2025", 500), path=path), "2024-12-31") == Decimal(300 + 500) / 2
    )


def test_between_years_compound_growth_is_the_geometric_middle():
    """The root of 200 x 800 = 400 by the end of the year between."""
    target = a_target(a_stage("2023", 200), a_stage("2025", 800), path="compound")
    assert within(target, "2024-12-31") == Decimal(200 * 800).sqrt()


def test_a_figure_of_the_day_of_issue_is_known_by_then():
    """A policy of 31 December starts from that day's stock."""
    target = a_target(a_stage("2025", 60), issued=day("2021-12-31"))
    assert baseline(target, [observed("2020", 20), observed("2021", 22)], Held.ALONG_PATH) == Anchor(
        day("2021-12-31"), Decimal(22)
    )


def test_a_years_flow_starts_at_nothing_unless_the_promise_says_otherwise():
    """The years before are no way to it: only a declared start is one, or the last year before it was promised."""
    series = [observed("2023", 640), observed("2024", 700)]
    assert baseline(a_target(a_stage("2026", 800)), series, Held.PRO_RATED) is None
    made = a_target(a_stage("2026", 800), issued=day("2024-01-20"))
    assert baseline(made, series, Held.PRO_RATED) == Anchor(day("2023-12-31"), Decimal(640))
