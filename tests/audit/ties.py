"""Small workspaces for audits, and what was found in them, in one line each."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from builders import a_portfolio, an_actual, an_indicator

from tracker.audit.checks import audit
from tracker.audit.findings import Finding, Side
from tracker.domain.formula import Formula, parse
from tracker.domain.indicator import Indicator
from tracker.domain.series import Actual
from tracker.domain.units import DEFAULT


def a_flow(id_: str, unit: str = "亿元", **more: Any) -> Indicator:  # noqa: ANN401
    """An amount that adds up over the year."""
    return an_indicator("flow", unit, id=id_, **more)


def a_figure(indicator: Indicator, period: str | None, value: object = None, **more: Any) -> Actual:  # noqa: ANN401
    """A figure of an indicator."""
    if "share" in more:
        whole, share = more.pop("share")
        more["share_of"] = {"indicator": whole, "value": Decimal(share)}
    return an_actual(period, value, indicator.unit.symbol, indicator=indicator.id, **more)


def a_formula(indicator: Indicator, text: str) -> dict[str, Formula]:
    """An indicator that is worked out from others."""
    return {indicator.id: Formula(indicator.id, parse(text), DEFAULT.find(indicator.unit.symbol))}


def found(check: str, indicators: list[Indicator], *figures: Actual, **more: Any) -> list[Finding]:  # noqa: ANN401
    """What one check finds among some figures."""
    portfolio = a_portfolio(indicators, figures, **more)
    return [finding for finding in audit(portfolio) if finding.check == check]


def told(finding: Finding) -> tuple[str, str]:
    """The outcome of a finding, and why."""
    return finding.outcome.value, finding.code


def ends(side: Side | None, places: int) -> tuple[str, ...]:
    """Both ends of a side's interval, rounded for reading."""
    assert side is not None
    return tuple(f"{float(end):.{places}f}" for end in side.span.ends)
