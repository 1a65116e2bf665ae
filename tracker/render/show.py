"""One promise whole: its stages, the arithmetic line by line, and every figure with its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from tracker.assessment.assess import Assessment
from tracker.assessment.milestones import MilestoneAssessment
from tracker.domain.portfolio import Portfolio
from tracker.domain.series import Actual
from tracker.domain.target import Responsibility

from tracker.render.catalogue import N_
from tracker.render.sheet import Column, Row, Sheet, Side
from tracker.render.cells import LIMITS, actual, effort, left, promise, remarks
from tracker.render.wording import Wording

PLACES = 2


def show(a: Assessment, portfolio: Portfolio, wording: Wording) -> tuple[Sheet, ...]:
    """A target from its declaration to its verdict."""
    return (
        facts(wording.name(a.target.title), target_facts(a, portfolio, wording), wording),
        stages(a, wording),
        *([arithmetic_sheet] if (arithmetic_sheet := arithmetic(a, wording)).rows else []),
        *([figures_sheet] if (figures_sheet := figures(a, portfolio, wording)).rows else []),
    )


def facts(title: str, pairs: Mapping[str, str], wording: Wording) -> Sheet:
    """What is known, as name and value; nothing is shown for what is not."""
    rows = tuple(Row((wording.say(name), value)) for name, value in pairs.items() if value)
    return Sheet(title, (Column(""), Column("", wraps=True)), rows)


def target_facts(a: Assessment, portfolio: Portfolio, wording: Wording) -> dict[str, str]:
    """The declaration and where it stands."""
    gap, target = a.standing.gap, a.target
    return {
        N_("id"): target.id,
        N_("verdict"): f"{wording.verdict(a.verdict)} ({rule(a, wording)})",
        N_("as of"): a.as_of.isoformat(),
        N_("known on"): a.known_at.isoformat() if a.known_at else "",
        N_("policy"): policy(target.policy, portfolio, wording),
        **answering(target.responsibility, wording),
        N_("indicator"): f"{wording.name(a.indicator.name)} [{a.indicator.id}]",
        N_("stage in force"): promise(a.stage, a, wording),
        N_("last commitment"): promise(a.last_commitment, a, wording) if a.last_commitment else "",
        N_("asked by then"): asked(a, wording),
        N_("actual"): f"{actual(a, wording)}, {wording.period(a.latest.period)}" if a.latest else "",
        N_("gap"): wording.amount(gap.value, gap.unit, PLACES, signed=True) if gap else "",
        N_("months ahead"): wording.number(gap.months, 1, signed=True) if gap and gap.months is not None else "",
        N_("still required"): effort(a.standing.required, wording),
        N_("remarks"): remarks(a, wording),
        N_("note"): wording.name(target.note),
        N_("declared in"): f"{target.location}" + (f", {target.locator}" if target.locator else ""),
    }


def policy(name: str, portfolio: Portfolio, wording: Wording) -> str:
    """The document that makes the promise, and its day."""
    declared = portfolio.policies.get(name)
    if declared is None:
        return name
    return wording.name(declared.title) + (f", {declared.issued}" if declared.issued else "")


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
    said = [wording.say(N_("rule {rule}"), rule=j.rule)]
    if j.measure is not None:
        said.append(wording.number(j.measure, 3))
    said += [f"{wording.say_verdict(verdict)} >= {wording.number(limit)}" for verdict, limit in j.thresholds]
    if j.margin is not None:
        said.append(wording.say(N_("margin {margin}"), margin=wording.number(j.margin, 3, signed=True)))
    return ", ".join(said)


def asked(a: Assessment, wording: Wording) -> str:
    """What was asked for by the date the data cover, or by the day asked about where there are none."""
    if a.asked is None:
        return ""
    value = wording.amount(a.asked.value, a.unit, PLACES)
    return f"{value}, {a.asked.day} ({wording.code(a.asked.path)})"


def stages(a: Assessment, wording: Wording) -> Sheet:
    """Every stage with its verdict, for ever."""
    say = wording.say
    columns = (
        Column(say(N_("verdict"))),
        Column(say(N_("stage"))),
        Column(say(N_("settled by")), Side.RIGHT),
        Column(say(N_("remarks")), wraps=True),
    )
    rows = tuple(
        Row(
            (
                wording.verdict(s.judgement.verdict),
                promise(s.stage, a, wording),
                wording.amount(s.observation.value, a.unit, PLACES) if s.observation else "",
                wording.caveat(s.judgement.reason) if s.judgement.reason else "",
            ),
            s.judgement.verdict,
        )
        for s in a.stages
    )
    readings = tuple(f"{wording.code(r)}: {wording.verdict(j.verdict)}" for r, j in a.readings)
    return Sheet(say(N_("Stages")), columns, rows, readings)


def arithmetic(a: Assessment, wording: Wording) -> Sheet:
    """How each number came about."""
    rows = tuple(Row((wording.say(name), sum_)) for name, sum_ in sums(a, wording))
    return Sheet(wording.say(N_("Arithmetic")), (Column(""), Column("", wraps=True)), rows)


def sums(a: Assessment, wording: Wording) -> Iterator[tuple[str, str]]:
    """Each sum with its result."""

    def value(number: Decimal | None) -> str:
        return wording.amount(number, a.unit, PLACES)

    asked_for, standing, stage = a.asked, a.standing, a.stage
    if asked_for and asked_for.start and asked_for.end and asked_for.share is not None:
        start, end = value(asked_for.start.value), value(asked_for.end.value)
        share = wording.share(asked_for.share, PLACES)
        yield N_("asked by then"), f"{start} + ({end} - {start}) x {share} = {value(asked_for.value)}"
    if a.latest is None:
        return
    latest = value(a.latest.value)
    if standing.gap and standing.gap.value is not None and asked_for:
        gap = wording.amount(standing.gap.value, standing.gap.unit, PLACES, signed=True)
        yield N_("gap"), f"{latest} - {value(asked_for.value)} = {gap}"
    if standing.completion is not None and stage.value is not None:
        yield N_("completion"), f"{latest} / {value(stage.value)} = {wording.share(standing.completion, PLACES)}"
    if standing.ahead is not None:
        done, gone = wording.share(standing.completion, PLACES), wording.share(standing.schedule, PLACES)
        yield N_("ahead of schedule"), f"{done} - {gone} = {wording.points(standing.ahead, PLACES)}"
    yield from effort_sums(a, wording)


def effort_sums(a: Assessment, wording: Wording) -> Iterator[tuple[str, str]]:
    """What is left, shared over the periods left."""
    required = a.standing.required
    if required is None or a.latest is None or required.left == 0:
        return

    def value(number: Decimal | None) -> str:
        return wording.amount(number, required.unit, PLACES)

    per, n = wording.code(required.per), wording.number(required.periods_left.normalize())
    goal = value(a.latest.value + required.left)
    yield N_("left"), f"{goal} - {value(a.latest.value)} = {value(required.left)}"
    yield N_("still required"), f"{value(required.left)} / {n} = {value(required.value)} / {per}"
    if required.average_so_far:
        rate = wording.share(required.value / required.average_so_far, 0)
        yield N_("average so far"), f"{value(required.average_so_far)} / {per}: {rate}"
    if required.best_so_far is not None:
        yield N_("best so far"), f"{value(required.best_so_far)} / {per}"


def figures(a: Assessment, portfolio: Portfolio, wording: Wording) -> Sheet:
    """Every figure the series rests on, and those left out because their year is not determined."""
    say = wording.say
    columns = (
        Column(say(N_("period"))),
        Column(say(N_("value")), Side.RIGHT),
        Column(say(N_("growth")), Side.RIGHT),
        Column(say(N_("vintage"))),
        Column(say(N_("published"))),
        Column(say(N_("source")), wraps=True),
    )
    used = {id(f): f for o in a.series for f in o.figures} | {id(f): f for f in a.undated}
    rows = tuple(Row(figure_cells(figure, portfolio, wording)) for figure in used.values())
    return Sheet(say(N_("Figures")), columns, rows)


def figure_cells(figure: Actual, portfolio: Portfolio, wording: Wording) -> tuple[str, ...]:
    """One figure as it was printed."""
    source = portfolio.sources.get(figure.source or "")
    origin = [wording.name(source.title) if source else figure.source or "", figure.locator or "", str(figure.location)]
    limit = {"more-than": ">", "less-than": "<"}.get(figure.bound or "", "")
    return (
        wording.period(figure.period) if figure.period else figure.printed_period,
        limit + wording.amount(figure.value, figure.unit),
        f"{wording.number(figure.growth)}%" if figure.growth is not None else "",
        wording.code(figure.vintage),
        figure.published.isoformat() if figure.published else "",
        ", ".join(part for part in origin if part),
    )


def show_milestone(m: MilestoneAssessment, portfolio: Portfolio, wording: Wording) -> tuple[Sheet, ...]:
    """A milestone with each of its deeds."""
    say, declared = wording.say, m.milestone
    pairs = {
        N_("id"): declared.id,
        N_("verdict"): wording.verdict(m.verdict),
        N_("as of"): m.as_of.isoformat(),
        N_("policy"): policy(declared.policy, portfolio, wording),
        **answering(declared.responsibility, wording),
        N_("by"): wording.period(declared.by) if declared.by else say(N_("no date")),
        N_("done"): f"{m.done}/{m.total}",
        N_("remarks"): "; ".join(wording.caveat(c) for c in m.caveats),
        N_("note"): wording.name(declared.note),
        N_("declared in"): f"{declared.location}" + (f", {declared.locator}" if declared.locator else ""),
    }
    columns = (Column(say(N_("state"))), Column(say(N_("deed")), wraps=True), Column(say(N_("day"))), Column(say(N_("source")), wraps=True))
    rows = tuple(
        Row((wording.code(i.state), wording.name(i.name), i.done_on.isoformat() if i.done_on else "", i.source or ""))
        for i in m.items
    )
    return facts(wording.name(declared.name), pairs, wording), Sheet(say(N_("Deeds")), columns, rows)


