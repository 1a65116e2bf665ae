"""A review as gauges in Prometheus' text format, for the text-file collector of node-exporter.

What is not known has no sample: a monitor must not take a gap for a zero. Units follow Prometheus' rules for names,
so an age is in seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from decimal import Decimal

from prometheus_client.core import CollectorRegistry, GaugeMetricFamily
from prometheus_client.exposition import generate_latest
from prometheus_client.registry import Collector

from tracker.assessment.assess import Assessment
from tracker.assessment.milestones import MilestoneAssessment
from tracker.assessment.review import Review
from tracker.assessment.verdict import Verdict
from tracker.domain.target import Responsibility
from tracker.domain.units import difference_unit
from tracker.domain.words import Words
from tracker.render.as_plain import clean
from tracker.render.wording import Wording

SECONDS_A_DAY = 86400
ENGLISH = Wording()
WHO, IN_UNIT, IN_STATE = ("id", "policy", "lead"), ("id", "policy", "lead", "unit"), ("id", "policy", "lead", "verdict")
Measured = Callable[[Assessment], Decimal | float | None]

IN_THEIR_UNIT: Mapping[str, tuple[str, Measured]] = {
    "value": ("Latest value.", lambda a: a.latest.value if a.latest else None),
    "asked": ("Value asked for by the day the latest figure covers.", lambda a: a.asked.value if a.asked else None),
    "gap": ("Latest value less the value asked for.", lambda a: a.standing.gap.value if a.standing.gap else None),
}
RATIOS: Mapping[str, tuple[str, Measured]] = {
    "completion_ratio": ("Latest value over the value of the stage in force.", lambda a: a.standing.completion),
    "schedule_ratio": ("Share of the stage's time gone by.", lambda a: a.standing.schedule),
    "outlook_probability": (
        "Probability that the stage in force is kept.",
        lambda a: a.outlook.probability if a.outlook else None,
    ),
    "figure_age_seconds": (
        "Time since the end of the period the latest figure covers.",
        lambda a: None if a.freshness.age_days is None else a.freshness.age_days * SECONDS_A_DAY,
    ),
}


def as_metrics(review: Review, now: datetime) -> str:
    """Every gauge of a review made now."""
    registry = CollectorRegistry()
    registry.register(Gauges(review, now))
    return generate_latest(registry).decode()


class Gauges(Collector):
    """What the client library asks for the gauges of one review."""

    def __init__(self, review: Review, now: datetime) -> None:
        self.review, self.now = review, now

    def collect(self) -> Iterable[GaugeMetricFamily]:
        """Targets, then milestones, then when this was."""
        yield from of_targets(self.review.targets)
        yield from of_milestones(self.review.milestones)
        yield GaugeMetricFamily(
            "tracker_last_run_timestamp_seconds", "When these gauges were written.", value=self.now.timestamp()
        )


def of_targets(assessed: Iterable[Assessment]) -> Iterable[GaugeMetricFamily]:
    """One gauge a measure; every target has a verdict, and the other gauges as far as they are known."""
    every = [(a, who(a.target.id, a.target.policy, a.target.responsibility)) for a in assessed]
    for name, (said, measured) in IN_THEIR_UNIT.items():
        family = GaugeMetricFamily(f"tracker_target_{name}", said, labels=IN_UNIT)
        for a, labels in every:
            unit = difference_unit(a.unit) if name == "gap" else a.unit
            add(family, [*labels, unit.symbol], measured(a))
        yield family
    for name, (said, measured) in RATIOS.items():
        family = GaugeMetricFamily(f"tracker_target_{name}", said, labels=WHO)
        for a, labels in every:
            add(family, labels, measured(a))
        yield family
    yield verdicts("tracker_target_verdict", [(labels, a.verdict) for a, labels in every])


def of_milestones(assessed: Iterable[MilestoneAssessment]) -> Iterable[GaugeMetricFamily]:
    """Deeds done, deeds promised and the verdict of every milestone."""
    every = [(m, who(m.milestone.id, m.milestone.policy, m.milestone.responsibility)) for m in assessed]
    done = GaugeMetricFamily("tracker_milestone_items_done", "Deeds done.", labels=WHO)
    promised = GaugeMetricFamily("tracker_milestone_items", "Deeds promised.", labels=WHO)
    for m, labels in every:
        add(done, labels, m.done)
        add(promised, labels, m.total)
    yield from (done, promised, verdicts("tracker_milestone_verdict", [(labels, m.verdict) for m, labels in every]))


def verdicts(name: str, every: Iterable[tuple[list[str], Verdict]]) -> GaugeMetricFamily:
    """1 for the verdict that holds and 0 for the others."""
    family = GaugeMetricFamily(name, "1 for the verdict that holds, 0 for the others.", labels=IN_STATE)
    for labels, held in every:
        for verdict in Verdict:
            add(family, [*labels, verdict.value], int(verdict is held))
    return family


def who(id_: str, policy: str, responsibility: Responsibility) -> list[str]:
    """The labels that every gauge of a promise carries: its id, policy and lead unit."""
    return [clean(id_), clean(policy), named(responsibility.lead)]


def named(words: Words | None) -> str:
    """A name as it stands in the other formats for programs."""
    return clean(ENGLISH.name(words))


def add(family: GaugeMetricFamily, labels: list[str], value: Decimal | float | None) -> None:
    """One sample, unless its value is not known."""
    if value is not None:
        family.add_metric(labels, float(value))
