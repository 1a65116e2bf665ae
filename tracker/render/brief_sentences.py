"""The sentences of a leader's page, in the style of a planning office: progress, problems, next steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from tracker.assessment.assess import Assessment
from tracker.assessment.notice import counts, warned
from tracker.assessment.verdict import Verdict
from tracker.domain.indicator import Measure
from tracker.render.brief import KEPT, Brief
from tracker.render.brief_lines import Line, worst_first
from tracker.render.brief_tables import marked, outcome
from tracker.render.catalogue import N_
from tracker.render.cells import ahead, effort, latest_period, rates
from tracker.render.notice_words import listed
from tracker.render.wording import Wording

NAMED, FIRST = 6, 4
"""How many are named in a sentence, and how many to make up for first; the table has them all."""
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


def progress(brief: Brief, wording: Wording) -> Iterator[str]:
    """How everything stands, what the main indicators reached, and what changed."""
    say, verdicts = wording.say, brief.verdicts
    if not brief.judged:
        none = N_("As of {day}, none of {total} promises could be judged.")
        yield say(none, day=brief.review.as_of, total=brief.total)
    else:
        kept = sum(verdicts[verdict] for verdict in KEPT)
        told = {
            "day": brief.review.as_of,
            "judged": brief.judged,
            "total": brief.total,
            "counts": listed(counts(brief.review), wording),
        }
        told |= {"kept": kept, "share": wording.share(Decimal(kept) / brief.judged)}
        yield say(
            N_(
                "As of {day}, {judged} of {total} promises could be judged: {counts}. "
                "Met or on track are {kept} of {judged} ({share})."
            ),
            **told,
        )
    good = [line for line in brief.reported if line.now.verdict in KEPT and not warned(line.now)][:NAMED]
    if good:
        yield say(N_("Going well: {list}."), list=wording.joined(achieved(line, wording) for line in good))
    yield changes(brief, wording)


def achieved(line: Line, wording: Wording) -> str:
    """One indicator in half a sentence: what it reached, the rate, and how far ahead or behind."""
    a, say = line.now, wording.say
    facts = {"name": a.indicator.name, "period": latest_period(a, wording), "actual": marked(a, wording)}
    said = say(N_("{name} {actual} ({period})"), **facts)
    rate, _ = rates(a, wording)
    done = say(N_("{share} of the target"), share=rate) if rate else ""
    return wording.with_aside(said, done, position(a, wording))


def position(a: Assessment, wording: Wording) -> str:
    """Ahead of or behind what is asked for, in words."""
    points = ahead(a, wording)
    if points:
        if points[0] not in "+-":
            return wording.say(N_("level with the schedule"))
        sentence = N_("{points} ahead of schedule") if points[0] == "+" else N_("{points} behind schedule")
        return wording.say(sentence, points=points[1:])
    gap = a.standing.gap
    if gap is None or gap.value is None:
        return ""
    if gap.value == 0:
        return wording.say(N_("exactly as asked for"))
    if a.indicator.measure is Measure.RANK:
        sentence = N_("{amount} worse than asked for") if gap.value > 0 else N_("{amount} better than asked for")
    else:
        sentence = N_("{amount} above what is asked for") if gap.value > 0 else N_("{amount} below what is asked for")
    return wording.say(sentence, amount=wording.amount(gap.value, gap.unit, signed=True).lstrip("+-"))


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
    yield unlikely(brief, wording)
    if brief.unknown:
        n = brief.verdicts[Verdict.UNKNOWN]
        yield say(N_("{n} of {total} cannot be judged: {list}."), n=n, total=brief.total, list=reasons(brief, wording))
    late = [say(N_("{period}, expected on {day}"), period=due.period, day=due.day) for due in brief.missing]
    if late:
        yield say(N_("Releases are missing: {list}."), list=wording.joined(late[:NAMED]))


def unlikely(brief: Brief, wording: Wording) -> str:
    """What is on schedule today and where that is heading; nothing where there is no such promise."""
    if not brief.warned:
        return ""
    said = [wording.pair(wording.name(n.now.target.title), outcome(n.now, wording)) for n in brief.warned[:NAMED]]
    facts = {"n": len(brief.warned), "list": wording.joined(said)}
    return wording.say(N_("On schedule today, but unlikely to be kept at this course: {n}. {list}."), **facts)


def reasons(brief: Brief, wording: Wording, sentences: Mapping[str, str] = REASONS, other: str = OTHER_REASONS) -> str:
    """The promises that cannot be judged, counted by why, or by what would help; rare reasons are put together."""
    groups: dict[str, int] = {}
    for code, mine in brief.unknown:
        sentence = sentences.get(code, other)
        groups[sentence] = groups.get(sentence, 0) + len(mine)
    ordered = sorted(groups.items(), key=lambda group: group[0] == other)
    return wording.listed(wording.say(sentence, n=n) for sentence, n in ordered)


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
    said = [wording.pair(wording.name(line.now.target.title), each) for line, each in wanted if each]
    late = sum(m.verdict is Verdict.MISSED for unit in brief.behind for m in unit.milestones)
    if said:
        yield wording.say(N_("make up what is behind: {list}."), list=wording.joined(said[:FIRST]))
    elif late:
        yield wording.say(N_("finish what is late: {n}."), n=late)


def watching(brief: Brief, wording: Wording) -> Iterator[str]:
    """The deadlines that come next."""
    near = [due for due in brief.upcoming if due.kind != "release"]
    if near:
        facts = {"n": len(near), "day": near[0].day, "name": near[0].name}
        yield wording.say(N_("watch what is due: {n} within three months, first {name} ({day})."), **facts)


def clearing_up(brief: Brief, wording: Wording) -> Iterator[str]:
    """What would let the rest be judged."""
    if brief.unknown:
        todo = reasons(brief, wording, REMEDIES, OTHER_REMEDIES)
        yield wording.say(N_("make the rest judgeable: {list}."), list=todo)
