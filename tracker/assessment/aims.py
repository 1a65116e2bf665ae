"""When a value keeps a promise, and by how much it falls short."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TypeAlias

from tracker.domain.quantity import half_width
from tracker.domain.series import Bound
from tracker.domain.target import Aim, Stage

Shortfall: TypeAlias = Callable[[Stage, Decimal, Decimal, bool], Decimal]
NOTHING = Decimal(0)


def shortfall(stage: Stage, value: Decimal, *, higher: bool) -> Decimal:
    """How far a value is from keeping a quantified stage, in its unit; nothing where it keeps it."""
    goal = stage.value if stage.value is not None else NOTHING
    return max(SHORTFALLS[stage.aim](stage, goal, value, higher), NOTHING)


def keeps(stage: Stage, value: Decimal, *, higher: bool) -> bool:
    """Whether a value keeps a quantified stage."""
    return shortfall(stage, value, higher=higher) == 0


def at_least(stage: Stage, goal: Decimal, value: Decimal, _: bool) -> Decimal:
    """Below the number, less what is tolerated."""
    return goal - stage.allowance - value


def at_most(stage: Stage, goal: Decimal, value: Decimal, _: bool) -> Decimal:
    """Above the number, less what is tolerated."""
    return value - stage.allowance - goal


def about(stage: Stage, goal: Decimal, value: Decimal, higher: bool) -> Decimal:  # noqa: FBT001 -- a row of the table
    """Short of the number on the worse side only, less what is tolerated."""
    return at_least(stage, goal, value, higher) if higher else at_most(stage, goal, value, higher)


def between(stage: Stage, goal: Decimal, value: Decimal, higher: bool) -> Decimal:  # noqa: FBT001 -- a row of the table
    """Outside the two numbers, both included."""
    high = stage.high if stage.high is not None else goal
    return max(at_least(stage, goal, value, higher), value - stage.allowance - high)


def exactly(stage: Stage, goal: Decimal, value: Decimal, _: bool) -> Decimal:
    """Off the number by more than the printed digits, or what is tolerated, leave open."""
    return abs(value - goal) - max(stage.allowance, half_width(goal))


SHORTFALLS: Mapping[Aim, Shortfall] = {
    Aim.AT_LEAST: at_least,
    Aim.AT_MOST: at_most,
    Aim.ABOUT: about,
    Aim.BETWEEN: between,
    Aim.EXACTLY: exactly,
}


def contradicts(stage: Stage, value: Decimal, bound: Bound) -> bool:
    """Whether a printed limit rules a promise out: more than what may be at most, or less than what must be at least."""
    goal = stage.value if stage.value is not None else NOTHING
    if bound is Bound.MORE_THAN:
        return stage.aim is Aim.AT_MOST and value >= goal + stage.allowance
    return stage.aim is Aim.AT_LEAST and value <= goal - stage.allowance


def share_of_asked(value: Decimal, asked: Decimal, *, higher: bool) -> Decimal:
    """1 where a value is just what is asked for, less by the part of it that is missing; also for zero and below."""
    ahead = value - asked if higher else asked - value
    if asked == 0:
        return Decimal(1) if ahead >= 0 else NOTHING
    return 1 + ahead / abs(asked)
