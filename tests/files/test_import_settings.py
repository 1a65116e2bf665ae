"""Column maps in tracker.toml."""

from __future__ import annotations

import pytest

from tracker.files.page import page_of
from tracker.files.schema import json_schema
from tracker.files.settings import SETTINGS_FILE

WHOLE = """
[import.bureau]
sheet = "月报"
header = 3
columns = { indicator = "指标", total = "累计", growth = "F" }
names = { "老名称" = "output" }
period = "2025年1-10月"
unit = "亿元"
vintage = "flash"
source = "bureau"
encoding = "gb18030"
"""


def test_a_whole_map_is_read():
    """Every key, as it is written."""
    page = page_of(WHOLE.encode(), "tracker.toml", SETTINGS_FILE)
    assert page.faults == []
    assert page.values["import"]["bureau"] == {
        "sheet": "月报",
        "header": 3,
        "columns": {"indicator": "指标", "total": "累计", "growth": "F"},
        "names": {"老名称": "output"},
        "period": "2025年1-10月",
        "unit": "亿元",
        "vintage": "flash",
        "source": "bureau",
        "encoding": "gb18030",
    }


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('[import.x]\ncolumns = { valeu = "C" }\n', "bad-choice", 2),
        ('[import.x]\nnames = { "a" = "Not An Id" }\n', "bad-id", 2),
        ("[import.x]\nheader = 0\n", "bad-number", 2),
        ('[import.x]\nshet = "a"\n', "unknown-key", 2),
        ("[import]\nx = 1\n", "wrong-type", 2),
    ],
)
def test_a_wrong_map_is_a_fault_at_its_line(text: str, code: str, line: int):
    """A column nobody knows, an id that is none, a row that is none, a key that is none."""
    page = page_of(text.encode(), "tracker.toml", SETTINGS_FILE)
    assert [(fault.code, fault.line) for fault in page.faults] == [(code, line)]


def test_the_schema_offers_the_fields():
    """An editor completes the names of fields."""
    assert "import" in json_schema(SETTINGS_FILE)["properties"]
