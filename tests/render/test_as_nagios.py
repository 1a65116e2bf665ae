"""The line for monitoring systems."""

from __future__ import annotations

import re
from typing import Any

import pytest
from builders import a_portfolio, a_stage, a_target, an_actual, an_indicator, judged
from samples import the_review

from tracker.assessment.review import Review
from tracker.assessment.verdict import Verdict
from tracker.render.as_nagios import STATES, as_nagios, counts, fitting, of_target, plugin_line

DATUM = re.compile(r"^'(?:[^']|'')+'=(?P<value>U|-?[0-9.]+)(?P<unit>%?);(?P<warn>[^;]*);(?P<crit>[^;]*)(;[0-9]*){0,2}$")
RANGE = re.compile(r"^@?(~|-?[0-9.]+)?:?(-?[0-9.]+)?$")


def line_for(stages: list[Any], figures: list[Any], on: str = "2024-07-01", better: str = "higher", **more: Any) -> str:  # noqa: ANN401
    """The performance data of one target about `x`, in per cent."""
    return of_target(judged(a_target(*stages, **more), an_indicator(better=better), figures, on))


def test_the_whole_line_of_a_review():
    """After a quarter of the year 1200 x 3/12 = 300 are asked for; at risk ends at 300 x 0.60 = 180."""
    assert as_nagios(the_review(), 2) == (
        "TARGETS CRITICAL - 1 missed, 1 at risk, 3 unknown, 1 met | 'a.output'=280;300:;180: 'a.share'=U;; "
        "'b.power'=13328;; 'b.trend'=U;; 'c.plan'=1;;;0;1 'c.start'=1;;;0;2\n"
    )


@pytest.mark.parametrize(
    ("measure", "better", "goal", "aim", "value", "wanted"),
    [
        ("flow", "higher", 1200, "at-least", 560, f"{1200 * 6 // 12}:;{1200 * 6 // 12 * 9 // 10}:"),
        ("flow", "lower", 200, "at-most", 105, f"~:{200 * 6 // 12};~:{200 * 6 // 12 * 11 // 10}"),
        ("growth", "higher", 7, "at-least", "6.6", "7:;6.5:"),
        ("ratio", "higher", 60, "at-least", 58, "60:;54:"),
        ("ratio", "lower", 60, "at-most", 62, "~:60;~:66"),
    ],
)
def test_by_schedule_a_monitor_is_told_both_ranges(  # noqa: PLR0913, PLR0917 -- the columns of a table
    measure: str, better: str, goal: object, aim: str, value: object, wanted: str
):
    """What is asked for by the half year, and how far from it is still at risk."""
    target = a_target(a_stage("2025", goal, aim), rule="schedule")
    told = of_target(judged(target, an_indicator(measure, better=better), [("2025-H1", value)], "2025-07-15"))
    assert told == f"'t'={value}%;{wanted}"


@pytest.mark.parametrize(("code", "state"), list(enumerate(STATES)))
def test_the_word_is_that_of_the_code(code: int, state: str):
    """A monitor shows the word and acts on the code: they agree."""
    assert as_nagios(the_review(), code).startswith(f"TARGETS {state} - ")


def test_a_path_from_a_baseline_ends_at_risk_on_the_path():
    """From 20 in 2023 to 60 in 2025: for 2024 20 + 40/2 = 40 are asked, at risk from 20 + 0.60 x 20 = 32."""
    told = line_for([a_stage("2025", 60)], [an_actual("2024-06", 35)], baseline=("2023", 20))
    assert told == "'t'=35%;40:;32:"


def test_what_must_fall_alerts_above():
    """From 60 in 2023 down to 20 in 2025: for 2024 40 are asked, at risk up to 60 - 0.60 x 20 = 48."""
    figures = [an_actual("2024-06", 45)]
    told = line_for([a_stage("2025", 20, "at-most")], figures, better="lower", baseline=("2023", 60))
    assert told == "'t'=45%;~:40;~:48"


def test_what_is_tolerated_raises_no_alert():
    """At least 60 with 2 to spare is kept from 58 on, at most 20 with 2 to spare up to 22."""
    most = line_for([a_stage("2024", 20, "at-most", "2")], [an_actual("2024", 21)], on="2025-03-01", better="lower")
    least = line_for([a_stage("2024", 60, tolerance="2")], [an_actual("2024", 59)], on="2025-03-01")
    assert [said.split(";")[1] for said in (least, most)] == ["58:", "~:22"]


def test_a_promise_between_two_numbers_alerts_on_either_side():
    """Both numbers are fine, and the rule of pace has no single limit there."""
    told = line_for([a_stage("2024", 30, "between", high=40)], [an_actual("2024", 35)], on="2025-03-01")
    assert told == "'t'=35%;30:40;"


def test_a_value_that_is_not_known_is_u():
    """Monitors read U as "could not be measured", and draw no zero."""
    assert line_for([a_stage("2024", 60)], []).startswith("'t'=U;")


def test_what_would_begin_the_data_or_end_the_line_is_a_blank():
    """A bar or a line end in a sentence would be read as the start of performance data."""
    assert (
        plugin_line("UNKNOWN", "no folder a|b\nin here\x1b[31m")
        == "TARGETS UNKNOWN - no folder a b in here\ufffd[31m\n"
    )


def test_counts_go_from_the_worst_to_the_best():
    """What matters is read first, and what there is none of is not said."""
    verdicts = [Verdict.MET, Verdict.ON_TRACK, Verdict.OFF_TRACK, Verdict.MET]
    assert counts(verdicts) == "1 off track, 1 on track, 2 met"


def test_nothing_selected_is_said():
    """An empty selection is no good news."""
    assert counts([]) == "nothing was selected"


def test_every_datum_has_the_form_of_the_guidelines():
    """label=value[unit];warning;critical;least;most with ranges as [@]start:end."""
    data = re.findall(r"'[^']+'=\S+", as_nagios(the_review(), 0))
    assert len(data) == 6
    for datum in data:
        found = DATUM.match(datum)
        assert found, datum
        assert all(RANGE.match(found[part]) for part in ("warn", "crit") if found[part]), datum


def test_data_leave_room_for_the_words_before_them():
    """Of 8000 bytes 500 are kept for what is said: 75 data of 100 bytes fit."""
    assert len(fitting(["x" * 99] * 100)) == (8000 - 500) / 100


def test_a_thousand_targets_stay_within_what_a_monitor_reads():
    """Nagios Core reads 8 KB; data are left out whole, and it is said that they are."""
    targets = tuple(a_target(a_stage("2024", 60), id=f"t{n:04}") for n in range(1000))
    portfolio = a_portfolio([an_indicator()], targets=targets)
    many = judged(targets[0], an_indicator(), [], "2024-07-01")
    said = as_nagios(Review(portfolio, many.as_of, None, (many,) * 1000, ()), 3)
    assert len(said.encode()) <= 8192
    kept = said.count("'t0000'=")
    assert f"(performance data of {kept} of 1000)" in said
    assert kept > 100
