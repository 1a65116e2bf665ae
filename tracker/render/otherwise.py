"""A close look at one promise: where it is heading, when the next figure is due, other rules, whose gap it is."""

from __future__ import annotations

from decimal import Decimal

from tracker.assessment.assess import Assessment
from tracker.assessment.otherwise import Otherwise
from tracker.assessment.verdict import Judgement
from tracker.render.catalogue import N_
from tracker.render.sheet import Column, Row, Sheet, Side
from tracker.render.wording import Wording


def heading_for(a: Assessment, wording: Wording) -> str:
    """The value expected at the stage's end, its 80 % interval, and how likely the promise is to be kept."""
    found = a.outlook
    if found is None:
        return ""
    value, low, high = (wording.amount(Decimal(repr(n)), a.unit) for n in (found.value, found.low, found.high))
    return wording.say(
        N_("{value} by {by}, {low} to {high} four times in five; kept with a probability of {chance}"),
        value=value,
        by=found.by,
        low=low,
        high=high,
        chance=wording.share(Decimal(repr(found.probability)), 0),
    )


def release(a: Assessment, wording: Wording) -> str:
    """The next figure and its day; before that none is expected."""
    fresh = a.freshness
    if fresh.next_period is None:
        return ""
    return wording.say(N_("{period} on {day}; none is expected before"), period=fresh.next_period, day=fresh.next_on)


def steps(a: Assessment, wording: Wording) -> Sheet:
    """What a published rule or a lamp worked out on its way, by the names of its own method."""
    rows = tuple(Row((name.replace("_", " "), step(value, wording))) for name, value in a.judgement.steps)
    title = wording.say(N_("How the rule {rule} came to it"), rule=a.judgement.rule)
    return Sheet(title, (Column(""), Column("")), rows)


def step(value: object, wording: Wording) -> str:
    """One number of a method, or a word of it."""
    exact = Decimal(repr(value)) if isinstance(value, float) else value
    return wording.number(exact, 4) if isinstance(exact, Decimal) else str(value)


def rules(a: Assessment, other: Otherwise, wording: Wording) -> Sheet:
    """The verdict under every other rule, and by this one without provisional figures."""
    say = wording.say
    columns = (
        Column(say(N_("verdict"))),
        Column(say(N_("rule"))),
        Column(say(N_("in the owner's words"))),
        Column(say(N_("measure")), Side.RIGHT),
    )
    rows = [row(named(name, judgement, wording), judgement, wording) for name, judgement in other.rules]
    if other.settled_only:
        label = wording.with_aside(a.judgement.rule, say(N_("without provisional figures")))
        rows.append(row(label, other.settled_only, wording))
    return Sheet(say(N_("Otherwise")), columns, tuple(rows))


def named(rule: str, judgement: Judgement, wording: Wording) -> str:
    """A rule, with the one that judged in its place where it had too little to go by."""
    return rule if judgement.rule in {rule, "final"} else wording.with_aside(rule, judgement.rule)


def row(name: str, judgement: Judgement, wording: Wording) -> Row:
    """One rule's verdict."""
    measure = wording.number(judgement.measure, 3) if judgement.measure is not None else ""
    said = wording.with_aside(judgement.klass or "", wording.caveat(judgement.reason) if judgement.reason else "")
    return Row((wording.verdict(judgement.verdict), name, said, measure), judgement.verdict)


def parts(a: Assessment, other: Otherwise, wording: Wording) -> Sheet:
    """Whose gap it is; the parts add up to the whole."""
    say = wording.say
    columns = (
        Column(say(N_("part"))),
        Column(say(N_("asked by now")), Side.RIGHT),
        Column(say(N_("actual")), Side.RIGHT),
        Column(say(N_("gap")), Side.RIGHT),
        Column(say(N_("asked of it by"))),
    )
    rows = tuple(
        Row(
            (
                wording.name(p.name),
                wording.amount(p.asked, a.unit),
                wording.amount(p.actual, a.unit),
                wording.amount(p.gap, a.unit, signed=True),
                wording.code(p.basis),
            )
        )
        for p in other.parts
    )
    return Sheet(say(N_("Whose gap it is")), columns, rows)
