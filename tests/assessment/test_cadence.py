"""The three rhythms: what counts as overdue, as due within the week, and as effort that rises."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from builders import NOWHERE, a_portfolio, a_stage, a_target, an_actual, an_indicator, codes, p

from tracker.assessment.cadence import StepDue, daily, reached, stages_told, steps_due, weekly
from tracker.assessment.change import verdicts
from tracker.assessment.review import Review, review
from tracker.assessment.verdict import Verdict
from tracker.domain.acknowledgement import Acknowledgement
from tracker.domain.deeds import Progress
from tracker.domain.target import Milestone, Project
from tracker.domain.words import Words

RISING = [("2021", 20), ("2022", 30), ("2023", 32)]


def a_review(
    figures: list[tuple[str, object]],
    as_of: str,
    *,
    better: str = "higher",
    aim: str = "at-least",
    value: int = 60,
    **more: Any,  # noqa: ANN401
) -> Review:
    """One target for the end of 2025, and whatever else, on a day."""
    target = a_target(a_stage("2025", value, aim))
    actuals = [an_actual(period, number) for period, number in figures]
    return review(
        a_portfolio([an_indicator(better=better, **more.pop("indicator", {}))], actuals, targets=(target,), **more),
        date.fromisoformat(as_of),
    )


def told(seen: Review) -> list[str]:
    """The targets of a list with the codes of their reasons."""
    return [a.target.id for a in seen.targets]


def a_milestone(by: str) -> Milestone:
    """A deed by a day."""
    return Milestone("m", Words(en="m"), "", Words(en=""), p(by), (), None, open_list=False, location=NOWHERE)


def a_project(**planned: str) -> Project:
    """A project with planned days."""
    days = {step: p(by) for step, by in planned.items()}
    return Project("park", Words(en="Park"), "", Words(en=""), None, None, None, {}, days, None, NOWHERE)


def progress(stage: str, on: str) -> Progress:
    """A report of how far the project stood."""
    return Progress("park", date.fromisoformat(on), stage, None, None, None, None, NOWHERE)


def test_effort_rises_when_it_is_above_its_average_and_above_what_it_was():
    """After 2023: (60 - 32) / 2 = 14 a year; so far (10 + 2) / 2 = 6; after 2022 it was (60 - 30) / 3 = 10."""
    seen = weekly(a_review(RISING, "2024-06-30"))
    assert [codes(a.caveats) & {"effort-rising"} for a in seen.targets] == [{"effort-rising"}]


def test_effort_that_falls_does_not():
    """After 2023: (60 - 45) / 2 = 7.5 a year, less than the 10 of the year before."""
    assert told(weekly(a_review([("2021", 20), ("2022", 30), ("2023", 45)], "2024-06-30"))) == []


def test_effort_above_what_it_was_but_below_its_average_does_not():
    """After 2023: (60 - 38) / 2 = 11, above the (60 - 30) / 3 = 10 of before, below the (20 + 8) / 2 = 14 so far."""
    assert told(weekly(a_review([("2021", 10), ("2022", 30), ("2023", 38)], "2024-06-30"))) == []


def test_where_a_fall_is_wanted_effort_rises_downwards():
    """(60 - 88) / 2 = -14 a year; so far (-10 - 2) / 2 = -6; before (60 - 90) / 3 = -10."""
    seen = a_review([("2021", 100), ("2022", 90), ("2023", 88)], "2024-06-30", better="lower", aim="at-most")
    assert told(weekly(seen)) == ["t"]


@pytest.mark.parametrize("figures", [[], [("2023", 32)], [("2022", 30), ("2023", 32)]])
def test_too_few_figures_say_nothing_of_effort(figures: list[tuple[str, object]]):
    """With two there is no effort before the last one that has an average; no figure has no effort at all."""
    seen = weekly(a_review(figures, "2024-06-30"))
    assert all("effort-rising" not in codes(a.caveats) for a in seen.targets) or len(figures) == 2


@pytest.mark.parametrize(("day", "ids"), [("2025-12-23", []), ("2025-12-24", ["t"]), ("2025-12-31", ["t"])])
def test_a_stage_that_ends_within_seven_days_is_due(day: str, ids: list[str]):
    """The last day included; the week includes its first and its last day."""
    assert told(weekly(a_review([("2024", 50)], day))) == ids


def test_a_settled_target_has_nothing_to_move():
    """Missed by the final figure: no week can change it."""
    assert told(weekly(a_review([("2025", 50)], "2026-03-01"))) == []


@pytest.mark.parametrize(
    ("figures", "ids"), [([("2025", 50)], ["t"]), ([("2024", 55)], ["t"]), ([("2025", 60)], []), ([("2025", 61)], [])]
)
def test_overdue_is_what_was_missed_or_has_no_figure_after_its_day(figures: list[tuple[str, object]], ids: list[str]):
    """Whatever was known before."""
    seen = a_review(figures, "2026-03-01")
    assert told(daily(seen, verdicts(seen))) == ids


def test_a_figure_whose_release_has_passed_is_overdue():
    """The yearly figure of 2024 is due 60 days on; on 1 April 2025 it is late although the target is on track."""
    yearly = {"releases": "yearly", "release_lag_days": 60}
    seen = a_review([("2022", 20), ("2023", 50)], "2025-04-01", indicator=yearly)
    assert (told(daily(seen, verdicts(seen))), seen.targets[0].freshness.state) == (["t"], "late")


def test_newly_red_is_what_was_not_red_when_last_known():
    """From off track to missed is no news of the day; from at risk it is."""
    seen = a_review([("2025", 50)], "2026-03-01")
    marks = [
        [codes(a.caveats) & {"newly-red"} for a in daily(seen, {("target", "t"): was}).targets]
        for was in (Verdict.OFF_TRACK, Verdict.AT_RISK)
    ]
    assert marks == [[set()], [{"newly-red"}]]


def test_a_target_and_a_milestone_may_share_an_id():
    """Each is remembered by its kind."""
    seen = a_review([("2025", 60)], "2026-03-01", milestones=(a_milestone("2025-06-30")._replace(id="t"),))
    assert verdicts(seen) == {("target", "t"): Verdict.MET, ("milestone", "t"): Verdict.MISSED}


def test_what_was_acknowledged_is_on_no_list():
    """Missed, seen, and silent until a day."""
    seen = Acknowledgement("t", "missed", date(2026, 2, 1), date(2026, 12, 31), "agreed", "Li", NOWHERE)
    acknowledged = a_review([("2025", 50)], "2026-03-01", acknowledgements=(seen,))
    assert told(daily(acknowledged, {})) == []


def test_steps_of_projects_are_due_within_the_week_or_overdue():
    """Nearest day first; eight days off is next week's business."""
    project = a_project(start="2025-04-01", finish="2025-04-22", production="2025-04-23")
    seen = review(a_portfolio([], projects=(project,)), date(2025, 4, 15))
    assert steps_due(seen) == (
        StepDue(project, "start", date(2025, 4, 1), -14),
        StepDue(project, "finish", date(2025, 4, 22), 7),
    )


@pytest.mark.parametrize(
    ("stage", "left"),
    [
        ("preliminary", ["start", "finish", "production"]),
        ("resumed", ["finish", "production"]),
        ("built", ["production"]),
        ("full-output", []),
    ],
)
def test_a_stage_reported_settles_the_steps_before_it(stage: str, left: list[str]):
    """What is built was started; what produces was built."""
    project = a_project(start="2025-01-01", finish="2025-02-01", production="2025-03-01")
    portfolio = a_portfolio([], projects=(project,), progress=(progress(stage, "2025-03-15"),))
    assert [step.step for step in steps_due(review(portfolio, date(2025, 4, 15)))] == left


def test_progress_reported_later_is_not_known_yet():
    """On 10 March nobody had seen the report of the 15th."""
    project = a_project(start="2025-01-01")
    portfolio = a_portfolio([], projects=(project,), progress=(progress("started", "2025-03-15"),))
    days = (date(2025, 3, 10), date(2025, 3, 15))
    told = [stages_told(review(portfolio, d)) for d in days]
    assert [reached(project, "start", one) for one in told] == [False, True]
