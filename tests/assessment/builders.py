"""Indicators, targets and figures in one line each, for tests; periods and numbers are written as text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from tracker.assessment.assess import Assessment, assess
from tracker.assessment.verdict import Caveat
from tracker.domain.indicator import Better, Indicator, Measure
from tracker.domain.location import Location
from tracker.domain.period import Period
from tracker.domain.portfolio import Portfolio, Thresholds
from tracker.domain.series import Actual, Bound, Series, Vintage, Withdrawal, by_indicator
from tracker.domain.target import Aim, Baseline, Checkpoint, Of, PathKind, Reading, Stage, Target, Tolerance, When
from tracker.domain.units import DEFAULT
from tracker.domain.words import Words

NOWHERE = Location("here.toml", 1)
D = Decimal
KINDS = {"of": Of, "reading": Reading, "when": When, "path": PathKind}


def p(text: str) -> Period:
    """The period a text names."""
    return Period.parse(text)


def day(text: str) -> date:
    """The day a text names."""
    return date.fromisoformat(text)


def number(value: object) -> Decimal | None:
    """A number as written; None stays unknown."""
    return None if value is None else D(str(value))


def an_indicator(measure: str = "ratio", unit: str = "%", better: str = "higher", **more: Any) -> Indicator:  # noqa: ANN401
    """An indicator called `x`."""
    rest: dict[str, Any] = dict.fromkeys(("releases", "release_lag_days", "price_basis", "scope", "limit"))
    rest |= {"id": "x", "breaks": (), "location": NOWHERE} | more
    return Indicator(
        name=Words(en=rest["id"]), measure=Measure(measure), unit=DEFAULT.find(unit), better=Better(better), **rest
    )


def a_stage(by: str | None, value: object, aim: str = "at-least", tolerance: str = "", high: object = None) -> Stage:
    """A stage; a tolerance is "5%" of the value or an amount."""
    allowed = Tolerance(D(tolerance.rstrip("%")), tolerance.endswith("%")) if tolerance else None
    return Stage(p(by) if by else None, number(value), Aim(aim), number(high), allowed)


def a_target(*stages: Stage, **more: Any) -> Target:  # noqa: ANN401
    """A promise about `x`, judged by pace; words stand for the members of enumerations."""
    given = {"id": "t", "indicator": "x", "title": Words(en="t"), "policy": "", "region": Words(en=""), "rule": "pace"}
    given |= {"of": "value", "aim": None, "location": NOWHERE} | more
    given |= {key: kind(given[key]) for key, kind in KINDS.items() if given.get(key)}
    start = given.get("baseline")
    if start:
        given["baseline"] = Baseline(p(start[0]), number(start[1]))
    given["checkpoints"] = tuple(Checkpoint(p(by), D(value)) for by, value in given.get("checkpoints", ()))
    return Target(stages=stages, **given)


def an_actual(period: str | None, value: object, unit: str = "%", **more: Any) -> Actual:  # noqa: ANN401
    """A figure of `x`, final and always known unless said otherwise."""
    more = {"indicator": "x", "location": NOWHERE} | more
    more |= {k: kind(more[k]) for k, kind in {"vintage": Vintage, "bound": Bound}.items() if k in more}
    more |= {"growth": number(more.get("growth"))}
    return Actual(period=p(period) if period else None, printed_period=period or "?", value=number(value),
                  unit=DEFAULT.find(unit), **more)  # fmt: skip


def a_portfolio(indicators: Sequence[Indicator], actuals: Sequence[Actual] = (), **more: Any) -> Portfolio:  # noqa: ANN401
    """A workspace of nothing but these."""
    taken: Sequence[Withdrawal] = more.pop("withdrawals", ())
    rest: dict[str, Any] = {"targets": (), "milestones": (), "projects": (), "thresholds": Thresholds()} | more
    series = by_indicator(actuals, taken)
    return Portfolio(Words(en="test"), {}, {}, {i.id: i for i in indicators}, series=series, **rest)


def a_series(*figures: tuple[str, object]) -> Series:
    """The figures of `x`."""
    return Series("x", tuple(an_actual(*figure) for figure in figures))


def judged(
    target: Target, indicator: Indicator, figures: Sequence[tuple[str, object] | Actual], as_of: str, **more: Any  # noqa: ANN401
) -> Assessment:  # fmt: skip
    """A target on a day; figures are pairs of period and value, or whole actuals."""
    actuals = [f if isinstance(f, Actual) else an_actual(*f, unit=indicator.unit.symbol) for f in figures]
    known_at = day(more.pop("known_at")) if "known_at" in more else None
    return assess(target, a_portfolio([indicator, *more.pop("peers", ())], actuals, **more), day(as_of), known_at)


def codes(caveats: Sequence[Caveat]) -> set[str]:
    """The codes of some caveats."""
    return {c.code for c in caveats}
