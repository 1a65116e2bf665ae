"""Poor input never crashes and never flatters: nothing raises, nothing is NaN, and nothing better than it is."""

from datetime import date
from decimal import Decimal

import pytest
from builders import NOWHERE, a_stage, a_target, an_actual, an_indicator, judged
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker.assessment.assess import Assessment
from tracker.assessment.verdict import Verdict
from tracker.domain.calendar import Releases
from tracker.domain.elapsed import Convention
from tracker.domain.indicator import Indicator, Measure
from tracker.domain.period import Period
from tracker.domain.series import Actual, Bound, Vintage
from tracker.domain.target import Aim, Baseline, Checkpoint, Of, PathKind, Reading, Stage, Target, Tolerance, When

D = Decimal
SHARE, OUTPUT, RATE = an_indicator("ratio"), an_indicator("flow", "亿元"), an_indicator("growth")
GOOD = {Verdict.MET, Verdict.ON_TRACK}


@pytest.mark.parametrize(
    ("target", "indicator", "figures", "verdict"),
    [
        (a_target(a_stage("2025", 60), baseline=("2024", 50)), SHARE, [("2022", 58)], Verdict.UNKNOWN),
        (a_target(a_stage("2025", 60), baseline=("2021", 58)), SHARE, [("2021", 58)], Verdict.UNKNOWN),
        (a_target(a_stage("2025", 60)), SHARE, [("2021", 58)], Verdict.ON_TRACK),
        (a_target(a_stage("2025", 60)), SHARE, [("2021", 50), ("2022", 50)], Verdict.OFF_TRACK),
        (a_target(a_stage("2025", 50), baseline=("2021", 50)), SHARE, [("2022", 49)], Verdict.OFF_TRACK),
        (a_target(a_stage("2025", "50.1"), baseline=("2021", 50)), SHARE, [("2022", "49.9")], Verdict.OFF_TRACK),
        (a_target(a_stage("2025", 60), baseline=("2021", 20)), SHARE, [("2022", 61), ("2023", 21)], Verdict.OFF_TRACK),
        (a_target(a_stage("2025", 0)), SHARE, [("2022", -6), ("2023", -5)], Verdict.OFF_TRACK),
        (a_target(a_stage("2025", -2)), RATE, [("2025-H1", "-3")], Verdict.OFF_TRACK),
        (a_target(a_stage("2025", -2)), RATE, [("2025-H1", "-1")], Verdict.ON_TRACK),
        (a_target(a_stage("2025", 0)), RATE, [("2025-H1", "-0.1")], Verdict.OFF_TRACK),
        (a_target(a_stage("2025", 0)), OUTPUT, [("2025-H1", -3)], Verdict.OFF_TRACK),
        (a_target(a_stage("2025", 1000)), OUTPUT, [("2025-H1", 0)], Verdict.OFF_TRACK),
        (a_target(a_stage("2025", 1000)), OUTPUT, [("2025-06", 500)], Verdict.UNKNOWN),
        (a_target(a_stage("2025", 1000)), OUTPUT, [("2025-Q1", 250), ("2025-Q3", 900)], Verdict.ON_TRACK),
        (a_target(), SHARE, [("2025", 60)], Verdict.UNKNOWN),
    ],
)
def test_thin_data_are_not_flattered(
    target: Target, indicator: Indicator, figures: list[tuple[str, object]], verdict: Verdict
):
    """A base's own figure, a base after the last figure, zeros, signs, gaps and losses are each judged soberly."""
    assert judged(target, indicator, figures, "2025-10-15").verdict is verdict


def test_two_firms_in_first_place_are_both_first():
    """A tie is a first place, and second place is not."""
    first = a_target(a_stage("2025", 1, "at-most"))
    rank = an_indicator("rank", "位", "lower")
    assert [judged(first, rank, [("2025", place)], "2026-01-20").verdict for place in (1, 2)] == [
        Verdict.MET,
        Verdict.MISSED,
    ]


def test_power_use_has_a_base_level_and_a_benchmark_level():
    """At most 13350 and 13000 kWh/t: 13200 keeps the first and not the second."""
    power = an_indicator("ratio", "kWh/t", "lower")
    verdicts = [
        judged(a_target(a_stage("2025", level, "at-most")), power, [("2025", 13200)], "2026-01-20").verdict
        for level in (13350, 13000)
    ]
    assert verdicts == [Verdict.MET, Verdict.MISSED]


NUMBERS = st.decimals("-1E6", "1E6", places=2) | st.sampled_from([D(0), D("-0.0"), D("1E-9"), D("1E+12"), D(100)])
YEARS = st.integers(2019, 2027)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """A year, a year to date, a quarter, a month, a day or a plan."""
    year, month = draw(YEARS), draw(st.integers(1, 12))
    return draw(
        st.sampled_from(
            [
                Period.of_year(year),
                Period.year_to_date(year, month),
                Period.of_quarter(year, (month + 2) // 3),
                Period.of_month(year, month),
                Period.of_day(date(year, month, 15)),
                Period.months(year, 1, year + 2, 12),
            ]
        )
    )


@st.composite
def actuals(draw: st.DrawFn) -> Actual:
    """A figure of any kind."""
    rate = draw(st.none() | NUMBERS)
    value = draw(NUMBERS if rate is None else st.none() | NUMBERS)
    figure = an_actual(None, value, growth=rate, vintage=draw(st.sampled_from(Vintage)))
    bound = draw(st.none() | st.none() | st.sampled_from(Bound))
    period = draw(periods())
    return figure._replace(period=period, bound=bound, indicator=draw(st.sampled_from(["x", "x", "x", "peer"])))


@st.composite
def stages(draw: st.DrawFn) -> tuple[Stage, ...]:
    """Stages in order of their ends, each with any aim; some undated or unquantified."""
    ends = sorted(draw(st.lists(periods(), max_size=3, unique_by=lambda q: q.last)))
    dated: list[Period | None] = [*ends] or [None]
    return tuple(
        Stage(
            by,
            value := draw(st.none() | NUMBERS | NUMBERS),
            aim := draw(st.sampled_from(Aim)),
            value + draw(st.integers(0, 50)) if value is not None and aim is Aim.BETWEEN else None,
            draw(st.none() | st.just(Tolerance(D(5), relative=True)) | st.just(Tolerance(D(2), relative=False))),
        )
        for by in dated
    )


@st.composite
def targets(draw: st.DrawFn, rules: tuple[str, ...] = ("pace", "outlook")) -> Target:
    """A promise of any kind."""
    checkpoints = draw(st.lists(st.tuples(periods(), NUMBERS), max_size=2))
    target = a_target(*draw(stages()), rule=draw(st.sampled_from(rules)), of=draw(st.sampled_from(Of)).value)
    more = {
        "reading": draw(st.none() | st.sampled_from(Reading)),
        "when": draw(st.sampled_from([When.BY, When.BY, When.THROUGHOUT])),
        "path": draw(st.sampled_from(PathKind)),
        "checkpoints": tuple(Checkpoint(by, value) for by, value in checkpoints),
        "schedule": draw(st.sampled_from(Convention)),
        "baseline": draw(st.none() | st.builds(Baseline, st.builds(Period.of_year, YEARS), st.none() | NUMBERS)),
        "peer": "peer",
        "issued": draw(st.none() | st.dates(date(2018, 1, 1), date(2026, 1, 1))),
        "location": NOWHERE,
    }
    return target._replace(**more)


INDICATORS = st.builds(
    lambda measure, better, releases, lag, breaks: an_indicator(
        measure.value, "个" if measure is Measure.FLOW else "%", better, releases=releases, release_lag_days=lag,
        breaks=breaks,
    ),
    st.sampled_from(Measure),
    st.sampled_from(["higher", "lower"]),
    st.none() | st.sampled_from(Releases),
    st.none() | st.integers(0, 60),
    st.just(()) | st.tuples(st.builds(Period.of_year, YEARS)),
)  # fmt: skip
DAYS = st.dates(date(2018, 1, 1), date(2030, 1, 1))
FIGURES = st.lists(actuals(), max_size=8)
PEER = an_indicator("ratio", id="peer")


def decimals(found: Assessment) -> list[Decimal]:
    """Every number of an assessment."""
    standing = found.standing
    parts = [standing, standing.gap, standing.required, found.asked, found.judgement, *found.series]
    return [value for part in parts if part is not None for value in part if isinstance(value, Decimal)]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(targets(), INDICATORS, FIGURES, DAYS)
def test_whatever_is_promised_and_reported_is_judged(
    target: Target, indicator: Indicator, figures: list[Actual], today: date
):
    """No target and no series raise an error or yield something that is no number."""
    found = judged(target, indicator, figures, today.isoformat(), peers=[PEER])
    assert found.verdict in Verdict
    assert all(value.is_finite() for value in decimals(found))
    assert len(found.stages) == max(len(target.stages), 1)


PUBLISHED = ("eurostat", "open-sdg", "destatis", "escap")


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(targets(PUBLISHED), INDICATORS, FIGURES, DAYS)
def test_published_rules_judge_whatever_there_is(
    target: Target, indicator: Indicator, figures: list[Actual], today: date
):
    """The rules of others say that they cannot speak; they do not break."""
    assert judged(target, indicator, figures, today.isoformat(), peers=[PEER]).verdict in Verdict


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(targets(), INDICATORS, FIGURES, DAYS)
def test_what_is_reached_is_never_off_track(target: Target, indicator: Indicator, figures: list[Actual], today: date):
    """A promise that is kept already is on track, or at risk where the outlook says that it will be lost."""
    found = judged(target, indicator, figures, today.isoformat(), peers=[PEER])
    if "reached" in {c.code for c in found.caveats}:
        assert found.verdict in GOOD or (found.verdict is Verdict.AT_RISK and found.judgement.rule == "outlook")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(targets(), INDICATORS, FIGURES, DAYS)
def test_nothing_good_is_said_without_a_figure(
    target: Target, indicator: Indicator, figures: list[Actual], today: date
):
    """Only an observation of an ended period, printed in full, makes anything met or on track."""
    found = judged(target, indicator, figures, today.isoformat(), peers=[PEER])
    if found.verdict in GOOD:
        assert found.latest is not None
        assert found.latest.period.last <= today
        assert any(not o.bound for o in found.series)


@settings(max_examples=80, deadline=None)
@given(
    NUMBERS, NUMBERS, st.decimals("0.01", 100, places=2), st.booleans(), st.sampled_from(["flow", "ratio", "growth"])
)
def test_a_better_actual_is_never_judged_worse(
    goal: Decimal, value: Decimal, more: Decimal, down: bool, measure: str  # noqa: FBT001
):  # fmt: skip
    """Before and after the deadline the verdict rises with the value."""
    order = [Verdict.MISSED, Verdict.OFF_TRACK, Verdict.AT_RISK, Verdict.ON_TRACK, Verdict.MET]
    indicator = an_indicator(measure, "%", "lower" if down else "higher")
    target = a_target(a_stage("2025", goal, "at-most" if down else "at-least"), baseline=("2023", 40))
    for period, today in (("2025-H1", "2025-08-01"), ("2025", "2026-02-01")):
        worse, better = (
            order.index(judged(target, indicator, [(period, v)], today).verdict)
            for v in (value, value - more if down else value + more)
        )
        assert worse <= better


def test_the_first_year_that_can_be_written_has_no_year_before_it():
    """A figure of 1900 asks for none of 1899, and is judged like any other."""
    found = judged(
        a_target(a_stage("1901", 60)), an_indicator("flow", "个"), [("1900", 55), ("1901-H1", 40)], "1901-08-01"
    )
    assert found.verdict is Verdict.ON_TRACK
