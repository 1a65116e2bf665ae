"""A whole workspace on one day: what is in force, as it is declared, with every verdict."""

from datetime import date

import pytest
from builders import NOWHERE, a_portfolio, a_stage, a_target, an_actual, an_indicator, day, p

from tracker.assessment.review import review
from tracker.assessment.verdict import Verdict, count
from tracker.domain.deeds import Done
from tracker.domain.portfolio import Portfolio
from tracker.domain.target import InForce, Milestone
from tracker.domain.words import Words

OUTPUT = an_indicator("flow", "亿元")


def revised(until: str | None) -> Portfolio:
    """1000 until the middle of 2025, and 1100 from then on."""
    old = a_target(a_stage("2025", 1000), id="old", in_force=InForce(None, day(until) if until else None))
    new = a_target(a_stage("2025", 1100), id="new", in_force=InForce(day("2025-07-01")), replaces="old")
    figure = an_actual("2025-H1", 520, "亿元")
    return a_portfolio([OUTPUT], [figure], targets=(old, new))


def ids(portfolio: Portfolio, as_of: str) -> list[str]:
    """The targets that are judged on a day."""
    return [a.target.id for a in review(portfolio, day(as_of)).targets]


@pytest.mark.parametrize("until", ["2025-06-30", None])
def test_a_day_is_judged_by_the_target_then_in_force(until: str | None):
    """Its successor's first day ends the old one, whether or not its own last day is written."""
    assert [ids(revised(until), on) for on in ("2025-06-30", "2025-07-01")] == [["old"], ["new"]]


def test_a_past_day_is_judged_as_it_was():
    """On 30 June 520 of 1000 was ahead of half; by July's 1100 it is behind."""
    workspace = revised("2025-06-30")
    gaps = [review(workspace, day(on)).targets[0].standing.gap for on in ("2025-06-30", "2025-07-01")]
    assert [gap and gap.value for gap in gaps] == [520 - 1000 * 6 / 12, 520 - 1100 * 6 / 12]


def test_all_targets_can_be_asked_for():
    """The history is still there."""
    found = review(revised("2025-06-30"), day("2025-08-01"), in_force_only=False)
    assert [a.target.id for a in found.targets] == ["old", "new"]


def test_targets_and_milestones_come_as_they_are_declared():
    """That is the order of the office's own report."""
    targets = tuple(a_target(a_stage("2025", 100), id=name) for name in ("c", "a", "b"))
    milestones = tuple(
        Milestone(name, Words(en=name), "", Words(en=""), p("2025-03-10"), (), None, open_list=False, location=NOWHERE)
        for name in ("n", "m")
    )
    found = review(a_portfolio([OUTPUT], targets=targets, milestones=milestones), day("2025-01-01"))
    assert ([a.target.id for a in found.targets], [m.milestone.id for m in found.milestones]) == (
        ["c", "a", "b"],
        ["n", "m"],
    )


def test_every_verdict_is_counted_over_targets_and_milestones():
    """One unknown target and one deed that was done: two in all."""
    deed = Milestone("m", Words(en="m"), "", Words(en=""), p("2025-03-10"), (), None, open_list=False, location=NOWHERE)
    done = Done("m", None, date(2025, 3, 1), None, None, NOWHERE)
    workspace = a_portfolio([OUTPUT], targets=(a_target(a_stage("2025", 100)),), milestones=(deed,), done=(done,))
    totals = count(review(workspace, day("2025-03-05")).verdicts)
    assert (totals[Verdict.UNKNOWN], totals[Verdict.MET], sum(totals.values())) == (1, 1, 2)


def test_what_is_not_wanted_is_not_judged():
    """Only the one that is asked for; the other speaks of an indicator that is not even declared."""
    targets = a_target(a_stage("2025", 100), id="a"), a_target(a_stage("2025", 100), id="b", indicator="nowhere")
    found = review(a_portfolio([OUTPUT], targets=targets), day("2025-01-01"), wanted=lambda promise: promise.id == "a")
    assert [a.target.id for a in found.targets] == ["a"]
