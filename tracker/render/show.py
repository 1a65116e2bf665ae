"""One promise whole: its declaration, its stages, the arithmetic line by line, and every figure with its source."""

from __future__ import annotations

from collections.abc import Mapping

from tracker.assessment.assess import Assessment
from tracker.assessment.milestones import Item, MilestoneAssessment
from tracker.assessment.otherwise import Otherwise
from tracker.domain.location import Location
from tracker.domain.portfolio import Portfolio
from tracker.domain.series import Actual
from tracker.domain.target import Responsibility
from tracker.render import otherwise as close
from tracker.render.arithmetic import arithmetic
from tracker.render.catalogue import N_
from tracker.render.cells import LIMITS, actual, asked_for, effort, latest_period, left, observed, promise, remarks
from tracker.render.sheet import Column, Row, Sheet, Side
from tracker.render.views import NAME, hiding
from tracker.render.wording import Wording

NOTHING_ELSE = Otherwise()


def show(a: Assessment, portfolio: Portfolio, wording: Wording, other: Otherwise = NOTHING_ELSE) -> tuple[Sheet, ...]:
    """A target from its declaration to its verdict, with what else can be said of it."""
    title = wording.name(a.target.title)
    sheets = (
        facts(title, target_facts(a, portfolio, wording), wording),
        stages(a, wording),
        arithmetic(a, wording),
        close.steps(a, wording),
        close.parts(a, other, wording),
        close.rules(a, other, wording),
        figures(a, portfolio, wording),
    )
    return tuple(sheet for sheet in sheets if sheet.rows)


def facts(title: str, pairs: Mapping[str, str], wording: Wording) -> Sheet:
    """What is known, as name and value; nothing is shown for what is not."""
    rows = tuple(Row((wording.say(name), value)) for name, value in pairs.items() if value)
    return Sheet(title, (Column(""), Column("", wraps=NAME)), rows)


def target_facts(a: Assessment, portfolio: Portfolio, wording: Wording) -> dict[str, str]:
    """The declaration and where it stands."""
    gap, target = a.standing.gap, a.target
    return {
        N_("id"): target.id,
        N_("verdict"): wording.verdict(a.verdict),
        N_("rule"): rule(a, wording),
        N_("as of"): wording.fact(a.as_of),
        N_("known on"): wording.fact(a.known_at),
        N_("policy"): policy(target.policy, portfolio, wording),
        **answering(target.responsibility, wording),
        N_("indicator"): f"{wording.name(a.indicator.name)} [{a.indicator.id}]",
        N_("stage in force"): promise(a.stage, a, wording),
        N_("last commitment"): promise(a.last_commitment, a, wording) if a.last_commitment else "",
        N_("asked by then"): asked(a, wording),
        N_("actual"): wording.with_aside(actual(a, wording), latest_period(a, wording)),
        N_("data to"): wording.fact(a.latest.period.last) if a.latest else "",
        N_("gap"): wording.amount(gap.value, gap.unit, signed=True) if gap else "",
        N_("months ahead"): wording.number(gap.months, 1, signed=True) if gap and gap.months is not None else "",
        N_("still to do"): left(a, wording),
        N_("pace needed"): effort(a.standing.required, wording),
        N_("outlook"): close.heading_for(a, wording),
        N_("next release"): close.release(a, wording),
        N_("remarks"): remarks(a, wording, brief=False),
        N_("note"): wording.name(target.note),
        N_("declared in"): declared_in(target.location, target.locator),
    }


def declared_in(location: Location, locator: str | None) -> str:
    """Where a promise stands: in our files, and in the document they quote."""
    return f"{location}, {locator}" if locator else str(location)


def policy(name: str, portfolio: Portfolio, wording: Wording) -> str:
    """The document that makes the promise, and its day."""
    declared = portfolio.policies.get(name)
    if declared is None:
        return name
    return wording.with_aside(wording.name(declared.title), wording.fact(declared.issued))


def answering(responsibility: Responsibility, wording: Wording) -> dict[str, str]:
    """Who answers for a promise."""
    return {
        N_("lead"): wording.name(responsibility.lead),
        N_("supporting"): wording.listed(responsibility.supporting),
        N_("chain"): wording.name(responsibility.chain),
    }


def rule(a: Assessment, wording: Wording) -> str:
    """The rule that reached the verdict, its thresholds and the margin to the next one."""
    j = a.judgement
    said = [j.rule]
    if j.measure is not None:
        said.append(wording.number(j.measure, 3))
    said += [f"{wording.say_verdict(verdict)} >= {wording.number(limit)}" for verdict, limit in j.thresholds]
    if j.margin is not None:
        said.append(wording.say(N_("margin {margin}"), margin=wording.number(j.margin, 3, signed=True)))
    return wording.with_aside(*said)


def asked(a: Assessment, wording: Wording) -> str:
    """What was asked for by the date the data cover, or by the day asked about where there are none."""
    if a.asked is None:
        return ""
    return wording.with_aside(asked_for(a, wording), wording.fact(a.asked.day), wording.code(a.asked.path))


def stages(a: Assessment, wording: Wording) -> Sheet:
    """Every stage with its verdict, for ever."""
    say = wording.say
    columns = (
        Column(wording.above_marks(say(N_("verdict")))),
        Column(say(N_("stage"))),
        Column(say(N_("settled by")), Side.RIGHT),
        Column(say(N_("remarks")), below=True),
    )
    rows = tuple(
        Row(
            (
                wording.verdict(s.judgement.verdict),
                promise(s.stage, a, wording),
                observed(s.observation, a, wording) if s.observation else "",
                wording.caveat(s.judgement.reason, brief=True) if s.judgement.reason else "",
            ),
            s.judgement.verdict,
        )
        for s in a.stages
    )
    readings = tuple(wording.pair(wording.code(r), wording.verdict(j.verdict)) for r, j in a.readings)
    return Sheet(say(N_("Stages")), columns, rows, readings).without_empty()


def figures(a: Assessment, portfolio: Portfolio, wording: Wording) -> Sheet:
    """Every figure the series rests on, and those left out because their year is not determined."""
    say = wording.say
    columns = (
        Column(say(N_("period"))),
        Column(say(N_("value")), Side.RIGHT),
        Column(say(N_("growth")), Side.RIGHT),
        Column(say(N_("vintage"))),
        Column(say(N_("published")), gives_way=1),
        Column(say(N_("source")), wraps=NAME),
        Column(say(N_("place")), below=True),
    )
    used = {id(f): f for o in a.series for f in o.figures} | {id(f): f for f in a.undated}
    rows = tuple(Row(figure_cells(figure, portfolio, wording)) for figure in used.values())
    return Sheet(say(N_("Figures")), columns, rows, hiding=hiding(wording)).without_empty()


def figure_cells(figure: Actual, portfolio: Portfolio, wording: Wording) -> tuple[str, ...]:
    """One figure as it was printed."""
    return (
        wording.period(figure.period) if figure.period else figure.printed_period,
        LIMITS.get(figure.bound or "", "") + wording.printed(figure.value, figure.unit),
        f"{wording.number(figure.growth)}%" if figure.growth is not None else "",
        wording.code(figure.vintage),
        wording.fact(figure.published),
        source(figure.source, portfolio, wording),
        declared_in(figure.location, figure.locator),
    )


def source(name: str | None, portfolio: Portfolio, wording: Wording) -> str:
    """The document something was printed in, by its title."""
    known = portfolio.sources.get(name or "")
    return wording.name(known.title) if known else name or ""


def show_milestone(m: MilestoneAssessment, portfolio: Portfolio, wording: Wording) -> tuple[Sheet, ...]:
    """A milestone with each of its deeds."""
    say, declared = wording.say, m.milestone
    pairs = {
        N_("id"): declared.id,
        N_("verdict"): wording.verdict(m.verdict),
        N_("as of"): wording.fact(m.as_of),
        N_("policy"): policy(declared.policy, portfolio, wording),
        **answering(declared.responsibility, wording),
        N_("by"): wording.period(declared.by) if declared.by else say(N_("no date")),
        N_("done"): f"{m.done}/{m.total}",
        N_("remarks"): wording.joined(wording.caveat(c) for c in m.caveats),
        N_("note"): wording.name(declared.note),
        N_("declared in"): declared_in(declared.location, declared.locator),
    }
    columns = (
        Column(say(N_("state"))),
        Column(say(N_("deed")), wraps=NAME),
        Column(say(N_("day"))),
        Column(say(N_("source")), wraps=NAME, gives_way=1),
    )
    rows = tuple(Row(deed_cells(item, portfolio, wording)) for item in m.items)
    deeds = Sheet(say(N_("Deeds")), columns, rows, hiding=hiding(wording)).without_empty()
    return facts(wording.name(declared.name), pairs, wording), deeds


def deed_cells(item: Item, portfolio: Portfolio, wording: Wording) -> tuple[str, ...]:
    """One deed of a milestone."""
    return (
        wording.code(item.state),
        wording.name(item.name),
        wording.fact(item.done_on),
        source(item.source, portfolio, wording),
    )
