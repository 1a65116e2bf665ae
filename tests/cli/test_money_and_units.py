"""Money of other countries and units nobody knows, through the command: recorded, added up, validated, exported."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tracker.cli.app import run

INDICATOR = '[[indicator]]\nid = "{0}"\nname = "{0}"\nmeasure = "flow"\nunit = "{1}"\nbetter = "higher"\n'
TARGET = '[[target]]\nid = "{0}"\nindicator = "{0}"\naim = "at-least"\nstages = [{{ by = "2025", value = 100 }}]\n'
FORMULA = '[[formula]]\nid = "all"\nname = "All"\nmeasure = "{1}"\nunit = "{0}"\nbetter = "higher"\nis = "{2}"\n'


@dataclass(frozen=True)
class Said:
    """How one command ended, and what it wrote."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Office:
    """A workspace, and `tracker` in this very process."""

    root: Path
    capture: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str) -> Said:
        """One command in this workspace."""
        code = run(["-C", str(self.root), *arguments])
        told = self.capture.readouterr()
        return Said(code, told.out, told.err)


Declare = Callable[..., Office]


@pytest.fixture
def declare(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Declare:
    """A workspace of indicators, each with a target, from pairs of id and unit; other text behind them."""

    def written(*pairs: tuple[str, str], more: str = "") -> Office:
        text = "".join(INDICATOR.format(*pair) + TARGET.format(*pair) for pair in pairs)
        (tmp_path / "targets").mkdir(exist_ok=True)
        (tmp_path / "targets" / "a.toml").write_text(text + more, encoding="utf-8")
        return Office(tmp_path, capsys)

    return written


def recorded(office: Office, *arguments: str) -> Said:
    """One figure of the first half of 2025, recorded."""
    return office("record", *arguments, "--period", "2025-H1", "--published", "2025-07-20")


@pytest.mark.parametrize("unit", ["m RWF", "亿美元", "million CHF", "bn XOF", "Rs crore", "亿欧元"])
def test_no_money_is_recorded_as_yuan(declare: Declare, unit: str):
    """A franc is never a yuan: the figure is refused, and nothing is written."""
    office = declare(("grants", "亿元"))
    told = recorded(office, "grants", "34.5", "--unit", unit)
    assert (told.code, "unit-kind" in told.err) == (65, True)
    assert not (office.root / "actuals" / "journal.jsonl").exists()


@pytest.mark.parametrize(
    ("declared", "unit", "value", "kept"),
    [
        ("m RWF", "bn RWF", "1.5", "1500"),
        ("亿美元", "m USD", "250", "2.5"),
        ("crore INR", "₹ lakh", "300", "3"),
        ("元/人", "万元/人", "1.2", "12000"),
    ],
)
def test_money_is_converted_within_its_currency(declare: Declare, declared: str, unit: str, value: str, kept: str):
    """Another scale of the same money is the indicator's own, digit by digit."""
    office = declare(("grants", declared))
    assert recorded(office, "grants", value, "--unit", unit).code == 0
    found = json.loads(office("status", "--as-of", "2025-08-01", "--json").out)
    assert found["targets"][0]["actual"]["value"] == float(kept)


def test_a_sign_of_several_currencies_is_asked_about(declare: Declare):
    """$ is the money of many countries; the answer names the codes to choose from."""
    told = recorded(declare(("grants", "m USD")), "grants", "34.5", "--unit", "m $")
    assert told.code == 65
    assert "ambiguous-unit" in told.err
    assert "such as USD, AUD" in told.err


@pytest.mark.parametrize(
    "heading", ["Actual (bn USD)", "Actual (m RWF)", "实际完成（亿卢布）", "Actual (m $)", "Actual (MT)"]
)
def test_the_unit_of_a_heading_is_heard_whole(declare: Declare, heading: str):
    """Blanks and capitals of a heading say which unit it is, and another's money is not taken for the indicator's."""
    office = declare(("grants", "亿元"))
    sheet = office.root / "sheet.csv"
    sheet.write_text(f"indicator,period,{heading}\ngrants,2025-H1,34.5\n", encoding="utf-8")
    told = office("record", "--from", str(sheet), "--published", "2025-07-20")
    assert (told.code, "-unit" in told.err or "unit-kind" in told.err) == (65, True)


def test_a_heading_in_the_indicators_money_is_converted(declare: Declare):
    """0.5 bn USD are 5 亿美元."""
    office = declare(("grants", "亿美元"))
    sheet = office.root / "sheet.csv"
    sheet.write_text("indicator,period,Actual (bn USD)\ngrants,2025-H1,0.5\n", encoding="utf-8")
    assert office("record", "--from", str(sheet), "--published", "2025-07-20").code == 0
    assert "5亿美元" in office("log", "--lang", "zh").out.replace(" ", "").replace(".0", "")


def test_dollars_and_yuan_are_not_added_up(declare: Declare):
    """A formula over unlike money is a fault of the file."""
    both = (("east", "m USD"), ("west", "m CNY"))
    told = declare(*both, more=FORMULA.format("m CNY", "flow", "east + west"))("validate")
    assert (told.code, "formula-units" in told.err) == (65, True)
    assert "unlike kinds never mix" in told.err


def test_money_a_head_is_worked_out(declare: Declare):
    """2.5 亿元 shared by 5 万人 are 5000 元 each."""
    office = declare(
        ("money", "亿元"),
        ("heads", "万人"),
        more=FORMULA.format("元/人", "ratio", "money / heads") + TARGET.format("all"),
    )
    for name, value in (("money", "2.5"), ("heads", "5")):
        assert recorded(office, name, value).code == 0
    found = json.loads(office("status", "all", "--as-of", "2025-08-01", "--json").out)
    assert found["targets"][0]["actual"]["value"] == 25000 / 5


def test_a_unit_nobody_knows_is_told_once_by_validate(declare: Declare):
    """Two indicators in it are one warning with near spellings; the files are sound all the same."""
    office = declare(("one", "fimrs"), ("two", "fimrs"))
    told = office("validate")
    assert (told.code, told.err.count("warning[unknown-unit]")) == (0, 1)
    assert "did you mean firms" in told.err
    assert "unknown-unit" not in office("status", "--as-of", "2025-08-01").err


def test_a_unit_nobody_knows_is_told_where_a_figure_goes_in(declare: Declare):
    """It is recorded as it is; any other unit is refused."""
    office = declare(("one", "MT"))
    told = recorded(office, "one", "34.5", "--unit", "MT")
    assert (told.code, "never converted" in told.err) == (0, True)
    for unit in ("Mt", "t", "mt"):
        assert recorded(office, "one", "34.5", "--unit", unit).code == 65


def test_rupees_of_no_country_are_doubted(declare: Declare):
    """They are counted, and validate asks whose they are."""
    told = declare(("plan", "Rs crore"), ("income", "Rs/person"))("validate")
    assert (told.code, told.err.count("warning[ambiguous-unit]"), told.err.count("INR, NPR")) == (0, 2, 2)


def test_a_pure_number_has_no_unit(declare: Declare):
    """An index needs none, and is shown alone."""
    office = declare(("hdi", ""))
    path = office.root / "targets" / "a.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace('unit = ""\n', "").replace("flow", "stock"), encoding="utf-8"
    )
    assert recorded(office, "hdi", "0.658").code == 0
    assert json.loads(office("status", "--as-of", "2025-08-01", "--json").out)["targets"][0]["unit"] == "index"


@pytest.mark.parametrize(
    ("unit", "code", "power"),
    [
        ("bn USD", "USD", "9"),
        ("亿欧元", "EUR", "8"),
        ("m RWF", "RWF", "6"),
        ("crore INR", "INR", "7"),
        ("元/人", "CNY_NR", "0"),
    ],
)
def test_sdmx_has_the_code_of_the_currency(declare: Declare, unit: str, code: str, power: str):
    """UNIT_MEASURE is the currency's, UNIT_MULT the scale's power of ten."""
    office = declare(("grants", unit))
    assert recorded(office, "grants", "34.5").code == 0
    out = office("export", "sdmx", "--as-of", "2025-08-01").out
    actual = next(row for row in csv.DictReader(io.StringIO(out)) if row["MEASURE"] == "ACTUAL")
    assert (actual["UNIT_MEASURE"], actual["UNIT_MULT"]) == (code, power)


def test_the_topic_of_units_names_money(capsys: pytest.CaptureFixture[str]):
    """What can be written is found where one looks for it."""
    assert run(["help", "units"]) == 0
    told = capsys.readouterr().out
    assert all(word in told for word in ("bn USD", "亿美元", "crore", "元/人"))
