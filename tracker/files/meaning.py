"""What must hold between a declaration and the ones it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from tracker.domain.indicator import Indicator, Measure
from tracker.domain.target import Aim, Of, Reading, When
from tracker.domain.units import Unit
from tracker.files.slips import Slip

KINDS_OF: Mapping[Measure, tuple[set[str], str]] = {
    Measure.GROWTH: ({"percent", "pp"}, "%"),
    Measure.RANK: ({"rank"}, "位"),
}
"""The kinds of unit that some measures can only be given in, and one such unit."""


def fitting_unit(measure: Measure, unit: Unit) -> Iterable[Slip]:
    """A growth is given in per cent or percentage points, a rank in places."""
    kinds, example = KINDS_OF.get(measure, ({unit.kind}, ""))
    if unit.kind not in kinds:
        complaint = f'measure "{measure}" cannot be counted in {unit.symbol} ({unit.kind})'
        yield Slip(("unit",), "measure-unit", complaint, f'write unit = "{example}", or another measure')


def settled_reading(target: Mapping[str, Any], measured: Indicator, issued: date | None) -> Iterable[Slip]:
    """A growth promised over more than a year says whether each year, the last one or their average is meant."""
    of = target.get("of", Of.VALUE)
    grows = of is Of.GROWTH or (of is Of.VALUE and measured.measure is Measure.GROWTH)
    held = target.get("when") is When.THROUGHOUT
    if grows and not held and "reading" not in target and longer_than_a_year(target["stages"], issued):
        complaint = "a growth over more than a year can be meant in several ways, and reading is not given"
        place = ("of",) if "of" in target else ("stages", len(target["stages"]) - 1, "by")
        yield Slip(place, "no-reading", complaint, f"write reading = one of: {', '.join(Reading)}")


def longer_than_a_year(stages: Iterable[Mapping[str, Any]], issued: date | None) -> bool:
    """Whether stages lie in several years, span them, or end in a later year than the one the promise was made in."""
    ends = [stage["by"] for stage in stages if "by" in stage]
    years = {end.year for end in ends} | ({issued.year} if issued and ends else set())
    return len(years) > 1 or any(end.first.year != end.last.year for end in ends)


def fitting_peer(measured: Indicator, peer: Indicator) -> Iterable[Slip]:
    """A difference is taken between figures of one kind."""
    if measured.unit.kind != peer.unit.kind:
        mine, theirs = (f"{i.id} is in {i.unit.symbol} ({i.unit.kind})" for i in (measured, peer))
        yield Slip(("peer",), "unit-kind", f"{mine}, {theirs}: there is no difference", "name a peer of the same kind")


def fitting_aim(target: Mapping[str, Any], measured: Indicator) -> Iterable[Slip]:
    """A promise does not ask for the worse side of its indicator."""
    against = Aim.AT_MOST if measured.higher_is_better else Aim.AT_LEAST
    of_itself = target.get("of", Of.VALUE) in {Of.VALUE, Of.TOTAL}
    if of_itself and (target.get("aim") is against or any(stage.get("aim") is against for stage in target["stages"])):
        complaint = f'"{against}" is promised, but {measured.better} is better for {measured.id}'
        place = ("aim",) if target.get("aim") is against else ("stages",)
        yield Slip(place, "aim-against-better", complaint, "mend the aim, or better in the indicator")


def fitting_flow(target: Mapping[str, Any], measured: Indicator) -> Iterable[Slip]:
    """A flow is promised for a year or a part of one; over several years it is a total, and it has no level to hold."""
    if measured.measure is not Measure.FLOW or target.get("of", Of.VALUE) is not Of.VALUE:
        return
    if target.get("when") is When.THROUGHOUT:
        complaint = f"{measured.id} is a flow: its running total says nothing of each moment"
        yield Slip(
            ("when",), "flow-throughout", complaint, "promise a stock or ratio throughout, or a flow by a period"
        )
    for n, stage in enumerate(target["stages"]):
        if "by" in stage and stage["by"].first.year != stage["by"].last.year:
            complaint = f"{stage['by']} spans several years, and the year's value is promised"
            yield Slip(("stages", n, "by"), "flow-over-years", complaint, 'write of = "total", or by = the last year')
