"""The views a command shows: status, gap analysis, milestones, totals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from tracker.assessment.assess import Assessment
from tracker.assessment.milestones import ItemState, MilestoneAssessment
from tracker.assessment.review import Review
from tracker.assessment.verdict import Verdict, count
from tracker.render.catalogue import N_
from tracker.render.cells import (
    actual,
    ahead,
    asked_for,
    deadline,
    distance,
    effort,
    expected,
    in_percent,
    latest_period,
    left,
    promised,
    rates,
    remarks,
)
from tracker.render.folded import SHOW_ALL, Fold
from tracker.render.notice_words import noticed
from tracker.render.sheet import Column, Row, Sheet, Side
from tracker.render.wording import Wording

NAME, ROOMY, WORDS = 24, 30, 16
"""The least widths that names and other words are wrapped to on a terminal."""


def naming(name: str, wording: Wording, least: int = NAME) -> tuple[Column, ...]:
    """The columns every table of promises begins with: the verdict, the name, and the id by which `show` finds it."""
    return (
        Column(wording.above_marks(wording.say(N_("verdict")))),
        Column(name, wraps=least),
        Column(wording.say(N_("id")), below=True, quiet=True),
    )


def hiding(wording: Wording) -> str:
    """What is said before the columns a terminal has no room for."""
    return wording.say(N_("Not shown on a terminal this narrow (--format plain shows all):"))


def status(review: Review, wording: Wording, fold: Fold = SHOW_ALL) -> tuple[Sheet, ...]:
    """One line a target: lamp, actual, completion, schedule, difference, outlook; then milestones and totals."""
    say = wording.say
    columns = (
        *naming(say(N_("target")), wording, ROOMY),
        Column(say(N_("promised")), gives_way=5),
        Column(say(N_("by")), gives_way=6),
        Column(say(N_("actual")), Side.RIGHT, gives_way=2),
        Column(say(N_("period")), gives_way=4),
        Column(say(N_("completion")), Side.RIGHT, gives_way=7),
        Column(say(N_("schedule")), Side.RIGHT, gives_way=8),
        Column(say(N_("difference")), Side.RIGHT, gives_way=3),
        Column(say(N_("outlook")), gives_way=9),
        Column(say(N_("remarks")), below=True),
    )
    rows = tuple(Row(status_cells(a, wording), a.verdict) for a in fold.shown(review).targets)
    sheet = Sheet(heading(say(N_("Status")), review, wording), columns, rows, hiding=hiding(wording))
    return with_milestones(sheet, review, wording, fold)


def status_cells(a: Assessment, wording: Wording) -> tuple[str, ...]:
    """One target's line of the status."""
    return (
        wording.verdict(a.verdict),
        wording.name(a.target.title),
        a.target.id,
        promised(a.stage, a, wording),
        deadline(a.stage, wording),
        actual(a, wording),
        latest_period(a, wording),
        *rates(a, wording),
        ahead(a, wording) or distance(a, wording),
        expected(a, wording),
        remarks(a, wording),
    )


def gaps(review: Review, wording: Wording, fold: Fold = SHOW_ALL) -> tuple[Sheet, ...]:
    """What was asked for by the date the data cover, what was reached, what is missing, what each period must bring."""
    say = wording.say
    columns = (
        *naming(say(N_("target")), wording),
        Column(say(N_("promised")), gives_way=6),
        Column(say(N_("by")), gives_way=8),
        Column(say(N_("asked by now")), Side.RIGHT, gives_way=5),
        Column(say(N_("actual")), Side.RIGHT, gives_way=3),
        Column(say(N_("period")), gives_way=7),
        Column(say(N_("gap")), Side.RIGHT, gives_way=2),
        Column(say(N_("gap, %")), Side.RIGHT, gives_way=10),
        Column(say(N_("still to do")), Side.RIGHT, gives_way=9),
        Column(say(N_("pace needed")), below=True),
        Column(say(N_("remarks")), below=True),
    )
    rows = tuple(Row(gap_cells(a, wording), a.verdict) for a in fold.shown(review).targets)
    sheet = Sheet(heading(say(N_("Gap analysis")), review, wording), columns, rows, hiding=hiding(wording))
    return with_milestones(sheet, review, wording, fold)


def gap_cells(a: Assessment, wording: Wording) -> tuple[str, ...]:
    """One target's line of the gap analysis."""
    gap = a.standing.gap
    return (
        wording.verdict(a.verdict),
        wording.name(a.target.title),
        a.target.id,
        promised(a.stage, a, wording),
        deadline(a.stage, wording),
        asked_for(a, wording),
        actual(a, wording),
        latest_period(a, wording),
        wording.amount(gap.value, gap.unit, signed=True) if gap else "",
        in_percent(a, wording),
        left(a, wording),
        effort(a.standing.required, wording),
        remarks(a, wording),
    )


def with_milestones(targets: Sheet, review: Review, wording: Wording, fold: Fold) -> tuple[Sheet, ...]:
    """The targets, the milestones where there are any, and below the last what is folded and the totals."""
    if not review.verdicts:
        return (Sheet(targets.title, (), (), (wording.say(N_("nothing was selected")),)),)
    sheets, deeds = [targets.without_empty()] if targets.rows else [], fold.shown(review).milestones
    if deeds:
        sheets.append(milestones(deeds, "" if sheets else targets.title, wording))
    sheets = sheets or [Sheet(targets.title, (), ())]
    notes = (*fold.left_out(review, wording), *totals(review, wording))
    return (*sheets[:-1], sheets[-1]._replace(notes=notes))


def milestones(assessed: Sequence[MilestoneAssessment], title: str, wording: Wording) -> Sheet:
    """One line a milestone: done of how many, by when, what is late."""
    say = wording.say
    columns = (
        *naming(say(N_("milestone")), wording),
        Column(say(N_("by")), gives_way=2),
        Column(say(N_("done")), Side.RIGHT),
        Column(say(N_("remarks")), below=True),
    )
    rows = tuple(Row(milestone_cells(m, wording), m.verdict) for m in assessed)
    return Sheet(title or say(N_("Milestones")), columns, rows, hiding=hiding(wording)).without_empty()


def milestone_cells(m: MilestoneAssessment, wording: Wording) -> tuple[str, ...]:
    """One milestone's line."""
    return (
        wording.verdict(m.verdict),
        wording.name(m.milestone.name),
        m.milestone.id,
        wording.period(m.milestone.by) if m.milestone.by else "",
        f"{m.done}/{m.total}",
        wording.joined([*(wording.caveat(c, brief=True) for c in m.caveats), *waiting(m, wording)]),
    )


def waiting(m: MilestoneAssessment, wording: Wording) -> Iterable[str]:
    """The deeds of a list that are late, and those that are due; those that are only counted have no names."""
    for state in (ItemState.LATE, ItemState.DUE):
        named = [i.name for i in m.items if i.state is state]
        if named and len(m.milestone.items) > 1:
            yield wording.pair(wording.code(state), wording.listed(named))


def heading(name: str, review: Review, wording: Wording) -> str:
    """What a view shows, and for which day."""
    if review.known_at:
        sentence = N_("{name} as of {day}, as known on {known}")
        return wording.say(sentence, name=name, day=review.as_of, known=review.known_at)
    return wording.say(N_("{name} as of {day}"), name=name, day=review.as_of)


def totals(review: Review, wording: Wording) -> Iterable[str]:
    """How everything stands in the words of a notice, and how many there are of each verdict."""
    yield noticed(review, wording)
    yield from shares(review.verdicts, wording)


def shares(verdicts: Sequence[Verdict], wording: Wording) -> Iterable[str]:
    """How many there are of each verdict: of those that could be judged, the unknown ones of all."""
    counted, every = count(verdicts), len(verdicts)
    judged = every - counted[Verdict.UNKNOWN]
    for verdict, n in counted.items():
        if n and verdict is not Verdict.UNKNOWN:
            share = wording.share(Decimal(n) / judged)
            facts = {"verdict": wording.verdict(verdict), "n": n, "judged": judged, "share": share}
            yield wording.say(N_("{verdict}: {n} of {judged} judged ({share})"), **facts)
    if n := counted[Verdict.UNKNOWN]:
        share = wording.share(Decimal(n) / every)
        facts = {"verdict": wording.verdict(Verdict.UNKNOWN), "n": n, "every": every, "share": share}
        yield wording.say(N_("{verdict}: {n} of {every} ({share})"), **facts)
