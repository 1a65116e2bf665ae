"""Indicators that are themselves a growth: what sheets print in the column of growth is their value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tracker.domain.indicator import Indicator, Measure
from tracker.reporting.claim import Draft
from tracker.reporting.names import Names
from tracker.reporting.printed import unmarked


def growth_as_value(draft: Draft, indicators: Mapping[str, Indicator], names: Names) -> Draft:
    """For an indicator that is itself a growth, a number that stands in the column of growth is its value."""
    ids, _ = names.find(draft.texts.get("indicator", ""))
    indicator = indicators.get(ids[0]) if len(ids) == 1 else None
    if indicator is None or indicator.measure is not Measure.GROWTH:
        return draft
    if draft.texts.get("value") or "value" in draft.troubles or not draft.texts.get("growth"):
        return draft
    texts = {name: text for name, text in draft.texts.items() if name not in {"value", "growth", "unit", "unit_guess"}}
    places = {name: place for name, place in draft.places.items() if name not in {"value", "growth", "unit"}}
    return replace(
        draft,
        texts=texts | {"value": unmarked(draft.texts["growth"]).removesuffix("%").removesuffix("％")},
        places=places | {"value": draft.place_of("growth")},
        unseen=frozenset({{"growth": "value"}.get(name, "") for name in draft.unseen}),
        percent=frozenset({"value"} & {{"growth": "value"}.get(name, "") for name in draft.percent}),
        troubles={{"growth": "value"}.get(name, name): code for name, code in draft.troubles.items()},
        place=draft.place_of("growth") if draft.place == draft.place_of("value") else draft.place,
    )
