"""The warnings of a check: one line each, worst first, and a summary."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.assessment.assess import Assessment
from tracker.assessment.change import by_key, key
from tracker.assessment.milestones import MilestoneAssessment
from tracker.assessment.review import Review
from tracker.assessment.verdict import count
from tracker.render.catalogue import N_
from tracker.render.cells import actual, deadline, latest_period, promised, remarks
from tracker.render.folded import SHOW_ALL, Fold
from tracker.render.notice_words import noticed
from tracker.render.order import WORST_FIRST
from tracker.render.sheet import Column, Row, Sheet, Side
from tracker.render.views import hiding, milestone_cells, naming
from tracker.render.wording import Wording


def warnings(
    told: Review, whole: Review, wording: Wording, early: Review | None = None, fold: Fold = SHOW_ALL
) -> tuple[Sheet, ...]:
    """What is behind, worst first; the early warnings in a part of their own; then how everything stands."""
    apart = by_key(early) if early else {}
    told = told._replace(
        targets=tuple(a for a in told.targets if key(a) not in apart),
        milestones=tuple(m for m in told.milestones if key(m) not in apart),
    )
    parts = [(N_("Warnings as of {day}"), rows(fold.shown(told), wording))]
    parts += [(N_("Early warnings as of {day}"), rows(early, wording))] if early else []
    sheets = [sheet(wording.say(title, day=whole.as_of), found, wording) for title, found in parts if found]
    notes = (*fold.left_out(told, wording), *standing(whole, wording))
    if not sheets:
        return (Sheet("", (), (), notes),)
    return (*sheets[:-1], sheets[-1]._replace(notes=notes))


def sheet(title: str, found: tuple[Row, ...], wording: Wording) -> Sheet:
    """Some warnings under their title."""
    say = wording.say
    columns = (
        *naming(say(N_("promise")), wording),
        Column(say(N_("promised")), gives_way=4),
        Column(say(N_("by")), gives_way=3),
        Column(say(N_("actual")), Side.RIGHT, gives_way=2),
        Column(say(N_("period")), gives_way=5),
        Column(say(N_("remarks")), below=True),
    )
    return Sheet(title, columns, found, (), hiding(wording)).without_empty()


def rows(review: Review, wording: Wording) -> tuple[Row, ...]:
    """One line a promise or a deed, worst first."""
    found = [Row(target_cells(a, wording), a.verdict) for a in review.targets]
    found += [Row(deed_cells(m, wording), m.verdict) for m in review.milestones]
    return tuple(sorted(found, key=lambda row: WORST_FIRST.index(row.verdict) if row.verdict else 0))


def target_cells(a: Assessment, wording: Wording) -> tuple[str, ...]:
    """One target's warning."""
    return (
        wording.verdict(a.verdict),
        wording.name(a.target.title),
        a.target.id,
        promised(a.stage, a, wording),
        deadline(a.stage, wording),
        actual(a, wording),
        latest_period(a, wording),
        remarks(a, wording),
    )


def deed_cells(m: MilestoneAssessment, wording: Wording) -> tuple[str, ...]:
    """One milestone's warning."""
    verdict, name, id_, by, done, said = milestone_cells(m, wording)
    return (verdict, name, id_, "", by, done, "", said)


def standing(review: Review, wording: Wording) -> Iterator[str]:
    """How everything stands: by verdict, and in the words of a notice."""
    yield summary(review, wording)
    if review.verdicts:
        yield noticed(review, wording)


def summary(review: Review, wording: Wording) -> str:
    """How many there are of each verdict."""
    counted = [(v, n) for v, n in count(review.verdicts).items() if n]
    if not counted:
        return wording.say(N_("nothing was selected"))
    said = wording.listed(wording.say(N_("{n} {verdict}"), n=n, verdict=wording.say_verdict(v)) for v, n in counted)
    return wording.say(N_("{total} checked: {said}"), total=len(review.verdicts), said=said)
