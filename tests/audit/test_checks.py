"""All checks together."""

from __future__ import annotations

from builders import a_portfolio, an_indicator, day
from hypothesis import given
from hypothesis import strategies as st
from ties import a_figure, a_flow

from tracker.audit.checks import audit, count
from tracker.audit.findings import ORDER, Outcome
from tracker.domain.series import Withdrawal

FLOW = a_flow("x")


def test_what_fails_comes_first():
    """Then what is conditional, what holds, and what cannot be worked out."""
    figures = [a_figure(FLOW, "2023", "1", growth="3"), a_figure(FLOW, "2023", "5")]
    figures += [a_figure(FLOW, "2024", "9", vintage="flash"), a_figure(FLOW, "2024", "5")]
    outcomes = [ORDER.index(f.outcome) for f in audit(a_portfolio([FLOW], figures))]
    assert outcomes == sorted(outcomes)
    assert set(outcomes) == set(range(len(ORDER)))


def test_every_outcome_is_counted():
    """Also those that did not occur."""
    assert count([]) == dict.fromkeys(Outcome, 0)


def test_what_was_not_known_on_the_day_is_not_audited():
    """The second figure came out in March."""
    figures = [a_figure(FLOW, "2023", "1", published=day("2024-01-15")),
               a_figure(FLOW, "2023", "5", published=day("2024-03-15"))]  # fmt: skip
    portfolio = a_portfolio([FLOW], figures)
    assert Outcome.FAILS not in {f.outcome for f in audit(portfolio, day("2024-02-01"))}
    assert Outcome.FAILS in {f.outcome for f in audit(portfolio)}


def test_what_was_taken_back_is_not_audited():
    """A withdrawn figure contradicts nothing."""
    figures = [a_figure(FLOW, "2023", "1"), a_figure(FLOW, "2023", "5")]
    taken = Withdrawal("x", "2023", figures[1].value, None, None, "a slip", figures[1].location)
    assert Outcome.FAILS not in {f.outcome for f in audit(a_portfolio([FLOW], figures, withdrawals=(taken,)))}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["2023", "2023-Q1", "2023-01", "2023-H1", "2024", "2024-01/2024-02", None]),
            st.none() | st.decimals(-(10**30), 10**30, allow_nan=False, allow_infinity=False, places=3),
            st.none() | st.decimals(-200, 10**9, allow_nan=False, allow_infinity=False, places=1),
            st.sampled_from(["plan", "estimate", "final", "revised"]),
            st.sampled_from([None, "more-than", "less-than"]),
        ),
        max_size=8,
    ),
    st.sampled_from(["flow", "stock", "ratio"]),
)
def test_no_figures_stop_an_audit(rows: list[tuple[object, ...]], measure: str):
    """Whatever is printed, every tie gets an outcome."""
    indicator = an_indicator(measure, "%" if measure == "ratio" else "亿元", id="x")
    figures = [
        a_figure(indicator, period, value, growth=growth, vintage=vintage, **({"bound": bound} if bound else {}))
        for period, value, growth, vintage, bound in rows
        if isinstance(period, str | None)
    ]
    findings = audit(a_portfolio([indicator], figures))
    assert sum(count(findings).values()) == len(findings)
