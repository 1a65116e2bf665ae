"""The three tables of a leader's page: the main indicators, what is behind by lead unit, what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tracker.assessment.assess import Assessment
from tracker.assessment.milestones import ItemState, MilestoneAssessment
from tracker.assessment.verdict import Verdict
from tracker.domain.units import difference_unit
from tracker.render.brief import Brief
from tracker.render.brief_due import Due
from tracker.render.brief_lines import Line, Rank, Unit, units_shown
from tracker.render.catalogue import N_
from tracker.render.cells import actual, ahead, distance, effort, latest_period, promise, promised, rates
from tracker.render.number_words import rounded
from tracker.render.sheet import Column, Row, Sheet, Side
from tracker.render.views import NAME, WORDS
from tracker.render.wording import Wording

RIGHT = Side.RIGHT
DEEDS = 4
"""Late deeds of one milestone that are named."""


def indicators(brief: Brief, wording: Wording) -> Sheet:
    """The main indicators: promise, latest figure, growth, rate, how far ahead or behind, rank, change."""
    say = wording.say
    since = brief.before.as_of if brief.before else None
    columns = (
        Column(say(N_("verdict"))),
        Column(say(N_("indicator")), wraps=NAME),
        Column(say(N_("promised")), wraps=WORDS),
        Column(say(N_("actual")), RIGHT),
        Column(say(N_("period"))),
        Column(say(N_("on the year before")), RIGHT),
        Column(say(N_("completion")), RIGHT),
        Column(say(N_("against what is asked")), RIGHT),
        Column(say(N_("rank"))),
        Column(say(N_("since {day}"), day=since) if since else "", wraps=WORDS),
    )
    rows = tuple(Row(indicator_cells(line, wording), line.now.verdict) for line in brief.main)
    more = len(brief.reported) - len(rows)
    notes = (say(N_("{n} more are not shown"), n=more),) if more > 0 else ()
    return Sheet(say(N_("Main indicators")), columns, rows, notes).without_empty()


def indicator_cells(line: Line, wording: Wording) -> tuple[str, ...]:
    """One main indicator."""
    a = line.now
    growth = next((f.growth for f in a.latest.figures if f.growth is not None), None) if a.latest else None
    return (
        wording.verdict(a.verdict),
        wording.name(a.indicator.name),
        promise(a.stage, a, wording),
        marked(a, wording),
        latest_period(a, wording),
        f"{wording.number(growth, signed=True)}%" if growth is not None else "",
        rates(a, wording)[0],
        ahead(a, wording) or distance(a, wording),
        ranked(line.rank, wording),
        change(line, wording),
    )


def marked(a: Assessment, wording: Wording) -> str:
    """The latest figure; one that is still to be replaced says so."""
    vintage = next((f.vintage for f in a.latest.figures if f.vintage.provisional), None) if a.latest else None
    if vintage is None:
        return actual(a, wording)
    return wording.say(N_("{value} ({aside})"), value=actual(a, wording), aside=vintage)


def ranked(rank: Rank | None, wording: Wording) -> str:
    """The rank, of how many, and the one before."""
    if rank is None:
        return ""
    place = f"{rank.place}/{rank.of}" if rank.of else f"{rank.place}"
    if rank.before is None:
        return place
    return wording.say(N_("{place} (before: {before})"), place=place, before=str(rank.before))


def change(line: Line, wording: Wording) -> str:
    """How far the value moved, and another verdict, since the last brief."""
    if line.was is None:
        return ""
    moved = wording.amount(line.change, difference_unit(line.now.unit), signed=True)
    was = wording.say_verdict(line.was.verdict) if line.was.verdict is not line.now.verdict else ""
    told = wording.say(N_("was: {verdict}"), verdict=was) if was else ""
    return wording.with_aside(moved, told) or "–"


def lagging(brief: Brief, wording: Wording) -> Sheet:
    """What is behind by lead unit: gap, months behind, what each period must bring, and the likely outcome."""
    say = wording.say
    columns = (
        Column(say(N_("verdict"))),
        Column(say(N_("lead")), wraps=WORDS),
        Column(say(N_("promise")), wraps=NAME),
        Column(say(N_("gap")), RIGHT),
        Column(say(N_("months behind")), RIGHT),
        Column(say(N_("pace needed")), wraps=WORDS),
        Column(say(N_("likely outcome")), wraps=WORDS),
    )
    shown = units_shown(brief.behind, brief.most.behind)
    rows = tuple(row for unit in shown for row in unit_rows(unit, wording))
    more = brief.lagging - len(rows)
    notes = (say(N_("{n} more are not shown"), n=more),) if more > 0 else ()
    return Sheet(say(N_("Behind, by lead unit")), columns, rows, notes).without_empty()


def unit_rows(unit: Unit, wording: Wording) -> Iterator[Row]:
    """What one lead unit is behind with."""
    lead = wording.name(unit.lead)
    for line in unit.targets:
        yield Row(behind_cells(line.now, lead, wording), line.now.verdict)
    for m in unit.milestones:
        yield Row(deed_cells(m, lead, wording), m.verdict)


def behind_cells(a: Assessment, lead: str, wording: Wording) -> tuple[str, ...]:
    """One target that is behind."""
    gap = a.standing.gap
    months = gap.months if gap else None
    return (
        wording.verdict(a.verdict),
        lead,
        wording.name(a.target.title),
        distance(a, wording),
        wording.number(-months, 1) if months is not None and rounded(months, 1) < 0 else "",
        effort(a.standing.required, wording),
        outcome(a, wording),
    )


def outcome(a: Assessment, wording: Wording) -> str:
    """Where it is heading: the final figure, the outlook, or what the pace so far leads to."""
    if a.verdict is Verdict.MISSED:
        return wording.say(N_("{promised} was promised"), promised=promised(a.stage, a, wording))
    found = a.outlook
    if found is not None:
        value, low, high = (wording.amount(Decimal(repr(n)), a.unit) for n in (found.value, found.low, found.high))
        chance = wording.share(Decimal(repr(found.probability)), 0)
        return wording.say(
            N_("{value} expected ({low} to {high}), chance {chance}"), value=value, low=low, high=high, chance=chance
        )
    if a.standing.ahead is not None and a.standing.pace is not None:
        return wording.say(N_("at this pace {share} of the target"), share=wording.share(a.standing.pace, 0))
    return ""


def deed_cells(m: MilestoneAssessment, lead: str, wording: Wording) -> tuple[str, ...]:
    """One milestone that is late or due soon, with the deeds of its list that are not done."""
    left = [i.name for i in m.items if i.state is not ItemState.DONE] if len(m.milestone.items) > 1 else []
    name = wording.name(m.milestone.name)
    done = wording.say(N_("{name} ({done} of {total} done)"), name=name, done=m.done, total=m.total)
    told = done if m.total > 1 else name
    waiting = wording.pair(told, wording.listed(left[:DEEDS])) if left else told
    days = next((wording.caveat(c) for c in m.caveats if c.code in {"late", "due"}), "")
    return (wording.verdict(m.verdict), lead, waiting, "", "", "", days)


def coming(brief: Brief, wording: Wording) -> Sheet:
    """What is due next, in order of time."""
    say = wording.say
    columns = (
        Column(say(N_("day"))),
        Column(say(N_("kind"))),
        Column(say(N_("what is due")), wraps=NAME),
        Column(say(N_("lead")), wraps=WORDS),
    )
    rows = tuple(Row(due_cells(due, wording)) for due in brief.upcoming[: brief.most.due])
    more = len(brief.upcoming) - len(rows)
    notes = (say(N_("{n} more are not shown"), n=more),) if more > 0 else ()
    return Sheet(say(N_("Due next")), columns, rows, notes).without_empty()


KINDS = {"stage": N_("deadline"), "milestone": N_("milestone"), "release": N_("release")}
"""What each kind of thing to come is called."""


def due_cells(due: Due, wording: Wording) -> tuple[str, ...]:
    """One thing to come."""
    name = wording.name(due.name)
    if due.period is not None:
        more = wording.say(N_("{name} and {n} more"), name=name, n=due.others) if due.others else name
        name = wording.pair(wording.period(due.period), more)
    return (wording.fact(due.day), wording.say(KINDS[due.kind]), name, wording.name(due.lead))
