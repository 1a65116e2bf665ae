"""The words of a supervision notice, and how many there are of each."""

from __future__ import annotations

import pytest
from builders import NOWHERE, a_portfolio, a_stage, a_target, an_actual, an_indicator, day, p

from tracker.assessment.milestones import MilestoneAssessment
from tracker.assessment.notice import Notice, counts, notice, warned
from tracker.assessment.review import Review, review
from tracker.assessment.verdict import Caveat, Judgement, Verdict
from tracker.domain.target import Milestone
from tracker.domain.words import Words


def reviewed() -> Review:
    """One promise without a figure."""
    portfolio = a_portfolio([an_indicator()], [an_actual("2024", 50)], targets=[a_target(a_stage("2025", 60))])
    return review(portfolio, day("2025-04-15"))


def standing(verdict: Verdict, *codes: str, klass: str | None = None) -> Notice:
    """What a notice says of a target with a verdict and some caveats."""
    judgement = Judgement(verdict, "schedule", klass=klass)
    return notice(reviewed().targets[0]._replace(judgement=judgement, caveats=tuple(map(Caveat.of, codes))))


def a_deed(verdict: Verdict, *codes: str) -> MilestoneAssessment:
    """A deed with a verdict and some caveats."""
    declared = Milestone("m", Words(), "", Words(), p("2025"), (), None, open_list=False, location=NOWHERE)
    return MilestoneAssessment(declared, day("2025-04-15"), verdict, 0, 1, (), tuple(map(Caveat.of, codes)))


@pytest.mark.parametrize(
    ("verdict", "said"),
    [
        (Verdict.MET, Notice.COMPLETED),
        (Verdict.ON_TRACK, Notice.ON_SCHEDULE),
        (Verdict.AT_RISK, Notice.BEHIND),
        (Verdict.OFF_TRACK, Notice.BEHIND),
        (Verdict.MISSED, Notice.OVERDUE),
        (Verdict.UNKNOWN, Notice.NOT_JUDGED),
    ],
)
def test_a_target_goes_by_its_verdict(verdict: Verdict, said: Notice):
    """Yellow and red are both behind the schedule."""
    assert standing(verdict) is said


def test_what_is_met_before_its_day_is_done_early():
    """A year's flow that is there by September."""
    assert standing(Verdict.MET, "early") is Notice.EARLY


def test_a_level_reached_before_its_day_counts_with_the_completed():
    """It may be lost again, so that its verdict is on track."""
    assert standing(Verdict.ON_TRACK, klass="reached") is Notice.COMPLETED


@pytest.mark.parametrize(
    ("verdict", "codes", "said"),
    [
        (Verdict.MET, (), Notice.COMPLETED),
        (Verdict.MET, ("early",), Notice.EARLY),
        (Verdict.ON_TRACK, (), Notice.NOT_DUE),
        (Verdict.ON_TRACK, ("due",), Notice.DUE_SOON),
        (Verdict.AT_RISK, ("due",), Notice.DUE_SOON),
        (Verdict.OFF_TRACK, ("due",), Notice.DUE_SOON),
        (Verdict.MISSED, ("late",), Notice.OVERDUE),
        (Verdict.UNKNOWN, ("undated",), Notice.NOT_JUDGED),
    ],
)
def test_a_deed_goes_by_its_day(verdict: Verdict, codes: tuple[str, ...], said: Notice):
    """It has no schedule to be on."""
    assert notice(a_deed(verdict, *codes)) is said


def test_counts_are_of_what_could_be_judged():
    """Of three, one cannot be judged: two are what the others are a part of."""
    deeds = (a_deed(Verdict.MISSED, "late"), a_deed(Verdict.MET), a_deed(Verdict.UNKNOWN, "undated"))
    found = counts(reviewed()._replace(targets=(), milestones=deeds))
    assert (found.total, found.judged) == (3, 3 - 1)
    assert [found.each[one] for one in (Notice.OVERDUE, Notice.COMPLETED, Notice.NOT_JUDGED)] == [1, 1, 1]


def test_an_early_warning_is_known_by_its_caveat():
    """Whatever else stands beside the verdict."""
    assert [warned(a_deed(Verdict.ON_TRACK, *codes)) for codes in (("due",), ("due", "early-warning"))] == [False, True]
