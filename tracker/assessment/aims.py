"""When a value keeps a promise, and by how much it falls short."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TypeAlias

from tracker.domain.quantity import half_width
from tracker.domain.series import Bound
from tracker.domain.target import Aim, Stage

Shortfall: TypeAlias = Callable[
    [Stage, Decimal, Decimal, int], Decimal
]  # stage, its number, the value, better: 1 or -1
NOTHING = Decimal(0)


def shortfall(stage: Stage, value: Decimal, *, higher: bool) -> Decimal:
    """How far a value is from keeping a quantified stage, in its unit; nothing or less where it keeps it."""
    goal = stage.value if stage.value is not None else NOTHING
    return SHORTFALLS[stage.aim](stage, goal, value, 1 if higher else -1)


def keeps(stage: Stage, value: Decimal, *, higher: bool) -> bool:
    """Whether a value keeps a quantified stage."""
    return shortfall(stage, value, higher=higher) <= 0


def at_least(stage: Stage, goal: Decimal, value: Decimal, _: int) -> Decimal:
    """Below the number, less what is tolerated."""
    return goal - stage.allowance - value


def at_most(stage: Stage, goal: Decimal, value: Decimal, _: int) -> Decimal:
    """Above the number, less what is tolerated."""
    return value - stage.allowance - goal


def about(stage: Stage, goal: Decimal, value: Decimal, better: int) -> Decimal:
    """Short of the number on the worse side only, less what is tolerated."""
    return (goal - value) * better - stage.allowance


def between(stage: Stage, goal: Decimal, value: Decimal, _: int) -> Decimal:
    """Outside the two numbers, both included."""
    return max(goal - value, value - upper(stage, goal)) - stage.allowance


def exactly(stage: Stage, goal: Decimal, value: Decimal, _: int) -> Decimal:
    """Off the number by more than the printed digits, or what is tolerated, leave open."""
    return abs(value - goal) - max(stage.allowance, half_width(goal))


SHORTFALLS: Mapping[Aim, Shortfall] = {
    Aim.AT_LEAST: at_least,
    Aim.AT_MOST: at_most,
    Aim.ABOUT: about,
    Aim.BETWEEN: between,
    Aim.EXACTLY: exactly,
}


def upper(stage: Stage, goal: Decimal) -> Decimal:
    """The upper number of a promise between two, or its only one."""
    return goal if stage.high is None else stage.high


def contradicts(stage: Stage, value: Decimal, bound: Bound, *, higher: bool = True) -> bool:
    """Whether a printed limit rules a promise out: no value beyond the limit keeps it."""
    goal = stage.value if stage.value is not None else NOTHING
    one_sided = {Aim.ABOUT: Aim.AT_LEAST if higher else Aim.AT_MOST}
    aim = one_sided.get(stage.aim, stage.aim)
    if bound is Bound.MORE_THAN:
        return aim is not Aim.AT_LEAST and value >= upper(stage, goal) + stage.allowance
    return aim is not Aim.AT_MOST and value <= goal - stage.allowance


def share_of_asked(value: Decimal, asked: Decimal, *, higher: bool) -> Decimal:
    """1 where a value is just what is asked for, less by the part of it that is missing; also for zero and below."""
    ahead = value - asked if higher else asked - value
    if asked == 0:
        return Decimal(1) if ahead >= 0 else NOTHING
    return 1 + ahead / abs(asked)
