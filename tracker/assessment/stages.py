"""The verdict of one stage: settled by its final figure, or judged by a rule while it runs."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tracker.assessment.aims import contradicts
from tracker.assessment.evidence import Observation
from tracker.assessment.pathway import Held
from tracker.assessment.rules import throughout
from tracker.assessment.rules.table import OURS, PUBLISHED, by_owner, by_rule
from tracker.assessment.sight import Sight
from tracker.assessment.verdict import Caveat, Judgement, Verdict, unknown
from tracker.domain.series import Bound
from tracker.domain.target import Of, When


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
        return settled, after(sight)
    if sight.latest is None:
        return unknown(sight.rule, "no-figures"), []
    return while_running(sight, sight.latest)


def left_open(sight: Sight) -> str | None:
    """What the promise itself leaves open."""
    if sight.stage.value is None:
        return "unquantified"
    return "undated" if sight.stage.by is None else None


def settle(sight: Sight) -> Judgement | None:
    """Met or missed for ever, once the deadline has passed and the final figure is in."""
    deadline, final = sight.stage.deadline, sight.final
    if deadline is None or sight.as_of < deadline:
        return None
    if final is not None and not final.bound:
        return Judgement(Verdict.MET if sight.kept_by(final) else Verdict.MISSED, "final")
    if final is not None and final.bound and contradicts(sight.stage, final.value, final.bound, higher=sight.higher):
        return Judgement(Verdict.MISSED, "final")
    if sight.reached and sight.way is Held.PRO_RATED:
        return Judgement(Verdict.MET, "final")
    latest = sight.latest
    if latest is None:
        return None
    code = "bound-only" if final is not None else "no-figure-yet"
    return unknown("final", code, by=sight.stage.by, latest=latest.period)


def after(sight: Sight) -> list[Caveat]:
    """What to know beside a settled verdict."""
    caveats = provisional([sight.final] if sight.final else [])
    if sight.final and sight.final.bound:
        caveats.append(Caveat.of("bound-only"))
    return caveats


def while_running(sight: Sight, latest: Observation) -> tuple[Judgement, list[Caveat]]:
    """The verdict by a rule; what is already reached is not put through a ratio."""
    caveats = provisional([latest])
    if latest.bound:
        return by_limit(sight, latest.value, latest.bound), caveats
    if not sight.in_window:
        return unknown(sight.rule, "no-figure-yet", by=sight.stage.by, latest=latest.period), caveats
    certain = sight.reached and sight.way is Held.PRO_RATED and sight.rule in OURS
    judgement = Judgement(Verdict.ON_TRACK, "reached") if certain else by_rule(sight)
    if sight.reached and judgement.rule == "pace":
        judgement = Judgement(Verdict.ON_TRACK, "reached")
    return judgement, [*caveats, *(reached_caveats(sight) if sight.reached else beside(sight))]


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


def slipping(sight: Sight) -> bool:
    """Whether the last observation is worse than the one before."""
    before, last = (o.value for o in sight.series[-2:])
    return last < before if sight.higher else last > before


def beside(sight: Sight) -> list[Caveat]:
    """What to know beside a verdict by a rule."""
    found = []
    if sight.way is Held.ALONG_PATH and sight.asked is None:
        found.append(Caveat.of("no-baseline"))
    if sight.way is Held.ALONG_PATH and any(sight.kept_by(o) for o in sight.series if not o.bound):
        found.append(Caveat.of("reached-then-lost"))
    return [*found, *effort_unknown(sight)]


def effort_unknown(sight: Sight) -> list[Caveat]:
    """Growth the rest of the year must bring, where last year's levels are missing to weigh it by."""
    latest = sight.latest
    if latest is None or not sight.promises_growth or sight.target.of is not Of.GROWTH or latest.period.is_year:
        return []
    base = latest.period.a_year_before()
    missing = [p for p in (base, base.whole_year()) if p not in sight.levels]
    return [Caveat.of("effort-needs", what=tuple(missing))] if missing else []


def provisional(observations: Sequence[Observation]) -> list[Caveat]:
    """Figures that are still to be replaced."""
    vintages = sorted({f.vintage for o in observations for f in o.figures if f.vintage.provisional})
    return [Caveat.of("provisional", vintages=tuple(vintages))] if vintages else []
