"""What was promised: targets with their stages, and milestones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from tracker.domain.elapsed import Convention
from tracker.domain.location import Location
from tracker.domain.period import Period
from tracker.domain.words import Words

_NUMBER = re.compile("[1-9][0-9]{0,5}")


class Aim(StrEnum):
    """How a value is held against the promised one; at-least and at-most include the number itself."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    ABOUT = "about"
    BETWEEN = "between"
    EXACTLY = "exactly"


class Of(StrEnum):
    """What the promised number speaks of."""

    VALUE = "value"
    GROWTH = "growth"
    AVERAGE_GROWTH = "average-growth"
    INCREASE = "increase"
    TOTAL = "total"
    DIFFERENCE = "difference"


class Reading(StrEnum):
    """How a growth promise with a horizon of several years is meant."""

    IN_YEAR = "in-year"
    EVERY_YEAR = "every-year"
    AVERAGE = "average"
    CUMULATIVE = "cumulative"
    UNSETTLED = "unsettled"


class When(StrEnum):
    """Judged at the stage's end, or in every observation until then."""

    BY = "by"
    THROUGHOUT = "throughout"


class PathKind(StrEnum):
    """What is asked for between two stages."""

    EVEN = "even"
    COMPOUND = "compound"
    STEPS = "steps"
    LAST_YEAR = "last-year"
    PLAN = "plan"


class Tolerance(NamedTuple):
    """How far off still counts as kept: a share of the value, or an amount in the target's own unit.

    `assumed` marks one that nobody declared: the customary one of a promise of "about".
    """

    amount: Decimal
    relative: bool
    assumed: bool = False

    def allowance(self, value: Decimal) -> Decimal:
        """The amount allowed around one promised value, in its unit."""
        return abs(value) * self.amount / 100 if self.relative else self.amount


class Stage(NamedTuple):
    """One step of a promise; without `by` it is undated, without `value` it is unquantified."""

    by: Period | None
    value: Decimal | None
    aim: Aim
    high: Decimal | None = None
    tolerance: Tolerance | None = None

    @property
    def deadline(self) -> date | None:
        """The last day on which the promise can still be kept."""
        return self.by.last if self.by else None

    @property
    def allowance(self) -> Decimal:
        """How far off still counts as kept, in the target's unit; nothing where no tolerance is declared."""
        if self.tolerance is None or self.value is None:
            return Decimal(0)
        return self.tolerance.allowance(self.value)


class Checkpoint(NamedTuple):
    """A value asked for at one point of an explicit path."""

    by: Period
    value: Decimal


class Baseline(NamedTuple):
    """Where a path starts; without a value, the figure recorded for that period."""

    period: Period
    value: Decimal | None


class InForce(NamedTuple):
    """The days on which a target was the valid one; open ends are None."""

    since: date | None = None
    until: date | None = None

    def on(self, day: date) -> bool:
        """Whether the target was the valid one on that day."""
        return not (self.since and day < self.since) and not (self.until and day > self.until)


class Responsibility(NamedTuple):
    """Who answers for a promise, and the labels it is grouped by."""

    lead: Words | None = None
    supporting: tuple[Words, ...] = ()
    leader: Words | None = None
    chain: Words | None = None
    tags: tuple[str, ...] = ()


class Target(NamedTuple):
    """A promise about one indicator, in stages; values are in its unit, growth in %, percentages compared in pp."""

    id: str
    indicator: str
    title: Words
    policy: str
    region: Words
    of: Of
    aim: Aim | None
    stages: tuple[Stage, ...]
    location: Location
    reading: Reading | None = None
    when: When = When.BY
    since: Period | None = None
    path: PathKind = PathKind.EVEN
    checkpoints: tuple[Checkpoint, ...] = ()
    schedule: Convention = Convention.MONTHS
    baseline: Baseline | None = None
    peer: str | None = None
    rule: str | None = None
    in_force: InForce = InForce()
    issued: date | None = None
    replaces: str | None = None
    reason: Words | None = None
    responsibility: Responsibility = Responsibility()
    nature: str | None = None
    strength: str | None = None
    locator: str | None = None
    note: Words | None = None


class Milestone(NamedTuple):
    """A deed, or a list of deeds, by a day; `count` stands for a list whose items are not named."""

    id: str
    name: Words
    policy: str
    region: Words
    by: Period | None
    items: tuple[Words, ...]
    count: int | None  # type: ignore[assignment]  # a tuple's own count is of no use here
    open_list: bool
    location: Location
    responsibility: Responsibility = Responsibility()
    locator: str | None = None
    note: Words | None = None

    @property
    def total(self) -> int:
        """How many deeds are promised by name or by count; a milestone of one deed counts one."""
        return self.count or len(self.items) or 1

    def number_of(self, item: str) -> str | None:
        """The number of a deed that is called by it or by its name; None for one that is not of this milestone."""
        named = (str(place) for place, words in enumerate(self.items, 1) if item in {words.zh, words.en})
        numbered = _NUMBER.fullmatch(item) and int(item) <= self.total
        return next(named, None) or (item if numbered else None)


class Project(NamedTuple):
    """A construction or investment project; money is in `unit`, yearly plans by year."""

    id: str
    name: Words
    policy: str
    region: Words
    kind: str | None
    total_investment: Decimal | None
    unit: str | None
    annual_plan: Mapping[str, Decimal]
    planned: Mapping[str, Period]
    adds: Mapping[str, object] | None
    location: Location
    responsibility: Responsibility = Responsibility()
    locator: str | None = None
    note: Words | None = None
