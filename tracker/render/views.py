"""The views a command shows: status, gap analysis, warnings, totals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from tracker.assessment.assess import Assessment
from tracker.assessment.milestones import ItemState, MilestoneAssessment
from tracker.assessment.required import Required
from tracker.assessment.review import Review
from tracker.assessment.verdict import Verdict, count
from tracker.domain.target import Stage

from tracker.render.catalogue import N_
from tracker.render.sheet import Column, Row, Sheet, Side
from tracker.render.wording import Wording


def status(review: Review, wording: Wording) -> tuple[Sheet, ...]:
    """One line a target: lamp, actual, completion, schedule, difference; then the milestones and the totals."""
    say = wording.say
    columns = (
        Column(say(N_("verdict"))),
        Column(say(N_("target")), wraps=True),
        Column(say(N_("promised")), wraps=True),
        Column(say(N_("actual")), Side.RIGHT),
        Column(say(N_("period"))),
        Column(say(N_("done")), Side.RIGHT),
        Column(say(N_("schedule")), Side.RIGHT),
        Column(say(N_("ahead")), Side.RIGHT),
        Column(say(N_("remarks")), wraps=True),
    )
    rows = tuple(Row(status_cells(a, wording), a.verdict) for a in review.targets)
    return with_milestones(Sheet(heading(say(N_("Status")), review, wording), columns, rows), review, wording)


def status_cells(a: Assessment, wording: Wording) -> tuple[str, ...]:
    """One target's line of the status."""
    return (
        wording.verdict(a.verdict),
        name_of(a, wording),
        promise(a.stage, a, wording),
        actual(a, wording),
        wording.period(a.latest.period) if a.latest else "",
        wording.share(a.standing.completion),
        wording.share(a.standing.schedule),
        wording.points(a.standing.ahead) if a.standing.schedule is not None else "",
        remarks(a, wording),
    )


def gaps(review: Review, wording: Wording) -> tuple[Sheet, ...]:
    """What was asked for by the date the data cover, what was reached, what is missing and what each period must bring."""
    say = wording.say
    columns = (
        Column(say(N_("verdict"))),
        Column(say(N_("target")), wraps=True),
        Column(say(N_("promised")), wraps=True),
        Column(say(N_("asked by now")), Side.RIGHT),
        Column(say(N_("actual")), Side.RIGHT),
        Column(say(N_("period"))),
        Column(say(N_("gap")), Side.RIGHT),
        Column("%", Side.RIGHT),
        Column(say(N_("still required")), wraps=True),
        Column(say(N_("remarks")), wraps=True),
    )
    rows = tuple(Row(gap_cells(a, wording), a.verdict) for a in review.targets)
    return with_milestones(Sheet(heading(say(N_("Gap analysis")), review, wording), columns, rows), review, wording)


def gap_cells(a: Assessment, wording: Wording) -> tuple[str, ...]:
    """One target's line of the gap analysis."""
    gap = a.standing.gap
    return (
        wording.verdict(a.verdict),
        name_of(a, wording),
        promise(a.stage, a, wording),
        wording.amount(a.asked.value if a.asked else None, a.unit, 2),
        actual(a, wording),
        wording.period(a.latest.period) if a.latest else "",
        wording.amount(gap.value if gap else None, gap.unit, 2, signed=True) if gap else "",
        wording.number(gap.percent, 1, signed=True) if gap and gap.percent is not None else "",
        effort(a.standing.required, wording),
        remarks(a, wording),
    )


def with_milestones(targets: Sheet, review: Review, wording: Wording) -> tuple[Sheet, ...]:
    """The targets, the milestones where there are any, and the totals below the last."""
    sheets = [targets] if targets.rows else []
    if review.milestones:
        sheets.append(milestones(review.milestones, wording))
    if not sheets:
        sheets = [targets]
    last = sheets[-1]
    sheets[-1] = Sheet(last.title, last.columns, last.rows, tuple(totals(review.verdicts, wording)))
    return tuple(sheets)


def milestones(assessed: Sequence[MilestoneAssessment], wording: Wording) -> Sheet:
    """One line a milestone: done of how many, by when, what is late."""
    say = wording.say
    columns = (
        Column(say(N_("verdict"))),
        Column(say(N_("milestone")), wraps=True),
        Column(say(N_("by"))),
        Column(say(N_("done")), Side.RIGHT),
        Column(say(N_("remarks")), wraps=True),
    )
    return Sheet(say(N_("Milestones")), columns, tuple(Row(milestone_cells(m, wording), m.verdict) for m in assessed))


def milestone_cells(m: MilestoneAssessment, wording: Wording) -> tuple[str, ...]:
    """One milestone's line."""
    waiting = [i for i in m.items if i.state in {ItemState.LATE, ItemState.DUE} and len(m.items) > 1]
    said = [wording.caveat(c) for c in m.caveats]
    said += [f"{wording.code(i.state)}: {wording.name(i.name)}" for i in waiting]
    by = wording.period(m.milestone.by) if m.milestone.by else ""
    label = f"{wording.name(m.milestone.name)} [{m.milestone.id}]"
    return (wording.verdict(m.verdict), label, by, f"{m.done}/{m.total}", "; ".join(said))


def heading(name: str, review: Review, wording: Wording) -> str:
    """What a view shows, and for which day."""
    title = wording.say(N_("{name} as of {day}"), name=name, day=review.as_of)
    if review.known_at:
        return f"{title}, {wording.say(N_('as known on {day}'), day=review.known_at)}"
    return title


def totals(verdicts: Sequence[Verdict], wording: Wording) -> Iterable[str]:
    """How many there are of each verdict, of all and of those that could be judged."""
    counted, every = count(verdicts), len(verdicts)
    judged = every - counted[Verdict.UNKNOWN]
    yield wording.say(N_("{judged} of {every} could be judged"), judged=judged, every=every)
    for verdict, n in counted.items():
        if n and verdict is not Verdict.UNKNOWN:
            share = wording.share(Decimal(n) / judged)
            yield wording.say(
                N_("{verdict}: {n} of {judged} judged ({share})"),
                verdict=wording.verdict(verdict), n=n, judged=judged, share=share,
            )
    if counted[Verdict.UNKNOWN]:
        yield wording.say(
            N_("{verdict}: {n} of {every} ({share})"),
            verdict=wording.verdict(Verdict.UNKNOWN), n=counted[Verdict.UNKNOWN], every=every,
            share=wording.share(Decimal(counted[Verdict.UNKNOWN]) / every),
        )


def name_of(a: Assessment, wording: Wording) -> str:
    """A target's name with its id, by which `show` finds it."""
    return f"{wording.name(a.target.title)} [{a.target.id}]"


def promise(stage: Stage, a: Assessment, wording: Wording) -> str:
    """One stage as it was promised."""
    by = wording.period(stage.by) if stage.by else wording.say(N_("no date"))
    if stage.value is None:
        direction = N_("higher") if a.indicator.higher_is_better else N_("lower")
        return f"{wording.say(direction)}, {by}"
    value = wording.amount(stage.value, a.unit)
    if stage.high is not None:
        value = f"{wording.amount(stage.value, a.unit, bare=True)}-{wording.amount(stage.high, a.unit)}"
    return f"{wording.code(stage.aim)} {value}, {by}"


def actual(a: Assessment, wording: Wording) -> str:
    """The latest observation: printed digits as they are, computed ones rounded, a limit marked as one."""
    if a.latest is None:
        return ""
    text = wording.amount(a.latest.value, a.unit, None if a.latest.how == "printed" else 2)
    return f"{'>' if a.latest.bound == 'more-than' else '<'}{text}" if a.latest.bound else text


def effort(required: Required | None, wording: Wording) -> str:
    """What is left, and what each remaining period must bring."""
    if required is None or required.left == 0:
        return ""
    left = wording.amount(required.left, required.unit, 2)
    each = wording.amount(required.value, required.unit, 2)
    said = wording.say(
        N_("{left}: {each} a {per} for {n}"),
        left=left, each=each, per=required.per, n=wording.number(required.periods_left.normalize()),
    )
    if required.average_so_far:
        rate = wording.share(required.value / required.average_so_far, 0)
        said += wording.say(N_(" ({rate} of the rate so far)"), rate=rate)
    return said


def remarks(a: Assessment, wording: Wording) -> str:
    """Why a target cannot be judged, each reading's verdict, and its caveats."""
    said = [wording.caveat(a.judgement.reason)] if a.judgement.reason else []
    said += [f"{wording.code(reading)}: {wording.say_verdict(j.verdict)}" for reading, j in a.readings]
    reason = a.judgement.reason.code if a.judgement.reason else None
    said += [wording.caveat(c) for c in a.caveats if c.code != reason]
    return "; ".join(said)
