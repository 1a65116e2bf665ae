"""One target on one day: what was known, which reading is meant, which stage is in force, and what is told."""

from decimal import Decimal

import pytest
from builders import NOWHERE, a_stage, a_target, an_actual, an_indicator, codes, day, judged, p

from tracker.assessment.assess import Assessment
from tracker.assessment.verdict import Caveat, Verdict
from tracker.domain.series import Withdrawal
from tracker.domain.target import Reading

D = Decimal
SHARE, OUTPUT, RATE = an_indicator("ratio"), an_indicator("flow", "亿元"), an_indicator("growth")
SIXTY = a_target(a_stage("2025", 60), baseline=("2021", 20))


def test_a_figure_published_later_is_not_known_yet():
    """January to October was printed on 19 December; on 15 November it stood at September."""
    figures = [
        an_actual("2023-01/2023-09", "68.1", "亿元", published=day("2023-11-21")),
        an_actual("2023-01/2023-10", "76.8", "亿元", published=day("2023-12-19")),
    ]
    target = a_target(a_stage("2023", 100))
    known = {at: judged(target, OUTPUT, figures, "2023-12-31", known_at=at) for at in ("2023-12-18", "2023-12-19")}
    assert [a.latest and a.latest.value for a in known.values()] == [D("68.1"), D("76.8")]
    assert judged(target, OUTPUT, figures, "2023-11-15", known_at="2023-11-15").latest is None


def test_an_actual_goes_before_an_estimate_and_an_estimate_before_a_plan():
    """Whatever the order of their publication."""
    figures = [
        an_actual("2024", 41, vintage="final", published=day("2025-02-01")),
        an_actual("2024", 44, vintage="estimate", published=day("2025-03-01")),
        an_actual("2024", 50, vintage="plan", published=day("2025-04-01")),
    ]
    values = [judged(SIXTY, SHARE, figures[n:], "2025-05-01").latest for n in range(3)]
    assert [o and o.value for o in values] == [41, 44, None]


def test_of_two_actuals_the_latest_published_counts():
    """A revision replaces the first print, from the day it is known."""
    figures = [
        an_actual("2024", 44, vintage="revised", published=day("2025-06-01")),
        an_actual("2024", 41, published=day("2025-02-01")),
    ]
    values = {
        at: judged(SIXTY, SHARE, figures, "2025-07-01", known_at=at).latest for at in ("2025-05-31", "2025-06-01")
    }
    assert [o and o.value for o in values.values()] == [41, 44]


def test_a_withdrawn_figure_does_not_count():
    """It was taken back on 1 March, and counted until then."""
    figures = [an_actual("2024", 41, published=day("2025-02-01"))]
    taken = Withdrawal("x", "2024", D(41), None, day("2025-03-01"), "a slip", NOWHERE)
    latest = [
        judged(SIXTY, SHARE, figures, "2025-05-01", known_at=at, withdrawals=[taken]).latest
        for at in ("2025-02-28", "2025-03-01")
    ]
    assert [o and o.value for o in latest] == [41, None]


def test_figures_without_a_year_are_told_and_never_judged():
    """A note that prints no year says so beside the verdict."""
    found = judged(SIXTY, SHARE, [an_actual(None, 70)], "2025-05-01")
    assert (found.latest, len(found.undated), "year-undetermined" in codes(found.caveats)) == (None, 1, True)


UNSETTLED = a_target(a_stage("2025", 15), reading="unsettled", baseline=("2021", None), issued=day("2022-01-10"))


def test_an_unsettled_reading_shows_the_verdict_under_each():
    """16, 14, 14 and 17 %: met in the year, on average and in all, missed in every year; so it is unknown."""
    figures = [("2022", 16), ("2023", 14), ("2024", 14), ("2025", 17)]
    found = judged(UNSETTLED, RATE, figures, "2026-02-01")
    assert {reading: judgement.verdict for reading, judgement in found.readings} == {
        Reading.IN_YEAR: Verdict.MET,
        Reading.EVERY_YEAR: Verdict.MISSED,
        Reading.AVERAGE: Verdict.MET,
        Reading.CUMULATIVE: Verdict.MET,
    }
    assert (found.verdict, found.judgement.reason) == (Verdict.UNKNOWN, Caveat.of("unsettled"))


@pytest.mark.parametrize(
    ("reading", "verdict", "value"),
    [
        ("in-year", Verdict.MISSED, D(12)),
        ("average", Verdict.MET, None),
        ("cumulative", Verdict.MET, (D("1.19") * D("1.12") - 1) * 100),
    ],
)
def test_a_settled_reading_has_one_verdict(reading: str, verdict: Verdict, value: Decimal | None):
    """19 % and then 12 %: less than 15 in the year itself, 15.45 on average, 33.28 in all."""
    target = a_target(a_stage("2025", 15), of="growth", reading=reading, baseline=("2023", None))
    found = judged(target, RATE, [("2024", 19), ("2025", 12)], "2026-02-01")
    assert found.latest is not None
    assert (found.verdict, found.latest.value if value is not None else None) == (verdict, value)


def shown(as_of: str, *figures: tuple[str, object]) -> Assessment:
    """The three stages of Changji's local conversion."""
    stages = (a_stage("2022", 30), a_stage("2023", 40), a_stage("2025", 60, "about", "5%"))
    return judged(a_target(*stages, issued=day("2022-10-09")), SHARE, figures, as_of)


@pytest.mark.parametrize(
    ("figures", "in_force", "last"),
    [([], "2025", "2023"), ([("2022", 31)], "2023", "2022"), ([("2022", 31), ("2023", 40)], "2025", "2023")],
)
def test_the_stage_in_force_follows_the_date_the_data_cover(
    figures: list[tuple[str, object]], in_force: str, last: str
):
    """Without data today's date decides; with them, the end of the latest period."""
    found = shown("2024-06-30", *figures)
    assert found.last_commitment is not None
    assert (str(found.stage.by), str(found.last_commitment.by)) == (in_force, last)


@pytest.mark.parametrize(
    ("target", "figures", "wanted"),
    [
        (a_target(a_stage("2025", 8), of="growth"), [("2025-H1", 100)], "2024-H1"),
        (a_target(a_stage("2025", 8), of="average-growth", baseline=("2020", None)), [("2023", 100)], "2022"),
        (a_target(a_stage("2025", 8), of="increase", baseline=("2021", None)), [("2023", 27)], "2021"),
    ],
)
def test_insufficient_data_names_what_it_needs(target: object, figures: list[tuple[str, object]], wanted: str):
    """A growth without the base year cannot be judged, and is not made up."""
    found = judged(target, OUTPUT, figures, "2025-08-01")
    assert (found.verdict, found.judgement.reason) == (Verdict.UNKNOWN, Caveat.of("needs", what=(p(wanted),)))


def test_a_computed_growth_says_so():
    """It was not printed, and may differ from the one that will be."""
    target = a_target(a_stage("2025", 8), of="growth")
    found = judged(target, OUTPUT, [("2024-H1", 100), ("2025-H1", 109)], "2025-08-01")
    assert "computed" in codes(found.caveats)


def test_a_series_break_is_told():
    """Figures before it were left out."""
    broken = an_indicator("ratio", breaks=(p("2023"),))
    found = judged(SIXTY, broken, [("2022", 70), ("2024", 41)], "2025-02-01")
    assert (len(found.series), "series-break" in codes(found.caveats)) == (1, True)
