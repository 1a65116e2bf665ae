"""The first pages of a workbook: an overview with its counts, and the gap analysis as a ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from tracker.assessment.assess import Assessment
from tracker.assessment.review import Review
from tracker.assessment.verdict import Verdict, count
from tracker.domain.target import Of
from tracker.domain.units import Unit
from tracker.render.catalogue import N_
from tracker.render.cells import deadline as promised_by
from tracker.render.cells import effort, left, promised, rates, remarks
from tracker.render.number_words import without_zeros
from tracker.render.plan_table import NATURES, SIGNS, policy_name, reckoned
from tracker.render.plan_years import baseline
from tracker.render.states import COLOURS
from tracker.render.views import heading, totals
from tracker.render.wording import MARKS, Wording
from tracker.render.workbook_page import Bars, Head, Look, Page, Picture, Table, Value, without_empty

WIDE = 36


def overview(review: Review, wording: Wording) -> Page:
    """How many promises stand how, of all and of those that could be judged; by verdict and by policy."""
    title = heading(wording.say(N_("Overview")), review, wording)
    picture = Picture(
        wording.say(N_("promises by verdict")), 0, 6, bars=Bars(0, 3, tuple(COLOURS[verdict] for verdict in MARKS))
    )
    notes = tuple(totals(review, wording))
    tables = (by_verdict(review, wording), by_policy(review, wording))
    return Page(wording.say(N_("Overview")), title, tables, notes, (picture,))


def by_verdict(review: Review, wording: Wording) -> Table:
    """How many targets and milestones there are of each verdict, and their share of those judged."""
    say = wording.say
    heads = (
        Head(say(N_("verdict")), Look.STATE),
        Head(say(N_("targets")), Look.WHOLE),
        Head(say(N_("milestones")), Look.WHOLE),
        Head(say(N_("together")), Look.WHOLE),
        Head(say(N_("share of those judged")), Look.SHARE),
    )
    targets, deeds = count(a.verdict for a in review.targets), count(m.verdict for m in review.milestones)
    both = count(review.verdicts)
    judged = sum(n for verdict, n in both.items() if verdict is not Verdict.UNKNOWN)
    rows = tuple(
        (wording.verdict(v), targets[v], deeds[v], both[v], None if v is Verdict.UNKNOWN else share(both[v], judged))
        for v in MARKS
    )
    return Table(heads, rows, say(N_("by verdict")))


def share(part: int, whole: int) -> Decimal | None:
    """A part of a whole; of nothing there is none."""
    return Decimal(part) / whole if whole else None


def by_policy(review: Review, wording: Wording) -> Table:
    """One line a policy: how many promises it makes, how many could be judged, and how they stand."""
    say = wording.say
    heads = (
        Head(say(N_("policy")), most=WIDE),
        Head(say(N_("promises")), Look.WHOLE),
        Head(say(N_("judged")), Look.WHOLE),
        *(Head(wording.say_verdict(verdict), Look.WHOLE) for verdict in MARKS),
    )
    groups: dict[str, list[Verdict]] = {}
    for a in review.targets:
        groups.setdefault(a.target.policy, []).append(a.verdict)
    for m in review.milestones:
        groups.setdefault(m.milestone.policy, []).append(m.verdict)
    rows: list[tuple[Value, ...]] = [(policy_name(p, review, wording), *counted(found)) for p, found in groups.items()]
    return Table(heads, tuple(rows), say(N_("by policy")))


def counted(verdicts: Sequence[Verdict]) -> Iterator[int]:
    """How many in all, how many judged, and how many of each verdict."""
    found = count(verdicts)
    yield len(verdicts)
    yield len(verdicts) - found[Verdict.UNKNOWN]
    yield from (found[verdict] for verdict in MARKS)


GAP_HEADS: Sequence[tuple[str, Look, int]] = (
    (N_("verdict"), Look.STATE, 16),
    (N_("no."), Look.WHOLE, 6),
    (N_("target"), Look.TEXT, 30),
    (N_("unit"), Look.TEXT, 14),
    (N_("reckoned as"), Look.TEXT, 14),
    (N_("nature"), Look.TEXT, 12),
    (N_("baseline"), Look.PRINTED, 12),
    (N_("aim"), Look.TEXT, 6),
    (N_("promised"), Look.PRINTED, 12),
    (N_("by"), Look.TEXT, 16),
    (N_("asked by now"), Look.NUMBER, 12),
    (N_("actual"), Look.PRINTED, 12),
    (N_("period"), Look.TEXT, 18),
    (N_("on the year before, %"), Look.PRINTED, 10),
    (N_("gap"), Look.NUMBER, 12),
    (N_("gap in"), Look.TEXT, 12),
    (N_("gap, %"), Look.DIFFERENCE, 10),
    (N_("completion"), Look.SHARE, 10),
    (N_("schedule"), Look.SHARE, 10),
    (N_("ahead, pp"), Look.DIFFERENCE, 10),
    (N_("still to do"), Look.TEXT, 18),
    (N_("pace needed"), Look.TEXT, 20),
    (N_("lead unit"), Look.TEXT, 16),
    (N_("id"), Look.TEXT, 24),
    (N_("remarks"), Look.TEXT, 30),
)


def gap_page(review: Review, wording: Wording) -> Page:
    """The gap analysis, one line a target; numbers stand in the unit beside them."""
    heads = tuple(Head(wording.say(words), look, most) for words, look, most in GAP_HEADS)
    rows = tuple(gap_row(number, a, wording) for number, a in enumerate(review.targets, start=1))
    name = wording.say(N_("Gap analysis"))
    return Page(name, heading(name, review, wording), (without_empty(Table(heads, rows)),), frozen=3)


def gap_row(number: int, a: Assessment, wording: Wording) -> tuple[Value, ...]:
    """One target's line."""
    answering = a.target.responsibility
    return (
        wording.verdict(a.verdict),
        number,
        wording.name(a.target.title),
        wording.unit(wording.shown_unit(a.unit)),
        reckoned(a, wording),
        wording.say(NATURES.get(a.target.nature or "", a.target.nature or "")),
        level(a, wording),
        SIGNS[a.stage.aim][wording.ascii] if a.stage.value is not None else "",
        promised_value(a, wording),
        promised_by(a.stage, wording),
        *standing(a, wording),
        left(a, wording),
        effort(a.standing.required, wording),
        wording.name(answering.lead),
        a.target.id,
        remarks(a, wording),
    )


def level(a: Assessment, wording: Wording) -> Value:
    """The baseline: a number where it is in the target's unit, otherwise words."""
    found = baseline(a)
    if found is None:
        return None
    return inside(found.value, a.unit, wording) if found.unit == a.unit else wording.promised(found.value, found.unit)


def promised_value(a: Assessment, wording: Wording) -> Value:
    """The number promised; words where it is a range, or no number at all."""
    if a.stage.value is None or a.stage.high is not None:
        return promised(a.stage, a, wording)
    return exact(a.stage.value, a.unit, wording)


def exact(value: Decimal, unit: Unit, wording: Wording) -> Decimal:
    """A promised number: without the zeros that changing its unit left at its end."""
    return without_zeros(inside(value, unit, wording))


def inside(value: Decimal, unit: Unit, wording: Wording) -> Decimal:
    """A value as a number in the unit its reader expects."""
    return wording.shown(value, unit)[0]


def standing(a: Assessment, wording: Wording) -> Iterable[Value]:
    """What was asked for by now, what was reached, and the differences."""
    gap, latest, now = a.standing.gap, a.latest, a.standing
    done, due = rates(a, wording)
    level = latest is not None and latest.how == "printed" and a.target.of is Of.VALUE
    printed = latest.figures[-1] if latest and level else None
    return (
        inside(a.asked.value, a.unit, wording) if a.asked else None,
        inside(latest.value, a.unit, wording) if latest else None,
        wording.period(latest.period) if latest else "",
        printed.growth if printed is not None else None,
        inside(gap.value, gap.unit, wording) if gap and gap.value is not None else None,
        wording.unit(wording.shown_unit(gap.unit)) if gap else "",
        gap.percent if gap else None,
        now.completion if done else None,
        now.schedule if due else None,
        now.ahead if now.schedule is not None else None,
    )
