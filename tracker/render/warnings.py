"""The warnings of a check: one line each, worst first, and a summary."""

from __future__ import annotations

from tracker.assessment.assess import Assessment
from tracker.assessment.milestones import MilestoneAssessment
from tracker.assessment.review import Review
from tracker.assessment.verdict import Verdict, count

from tracker.render.catalogue import N_
from tracker.render.sheet import Column, Row, Sheet
from tracker.render.views import actual, milestone_cells, name_of, promise, remarks
from tracker.render.wording import Wording

ORDER = (Verdict.MISSED, Verdict.OFF_TRACK, Verdict.AT_RISK, Verdict.UNKNOWN)


def warnings(told: Review, whole: Review, wording: Wording) -> tuple[Sheet, ...]:
    """What is behind, worst first; then how everything that was checked stands."""
    say = wording.say
    columns = (
        Column(say(N_("verdict"))),
        Column(say(N_("promise")), wraps=True),
        Column(say(N_("promised")), wraps=True),
        Column(say(N_("actual")), wraps=True),
        Column(say(N_("remarks")), wraps=True),
    )
    rows = [Row(target_cells(a, wording), a.verdict) for a in told.targets]
    rows += [Row(deed_cells(m, wording), m.verdict) for m in told.milestones]
    rows.sort(key=lambda row: ORDER.index(row.verdict) if row.verdict in ORDER else len(ORDER))
    title = say(N_("Warnings as of {day}"), day=whole.as_of) if rows else ""
    return (Sheet(title, columns if rows else (), tuple(rows), (summary(whole, wording),)),)


def target_cells(a: Assessment, wording: Wording) -> tuple[str, ...]:
    """One target's warning."""
    period = wording.period(a.latest.period) if a.latest else ""
    return (
        wording.verdict(a.verdict),
        name_of(a, wording),
        promise(a.stage, a, wording),
        f"{actual(a, wording)} {period}".strip(),
        remarks(a, wording),
    )


def deed_cells(m: MilestoneAssessment, wording: Wording) -> tuple[str, ...]:
    """One milestone's warning."""
    verdict, name, by, done, said = milestone_cells(m, wording)
    return (verdict, name, by, done, said)


def summary(review: Review, wording: Wording) -> str:
    """How many there are of each verdict."""
    counted = [(v, n) for v, n in count(review.verdicts).items() if n]
    if not counted:
        return wording.say(N_("nothing was selected"))
    said = wording.listed(f"{n} {wording.say_verdict(v)}" for v, n in counted)
    return wording.say(N_("{total} checked: {said}"), total=len(review.verdicts), said=said)
