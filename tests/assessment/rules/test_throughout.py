"""Floors, ceilings and streaks: broken by one observation, kept only when none is missing."""

from collections.abc import Sequence

import pytest
from builders import a_stage, a_target, an_actual, an_indicator, codes, day, judged

from tracker.assessment.assess import Assessment
from tracker.assessment.verdict import Verdict
from tracker.domain.calendar import Releases
from tracker.domain.period import Period
from tracker.domain.series import Actual

FLOOR = a_target(a_stage("2025", 1000), when="throughout")
MONTHLY = an_indicator("stock", "亿元", releases=Releases.MONTHLY)
UNHEARD = an_indicator("stock", "亿元")
MONTHS = [(f"2025-{month:02}", 1000 + month) for month in range(1, 13)]


def facts(found: Assessment, code: str) -> list[str]:
    """The periods a caveat names."""
    caveat = next(c for c in found.caveats if c.code == code)
    return [str(p.last) for p in dict(caveat.facts)["periods"]]


def test_one_breach_is_off_track_though_it_was_mended():
    """January 1040, March 990, May 1015: broken in March, kept again in May, nothing known of February and April."""
    found = judged(FLOOR, MONTHLY, [("2025-01", 1040), ("2025-03", 990), ("2025-05", 1015)], "2025-06-15")
    assert found.verdict is Verdict.OFF_TRACK
    assert facts(found, "floor-breached") == ["2025-03-31"]
    assert "recovered" in codes(found.caveats)
    assert facts(found, "missing-observations") == ["2025-02-28", "2025-04-30"]


def test_a_breach_is_missed_once_its_window_has_passed():
    """What was broken in March was not kept in 2025, whatever December says."""
    year = [*MONTHS[:2], ("2025-03", 990), *MONTHS[3:]]
    assert judged(FLOOR, MONTHLY, year, "2025-12-30").verdict is Verdict.OFF_TRACK
    assert judged(FLOOR, MONTHLY, year, "2026-01-20").verdict is Verdict.MISSED


def test_a_floor_is_met_when_every_month_kept_it():
    """Twelve months above 1000, and the year is over."""
    assert judged(FLOOR, MONTHLY, MONTHS, "2026-01-20").verdict is Verdict.MET


def test_the_floor_itself_is_kept():
    """At least 1000 includes 1000."""
    assert judged(FLOOR, MONTHLY, [("2025-01", 1000)], "2025-02-10").verdict is Verdict.ON_TRACK


def test_a_missing_month_is_unknown_and_never_kept():
    """Eleven months are not all months."""
    found = judged(FLOOR, MONTHLY, [*MONTHS[:4], *MONTHS[5:]], "2026-01-20")
    assert (found.verdict, found.judgement.reason and found.judgement.reason.code) == (
        Verdict.UNKNOWN,
        "missing-observations",
    )


def test_the_months_to_come_are_not_missing():
    """In June, with figures to May, nothing is missing."""
    assert judged(FLOOR, MONTHLY, MONTHS[:5], "2025-06-15").verdict is Verdict.ON_TRACK


def test_no_january_release_is_not_a_missing_figure():
    """Where January is never published alone, February is the first month that counts."""
    series = an_indicator("growth", releases=Releases.MONTHLY_NO_JANUARY)
    target = a_target(a_stage("2025", 9), when="throughout")
    figures = [("2025-01/2025-02", "9.4"), ("2025-Q1", "9.1"), ("2025-01/2025-04", "9.6")]
    assert judged(target, series, figures, "2025-05-20").verdict is Verdict.ON_TRACK


def test_a_streak_counts_consecutive_releases_since_a_month():
    """At least 9 % for 22 months since January 2022: February to December 2022 and to October 2023 are 20 releases."""
    series = an_indicator("growth", releases=Releases.MONTHLY_NO_JANUARY)
    target = a_target(a_stage("2023-10", 9), when="throughout", since=Period.parse("2022-01"))
    spans = [(y, m) for y in (2022, 2023) for m in range(2, 13) if (y, m) <= (2023, 10)]
    figures = [(f"{y}-01/{y}-{m:02}", 12) for y, m in spans]
    assert (len(spans), judged(target, series, figures, "2023-12-01").verdict) == (11 + 9, Verdict.MET)
    assert judged(target, series, figures[:5] + figures[6:], "2023-12-01").verdict is Verdict.UNKNOWN


def test_without_a_release_rhythm_gaps_are_not_known():
    """Where nobody says how often figures come, the last one must still cover the end."""
    assert judged(FLOOR, UNHEARD, [("2025-01", 1040), ("2025-12", 1015)], "2026-01-20").verdict is Verdict.MET
    found = judged(FLOOR, UNHEARD, [("2025-01", 1040), ("2025-11", 1015)], "2026-01-20")
    assert (found.verdict, found.judgement.reason and found.judgement.reason.code) == (Verdict.UNKNOWN, "no-figure-yet")


def test_without_figures_a_floor_is_unknown():
    """No observation keeps nothing."""
    assert judged(FLOOR, MONTHLY, [("2024-12", 1200)], "2025-06-15").verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("figure", "verdict"),
    [
        (an_actual("2025-01", 1000, "亿元", bound="less-than"), Verdict.OFF_TRACK),
        (an_actual("2025-01", 2000, "亿元", bound="more-than"), Verdict.UNKNOWN),
    ],
)
def test_a_limit_breaks_a_floor_but_never_keeps_it(figure: Actual, verdict: Verdict):
    """Less than 1000 is a breach; more than 2000 confirms nothing."""
    assert judged(FLOOR, MONTHLY, [figure], "2025-02-10").verdict is verdict


def test_a_ceiling_is_broken_from_above():
    """At most 13350 in every month, and one of 13400."""
    power = an_indicator("ratio", "kWh/t", "lower", releases=Releases.MONTHLY)
    target = a_target(a_stage("2025", 13350, "at-most"), when="throughout")
    found = judged(target, power, [("2025-01", 13300), ("2025-02", 13400)], "2025-03-10")
    assert facts(found, "floor-breached") == ["2025-02-28"]


EVERY_YEAR = a_target(a_stage("2025", 15), reading="every-year", issued=day("2023-03-01"))


@pytest.mark.parametrize(
    ("figures", "as_of", "verdict"),
    [
        ([("2023", 16), ("2024", 17), ("2025-Q1", 4)], "2025-05-01", Verdict.ON_TRACK),
        ([("2023", 14), ("2024", 17)], "2025-05-01", Verdict.OFF_TRACK),
        ([("2023", 16), ("2024", 17), ("2025", 15)], "2026-02-01", Verdict.MET),
        ([("2023", 16), ("2025", 15)], "2026-02-01", Verdict.UNKNOWN),
        ([("2023", 16), ("2024", 14), ("2025", 15)], "2026-02-01", Verdict.MISSED),
    ],
)
def test_every_year_means_every_whole_year(figures: Sequence[tuple[str, object]], as_of: str, verdict: Verdict):
    """A first quarter of 4 % is not yet a year of 4 %; a year since the promise that is missing is unknown."""
    assert judged(EVERY_YEAR, an_indicator("growth", releases=Releases.QUARTERLY), figures, as_of).verdict is verdict


def test_on_the_last_day_the_last_figure_is_not_missing_yet():
    """On 31 December the year has ended; December's own figure is still to come and nothing before it is missing."""
    found = judged(FLOOR, MONTHLY, MONTHS[:11], "2025-12-31")
    assert (found.verdict, "missing-observations" in codes(found.caveats)) == (Verdict.UNKNOWN, False)
    later = judged(FLOOR, MONTHLY, MONTHS[:11], "2026-01-01")
    assert facts(later, "missing-observations") == ["2025-12-31"]
