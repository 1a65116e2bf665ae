"""Rule `schedule`: how a promise stands today by the office's own reckoning, the time-proportional schedule.

A year's flow is held against the share of the year gone by; a growth, a difference and a rank against the goal as it
stands; a ratio or a level against what its year asks for; a growth over several years against its part of them.
Read off the verdicts that planning and supervision offices print.
"""

from __future__ import annotations

from decimal import Decimal

from tracker.assessment.aims import share_of_asked, shortfall, upper
from tracker.assessment.observations import as_printed
from tracker.assessment.pathway import Asked, Held
from tracker.assessment.sight import Sight
from tracker.assessment.verdict import Judgement, Verdict, banded, unknown
from tracker.domain.quantity import places, to_places
from tracker.domain.target import Aim, Reading, Tolerance

NAME = "schedule"
REACHED = "reached"
"""The class of a ratio or a level that keeps its promise before its day; it may be lost again."""
NOTHING = Decimal(0)


def judge(sight: Sight) -> Judgement:
    """On track at what is asked for by now or better, at risk within the office's band below it, else off track."""
    if sight.latest is None or sight.asked is None:
        return unknown(NAME, "no-path")
    value = as_printed(sight.latest, sight.stage.value)
    if sight.target.reading is Reading.CUMULATIVE:
        return by_part(sight, value, sight.asked)
    if sight.way is Held.PRO_RATED:
        return by_share(sight, value, sight.asked)
    if sight.way is Held.AS_IT_STANDS:
        return held_as_it_stands(sight, value)
    return by_level(sight, value, sight.asked)


def by_share(sight: Sight, value: Decimal, asked: Asked) -> Judgement:
    """The share done against the share due, both to a tenth of a point, as they are read; a tie is on track."""
    stage, goal = sight.stage, sight.stage.value
    if goal is None or goal <= 0:
        return by_difference(asked.value - value if rising(sight) else value - asked.value)
    if past_its_end(sight, value):
        return Judgement(Verdict.OFF_TRACK, NAME, klass="exceeded")
    sign = 1 if rising(sight) else -1
    done, due = points(value, goal), points(asked.value, goal)
    ahead = (done - points(asked.value * (1 - sign * stage.allowance / goal), goal)) * sign
    return banded(NAME, ahead, NOTHING, -due * (1 - sight.thresholds.schedule_at_risk))


def rising(sight: Sight) -> bool:
    """Whether a flow has to come to at least as much as is asked, and not stay below it."""
    return sight.stage.aim is Aim.AT_LEAST or (sight.stage.aim is not Aim.AT_MOST and sight.higher)


def past_its_end(sight: Sight, value: Decimal) -> bool:
    """Whether a running total is already past the most it may come to; it cannot fall again."""
    stage = sight.stage
    if stage.value is None or stage.aim is Aim.AT_LEAST or (stage.aim is Aim.ABOUT and sight.higher):
        return False
    return value > upper(stage, stage.value) + stage.allowance


def held_as_it_stands(sight: Sight, value: Decimal) -> Judgement:
    """A rate against the goal itself, never pro-rated: equal keeps it, and no quotient is taken."""
    short = shortfall(sight.stage, value, higher=sight.higher)
    return banded(NAME, -short, NOTHING, -band_of(sight, sight.thresholds.schedule_growth_at_risk, sight.stage.value))


def by_level(sight: Sight, value: Decimal, asked: Asked) -> Judgement:
    """A ratio or a level against what is asked of it, at the digits that are printed."""
    due = to_digits(asked.value, value, sight.stage.value)
    if due == sight.stage.value:
        short = shortfall(sight.stage, value, higher=sight.higher)
    else:
        short = max((due - value) * (1 if rising(sight) else -1), far_end(sight, value))  # tolerated at the end alone
    judgement = banded(NAME, -short, NOTHING, -band_of(sight, sight.thresholds.schedule_level_at_risk, due))
    if sight.reached:
        return judgement._replace(verdict=Verdict.ON_TRACK, klass=REACHED)
    return judgement


def far_end(sight: Sight, value: Decimal) -> Decimal:
    """How far a value is past the far end of a promise between two numbers, or of exactly one."""
    stage = sight.stage
    if stage.value is None or stage.aim not in {Aim.BETWEEN, Aim.EXACTLY}:
        return Decimal("-Infinity")
    past = value - upper(stage, stage.value) if sight.higher else stage.value - value
    return past - stage.allowance


def by_part(sight: Sight, value: Decimal, asked: Asked) -> Judgement:
    """What has been done so far against its part of a growth over several years."""
    due = to_digits(asked.value, value, sight.stage.value)
    made = share_of_asked(value, due, higher=rising(sight))
    return banded(NAME, made, Decimal(1), sight.thresholds.schedule_cumulative_at_risk)


def by_difference(short: Decimal) -> Judgement:
    """Of nought or less there are no shares: the difference alone, on track or off it."""
    verdict = Verdict.ON_TRACK if short <= 0 else Verdict.OFF_TRACK
    return Judgement(verdict, NAME, -short, ((Verdict.ON_TRACK, NOTHING),), -short)


def band_of(sight: Sight, tolerance: Tolerance, value: Decimal | None) -> Decimal:
    """How far below is still at risk: points where the number is in per cent, otherwise a part of what is asked."""
    if not tolerance.relative and sight.unit.kind not in {"percent", "pp"}:
        tolerance = sight.thresholds.schedule_level_at_risk
    return tolerance.allowance(value) if value is not None and (value > 0 or not tolerance.relative) else NOTHING


def points(part: Decimal, whole: Decimal) -> Decimal:
    """A share in per cent to a tenth, as it is printed and read."""
    return to_places(part / whole * 100, 1)


def to_digits(asked: Decimal, value: Decimal, goal: Decimal | None) -> Decimal:
    """What is asked for at the digits of the figure or the goal, whichever prints more."""
    return to_places(asked, max(places(value), places(goal or NOTHING)))
