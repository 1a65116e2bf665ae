"""Targets as JSON-stat 2.0: one sparse cube of what was reached, promised and asked for, by target and time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from tracker.assessment.assess import Assessment
from tracker.assessment.review import Review
from tracker.domain.period import Period
from tracker.render.as_json import as_json
from tracker.render.as_plain import clean
from tracker.render.as_sdmx import NORMAL, STATUS
from tracker.render.catalogue import N_
from tracker.render.document import number
from tracker.render.views import heading
from tracker.render.wording import Wording

CONCEPTS = {"actual": N_("actual"), "target": N_("promised"), "expected": N_("asked by now")}
DIMENSIONS = ("target", "concept", "time")


class Cell(NamedTuple):
    """One value of the cube."""

    target: str
    concept: str
    time: Period
    value: Decimal
    status: str | None = None


def as_jsonstat(review: Review, wording: Wording, updated: datetime) -> str:
    """The dataset as a document; ids are the same in every language, labels are not."""
    found = {(c.target, c.concept, c.time): c for a in review.targets for c in cells(a)}
    times = sorted({time for _, _, time in found})
    targets = [a for a in review.targets if any(key[0] == a.target.id for key in found)]
    size = (len(targets), len(CONCEPTS), len(times))
    places = {
        (a.target.id, concept, time): (t * size[1] + c) * size[2] + n
        for t, a in enumerate(targets)
        for c, concept in enumerate(CONCEPTS)
        for n, time in enumerate(times)
    }
    placed = sorted((places[key], cell) for key, cell in found.items())
    return as_json(
        {
            "version": "2.0",
            "class": "dataset",
            "label": heading(wording.say(N_("Targets")), review, wording),
            "source": clean(wording.name(review.portfolio.name)),
            "updated": updated.isoformat(timespec="seconds"),
            "id": list(DIMENSIONS),
            "size": list(size),
            "role": {"metric": ["target"], "time": ["time"]},
            "dimension": {
                "target": by_target(targets, wording),
                "concept": by_concept(wording),
                "time": by_time(times, wording),
            },
            "value": {str(place): number(cell.value) for place, cell in placed},
            "status": {str(place): cell.status for place, cell in placed if cell.status},
        }
    )


def cells(a: Assessment) -> Iterator[Cell]:
    """What is known of one target: every observation, its dated stages, and what is asked for by now."""
    for seen in a.series:
        status = next((STATUS[f.vintage] for f in seen.figures if STATUS[f.vintage] != NORMAL), None)
        yield Cell(a.target.id, "actual", seen.period, seen.value, status)
    for stage in a.target.stages:
        if stage.by and stage.value is not None:
            yield Cell(a.target.id, "target", stage.by, stage.value)
    if a.asked and a.latest:
        yield Cell(a.target.id, "expected", a.latest.period, a.asked.value)


def by_target(targets: list[Assessment], wording: Wording) -> dict[str, Any]:
    """The targets with their names and units."""
    units = {a.target.id: {"label": wording.unit(a.unit) or a.unit.symbol, "decimals": decimals(a)} for a in targets}
    labels = {a.target.id: clean(wording.name(a.target.title)) for a in targets}
    category = {"index": list(labels), "label": labels, "unit": units}
    return {"label": wording.say(N_("target")), "category": category}


def decimals(a: Assessment) -> int:
    """The most decimals printed with any figure or stage of a target."""
    values = [f.value for o in a.series for f in o.figures] + [s.value for s in a.target.stages]
    return max((max(0, -int(v.as_tuple().exponent)) for v in values if v is not None), default=0)


def by_concept(wording: Wording) -> dict[str, Any]:
    """What a value is."""
    labels = {code: wording.say(words) for code, words in CONCEPTS.items()}
    return {"label": wording.say(N_("concept")), "category": {"index": list(CONCEPTS), "label": labels}}


def by_time(times: list[Period], wording: Wording) -> dict[str, Any]:
    """The periods in order of time."""
    labels = {str(time): wording.period(time) for time in times}
    return {"label": wording.say(N_("period")), "category": {"index": list(labels), "label": labels}}
