"""The contract other programs build on: assessments as plain values, every key always there, unknown is null."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

from tracker.assessment.assess import Assessment, StageAssessment
from tracker.assessment.milestones import MilestoneAssessment
from tracker.assessment.review import Review
from tracker.assessment.verdict import Caveat, Verdict, count
from tracker.domain.location import Location
from tracker.domain.target import Responsibility, Stage
from tracker.domain.words import Words
from tracker.render.wording import Wording

Plain: TypeAlias = dict[str, Any]
SCHEMA = "tracker.assessment/1"
ENGLISH = Wording()
"""Sentences inside machine formats are English whatever the reader's language: their keys and codes never change."""


def envelope(  # noqa: PLR0913  each is a key of the document, except `previous`
    review: Review,
    *,
    tool_version: str,
    generated_at: datetime,
    inputs_sha256: str,
    exit_code: int,
    previous: Mapping[str, Verdict] | None = None,
) -> Plain:
    """A whole review: what was asked, the count of each verdict, and every target and milestone by id."""
    return {
        "schema": SCHEMA,
        "tool_version": tool_version,
        "generated_at": generated_at.isoformat(timespec="seconds"),
        "as_of": day(review.as_of),
        "known_at": day(review.known_at),
        "workspace": ENGLISH.name(review.portfolio.name),
        "inputs_sha256": inputs_sha256,
        "exit_code": exit_code,
        "summary": summary(review),
        "targets": [target(a, previous) for a in sorted(review.targets, key=lambda a: a.target.id)],
        "milestones": [milestone(m) for m in sorted(review.milestones, key=lambda m: m.milestone.id)],
        "problems": list(review.portfolio.notices),
    }


def summary(review: Review) -> Plain:
    """A count for each verdict, and how many there are in all."""
    counted = {verdict.value: n for verdict, n in count(review.verdicts).items()}
    return {**counted, "total": len(review.verdicts)}


def target(a: Assessment, previous: Mapping[str, Verdict] | None = None) -> Plain:
    """One target, beside the verdict it had before where that is known."""
    t, gap, required = a.target, a.standing.gap, a.standing.required
    dated = [s for s in t.stages if s.by]
    last = max(dated, key=lambda s: s.deadline or date.min, default=a.stage)
    return {
        **who(t.id, t.title, t.policy, t.region, t.responsibility),
        "indicator": t.indicator,
        "measure": a.indicator.measure.value,
        "unit": a.unit.symbol,
        "aim": t.aim.value if t.aim else None,
        "of": t.of.value,
        "verdict": a.verdict.value,
        "previous_verdict": (previous or {}).get(t.id),
        "rule": {"name": a.judgement.rule, "class": a.judgement.klass, "margin": number(a.judgement.margin)},
        "target": stage(last),
        "stage": stage(a.stage),
        "stages": [stage_verdict(s) for s in a.stages],
        "baseline": {"value": number(a.start.value), "period": period_of(a)} if a.start else None,
        "actual": actual(a),
        "expected": {"value": number(a.asked.value), "path": str(a.asked.path)} if a.asked else None,
        "completion": number(a.standing.completion),
        "schedule": number(a.standing.schedule),
        "pace": number(a.standing.pace),
        "gap": gap
        and {
            "value": number(gap.value),
            "unit": gap.unit.symbol,
            "percent": number(gap.percent),
            "to_stage": number(gap.to_stage),
            "to_target": number(gap.to_target),
            "months": number(gap.months),
        },
        "required": required
        and {
            "value": number(required.value),
            "unit": required.unit.symbol,
            "per": required.per.value,
            "periods_left": number(required.periods_left),
            "best_so_far": number(required.best_so_far),
        },
        "outlook": outlook(a),
        "freshness": freshness(a),
        "caveats": [caveat(c) for c in said_once(a)],
        "location": location(t.location),
    }


def who(id_: str, title: Words, policy: str, region: Words, responsibility: Responsibility) -> Plain:
    """What a promise is called and who answers for it."""
    lead, chain = responsibility.lead, responsibility.chain
    return {
        "id": id_,
        "title": ENGLISH.name(title),
        "policy": policy,
        "region": ENGLISH.name(region),
        "lead": ENGLISH.name(lead) if lead else None,
        "chain": ENGLISH.name(chain) if chain else None,
        "tags": list(responsibility.tags),
    }


def stage(s: Stage) -> Plain:
    """One stage as promised."""
    return {"value": number(s.value), "by": day(s.deadline)}


def stage_verdict(s: StageAssessment) -> Plain:
    """One stage with its verdict and the value that settled it."""
    settled = s.observation.value if s.observation else None
    return {**stage(s.stage), "verdict": s.judgement.verdict.value, "actual": number(settled)}


def period_of(a: Assessment) -> str | None:
    """The period a path starts from, as declared or as observed."""
    if a.target.baseline:
        return str(a.target.baseline.period)
    return next((str(o.period) for o in a.series if a.start and o.period.last == a.start.day), None)


def actual(a: Assessment) -> Plain | None:
    """The latest observation and the figure it rests on."""
    if a.latest is None:
        return None
    figure = a.latest.figures[-1]
    return {
        "value": number(a.latest.value),
        "unit": a.unit.symbol,
        "period": str(a.latest.period),
        "covers_to": day(a.latest.period.last),
        "vintage": figure.vintage.value,
        "published": day(figure.published),
        "source": figure.source,
    }


def outlook(a: Assessment) -> Plain | None:
    """The value expected at the stage's end, and how likely the promise is to be kept."""
    found = a.outlook
    if found is None:
        return None
    return {
        "value": found.value,
        "low": found.low,
        "high": found.high,
        "probability": found.probability,
        "by": day(found.by),
        "method": found.method,
    }


def freshness(a: Assessment) -> Plain:
    """How old the latest observation is, and when the next figure is due."""
    fresh = a.freshness
    return {"age_days": fresh.age_days, "next_release": day(fresh.next_on), "state": fresh.state and fresh.state.value}


def milestone(m: MilestoneAssessment) -> Plain:
    """One milestone."""
    declared = m.milestone
    return {
        **who(declared.id, declared.name, declared.policy, declared.region, declared.responsibility),
        "by": day(declared.by.last if declared.by else None),
        "verdict": m.verdict.value,
        "done": m.done,
        "total": m.total,
        "list": "open" if declared.open_list else "closed",
        "items": [{"name": ENGLISH.name(i.name), "done_on": day(i.done_on), "state": i.state.value} for i in m.items],
        "caveats": [caveat(c) for c in m.caveats],
        "location": location(declared.location),
    }


def said_once(a: Assessment) -> list[Caveat]:
    """Why a target cannot be judged, and what else to know; a reason is not repeated as a caveat."""
    reason = a.judgement.reason
    return ([reason] if reason else []) + [c for c in a.caveats if reason is None or c.code != reason.code]


def caveat(c: Caveat) -> Plain:
    """A caveat by its code, with its English sentence."""
    return {"code": c.code, "text": ENGLISH.caveat(c)}


def location(place: Location) -> Plain:
    """Where something is declared."""
    return {"file": place.file, "line": place.line}


def day(value: date | None) -> str | None:
    """A day in ISO form."""
    return value.isoformat() if value else None


def number(value: Decimal | None) -> int | float | None:
    """A number as other programs read it, unrounded: a whole one without a decimal point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
