"""Rates and shares beside what they should resemble: their figures, their promises, and the rest of the sheet."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from bureau import Bureau

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "files"))

from sheet_makers import ods, ods_row

SHARES = """
[[indicator]]
id = "zb"
name = "税收占比"
measure = "ratio"
unit = "%"
better = "higher"

[[indicator]]
id = "gy"
name = "规模以上工业增加值"
measure = "growth"
unit = "%"
better = "higher"

[[indicator]]
id = "gdp"
name = "地区生产总值"
measure = "flow"
unit = "亿元"
better = "higher"

[[indicator]]
id = "pile"
name = "充电桩"
measure = "stock"
unit = "个"
better = "higher"

[[target]]
id = "pile"
indicator = "pile"
aim = "at-least"
baseline = { period = "2023", value = 400 }
stages = [{ by = "2025", value = 5000 }]
"""
BASELINE = """
[[target]]
id = "zb"
indicator = "zb"
aim = "at-least"
baseline = { period = "2023", value = 58 }
stages = [{ by = "2025", value = 65 }]
"""
GOAL = BASELINE.replace('baseline = { period = "2023", value = 58 }\n', "")
SEVEN = """
[[target]]
id = "gy"
indicator = "gy"
aim = "at-least"
stages = [{ by = "2025", value = 7 }]

[[target]]
id = "gdp"
indicator = "gdp"
of = "growth"
aim = "at-least"
stages = [{ by = "2025", value = 7 }]
"""
FIGURES = "".join(
    f'[[actual]]\nindicator = "gy"\nperiod = "{period}"\nvalue = {value}\n'
    for period, value in (("2024", "7.6"), ("2025-Q1", "7.2"), ("2025-01/2025-06", "7.1"))
)
SHARE_FIGURES = '[[actual]]\nindicator = "zb"\nperiod = "2023"\nvalue = 58.2\n'


@pytest.mark.parametrize("promise", [BASELINE, GOAL, ""])
@pytest.mark.parametrize("value", ["0.6312", "0.605"])
def test_a_fraction_of_a_share_is_asked_about(value: str, promise: str, bureau: Bureau):
    """Against a baseline of 58, a goal of 65, or nothing: no percentage has so many decimals below one."""
    bureau.declare(SHARES + promise)
    said = bureau.says("zb", value, "--period", "2024")
    assert (said.codes, f"is {value[2:4]}" in said.told) == (["fraction"], True)
    assert bureau.says("zb", value, "--period", "2024", "--accept", "fraction").rows[0]["accepted"] == ["fraction"]


def test_a_fraction_beside_a_figure_is_told_once(bureau: Bureau):
    """58.2 in the year before: a fraction, and not also a jump."""
    bureau.declare(SHARES, figures=SHARE_FIGURES)
    assert bureau.says("zb", "0.63", "--period", "2024").codes == ["fraction"]


@pytest.mark.parametrize("value", ["60.5", "31", "0.6%", "0.63%"])
def test_a_share_like_the_others_is_read(value: str, bureau: Bureau):
    """Also a small one with its sign and one or two decimals, where nothing is known."""
    bureau.declare(SHARES + (BASELINE if "%" not in value else ""))
    assert bureau.says("zb", value, "--period", "2024").codes == []


@pytest.mark.parametrize(("value", "codes"), [("0.9", ["fraction"]), ("0.91", ["tenfold-jump"])])
def test_a_fraction_resembles_up_to_twice_what_was(value: str, codes: list[str], bureau: Bureau):
    """100 x 0.9 is just twice 45, and may be meant; 91 is more, and 0.91 is far from 45 in another way."""
    bureau.declare(SHARES, figures=SHARE_FIGURES.replace("58.2", "45"))
    assert bureau.says("zb", value, "--period", "2024").codes == codes


def test_a_small_share_that_was_small_before_is_read(bureau: Bureau):
    """0.625 after 0.582."""
    bureau.declare(SHARES, figures=SHARE_FIGURES.replace("58.2", "0.582"))
    assert bureau.says("zb", "0.625", "--period", "2024").codes == []


def test_a_first_figure_is_held_against_the_baseline(bureau: Bureau):
    """4,400 after 400 is eleven times; 1,900 is on its way to 5,000."""
    bureau.declare(SHARES)
    assert bureau.says("pile", "4400", "--period", "2024").codes == ["tenfold-jump"]
    assert bureau.says("pile", "1900", "--period", "2024").codes == []


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("7.6", []),
        ("0.7", []),
        ("-3.1", []),
        ("14.2", []),
        ("76", ["tenfold-jump"]),
        ("76.0", ["tenfold-jump"]),
        ("-76", ["tenfold-jump"]),
        ("760", ["tenfold-jump"]),
        ("0.76", ["tenfold-jump"]),
        ("0.076", ["fraction"]),
    ],
)
@pytest.mark.parametrize("known", ["figures", "promise"])
def test_a_rate_among_sevens(known: str, value: str, codes: list[str], bureau: Bureau):
    """By earlier figures, or for the first one by the promise alone; a weak month keeps its one decimal."""
    bureau.declare(SHARES + (SEVEN if known == "promise" else ""), figures=FIGURES if known == "figures" else "")
    assert bureau.says("gy", "--period", "2025-01/2025-09", "--", value).codes == codes


@pytest.mark.parametrize("value", ["9" * 30, "9" * 30 + ".99"])
def test_a_figure_of_any_length_is_asked_about_and_breaks_nothing(value: str, bureau: Bureau):
    """Thirty digits are a question like any other."""
    bureau.declare(SHARES + SEVEN, figures=FIGURES)
    said = bureau.says("gy", value, "--period", "2025-01/2025-09")
    assert said.codes
    assert "should not have happened" not in said.told


@pytest.mark.parametrize(("growth", "codes"), [("7.6", []), ("76", ["tenfold-jump"]), ("0.076", ["fraction"])])
def test_the_growth_beside_a_value(growth: str, codes: list[str], bureau: Bureau):
    """Held against the growth that was promised."""
    bureau.declare(SHARES + SEVEN)
    assert bureau.says("gdp", "800", "--growth", growth, "--period", "2025-01/2025-09").codes == codes


def test_the_growth_of_a_lively_flow_is_read(bureau: Bureau):
    """Nobody promised any, and one earlier figure says little: 91.9 after 10.2."""
    before = '[[actual]]\nindicator = "gdp"\nperiod = "2024"\nvalue = 600\ngrowth = 10.2\n'
    bureau.declare(SHARES, figures=before)
    assert bureau.says("gdp", "700", "--growth", "91.9", "--period", "2025").codes == []


MORE = "".join(
    f'[[indicator]]\nid = "{one}"\nname = "{name}"\nmeasure = "growth"\nunit = "%"\nbetter = "higher"\n'
    for one, name in (("a", "甲"), ("b", "乙"))
)
SHEET = "2025年1-9月,\n指标,同比（%）\n地区生产总值,{}\n规模以上工业增加值,7.9\n甲,10.1\n乙,6.1\n"


@pytest.mark.parametrize(
    ("growth", "codes"), [("7.6", []), ("76", ["tenfold-jump"]), ("0.076", ["fraction"]), ("91.9", [])]
)
def test_the_other_rows_of_a_sheet(growth: str, codes: list[str], bureau: Bureau):
    """76 among 7.9, 10.1 and 6.1, all with a decimal; 91.9 may well be."""
    bureau.declare(SHARES + MORE)
    assert bureau.reads(SHEET.format(growth)).codes == codes


OLD = (
    ods_row("指标", "单位", "累计", "同比（%）"),
    ods_row("规模以上工业增加值", "%", "—", 7.9),
    ods_row("税收占比", "%", 0.6056, ""),
    ods_row("地区生产总值", "亿元", 812.5, -0.2),
)


def test_a_share_in_an_old_file_is_asked_about_whatever_its_neighbours_say(bureau: Bureau, tmp_path: Path):
    """60.56 % is kept as 0.6056 there; -0.2 stands in a column that is no fraction, since 7.9 does too."""
    pytest.importorskip("python_calamine", reason="python-calamine is not installed")
    bureau.declare(SHARES + GOAL)
    said = bureau.reads(ods(tmp_path / "a.ods", "".join(OLD)), "--period", "2025年1-9月")
    assert (said.codes, "is 60.56 % meant" in said.told) == (["fraction"], True)


def test_a_column_of_fractions_in_an_old_file_is_asked_about(bureau: Bureau, tmp_path: Path):
    """7.9 % and -0.2 % kept as they are not shown; both are asked about."""
    pytest.importorskip("python_calamine", reason="python-calamine is not installed")
    bureau.declare(SHARES)
    rows = (OLD[0], ods_row("规模以上工业增加值", "%", "—", 0.08), ods_row("地区生产总值", "亿元", 812.5, 0.02))
    said = bureau.reads(ods(tmp_path / "a.ods", "".join(rows)), "--period", "2025年1-9月")
    assert said.codes == ["from-xls-percent"] * 2


def test_a_share_shown_in_percent_is_what_is_shown(bureau: Bureau, tmp_path: Path):
    """60.56 with two decimals, 60.6 with one."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is not installed")
    bureau.declare(SHARES + GOAL)
    for form, value in (("0.00%", "60.56"), ("0.0%", "60.6")):
        book = openpyxl.Workbook()
        book.active.append(["指标", "累计"])
        book.active.append(["税收占比", 0.6056])
        book.active["B2"].number_format = form
        book.save(tmp_path / "a.xlsx")
        assert bureau.reads(tmp_path / "a.xlsx", "--period", "2025年1-9月").rows[0]["value"] == value
