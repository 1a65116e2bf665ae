"""Charts as text: the plot, the sparkline and the bar."""

from __future__ import annotations

from decimal import Decimal
from unicodedata import east_asian_width

import pytest
from builders import a_stage, a_target, an_indicator, judged

from tracker.assessment.verdict import Verdict
from tracker.render.chart import Drawing, drawing
from tracker.render.chart_points import chart_points
from tracker.render.chart_text import bar, plot, sparkline
from tracker.render.wording import wording_for

EN, ZH = wording_for("en"), wording_for("zh")


def picture(lang: str = "en", unit: str = "%") -> Drawing:
    """20 in 2023, 38 in 2024, 60 promised for 2025."""
    target = a_target(a_stage("2025", 60), baseline=("2023", 20))
    chart = chart_points(judged(target, an_indicator("stock", unit), [("2023", 20), ("2024", 38)], "2025-01-31"))
    assert chart
    return drawing(chart, wording_for(lang))


def test_a_plot_shows_the_actual_the_path_and_the_stage():
    """The whole picture, small enough to be read here."""
    assert plot(picture(), ascii_only=True, wide=30, high=6) == [
        "%",
        "60 |                         ....X",
        "50 |                    ......",
        "40 |              ......",
        "   |         .-----o",
        "30 |    -------",
        "20 |o----",
        "   +------------------------------",
        "    2023-12     2024-12    2025-12",
        "o- actual   .. asked for   X stage",
    ]


def test_a_fine_plot_joins_the_actuals_with_dots():
    """Braille cells, which are one wide everywhere."""
    assert plot(picture(), wide=30, high=6)[1:7] == [
        "60 |                         ....X",
        "50 |                    ......",
        "40 |              ......",
        "   |         .⢀⣀⡤⠴⠒o",
        "30 |    ⢀⣀⡤⠴⠒⠋⠉",
        "20 |o⠴⠒⠋⠉",
    ]


@pytest.mark.parametrize("ascii_only", [True, False])
def test_every_cell_of_a_plot_is_one_wide_on_every_terminal(ascii_only: bool):  # noqa: FBT001
    """No sign whose width depends on the terminal: rows would no longer stand below each other."""
    lines = plot(picture(), ascii_only=ascii_only)
    assert {east_asian_width(sign) for line in lines for sign in line} <= {"Na", "N"}
    assert all(line.isascii() for line in lines) is ascii_only
    assert max(map(len, lines)) <= 3 + 2 + 60


def test_money_is_drawn_in_the_unit_of_the_reader():
    """60 of 亿元 are 6 bn CNY."""
    assert (plot(picture("zh", "亿元"))[0], plot(picture("en", "亿元"))[0]) == ("亿元", "bn CNY")
    assert [picture(lang, "亿元").flags[0].words for lang in ("zh", "en")] == ["60", "6"]


def test_a_picture_says_what_it_shows():
    """For those who do not see it."""
    said = picture().description
    assert "38% at 2024-12-31" in said
    assert "60% promised by 2025-12-31" in said
    assert EN.say_verdict(Verdict.AT_RISK) in said or EN.say_verdict(Verdict.ON_TRACK) in said


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], ""),
        ([3], ""),
        ([3, 3, 3], "▅▅▅"),
        ([0, 7], "▁█"),
        ([0, 1, 2, 3, 4, 5, 6, 7], "▁▂▃▄▅▆▇█"),
        ([5, -5], "█▁"),
    ],
)
def test_a_sparkline_has_eight_heights(values: list[int], expected: str):
    """From the lowest value to the highest."""
    assert sparkline([Decimal(value) for value in values]) == expected


def test_a_sparkline_in_ascii():
    """Eight signs as well."""
    assert sparkline([Decimal(n) for n in range(8)], ascii_only=True) == "_.-=+*#@"


@pytest.mark.parametrize(
    ("completion", "schedule", "expected"),
    [
        ("0.5", "0.5", "=====|....."),
        ("0.7", "0.3", "===|====..."),
        ("0", "1", "..........|"),
        ("1.5", "0.5", "=====|====="),
        ("-1", "0", "|.........."),
        (None, "0.5", ""),
        ("0.35", "0.35", "====|......"),
        ("0.34", "0.34", "===|......."),
        ("0.5", None, ""),
    ],
)
def test_a_bar_shows_what_is_done_beside_what_is_due(completion: str | None, schedule: str | None, expected: str):
    """Ten cells and a stroke, whatever the shares are."""
    shares = (Decimal(share) if share else None for share in (completion, schedule))
    assert bar(*shares, ascii_only=True) == expected
