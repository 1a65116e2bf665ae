"""One line for monitoring systems: the state, the count of each verdict, and performance data for every promise.

The form is that of the monitoring plugins' guidelines: 'label'=value[unit];warning;critical;least;most. A range tells
where no alert is due: `45:` is 45 and more, `~:10` is 10 and less, `30:40` lies between; `U` is a value not known.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Context, Decimal
from itertools import accumulate

from tracker.assessment.aims import upper
from tracker.assessment.assess import Assessment
from tracker.assessment.milestones import MilestoneAssessment
from tracker.assessment.notice import warned
from tracker.assessment.pathway import Held, held
from tracker.assessment.review import Review
from tracker.assessment.verdict import Verdict, count
from tracker.domain.target import Aim, Reading
from tracker.render.as_plain import clean
from tracker.render.order import WORST_FIRST

ROOM_FOR_WORDS = 500
STATES = ("OK", "WARNING", "CRITICAL", "UNKNOWN")
SHOWN = Context(prec=12)
LONGEST = 8000
"""Bytes of a line: Nagios Core reads 8 KB of what a plugin prints and would cut a value in two."""


def as_nagios(review: Review, code: int) -> str:
    """The line for a review that ends in a code from 0 to 3."""
    measured = [*map(of_target, review.targets), *map(of_milestone, review.milestones)]
    said, shown = counts(review.verdicts) + warnings(review), fitting(measured)
    left_out = f" (performance data of {len(shown)} of {len(measured)})" if len(shown) < len(measured) else ""
    return plugin_line(STATES[code], said + left_out, shown)


def plugin_line(state: str, said: str, measured: Sequence[str] = ()) -> str:
    """A state, what is said of it, and performance data; what would end the line or begin the data is a blank."""
    text = " ".join(clean(said).replace("|", " ").split())
    return f"TARGETS {state} - {text}{' | ' if measured else ''}{' '.join(measured)}\n"


def fitting(measured: Sequence[str]) -> list[str]:
    """As much performance data from the beginning as the line has room for."""
    ends = accumulate(len(one.encode()) + 1 for one in measured)
    return [one for one, end in zip(measured, ends, strict=True) if end <= LONGEST - ROOM_FOR_WORDS]


def counts(verdicts: Sequence[Verdict]) -> str:
    """How many there are of each verdict, worst first."""
    counted = count(verdicts)
    said = [f"{counted[v]} {v.value.replace('_', ' ')}" for v in WORST_FIRST if counted[v]]
    return ", ".join(said) or "nothing was selected"


def warnings(review: Review) -> str:
    """How many of those on track are unlikely to be kept."""
    n = sum(map(warned, review.targets))
    return f", {n} early warning{'s' if n > 1 else ''}" if n else ""


def of_target(a: Assessment) -> str:
    """The latest value, the range asked for by now, and the range outside which the rule no longer says at risk."""
    value = "U" if a.latest is None else number(a.latest.value) + ("%" if a.unit.symbol == "%" else "")
    return f"'{label(a.target.id)}'={value};{asked(a)};{no_worse_than_at_risk(a)}"


def of_milestone(m: MilestoneAssessment) -> str:
    """Deeds done, of none to all."""
    return f"'{label(m.milestone.id)}'={m.done};;;0;{m.total}"


def asked(a: Assessment) -> str:
    """The range asked for by now; empty where nothing is asked for."""
    if a.asked is None:
        return ""
    value, allowed, stage = a.asked.value, a.stage.allowance, a.stage
    if stage.aim in {Aim.BETWEEN, Aim.EXACTLY}:
        return f"{number(value - allowed)}:{number(max(value, upper(stage, value)) + allowed)}"
    return beyond(value - allowed if rises(a) else value + allowed, rising=rises(a))


def no_worse_than_at_risk(a: Assessment) -> str:
    """The range in which schedule or pace say at risk or better; empty where a rule looks at more than the value."""
    share = dict(a.judgement.thresholds).get(Verdict.AT_RISK)
    if a.asked is None or share is None or a.stage.aim in {Aim.BETWEEN, Aim.EXACTLY}:
        return ""
    if a.judgement.rule == "schedule":
        return beyond(last_at_risk(a, a.asked.value, share), rising=rises(a))
    if a.judgement.rule != "pace":
        return ""
    value, sign = a.asked.value, 1 if rises(a) else -1
    if a.start and held(a.target, a.indicator) is Held.ALONG_PATH and (value - a.start.value) * sign > 0:
        return beyond(a.start.value + share * (value - a.start.value), rising=rises(a))
    return beyond(value - sign * (1 - share) * abs(value), rising=rises(a))


def last_at_risk(a: Assessment, asked: Decimal, threshold: Decimal) -> Decimal:
    """The worst value the schedule calls at risk: by a share, by points of the goal, or by what it may be short."""
    if a.target.reading is Reading.CUMULATIVE:
        return asked * threshold
    running = held(a.target, a.indicator) is Held.PRO_RATED
    band = threshold * a.stage.value / 100 if running and a.stage.value is not None else threshold
    return asked + (band - a.stage.allowance) * (1 if rises(a) else -1)


def rises(a: Assessment) -> bool:
    """Whether the promise is kept by what is larger."""
    sides = {Aim.AT_LEAST: True, Aim.AT_MOST: False}
    return sides.get(a.stage.aim, a.indicator.higher_is_better)


def beyond(value: Decimal, *, rising: bool) -> str:
    """All from a value on, or all up to it."""
    return f"{number(value)}:" if rising else f"~:{number(value)}"


def number(value: Decimal) -> str:
    """A number without exponent, grouping or needless digits."""
    shown = f"{SHOWN.plus(value):f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def label(id_: str) -> str:
    """An id as a label: a quotation mark inside one is written twice."""
    return clean(id_).replace("'", "''").replace("=", " ").replace("|", " ")
