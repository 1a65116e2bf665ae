"""What one target's cells say: the promise, the latest observation, what is left, and what to know beside them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tracker.assessment.assess import Assessment
from tracker.assessment.evidence import Observation
from tracker.assessment.required import Required, Step
from tracker.domain.indicator import Measure
from tracker.domain.quantity import places as decimals
from tracker.domain.quantity import to_places
from tracker.domain.target import Aim, Of, Stage
from tracker.domain.units import difference_unit
from tracker.render.catalogue import AIMS, AMONG_THE_FIRST, EFFORT, N_, SPEAKS_OF
from tracker.render.number_words import rounded, telling
from tracker.render.wording import Wording

PLACES = 2
"""Places of a computed value."""
COMPARED = frozenset({Of.GROWTH, Of.AVERAGE_GROWTH, Of.DIFFERENCE})
"""Promises whose number is compared as it stands, never as a quotient."""
LIMITS = {"more-than": ">", "less-than": "<"}


def promise(stage: Stage, a: Assessment, wording: Wording) -> str:
    """One stage as it was promised, with its day."""
    return wording.with_aside(promised(stage, a, wording), deadline(stage, wording))


def promised(stage: Stage, a: Assessment, wording: Wording) -> str:
    """The number of a stage with what it speaks of, or only its direction."""
    if stage.value is None:
        return wording.say(N_("higher") if a.indicator.higher_is_better else N_("lower"))
    said = bounds(stage, stage.value, a, wording)
    spoken_of = next((SPEAKS_OF[kind] for kind in (a.target.reading, a.target.of) if kind in SPEAKS_OF), None)
    return wording.say(spoken_of, promised=said) if spoken_of else said


def bounds(stage: Stage, value: Decimal, a: Assessment, wording: Wording) -> str:
    """The number of a stage and on which side of it the promise is kept."""
    low = wording.promised(value, a.unit, bare=True)
    if a.unit.kind == "rank" and stage.aim is Aim.AT_MOST:
        return wording.say(AMONG_THE_FIRST, n=low)
    high = wording.promised(value if stage.high is None else stage.high, a.unit)
    return wording.say(AIMS[stage.aim], low=low, value=high)


def deadline(stage: Stage, wording: Wording) -> str:
    """The period by whose end a stage is promised."""
    return wording.period(stage.by) if stage.by else wording.say(N_("no date"))


def actual(a: Assessment, wording: Wording) -> str:
    """The latest observation, a limit marked as one."""
    if a.latest is None:
        return ""
    return LIMITS.get(a.latest.bound or "", "") + observed(a.latest, a, wording)


def observed(observation: Observation, a: Assessment, wording: Wording) -> str:
    """One observation: printed digits as they are, computed ones rounded."""
    if observation.how == "printed":
        return wording.printed(observation.value, a.unit)
    return wording.amount(observation.value, a.unit, places(a, wording))


def asked_for(a: Assessment, wording: Wording) -> str:
    """What was asked for by the date the data cover."""
    return wording.amount(a.asked.value, a.unit, places(a, wording)) if a.asked else ""


def places(a: Assessment, wording: Wording) -> int:
    """The places with which what was reached and what was asked for do not read alike where they differ."""
    gap = a.standing.gap
    if gap is None or gap.value is None:
        return PLACES
    return telling(wording.shown(gap.value, gap.unit)[0], PLACES)


def latest_period(a: Assessment, wording: Wording) -> str:
    """The period of the latest observation."""
    return wording.period(a.latest.period) if a.latest else ""


def rates(a: Assessment, wording: Wording) -> tuple[str, str]:
    """How much is done and how much is due, for what is added up over its time; a level has no schedule beside it.

    A ratio has neither: what is done of it is no share of anything.
    """
    now = a.standing
    if now.completion is None or now.ahead is None:
        stands_alone = a.indicator.measure is Measure.STOCK
        return (wording.share(now.completion) if stands_alone else "", "")
    return (wording.share(now.completion), wording.share(now.schedule))


def ahead(a: Assessment, wording: Wording) -> str:
    """How far ahead of schedule, in percentage points; level where both shares read the same."""
    now = a.standing
    if now.ahead is None or now.completion is None or now.schedule is None:
        return ""
    alike = rounded(now.completion * 100, 1) == rounded(now.schedule * 100, 1) and not rounded(now.ahead, 1)
    return wording.points(Decimal(0) if alike else now.ahead)


def distance(a: Assessment, wording: Wording) -> str:
    """The gap with its sign; none at all is a bare nought, also among ranks."""
    gap = a.standing.gap
    if gap is None or gap.value is None:
        return ""
    return wording.amount(gap.value, gap.unit, signed=True) if gap.value else wording.number(Decimal(0))


def in_percent(a: Assessment, wording: Wording) -> str:
    """The gap in percent of what is asked for; of a rate, a lead or a rank there is none."""
    gap = a.standing.gap
    rate = a.indicator.measure in {Measure.GROWTH, Measure.RANK} or a.target.of in COMPARED
    if gap is None or gap.percent is None or rate:
        return ""
    return wording.number(gap.percent, 1, signed=True)


def left(a: Assessment, wording: Wording) -> str:
    """What is still to be done; nothing once it is reached."""
    required = a.standing.required
    if required is None or not required.left or required.per is Step.MEAN:
        return ""
    if (required.left > 0) is not a.indicator.higher_is_better:
        return ""
    return wording.amount(required.left, difference_unit(required.unit))


def effort(required: Required | None, wording: Wording) -> str:
    """What each remaining period must bring, beside what the periods so far brought."""
    if required is None or not required.left:
        return ""
    each, n = wording.amount(required.value, required.unit), wording.number(required.periods_left, 1)
    said = wording.say(EFFORT[required.per], each=each, n=n.removesuffix(".0"))
    if not required.average_so_far:
        return said
    rate = required.value / required.average_so_far
    if grows(required) or rate < 0:
        average = wording.amount(required.average_so_far, required.unit)
        return wording.say(N_("{effort} (so far {average})"), effort=said, average=average)
    return wording.say(N_("{effort} ({rate} of the average so far)"), effort=said, rate=wording.share(rate, 0))


def grows(required: Required) -> bool:
    """Whether the effort is a growth rate or a mean: such are not added up, nor shared out over periods."""
    return required.unit.kind == "percent" or required.per is Step.MEAN


def remarks(a: Assessment, wording: Wording, *, brief: bool = True) -> str:
    """Why a target cannot be judged, each reading's verdict, and its caveats."""
    return wording.joined(told(a, wording, brief=brief))


def told(a: Assessment, wording: Wording, *, brief: bool) -> Iterator[str]:
    """The remarks one by one; what is the reason is not said again."""
    reason = a.judgement.reason
    if reason:
        yield wording.caveat(reason, brief=brief)
    yield from under_each_reading(a, wording)
    for caveat in a.caveats:
        if reason is None or caveat.code != reason.code:
            yield wording.caveat(caveat, brief=brief)


def under_each_reading(a: Assessment, wording: Wording) -> Iterator[str]:
    """The verdict of each reading of an unsettled promise, once where they agree."""
    verdicts = {judgement.verdict for _, judgement in a.readings}
    if len(verdicts) == 1:
        yield wording.say(N_("under every reading: {verdict}"), verdict=wording.say_verdict(verdicts.pop()))
        return
    for reading, judgement in a.readings:
        yield wording.pair(wording.code(reading), wording.say_verdict(judgement.verdict))


def expected(a: Assessment, wording: Wording) -> str:
    """The value expected at the stage's end and the chance that the promise is kept: an answer beside the verdict."""
    found = a.outlook
    if found is None or a.latest is None:
        return ""
    digits = max(decimals(a.latest.value), decimals(a.stage.value or Decimal(0)))
    value = wording.amount(to_places(Decimal(repr(found.value)), digits), a.unit)
    chance = wording.share(Decimal(repr(found.probability)), 0)
    return wording.say(N_("{value}, chance {chance}"), value=value, chance=chance)
