"""The verdict of one stage: settled by its final figure, or judged by a rule while it runs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from tracker.assessment.aims import contradicts
from tracker.assessment.evidence import Observation, ending_within
from tracker.assessment.growth import COMPOUNDED
from tracker.assessment.pathway import Asked, Held
from tracker.assessment.rules import schedule, throughout
from tracker.assessment.rules.table import OURS, PUBLISHED, by_lamp, by_owner
from tracker.assessment.sight import Sight
from tracker.assessment.verdict import Caveat, Judgement, Verdict, unknown
from tracker.domain.indicator import Measure
from tracker.domain.quantity import Quantity
from tracker.domain.series import Bound
from tracker.domain.target import Of, PathKind, When
from tracker.domain.units import difference_unit

FINAL = "final"
DAY = timedelta(days=1)
ENDED = {Verdict.ON_TRACK: Verdict.MET, Verdict.OFF_TRACK: Verdict.MISSED}
"""What a lamp's verdicts become once the stage has ended; amber stays what it is."""


def judge_stage(sight: Sight) -> tuple[Judgement, list[Caveat]]:
    """One stage on one day, with what a reader must know beside it."""
    if sight.rule in PUBLISHED:
        judgement = by_owner(sight)
        return judgement, [] if judgement.reason or sight.latest is None else provisional([sight.latest])
    open_question = left_open(sight)
    if open_question:
        return unknown(sight.rule, open_question), []
    if sight.target.when is When.THROUGHOUT:
        return throughout.judge(sight)
    if settled := settle(sight):
        return settled, [*after(sight), *assumed(sight)]
    if sight.latest is None:
        return nothing_yet(sight), []
    judgement, caveats = while_running(sight, sight.latest)
    return judgement, [*caveats, *assumed(sight)]


def nothing_yet(sight: Sight) -> Judgement:
    """Why nothing is judged: no figure at all, or none yet of the months a promise speaks of."""
    known = max((p for p in sight.figures if p.last <= sight.as_of), default=None)
    if known is None or sight.own_months is None:
        return unknown(sight.rule, "no-figures")
    return unknown(sight.rule, "no-figure-yet", by=sight.stage.by, latest=known)


def left_open(sight: Sight) -> str | None:
    """What the promise itself leaves open."""
    if sight.stage.value is None:
        return "unquantified"
    return "undated" if sight.stage.by is None else None


def settle(sight: Sight) -> Judgement | None:
    """Met or missed for ever, once the deadline has passed and the final figure is in; a lamp shows its colour."""
    deadline, final = sight.stage.deadline, sight.final
    if deadline is None or sight.as_of < deadline:
        return None
    if final is not None and not final.bound:
        return by_final(sight, final)
    if final is not None and final.bound and contradicts(sight.stage, final.value, final.bound, higher=sight.higher):
        return Judgement(Verdict.MISSED, FINAL)
    if sight.reached and sight.way is Held.PRO_RATED:
        return Judgement(Verdict.MET, FINAL)
    latest = sight.latest
    if latest is None:
        return None
    code = "bound-only" if final is not None else "no-figure-yet"
    return unknown(FINAL, code, by=sight.stage.by, latest=latest.period)


def by_final(sight: Sight, final: Observation) -> Judgement:
    """What the final figure gives: met or missed, the colour of a lamp, or at risk within a band an office keeps."""
    view = at_the_end(sight, final)
    if sight.rule not in OURS:
        judgement = by_lamp(view)
        return judgement._replace(verdict=ENDED.get(judgement.verdict, judgement.verdict))
    if sight.kept_by(final):
        return Judgement(Verdict.MET, FINAL)
    if sight.thresholds.keeps_band and (banded := schedule.judge(view)).verdict is Verdict.AT_RISK:
        return banded
    return Judgement(Verdict.MISSED, FINAL)


def at_the_end(sight: Sight, final: Observation) -> Sight:
    """The stage as its final figure closed it, held against the promise itself."""
    end = final.period.last
    before, beside = ending_within(sight.series, date.min, end - DAY), ending_within(sight.series, end, end)
    asked = Asked(sight.stage.value, end, Held.AS_IT_STANDS) if sight.stage.value is not None else None
    return sight._replace(series=(*before, *(o for o in beside if o is not final), final), asked=asked)


def after(sight: Sight) -> list[Caveat]:
    """What to know beside a settled verdict."""
    caveats = provisional([sight.final] if sight.final else [])
    if sight.final and sight.final.bound:
        caveats.append(Caveat.of("bound-only"))
    return caveats


def while_running(sight: Sight, latest: Observation) -> tuple[Judgement, list[Caveat]]:
    """The verdict by a rule; a running total that has reached its promise cannot lose it again, and has kept it."""
    caveats = provisional([latest])
    if latest.bound:
        return by_limit(sight, latest.value, latest.bound), caveats
    if not sight.in_window or (not sight.reached and unmoved(sight, latest)):
        return unknown(sight.rule, "no-figure-yet", by=sight.stage.by, latest=latest.period), caveats
    if sight.rule not in OURS:
        return by_lamp(sight), [*caveats, *beside(sight)]
    if sight.reached and sight.way is Held.PRO_RATED:
        return Judgement(Verdict.MET, FINAL), [*caveats, Caveat.of("early")]
    judgement = OURS[sight.rule](sight)
    if sight.reached and judgement.rule == "pace":
        judgement = Judgement(Verdict.ON_TRACK, "pace", klass=schedule.REACHED)
    return judgement, [*caveats, *(reached_caveats(sight) if sight.reached else beside(sight))]


def unmoved(sight: Sight, latest: Observation) -> bool:
    """Whether nothing has been observed since a level's path began."""
    return sight.way is Held.ALONG_PATH and sight.start is not None and latest.period.last <= sight.start.day


def by_limit(sight: Sight, value: Decimal, bound: Bound) -> Judgement:
    """A printed limit can only rule a promise out: for a running total, one that is already above its ceiling."""
    running = sight.way is Held.ALONG_PATH or (sight.way is Held.PRO_RATED and bound is Bound.LESS_THAN)
    if not running and contradicts(sight.stage, value, bound, higher=sight.higher):
        return Judgement(Verdict.OFF_TRACK, "bound")
    return unknown(sight.rule, "bound-only")


def reached_caveats(sight: Sight) -> list[Caveat]:
    """A value that is already reached is said to be so, and whether it is slipping."""
    if len(sight.series) > 1 and sight.way is not Held.PRO_RATED and slipping(sight):
        return [Caveat.of("reached-worsening")]
    return [Caveat.of("reached")]


def on_its_way(sight: Sight) -> list[Observation]:
    """The observations since a path's start, each of them printed as a figure."""
    return [o for o in sight.series if not o.bound and not (sight.start and o.period.last <= sight.start.day)]


def assumed(sight: Sight) -> list[Caveat]:
    """The tolerance a promise of "about" is held by where none was declared, and where that settles it."""
    tolerance, latest, asked = sight.stage.tolerance, sight.latest, sight.held_against
    if tolerance is None or not tolerance.assumed or latest is None or asked is None:
        return []
    short = (asked - latest.value) * (1 if sight.higher else -1)
    if sight.way is Held.ALONG_PATH and asked != sight.stage.value:
        return []
    if not 0 < short <= sight.stage.allowance:
        return []
    return [Caveat.of("tolerance-assumed", amount=Quantity(sight.stage.allowance, difference_unit(sight.unit)))]


def by_last_year(sight: Sight) -> bool:
    """Whether what is asked for follows last year."""
    return sight.asked is not None and sight.asked.path == PathKind.LAST_YEAR


def slipping(sight: Sight) -> bool:
    """Whether the last observation is worse than the one before."""
    before, last = (o.value for o in sight.series[-2:])
    return last < before if sight.higher else last > before


def beside(sight: Sight) -> list[Caveat]:
    """What to know beside a verdict by a rule."""
    found = []
    if sight.way is Held.ALONG_PATH and sight.start is None:
        found.append(Caveat.of("no-baseline"))
    if sight.way is Held.PRO_RATED and sight.target.path is PathKind.LAST_YEAR and not by_last_year(sight):
        found.append(Caveat.of("last-year-missing"))
    if sight.way is Held.ALONG_PATH and any(sight.kept_by(o) for o in on_its_way(sight)):
        found.append(Caveat.of("reached-then-lost"))
    return [*found, *effort_unknown(sight)]


def effort_unknown(sight: Sight) -> list[Caveat]:
    """Growth the rest of the year must bring, where last year's levels are missing to weigh it by."""
    latest = sight.latest
    if latest is None or sight.target.reading in COMPOUNDED or latest.period.is_year:
        return []
    if not sight.promises_growth or sight.target.of in {Of.DIFFERENCE, Of.AVERAGE_GROWTH}:
        return []
    base = latest.period.a_year_before()
    rates = sight.indicator.measure is Measure.GROWTH
    missing = [p for p in (base, base.whole_year()) if rates or p not in sight.figures]
    code = "effort-needs-levels" if rates else "effort-needs"
    return [Caveat.of(code, what=tuple(missing))] if missing else []


def provisional(observations: Sequence[Observation]) -> list[Caveat]:
    """Figures that are still to be replaced."""
    vintages = sorted({f.vintage for o in observations for f in o.figures if f.vintage.provisional})
    return [Caveat.of("provisional", vintages=tuple(vintages))] if vintages else []
