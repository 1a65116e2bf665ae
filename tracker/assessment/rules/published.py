"""The published rules as verdicts of ours: yearly figures in, the owner's word out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tracker.assessment.outlook import exact
from tracker.assessment.rules import destatis, escap, eurostat, open_sdg
from tracker.assessment.rules.case import Case, Judged, Point
from tracker.assessment.sight import Sight
from tracker.assessment.verdict import Caveat, Judgement, Verdict
from tracker.domain.indicator import Measure
from tracker.domain.target import Of, When

RULES: Mapping[str, Callable[[Case], Judged]] = {
    "eurostat": eurostat.judge,
    "open-sdg": open_sdg.judge,
    "destatis": destatis.judge,
    "escap": escap.judge,
}


def judge(sight: Sight) -> Judgement:
    """The owner's verdict on one stage; what the owner leaves unjudged is unknown, with the reason."""
    return as_judgement(sight.rule, RULES[sight.rule](case_of(sight)))


def case_of(sight: Sight) -> Case:
    """What a published rule is given; the base year is the declared baseline's, or the rule's own."""
    start, by = sight.target.baseline, sight.stage.by
    return Case(
        points=yearly(sight),
        target=sight.stage.value,
        target_year=by.year if by else None,
        higher_is_better=sight.higher,
        base_year=start.period.year if start else None,
        limit=sight.indicator.limit,
        keep_every_year=sight.target.when is When.THROUGHOUT,
    )


def yearly(sight: Sight) -> tuple[Point, ...]:
    """One figure a year: the whole year's, and of what is no flow the one at its end; a year under way has none yet."""
    flowing = sight.indicator.measure is Measure.FLOW and sight.target.of is Of.VALUE
    closed = (o for o in sight.series if not o.bound and (o.period.last.month, o.period.last.day) == (12, 31))
    return tuple({o.period.year: o.value for o in closed if o.period.is_year or not flowing}.items())


def as_judgement(rule: str, judged: Judged) -> Judgement:
    """The owner's answer in our words."""
    reason = Caveat.of(judged.reason.replace("_", "-")) if judged.reason and judged.verdict == Verdict.UNKNOWN else None
    return Judgement(
        Verdict(judged.verdict),
        rule,
        measure=None if judged.measure is None else exact(judged.measure),
        margin=None if judged.margin is None else exact(judged.margin),
        klass=judged.klass,
        reason=reason,
        steps=judged.lines,
    )
