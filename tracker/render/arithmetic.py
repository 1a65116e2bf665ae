"""How each number of an assessment came about, as sums that can be checked by hand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tracker.assessment.assess import Assessment
from tracker.assessment.pathway import Asked, Season
from tracker.assessment.required import Required, Step
from tracker.domain.period import Period
from tracker.domain.target import PathKind
from tracker.render.catalogue import N_
from tracker.render.cells import actual, asked_for, effort, grows, rates
from tracker.render.sheet import Column, Row, Sheet
from tracker.render.views import NAME
from tracker.render.wording import Wording

PLACES = 2


def arithmetic(a: Assessment, wording: Wording) -> Sheet:
    """Each number with its sum."""
    rows = tuple(Row((wording.say(name), sum_)) for name, sum_ in sums(a, wording))
    return Sheet(wording.say(N_("Arithmetic")), (Column(""), Column("", wraps=NAME)), rows)


def sums(a: Assessment, wording: Wording) -> Iterator[tuple[str, str]]:
    """Each sum with its result."""
    if a.asked and (way := way_along(a.asked, a, wording)):
        yield N_("asked by then"), f"{way} = {asked_for(a, wording)}"
    if a.latest is None:
        return
    yield from standing_sums(a, wording)
    if a.standing.required and a.standing.required.left:
        yield from effort_sums(a, a.latest.value, a.standing.required, wording)


def way_along(asked: Asked, a: Assessment, wording: Wording) -> str:
    """How a path leads to what is asked for; nothing where no sum was needed."""
    if asked.season:
        return by_season(asked, asked.season, a, wording)
    if asked.start is None or asked.end is None or asked.share is None or asked.path == PathKind.STEPS:
        return ""
    start, end = wording.amount(asked.start.value, a.unit), wording.amount(asked.end.value, a.unit)
    share = wording.share(asked.share, PLACES)
    if asked.path == PathKind.COMPOUND and asked.start.value > 0 and asked.end.value > 0:
        return f"{start} x ({end} / {start}) ^ {share}"
    return f"{start} + ({end} - {start}) x {share}" if asked.start.value else f"{end} x {share}"


def by_season(asked: Asked, season: Season, a: Assessment, wording: Wording) -> str:
    """Last year's position at this time of the year, moved by what this year asks beyond last year's close."""
    this_year = asked.value - season.position + season.close
    position, wanted, close = (wording.amount(n, a.unit) for n in (season.position, this_year, season.close))
    return f"{position} + {wanted} - {close}"


def standing_sums(a: Assessment, wording: Wording) -> Iterator[tuple[str, str]]:
    """The gap, the completion, and how far that is ahead of schedule."""
    standing, latest = a.standing, actual(a, wording)
    if standing.gap and standing.gap.value is not None and a.asked:
        result = wording.amount(standing.gap.value, standing.gap.unit, signed=True)
        yield N_("gap"), f"{latest} - {asked_for(a, wording)} = {result}"
    if rates(a, wording)[0] and standing.completion is not None and a.stage.value is not None:
        result = wording.share(standing.completion, PLACES)
        yield N_("completion"), f"{latest} / {wording.promised(a.stage.value, a.unit)} = {result}"
    if standing.ahead is not None:
        done, gone = wording.share(standing.completion, PLACES), wording.share(standing.schedule, PLACES)
        yield N_("ahead of schedule"), f"{done} - {gone} = {wording.points(standing.ahead, PLACES)}"


def effort_sums(a: Assessment, latest: Decimal, required: Required, wording: Wording) -> Iterator[tuple[str, str]]:
    """What is left, shared over the periods left."""

    def value(number: Decimal) -> str:
        return wording.amount(number, required.unit)

    if required.per is Step.MEAN and a.latest and a.stage.by:
        yield N_("pace needed"), mean_sum(a, a.latest.period, a.stage.by, required, wording)
        return
    if grows(required):
        yield N_("pace needed"), effort(required, wording)
        return
    per, n = wording.code(required.per), wording.number(required.periods_left, PLACES).removesuffix(".00")
    goal = wording.amount(latest + required.left, a.unit)
    yield N_("still to do"), f"{goal} - {actual(a, wording)} = {value(required.left)}"
    yield N_("pace needed"), f"{value(required.left)} / {n} = {value(required.value)} / {per}"
    if required.average_so_far:
        rate = wording.share(required.value / required.average_so_far, 0)
        yield N_("average so far"), f"{value(required.average_so_far)} / {per} ({rate})"
    if required.best_so_far is not None:
        yield N_("best so far"), f"{value(required.best_so_far)} / {per}"


def mean_sum(a: Assessment, gone: Period, whole: Period, required: Required, wording: Wording) -> str:
    """What the days left may average: the year's days at the goal, less the days gone at their mean, over the rest."""
    days, days_gone = ((p.last - p.first).days + 1 for p in (whole, gone))
    goal = wording.promised(a.stage.value, a.unit) if a.stage.value is not None else ""
    allowed = wording.amount(required.value, required.unit)
    return f"({goal} x {days} - {actual(a, wording)} x {days_gone}) / {days - days_gone} = {allowed}"
