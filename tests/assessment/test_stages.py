"""One stage's verdict: settled by its final figure after the deadline, judged by a rule before it."""

from collections.abc import Sequence

import pytest
from builders import a_stage, a_target, an_actual, an_indicator, codes, judged

from tracker.assessment.assess import Assessment
from tracker.assessment.verdict import Verdict
from tracker.domain.indicator import Indicator
from tracker.domain.series import Actual
from tracker.domain.target import Target

SHARE, OUTPUT, RATE = an_indicator("ratio"), an_indicator("flow", "亿元"), an_indicator("growth")
CEILING = an_indicator("flow", "万吨", "lower")
SIXTY = a_target(a_stage("2025", 60), baseline=("2021", 20))
YEAR = a_target(a_stage("2025", 1000))
MOST = a_target(a_stage("2025", 100, "at-most"))


def why(found: Assessment) -> tuple[Verdict, str | None]:
    """A verdict, and its reason where it has one."""
    return found.verdict, found.judgement.reason.code if found.judgement.reason else None


@pytest.mark.parametrize(
    ("target", "indicator", "figures", "expected"),
    [
        (SIXTY, SHARE, [("2025", 60)], (Verdict.MET, None)),
        (SIXTY, SHARE, [("2025", "59.9")], (Verdict.MISSED, None)),
        (SIXTY, SHARE, [("2025-10", 61)], (Verdict.UNKNOWN, "no-figure-yet")),
        (SIXTY, SHARE, [("2024", 70)], (Verdict.UNKNOWN, "no-figure-yet")),
        (SIXTY, SHARE, [], (Verdict.UNKNOWN, "no-figures")),
        (SIXTY, SHARE, [("2025", 61), ("2025-12", 55)], (Verdict.MET, None)),
        (YEAR, OUTPUT, [("2025", 1226)], (Verdict.MET, None)),
        (YEAR, OUTPUT, [("2025-01/2025-10", 1010)], (Verdict.MET, None)),
        (YEAR, OUTPUT, [("2025-01/2025-10", 990)], (Verdict.UNKNOWN, "no-figure-yet")),
        (YEAR, OUTPUT, [("2025-12", 2000)], (Verdict.UNKNOWN, "no-figures")),
        (a_target(a_stage("2025", 8)), RATE, [("2025-01/2025-10", "8.5")], (Verdict.UNKNOWN, "no-figure-yet")),
        (a_target(a_stage("2025", 8)), RATE, [("2025", "8.5"), ("2025-12", 3)], (Verdict.MET, None)),
        (a_target(a_stage("2025", 8)), RATE, [("2025-12", 9)], (Verdict.UNKNOWN, "no-figure-yet")),
        (a_target(a_stage("2025", 8)), RATE, [("2025-Q4", 9)], (Verdict.UNKNOWN, "no-figure-yet")),
        (a_target(a_stage("2025-12", 8)), RATE, [("2025-12", 9)], (Verdict.MET, None)),
        (MOST, CEILING, [("2025-01/2025-10", 90)], (Verdict.UNKNOWN, "no-figure-yet")),
        (MOST, CEILING, [("2025", 100)], (Verdict.MET, None)),
    ],
)  # fmt: skip
def test_after_the_deadline_the_final_figure_decides(
    target: Target, indicator: Indicator, figures: Sequence[tuple[str, object]], expected: tuple[Verdict, str | None]
):
    """Met or missed by the figure of the promised period; only a running total that is there already need not wait."""
    assert why(judged(target, indicator, figures, "2026-02-01")) == expected


def test_the_last_day_of_the_stage_may_settle_it():
    """A figure for the year, on its last day."""
    assert judged(SIXTY, SHARE, [("2025", 61)], "2025-12-31").verdict is Verdict.MET


def test_a_provisional_final_figure_says_so():
    """A preliminary 61 % meets 60 %, with a caveat."""
    found = judged(SIXTY, SHARE, [an_actual("2025", 61, vintage="preliminary")], "2026-02-01")
    assert (found.verdict, "provisional" in codes(found.caveats)) == (Verdict.MET, True)


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (an_actual("2025", 60, bound="more-than"), (Verdict.UNKNOWN, "bound-only")),
        (an_actual("2025", 90, bound="more-than"), (Verdict.UNKNOWN, "bound-only")),
        (an_actual("2025", 60, bound="less-than"), (Verdict.MISSED, None)),
        (an_actual("2025", 61, bound="less-than"), (Verdict.UNKNOWN, "bound-only")),
    ],
)
def test_a_limit_contradicts_but_never_confirms(figure: Actual, expected: tuple[Verdict, str | None]):
    """More than 90 does not meet 60; less than 60 misses it."""
    assert why(judged(SIXTY, SHARE, [figure], "2026-02-01")) == expected


def test_a_running_total_above_its_ceiling_is_lost_by_a_limit():
    """More than 110 by June, of at most 100: off track, though the figure is only a limit."""
    found = judged(MOST, CEILING, [an_actual("2025-H1", 110, "万吨", bound="more-than")], "2025-07-15")
    assert found.verdict is Verdict.OFF_TRACK


def test_every_stage_keeps_its_verdict_for_ever():
    """30 in 2022 was met, 40 in 2023 missed, 60 in 2025 runs."""
    target = a_target(a_stage("2022", 30), a_stage("2023", 40), a_stage("2025", 60), baseline=("2021", 22))
    found = judged(target, SHARE, [("2022", "31.2"), ("2023", "36.5"), ("2024", "50.5")], "2025-02-20")
    assert [s.judgement.verdict for s in found.stages] == [Verdict.MET, Verdict.MISSED, Verdict.ON_TRACK]
    assert [s.observation and str(s.observation.value) for s in found.stages] == ["31.2", "36.5", None]


def test_each_stage_of_a_rank_is_held_against_its_own_place():
    """Second place keeps the third of 2024, and is no step towards the first of 2026: 1 + (1 - 2) / 1 = 0."""
    target = a_target(a_stage("2024", 3, "at-most"), a_stage("2026", 1, "at-most"))
    found = judged(target, an_indicator("rank", "位", "lower"), [("2023", 2)], "2024-06-30")
    assert [s.judgement.verdict for s in found.stages] == [Verdict.ON_TRACK, Verdict.OFF_TRACK]


def test_a_target_without_a_number_is_unknown():
    """To raise the start rate has no threshold."""
    assert why(judged(a_target(a_stage("2025", None)), SHARE, [("2024", 41)], "2025-01-20")) == (
        Verdict.UNKNOWN,
        "unquantified",
    )


def test_a_target_without_a_date_is_unknown():
    """Clearing zombie firms some day cannot be judged."""
    firms = an_indicator("stock", "户", "lower")
    found = judged(a_target(a_stage(None, 0, "at-most")), firms, [("2024", 3)], "2025-01-20")
    assert why(found) == (Verdict.UNKNOWN, "undated")


def test_last_years_output_says_nothing_of_this_year():
    """160 projects are promised for 2025; the 170 of 2024 do not reach it."""
    found = judged(a_target(a_stage("2025", 160)), an_indicator("flow", "个"), [("2024", 170)], "2025-08-01")
    assert why(found) == (Verdict.UNKNOWN, "no-figure-yet")


def test_what_is_done_early_is_met_and_says_so():
    """1010 of 1000 by October cannot be lost again."""
    found = judged(YEAR, OUTPUT, [("2025-01/2025-10", 1010)], "2025-11-20")
    assert (found.verdict, codes(found.caveats)) == (Verdict.MET, {"early"})


@pytest.mark.parametrize(
    ("figures", "caveat"),
    [
        ([("2022", 55), ("2023", 61)], "reached"),
        ([("2022", 65), ("2023", 61)], "reached-worsening"),
        ([("2022", 62), ("2023", 58)], "reached-then-lost"),
    ],
)
def test_reaching_worsening_and_losing_have_their_own_words(figures: list[tuple[str, object]], caveat: str):
    """Above 60 at last, above 60 but falling, and no longer above 60."""
    assert codes(judged(SIXTY, SHARE, figures, "2024-02-01").caveats) & {
        "reached", "reached-worsening", "reached-then-lost",
    } == {caveat}  # fmt: skip


def test_a_half_year_is_not_settled_by_a_later_total():
    """700 by October do not say that 610 were there by June."""
    found = judged(a_target(a_stage("2025-H1", 610)), OUTPUT, [("2025-01/2025-10", 700)], "2025-12-01")
    assert why(found) == (Verdict.UNKNOWN, "no-figure-yet")


@pytest.mark.parametrize(("aim", "high"), [("between", 110), ("exactly", None)])
def test_a_running_total_within_a_range_is_not_reached_yet(aim: str, high: int | None):
    """95 by June will not stay between 90 and 110."""
    found = judged(a_target(a_stage("2025", 95, aim, high=high)), OUTPUT, [("2025-H1", 95)], "2025-07-15")
    assert "reached" not in codes(found.caveats)


def test_a_total_that_is_there_early_is_reached():
    """100 + 110 + 120 = 330 of 300 after three of five years."""
    target = a_target(a_stage("2025", 300), of="total", baseline=("2020", None))
    found = judged(target, OUTPUT, [("2021", 100), ("2022", 110), ("2023", 120)], "2024-02-01")
    assert (found.verdict, "early" in codes(found.caveats)) == (Verdict.MET, True)


def test_the_years_before_are_no_way_to_this_years_flow():
    """800 for 2026 with 2023 to 2025 known: nothing of 2026 has come in, and last year's 741.2 is no progress."""
    figures = [("2023", 640), ("2024", 700), ("2025", "741.2")]
    found = judged(a_target(a_stage("2026", 800)), OUTPUT, figures, "2026-02-20")
    assert why(found) == (Verdict.UNKNOWN, "no-figure-yet")
    assert (found.standing.completion, found.standing.required) == (None, None)
