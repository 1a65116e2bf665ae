"""What one target's cells say: the promise, the latest observation, what is left, and what to know beside them."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.assessment.assess import Assessment
from tracker.assessment.required import Required
from tracker.domain.target import Stage
from tracker.render.catalogue import AIMS, EFFORT, N_, SPEAKS_OF
from tracker.render.wording import Wording

LIMITS = {"more-than": ">", "less-than": "<"}


def promise(stage: Stage, a: Assessment, wording: Wording) -> str:
    """One stage as it was promised, with its day."""
    return wording.with_aside(promised(stage, a, wording), deadline(stage, wording))


def promised(stage: Stage, a: Assessment, wording: Wording) -> str:
    """The number of a stage, or only its direction."""
    if stage.value is None:
        return wording.say(N_("higher") if a.indicator.higher_is_better else N_("lower"))
    low = wording.promised(stage.value, a.unit, bare=True)
    value = wording.promised(stage.value if stage.high is None else stage.high, a.unit)
    said = wording.say(AIMS[stage.aim], low=low, value=value)
    return wording.say(SPEAKS_OF[a.target.of], promised=said) if a.target.of in SPEAKS_OF else said


def deadline(stage: Stage, wording: Wording) -> str:
    """The period by whose end a stage is promised."""
    return wording.period(stage.by) if stage.by else wording.say(N_("no date"))


def actual(a: Assessment, wording: Wording) -> str:
    """The latest observation: printed digits as they are, computed ones rounded, a limit marked as one."""
    if a.latest is None:
        return ""
    value = a.latest.value
    text = wording.printed(value, a.unit) if a.latest.how == "printed" else wording.amount(value, a.unit)
    return LIMITS.get(a.latest.bound or "", "") + text


def latest_period(a: Assessment, wording: Wording) -> str:
    """The period of the latest observation."""
    return wording.period(a.latest.period) if a.latest else ""


def left(required: Required | None, wording: Wording) -> str:
    """What is still to be done; nothing once it is reached."""
    return wording.amount(required.left, required.unit) if required and required.left else ""


def effort(required: Required | None, wording: Wording) -> str:
    """What each remaining period must bring, beside what the periods so far brought."""
    if required is None or not required.left:
        return ""
    each, n = wording.amount(required.value, required.unit), wording.number(required.periods_left, 1)
    said = wording.say(EFFORT[required.per], each=each, n=n.removesuffix(".0"))
    if not required.average_so_far or required.value / required.average_so_far < 0:
        return said
    rate = wording.share(required.value / required.average_so_far, 0)
    return wording.say(N_("{effort} ({rate} of the average so far)"), effort=said, rate=rate)


def remarks(a: Assessment, wording: Wording, *, brief: bool = True) -> str:
    """Why a target cannot be judged, each reading's verdict, and its caveats."""
    return wording.joined(told(a, wording, brief=brief))


def told(a: Assessment, wording: Wording, *, brief: bool) -> Iterator[str]:
    """The remarks one by one; what is the reason is not said again."""
    reason = a.judgement.reason
    if reason:
        yield wording.caveat(reason, brief=brief)
    for reading, judgement in a.readings:
        yield wording.pair(wording.code(reading), wording.say_verdict(judgement.verdict))
    for caveat in a.caveats:
        if reason is None or caveat.code != reason.code:
            yield wording.caveat(caveat, brief=brief)
