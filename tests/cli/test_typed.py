"""What people type: negative numbers, periods in every form, days by name."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from tracker.cli.negative import values_last

Tell = Callable[..., tuple[int, str, str]]

TARGETS = """
policy = { id = "plan", title = "Plan" }
indicator = [
  { id = "cpi", name = "Prices", measure = "growth", unit = "%", better = "lower" },
  { id = "output", name = "Output", measure = "stock", unit = "t", better = "higher" },
]
target = [{ id = "output", indicator = "output", aim = "at-least", stages = [{ by = "2025", value = 60 }] }]
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workspace without figures."""
    (tmp_path / "targets").mkdir()
    (tmp_path / "targets" / "plan.toml").write_text(TARGETS, "utf-8")
    return tmp_path


@pytest.fixture
def row(tell: Tell) -> Callable[..., dict[str, str]]:
    """The row that a line of `record` would append."""

    def recorded(*words: str) -> dict[str, str]:
        code, out, err = tell("record", "--dry-run", *words)
        assert (code, bool(out)) == (0, True), err
        rows: list[dict[str, str]] = json.loads(out)["sub"]["rows"]
        return rows[0]

    return recorded


Row = Callable[..., dict[str, str]]


@pytest.mark.parametrize("value", ["-0.2", "-0.2%", "−0.2", "－0.2"])
@pytest.mark.parametrize("order", ["before", "between", "behind", "after dashes"])
def test_a_negative_number_is_a_value(value: str, order: str, row: Row):
    """Wherever it stands among the options; the two dashes are understood as before."""
    words = {
        "before": ("cpi", value, "--period", "2024"),
        "between": ("--period", "2024", "cpi", value, "--note", "printed"),
        "behind": ("cpi", "--period=2024", value),
        "after dashes": ("--period", "2024", "--", "cpi", value),
    }
    said = row(*words[order])
    assert (said["period"], float(said["value"])) == ("2024", -0.2)


def test_a_negative_number_behind_an_option_is_that_options(row: Row):
    """Growth and value may both be below zero."""
    said = row("output", "-5", "--growth", "-3.1", "--period", "2024")
    assert (said["value"], said["growth"]) == ("-5", "-3.1")


def test_a_negative_number_is_no_option_of_any_command(tell: Tell):
    """It names no target, and is told to; an option that does not exist is still told as one."""
    assert tell("status", "-0.2")[2].startswith('tracker: there is no target or milestone "-0.2"')
    assert tell("show", "-7")[2].startswith('tracker: there is no target or milestone "-7"')
    assert tell("record", "cpi", "-0.2", "--perod", "2024")[2].startswith("tracker: No such option: --perod")


def test_words_without_a_negative_number_stay_as_they_are():
    """Nothing else changes for the library, neither an option without its word nor a dash for the pipe."""
    for line in (["cpi", "--period"], ["--from", "-", "-n"], ["a", "--", "--b"]):
        assert values_last(line, {"--from", "--period"}) == line
    assert values_last(["a", "-1", "--period"], {"--period"}) == ["--period", "", "--", "a", "-1"]


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("2024年1-6月份", "2024-H1"),
        ("2024年1-3季度", "2024-01/2024-09"),
        ("2024.6", "2024-06"),
        ("Q1 2024", "2024-Q1"),
        ("H1 2024", "2024-H1"),
        ("2021-2023", "2021/2023"),
        ("Apr 2023-Mar 2024", "2023-04/2024-03"),
        ("2024M1", "2024-01"),
        ("2024-A1", "2024"),
        ("2024-W07", "2024-02-12/2024-02-18"),
        ("2024-D032", "2024-02-01"),
        ("2024/10", "2024-10"),
        ("202410", "2024-10"),
        ("2024.10", "2024-10"),
        ("Dec-24", "2024-12"),
        ("2023-2024年", "2023-01/2024-12"),
    ],
)
def test_a_period_is_read_as_it_is_typed(typed: str, period: str, row: Row):
    """And stands in the journal in its canonical text."""
    assert row("output", "5", "--period", typed)["period"] == period


def test_a_school_year_is_asked_about_in_the_readers_language(place: Path, tell: Tell):
    """It is neither two calendar years nor guessed; nothing is written."""
    said = (
        '--period: objection[unclear-period]: "2015/2016" is not a period: '
        "it can name two calendar years, or a school or fiscal year; "
        "write 2015-01/2016-12 for two calendar years, 2015-09/2016-08 for the months of another year\n"
        "  help: correct it\n1 objection; nothing was recorded\n"
    )
    assert tell("record", "output", "5", "--period", "2015/2016") == (65, "", said)
    chinese = tell("record", "output", "5", "--period", "115年6月", "--lang", "zh")
    assert (chinese[0], "民国115年即2026年" in chinese[2]) == (65, True)
    assert not (place / "actuals").exists()


def test_a_school_year_in_a_file_is_told_at_its_line(place: Path, tell: Tell):
    """What stands in a declaration is asked about in the same words."""
    path = place / "targets" / "plan.toml"
    path.write_text(TARGETS.replace('by = "2025"', 'by = "2025/26"'), "utf-8")
    code, _, said = tell("validate")
    assert (code, "'2025/26' is not a period: it can name two calendar years, or a school" in said) == (65, True)
    assert "help: write 2015-01/2016-12 for two calendar years" in said


def test_a_negative_figure_stays_a_number_for_excel(tell: Tell):
    """The log keeps the digits as printed; nothing stands before the sign."""
    assert tell("record", "output", "-0.20", "--period", "2024", "--growth", "-3")[0] == 0
    line = tell("log", "output", "--excel")[1].splitlines()[1]
    assert line.startswith("output,2024,-0.20,t,-3,final,")


@pytest.mark.parametrize(
    ("typed", "day"),
    [("2025-Q1", "2025-03-31"), ("2025", "2025-12-31"), ("Feb 2024", "2024-02-29"), ("10 Nov 2023", "2023-11-10")],
)
@pytest.mark.parametrize(("option", "key"), [("--as-of", "as_of"), ("--known-at", "known_at")])
def test_a_status_as_of_a_period_is_that_of_its_last_day(typed: str, day: str, option: str, key: str, tell: Tell):
    """Of what was known then likewise."""
    assert json.loads(tell("status", "--json", option, typed)[1])[key] == day


def test_a_status_as_of_yesterday(tell: Tell):
    """And of today, which is meant where no day is named."""
    for word, ago in (("yesterday", 1), ("today", 0)):
        day = date.today() - timedelta(days=ago)  # noqa: DTZ011 -- as the command does
        assert json.loads(tell("status", "--json", "--as-of", word)[1])["as_of"] == day.isoformat()


def test_since_a_period_is_asked_about(tell: Tell):
    """It may be its first day or its last."""
    code, _, said = tell("brief", "--since", "2025-Q1")
    assert (code, "is not one day but runs from 2025-01-01 to 2025-03-31" in said) == (64, True)
    assert tell("check", "--changed-since", "yesterday", "--unknown-ok", "-q")[0] == 0


@pytest.mark.parametrize("figure", ["2024.6", "202406"])
def test_a_figure_above_a_table_is_not_its_month(figure: str, tmp_path: Path, tell: Tell):
    """A total of 2,024.6 looks like June 2024; a title says it in words, and else it is asked for."""
    file = tmp_path / "sheet.csv"
    file.write_text(f"Total,{figure}\nindicator,value\noutput,5\n", "utf-8")
    code, _, said = tell("record", "--from", str(file), "--dry-run")
    assert (code, "objection[no-period]" in said) == (65, True)
