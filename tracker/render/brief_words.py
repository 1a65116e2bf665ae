"""The sentences of a leader's page, in the style of a planning office: progress, problems, next steps."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tracker.assessment.assess import Assessment
from tracker.assessment.change import Assessed
from tracker.assessment.pathway import Held, held
from tracker.assessment.verdict import Verdict
from tracker.domain.indicator import Source
from tracker.render.brief import KEPT, Brief
from tracker.render.brief_lines import Line, worst_first
from tracker.render.brief_page import Lamp, Page, Part
from tracker.render.brief_tables import coming, indicators, lagging, marked
from tracker.render.catalogue import N_
from tracker.render.cells import effort, latest_period
from tracker.render.chart import drawing
from tracker.render.wording import Wording

NAMED = 6
"""How many are named in a sentence; the table has them all."""
REASONS = {
    "undated": N_("{n} without a date"),
    "unquantified": N_("{n} without a number"),
    "unsettled": N_("{n} whose reading is not settled"),
    "no-figures": N_("{n} without any figure"),
    "no-figure-yet": N_("{n} whose last figure is too old"),
    "missing-observations": N_("{n} with periods missing"),
    "needs": N_("{n} lacking figures to calculate with"),
    "bound-only": N_("{n} of which only a limit is printed"),
}
"""Why promises cannot be judged, counted."""
OTHER_REASONS = N_("{n} for other reasons")
REMEDIES = {
    "undated": N_("set a date for {n}"),
    "unquantified": N_("set a number for {n}"),
    "unsettled": N_("settle the reading of {n}"),
    "no-figures": N_("report figures for {n}"),
    "no-figure-yet": N_("report new figures for {n}"),
    "missing-observations": N_("report the missing periods of {n}"),
    "needs": N_("report the missing figures of {n}"),
    "bound-only": N_("report exact figures for {n}"),
}
"""What would make them judgeable."""
OTHER_REMEDIES = N_("clear up {n} others")


def page(brief: Brief, wording: Wording) -> Page:
    """The whole page for one reader."""
    say = wording.say
    name = brief.review.portfolio.name
    headings = {"name": name, "day": brief.review.as_of}
    return Page(
        wording.lang,
        say(N_("{name}: progress of policy targets"), **headings) if name else say(N_("Progress of policy targets")),
        tuple(facts(brief, wording)),
        tuple(lamps(brief, wording)),
        (
            Part(
                "progress",
                say(N_("1. Progress")),
                tuple(filter(None, progress(brief, wording))),
                (indicators(brief, wording),) if brief.main else (),
                tuple(drawing(chart, wording) for chart in brief.charts),
            ),
            Part(
                "problems",
                say(N_("2. Problems")),
                tuple(filter(None, problems(brief, wording))),
                (lagging(brief, wording),) if brief.lagging else (),
            ),
            Part(
                "next_steps",
                say(N_("3. Next steps")),
                tuple(filter(None, next_steps(brief, wording))),
                (coming(brief, wording),) if brief.due else (),
            ),
        ),
        say(N_("Notes")),
        tuple(notes(brief, wording)),
        say(N_("Sources")),
        tuple(sources(brief, wording)),
    )


def facts(brief: Brief, wording: Wording) -> Iterator[str]:
    """The day, what was known, and the periods the figures speak of."""
    review, say = brief.review, wording.say
    yield wording.pair(say(N_("as of")), wording.fact(review.as_of))
    known = wording.fact(review.known_at) if review.known_at else say(N_("all figures on record"))
    yield wording.pair(say(N_("known on")), known)
    if brief.covered:
        first, last = brief.covered
        span = wording.period(last) if first == last else say(N_("{first} to {last}"), first=first, last=last)
        yield wording.pair(say(N_("period covered")), span)
    if brief.before:
        yield wording.pair(say(N_("compared with")), wording.fact(brief.before.as_of))


def lamps(brief: Brief, wording: Wording) -> Iterator[Lamp]:
    """Every verdict with its count and its denominator: of the judged ones, the unknown of all."""
    for verdict, n in brief.verdicts.items():
        of = brief.total if verdict is Verdict.UNKNOWN else brief.judged
        share = wording.share(Decimal(n) / of) if of else ""
        beside = wording.say(N_("of {of} ({share})"), of=of, share=share) if of else ""
        yield Lamp(verdict, wording.mark(verdict), wording.say_verdict(verdict), str(n), beside)


def progress(brief: Brief, wording: Wording) -> Iterator[str]:
    """How everything stands, what the main indicators reached, and what changed."""
    say, verdicts = wording.say, brief.verdicts
    counts = wording.listed(
        say(N_("{n} {verdict}"), n=n, verdict=wording.say_verdict(v))
        for v, n in verdicts.items()
        if n and v is not Verdict.UNKNOWN
    )
    if not brief.judged:
        yield say(N_("As of {day}, none of {total} promises could be judged."), day=brief.review.as_of, total=brief.total)
    else:
        kept = sum(verdicts[verdict] for verdict in KEPT)
        told = {"day": brief.review.as_of, "judged": brief.judged, "total": brief.total, "counts": counts}
        told |= {"kept": kept, "share": wording.share(Decimal(kept) / brief.judged)}
        yield say(
            N_(
                "As of {day}, {judged} of {total} promises could be judged: {counts}. "
                "Met or on track are {kept} of {judged} ({share})."
            ),
            **told,
        )
    good = [line for line in brief.reported if line.now.verdict in KEPT][:NAMED]
    if good:
        yield say(N_("Going well: {list}."), list=wording.joined(achieved(line, wording) for line in good))
    yield changes(brief, wording)


def achieved(line: Line, wording: Wording) -> str:
    """One indicator in half a sentence: what it reached, the rate, and how far ahead or behind."""
    a, say = line.now, wording.say
    facts = {"name": a.indicator.name, "period": latest_period(a, wording), "actual": marked(a, wording)}
    said = say(N_("{name} {actual} ({period})"), **facts)
    rate = a.standing.completion if a.standing.schedule is not None else None
    done = say(N_("{share} of the target"), share=wording.share(rate)) if rate is not None else ""
    return wording.with_aside(said, done, position(a, wording))


def position(a: Assessment, wording: Wording) -> str:
    """Ahead of or behind what is asked for, in words."""
    standing = a.standing
    if standing.ahead is not None:
        points = wording.points(abs(standing.ahead)).lstrip("+")
        if standing.ahead == 0:
            return wording.say(N_("on schedule"))
        sentence = N_("{points} ahead of schedule") if standing.ahead > 0 else N_("{points} behind schedule")
        return wording.say(sentence, points=points)
    gap = standing.gap
    if gap is None or gap.value is None:
        return ""
    if gap.value == 0:
        return wording.say(N_("exactly as asked for"))
    sentence = N_("{amount} above what is asked for") if gap.value > 0 else N_("{amount} below what is asked for")
    return wording.say(sentence, amount=wording.amount(abs(gap.value), gap.unit))


def changes(brief: Brief, wording: Wording) -> str:
    """Which verdicts are others than at the last brief."""
    if brief.before is None:
        return ""
    say, since = wording.say, brief.before.as_of
    if not brief.moved:
        return say(N_("No verdict has changed since {day}."), day=since)
    moved = [
        say(
            N_("{name}: {was} -> {now}"),
            name=line.now.target.title,
            was=wording.say_verdict(line.was.verdict) if line.was else "",
            now=wording.say_verdict(line.now.verdict),
        )
        for line in brief.moved[:NAMED]
    ]
    facts = {"day": since, "n": len(brief.moved), "list": wording.joined(moved)}
    return say(N_("Since {day}, verdicts changed: {n}. {list}."), **facts)


def problems(brief: Brief, wording: Wording) -> Iterator[str]:
    """What is behind and with whom, what cannot be judged and why, and which releases are missing."""
    say = wording.say
    if brief.lagging:
        named = [unit for unit in brief.behind if unit.lead][:NAMED]
        units = wording.listed(say(N_("{lead} {n}"), lead=unit.lead, n=unit.total) for unit in named)
        told = {"n": brief.lagging, "judged": brief.judged, "units": units}
        sentence = N_("Behind or late are {n} of {judged} judged, by lead unit: {units}.")
        yield say(sentence if units else N_("Behind or late are {n} of {judged} judged."), **told)
    elif brief.judged:
        yield say(N_("Nothing that could be judged is behind."))
    if brief.unknown:
        n = brief.verdicts[Verdict.UNKNOWN]
        yield say(N_("{n} of {total} cannot be judged: {list}."), n=n, total=brief.total, list=reasons(brief, wording))
    late = [due for due in brief.due if due.missing]
    if late:
        listed = wording.joined(say(N_("{period}, expected on {day}"), period=d.period, day=d.day) for d in late[:NAMED])
        yield say(N_("Releases are missing: {list}."), list=listed)


def reasons(brief: Brief, wording: Wording, sentences: dict[str, str] = REASONS, other: str = OTHER_REASONS) -> str:
    """The promises that cannot be judged, counted by why, or by what would help; rare reasons are put together."""
    groups: dict[str, list[Assessed]] = {}
    for code, mine in brief.unknown:
        groups.setdefault(sentences.get(code, other), []).extend(mine)
    ordered = sorted(groups.items(), key=lambda group: group[0] == other)
    return wording.listed(wording.say(sentence, n=len(mine)) for sentence, mine in ordered)


def next_steps(brief: Brief, wording: Wording) -> Iterator[str]:
    """What must be made up, what is due, and what must be reported or decided."""
    say = wording.say
    steps = [*catching_up(brief, wording), *watching(brief, wording), *clearing_up(brief, wording)]
    ordinals = (N_("First, {step}"), N_("Second, {step}"), N_("Third, {step}"))
    for ordinal, step in zip(ordinals, steps, strict=False):
        yield say(ordinal, step=step) if len(steps) > 1 else say(N_("Next, {step}"), step=step)


def catching_up(brief: Brief, wording: Wording) -> Iterator[str]:
    """What the rest of the time must bring for what is behind."""
    lines = worst_first(line for unit in brief.behind for line in unit.targets)
    wanted = [(line, effort(line.now.standing.required, wording)) for line in lines]
    said = [
        wording.say(N_("{name} needs {effort}"), name=wording.with_aside(wording.name(line.now.target.title)), effort=each)
        for line, each in wanted
        if each
    ]
    late = sum(len(unit.milestones) for unit in brief.behind)
    if said:
        yield wording.say(N_("make up what is behind: {list}."), list=wording.joined(said[:NAMED]))
    elif late:
        yield wording.say(N_("finish what is late: {n}."), n=late)


def watching(brief: Brief, wording: Wording) -> Iterator[str]:
    """The deadlines that come next."""
    near = [due for due in brief.due if due.kind != "release"]
    if near:
        facts = {"n": len(near), "day": near[0].day, "name": near[0].name}
        yield wording.say(N_("watch what is due: {n} within three months, first {name} ({day})."), **facts)


def clearing_up(brief: Brief, wording: Wording) -> Iterator[str]:
    """What would let the rest be judged."""
    if brief.unknown:
        todo = reasons(brief, wording, REMEDIES, OTHER_REMEDIES)
        yield wording.say(N_("make the rest judgeable: {list}."), list=todo)


def notes(brief: Brief, wording: Wording) -> Iterator[str]:
    """What must be known beside the figures: shares of what, schedules, and figures that are not final."""
    say = wording.say
    yield say(N_("Shares are of what could be judged, of unknown ones of all."))
    if any(held(line.now.target, line.now.indicator) is Held.PRO_RATED for line in brief.main):
        yield say(N_("Running totals are held against the share of the year gone by; rates, shares and ranks as they stand."))
    if brief.provisional:
        names = wording.listed(dict.fromkeys(wording.name(line.now.indicator.name) for line in brief.provisional))
        yield say(N_("Not final: {list}."), list=names)
    if any(line.now.judgement.outlook for unit in brief.behind for line in unit.targets):
        yield say(N_("The outlook holds four times in five; the chance is that of keeping the promise."))


def sources(brief: Brief, wording: Wording) -> Iterator[str]:
    """Where the latest figures were printed."""
    shown = brief.sources[: brief.most.sources]
    for source in shown:
        if isinstance(source, Source):
            yield wording.with_aside(
                wording.name(source.title), wording.name(source.publisher), wording.fact(source.published)
            )
        else:
            yield source
    if len(brief.sources) > len(shown):
        yield wording.say(N_("and {n} more"), n=len(brief.sources) - len(shown))
