"""The history of figures: every vintage with both clocks, sources and who; and single months of a running total."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from tracker.assessment.single_months import Single
from tracker.domain.indicator import Indicator
from tracker.domain.series import Actual, Withdrawal
from tracker.domain.units import Unit
from tracker.render.catalogue import N_
from tracker.render.sheet import Column, Row, Sheet, Side
from tracker.render.wording import Wording

Entry = tuple[Actual, Withdrawal | None]


def history(indicator: Indicator, entries: Iterable[Entry], wording: Wording) -> Sheet:
    """Every figure of one indicator in the order of periods, then of becoming known."""
    names = (
        (N_("period"), Side.LEFT),
        (N_("value"), Side.RIGHT),
        (N_("growth"), Side.RIGHT),
        (N_("rank"), Side.RIGHT),
        (N_("vintage"), Side.LEFT),
        (N_("published"), Side.LEFT),
        (N_("recorded"), Side.LEFT),
        (N_("recorded by"), Side.LEFT),
        (N_("source"), Side.LEFT),
        (N_("remarks"), Side.LEFT),
        (N_("location"), Side.LEFT),
    )
    columns = tuple(Column(wording.say(name), side, wraps=name in {"source", "remarks"}) for name, side in names)
    title = f"{wording.name(indicator.name)} [{indicator.id}]"
    return Sheet(title, columns, tuple(Row(cells(*entry, wording)) for entry in entries))


def cells(actual: Actual, withdrawn: Withdrawal | None, wording: Wording) -> tuple[str, ...]:
    """One figure."""
    period = wording.period(actual.period) if actual.period else actual.printed_period
    rank = "" if actual.rank is None else f"{actual.rank}" + (f"/{actual.rank_of}" if actual.rank_of else "")
    bound = f"{wording.code(actual.bound)} " if actual.bound and actual.value is not None else ""
    return (
        period,
        bound + wording.printed(actual.value, actual.unit),
        "" if actual.growth is None else f"{wording.number(actual.growth, signed=True)}%",
        rank,
        wording.code(actual.vintage),
        wording.fact(actual.published),
        actual.recorded.isoformat(" ", "seconds").removesuffix("+00:00") + "Z" if actual.recorded else "",
        actual.by or "",
        " ".join(filter(None, (actual.source, actual.locator))),
        remarks(actual, withdrawn, wording),
        str(actual.location),
    )


def remarks(actual: Actual, withdrawn: Withdrawal | None, wording: Wording) -> str:
    """Whether it was taken back and why, which objections were overruled, and the note."""
    said = []
    if withdrawn:
        sentence = N_("withdrawn on {on}: {reason}") if withdrawn.on else N_("withdrawn: {reason}")
        said.append(wording.say(sentence, on=withdrawn.on, reason=withdrawn.reason))
    if actual.accepted:
        said.append(wording.say(N_("accepted: {codes}"), codes=actual.accepted))
    return "; ".join([*said, *([actual.note] if actual.note else [])])


def single_months(indicator: Indicator, singles: Iterable[Single], wording: Wording) -> Sheet:
    """The months of a running total by themselves, with what the printed digits leave open."""
    names = (N_("period"), N_("alone"), N_("between"), N_("growth"), N_("between"), N_("from"))
    sides = (Side.LEFT, Side.RIGHT, Side.LEFT, Side.RIGHT, Side.LEFT, Side.LEFT)
    columns = tuple(Column(wording.say(name), side) for name, side in zip(names, sides, strict=True))
    rows = tuple(
        Row(
            (
                wording.period(one.period),
                wording.printed(one.value, indicator.unit),
                span(one.low, one.high, indicator.unit, wording),
                "" if one.growth is None else f"{wording.number(one.growth, 1, signed=True)}%",
                span(one.growth_low, one.growth_high, None, wording),
                wording.listed(figure.period for figure in one.figures),
            )
        )
        for one in singles
    )
    return Sheet(f"{wording.name(indicator.name)} [{indicator.id}]", columns, rows)


def span(low: Decimal | None, high: Decimal | None, unit: Unit | None, wording: Wording) -> str:
    """An interval in the unit of the number before it; one of growth to one decimal."""
    if low is None or high is None:
        return ""
    if unit is None:
        return f"[{wording.number(low, 1)}, {wording.number(high, 1)}]"
    return f"[{', '.join(wording.number(wording.shown(end, unit)[0]) for end in (low, high))}]"
