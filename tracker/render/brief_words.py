"""A leader's page put in words: its heading, its lamps, its three parts, notes and sources."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tracker.assessment.pathway import Held, held
from tracker.assessment.verdict import Verdict
from tracker.domain.indicator import Source
from tracker.render.brief import Brief
from tracker.render.brief_page import Lamp, Page, Part
from tracker.render.brief_sentences import next_steps, problems, progress
from tracker.render.brief_tables import coming, indicators, lagging
from tracker.render.catalogue import N_
from tracker.render.chart import drawing
from tracker.render.wording import Wording


def page(brief: Brief, wording: Wording) -> Page:
    """The whole page for one reader."""
    say = wording.say
    name = wording.name(brief.review.portfolio.name)
    return Page(
        wording.lang,
        brief.title or (say(N_("{name}: progress of policy targets"), name=name)),
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
                (coming(brief, wording),) if brief.upcoming else (),
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
    known = N_("with the figures known on {day}") if review.known_at else N_("with all figures on record")
    yield say(known, day=review.known_at)
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


def notes(brief: Brief, wording: Wording) -> Iterator[str]:
    """What must be known beside the figures: shares of what, schedules, and figures that are not final."""
    say = wording.say
    yield say(N_("Shares are of what could be judged, of unknown ones of all."))
    if any(held(line.now.target, line.now.indicator) is Held.PRO_RATED for line in brief.main):
        sentence = N_("Running totals are held against the share of the year gone by; rates and ranks as they stand.")
        yield say(sentence)
    if brief.provisional:
        names = wording.listed(dict.fromkeys(wording.name(line.now.indicator.name) for line in brief.provisional))
        yield say(N_("Not final: {list}."), list=names)
    behind = [line for unit in brief.behind for line in unit.targets]
    if any(line.now.outlook for line in (*behind, *brief.warned)):
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
