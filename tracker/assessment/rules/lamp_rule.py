"""A lamp rule applied to a promise: its measure, its colour with what the lamp remembers, and the verdict of that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from tracker.assessment.aims import share_of_asked
from tracker.assessment.pathway import Held
from tracker.assessment.rules.lamp_measures import growth_standing
from tracker.assessment.rules.lamp_memory import AMBERS, shown
from tracker.assessment.rules.lamp_presets import PRESETS
from tracker.assessment.rules.lamp_text import parse_lamp
from tracker.assessment.rules.lamps import COLOUR_VERDICTS, Lamp, judge_lamp
from tracker.assessment.rules.published import as_judgement
from tracker.assessment.sight import Sight
from tracker.assessment.standing import seen_until, standing
from tracker.assessment.verdict import Judgement, Verdict


def judge(sight: Sight, lamp: Lamp) -> Judgement:
    """The colour shown after everything observed so far, and the verdict it stands for."""
    judged = as_judgement(lamp.name, judge_lamp(lamp, MEASURED[lamp.measure](sight)))
    if not lamp.memory:
        return judged
    views = [seen_until(sight, n + 1) for n in range(len(sight.series))]
    history = [judge_lamp(lamp, MEASURED[lamp.measure](view)).klass or lamp.unjudgeable for view in views]
    amber = next((band.colour for band in lamp.bands if band.colour in AMBERS), "yellow")
    colour = shown(history, lamp.memory, amber)[-1]
    return judged._replace(klass=colour, verdict=Verdict(verdict_of(lamp, colour)))


def verdict_of(lamp: Lamp, colour: str) -> str:
    """What a colour means in a lamp."""
    own = next((band.verdict for band in lamp.bands if band.colour == colour), None)
    return own or (lamp.unjudgeable_verdict if colour == lamp.unjudgeable else COLOUR_VERDICTS.get(colour, "unknown"))


def gap_in_points(sight: Sight) -> Decimal | None:
    """How many points ahead: of a flow in per cent of its goal, of what is itself in per cent as it stands.

    Where lower is better, below what is asked for is ahead.
    """
    found, better = standing(sight).gap, 1 if sight.higher else -1
    if found is None or found.value is None:
        return None
    if sight.way is Held.PRO_RATED and sight.stage.value is not None:
        return found.value / sight.stage.value * 100 * better if sight.in_ratio else None
    return found.value * better if found.unit.kind in {"pp", "percent"} else None


def share_asked(sight: Sight) -> Decimal | None:
    """The value over what is asked for; where lower is better, 1 less the part by which it is above."""
    latest, asked = sight.latest, sight.held_against
    if latest is None or asked is None or asked <= 0:
        return None
    return share_of_asked(latest.value, asked, higher=sight.higher)


def growth(sight: Sight) -> Decimal | None:
    """Growth against the promise and against the peer, in the classes of the measure."""
    return growth_standing(sight.latest.value if sight.latest else None, sight.stage.value, sight.peer)


def months_late(sight: Sight) -> Decimal | None:
    """How many months of the path are missing; nothing where it is ahead."""
    gap = standing(sight).gap
    return None if gap is None or gap.months is None else max(-gap.months, Decimal(0))


MEASURED: Mapping[str, Callable[[Sight], Decimal | None]] = {
    "gap-pp": gap_in_points,
    "ratio": share_asked,
    "growth-vs-plan-and-peer": growth,
    "months-late": months_late,
}


def preset(name: str) -> Lamp:
    """A lamp that ships with the package."""
    return parse_lamp(name, PRESETS[name])
