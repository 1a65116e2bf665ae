"""What changed between two reviews, and since verdicts were last known."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from builders import NOWHERE, a_portfolio, a_stage, a_target, an_actual, an_indicator
from hypothesis import given
from hypothesis import strategies as st

from tracker.assessment.acknowledged import FINE, WORSENING, acknowledged, in_effect, silenced, silences
from tracker.assessment.change import changed, difference, verdicts
from tracker.assessment.review import Review, review
from tracker.assessment.verdict import Verdict
from tracker.domain.acknowledgement import Acknowledgement

FIGURES = [
    an_actual("2023", 30, published=date(2024, 2, 1)),
    an_actual("2024", 48, published=date(2025, 2, 1)),
    an_actual("2024", 49, published=date(2025, 6, 1), vintage="revised"),
    an_actual("2025", 61, published=date(2026, 2, 1)),
]
PORTFOLIO = a_portfolio([an_indicator()], FIGURES, targets=(a_target(a_stage("2025", 60), baseline=("2022", 20)),))
DAYS = st.dates(date(2023, 1, 1), date(2027, 1, 1))


def on(day: str, known_at: str | None = None) -> Review:
    """The one target on a day, as known on it or on another."""
    return review(PORTFOLIO, date.fromisoformat(day), date.fromisoformat(known_at or day))


def seen(verdict: str, on_day: str = "2025-01-01", until: str | None = "2025-12-31") -> Acknowledgement:
    """An acknowledgement of the target."""
    end = date.fromisoformat(until) if until else None
    return Acknowledgement("t", verdict, date.fromisoformat(on_day), end, "why", "Li", NOWHERE)


def test_a_verdict_known_before_is_no_change():
    """The same review again."""
    now = on("2025-03-01")
    assert changed(now, verdicts(now)) == ()


def test_what_was_not_known_is_new():
    """Its verdict before is None."""
    assert [(c.was, c.now) for c in changed(on("2025-03-01"), {})] == [(None, Verdict.ON_TRACK)]


def test_a_verdict_that_differs_is_a_change():
    """With the verdict before and the one now."""
    found = changed(on("2026-03-01"), {("target", "t"): Verdict.ON_TRACK})
    assert [(c.was, c.now) for c in found] == [(Verdict.ON_TRACK, Verdict.MET)]


def test_a_new_value_is_a_change_although_the_verdict_stays():
    """48 revised to 49: on track before and after."""
    found = difference(on("2025-03-01"), on("2025-07-01"), ["x"])
    assert [(c.was, c.now) for c in found.promises] == [(Verdict.ON_TRACK, Verdict.ON_TRACK)]
    assert [a.value for a in found.added] == [Decimal(49)]


def test_figures_of_other_indicators_are_left_out():
    """None is asked for here."""
    assert difference(on("2025-03-01"), on("2025-07-01"), []).added == ()


def test_a_figure_of_a_period_still_to_come_is_not_in_hand():
    """Whatever is known: by mid-2025 the figure of 2025 cannot be looked back on."""
    found = difference(on("2025-06-30", "2026-06-30"), on("2025-12-31", "2026-06-30"), ["x"])
    assert [a.printed_period for a in found.added] == ["2025"]


def test_equal_figures_printed_twice_are_two():
    """The second print of one figure is news; its value is not."""
    twice = [an_actual("2024", 45, published=date(2025, month, 1)) for month in (2, 5)]
    portfolio = a_portfolio([an_indicator()], twice)
    before, after = (review(portfolio, day, day) for day in (date(2025, 3, 1), date(2025, 6, 1)))
    assert len(difference(before, after, ["x"]).added) == 1


@given(DAYS, DAYS)
def test_what_comes_one_way_goes_the_other(one: date, other: date):
    """The difference backwards is the difference with its sides exchanged."""
    a, b = review(PORTFOLIO, one, one), review(PORTFOLIO, other, other)
    there, back = difference(a, b, ["x"]), difference(b, a, ["x"])
    assert (there.added, there.gone) == (back.gone, back.added)
    assert [(c.was, c.now) for c in there.promises] == [(c.now, c.was) for c in back.promises]


@given(DAYS)
def test_nothing_differs_from_itself(day: date):
    """On any day."""
    assert not difference(review(PORTFOLIO, day, day), review(PORTFOLIO, day, day), ["x"])


@pytest.mark.parametrize("was", WORSENING)
@pytest.mark.parametrize("now", WORSENING)
def test_only_trouble_no_worse_than_the_one_seen_is_silenced(was: Verdict, now: Verdict):
    """In the order met, on track, unknown, at risk, off track, missed; the first two are no trouble."""
    expected = now not in FINE and WORSENING.index(now) <= WORSENING.index(was)
    assert silences(seen(was.value), now) is expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2024-12-31", False), ("2025-01-01", True), ("2025-12-31", True), ("2026-01-01", False)],
)
def test_silence_lasts_from_the_day_given_to_the_day_named(day: str, expected: bool):  # noqa: FBT001
    """Both days included."""
    assert bool(in_effect([seen("missed")], date.fromisoformat(day), None)) is expected


def test_the_last_acknowledgement_counts():
    """One without a day ends the one before; a new one begins again."""
    given_so_far = [seen("missed"), seen("missed", "2025-03-01", None), seen("missed", "2025-05-01", "2025-06-30")]
    days = ["2025-02-01", "2025-04-01", "2025-06-01", "2025-07-01"]
    assert [bool(in_effect(given_so_far, date.fromisoformat(d), None)) for d in days] == [True, False, True, False]


def test_what_was_acknowledged_later_was_not_known():
    """As known in 2024, nothing was."""
    assert in_effect([seen("missed")], date(2025, 6, 1), date(2024, 12, 31)) == {}


def test_an_acknowledged_promise_says_so():
    """Once, with the day and the reason; without an acknowledgement it stays as it is."""
    poor = review(a_portfolio([an_indicator()], [an_actual("2025", 10)], targets=PORTFOLIO.targets), date(2026, 3, 1))
    assessed = poor.targets[0]
    quiet = acknowledged(assessed, seen("missed"))
    assert (silenced(assessed), silenced(quiet), acknowledged(assessed, None)) == (False, True, assessed)
    assert dict(quiet.caveats[-1].facts) == {"until": date(2025, 12, 31), "reason": "why", "by": "Li"}
