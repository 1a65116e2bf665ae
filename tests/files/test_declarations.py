"""The shape of targets/*.toml: every key of every kind of declaration is read as the domain's own value."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tracker.domain.calendar import Releases
from tracker.domain.elapsed import Convention
from tracker.domain.indicator import Better, Measure
from tracker.domain.period import Period
from tracker.domain.target import Aim, Of, PathKind, Reading, Tolerance, When
from tracker.domain.words import Words
from tracker.files.declarations import TARGETS_FILE
from tracker.files.page import Page, page_of

FULL = """
[policy]
id = "p"
title = { zh = "方案", en = "Plan" }
region = "云泽"
source = "s"
issued = 2024-01-20
note = "of two lines"

[[indicator]]
id = "i"
name = "产值"
measure = "flow"
unit = "亿元"
better = "higher"
releases = "monthly-no-january"
release_lag_days = 20
breaks = ["2013"]
price_basis = "current"
scope = "all"
limit = 100
note = "n"

[[target]]
id = "t"
indicator = "i"
title = "T"
aim = "about"
of = "growth"
reading = "every-year"
when = "throughout"
from = "2024-01"
path = "plan"
checkpoints = [{ by = "2024-Q1", value = 1.50 }]
schedule = "days"
baseline = { period = "2023", value = 5.0 }
rule = "pace"
in_force = { from = 2024-01-20, until = 2025-12-31 }
replaces = "old"
reason = "revised"
nature = "binding"
strength = "strive"
lead = "L"
supporting = ["S"]
leader = "mayor"
chain = "铝"
tags = ["key"]
locator = "1"
note = "N"
stages = [{ by = "2024", value = 6.0, aim = "at-least", tolerance = "5%", note = "first" }, { by = "2025" }]

[[milestone]]
id = "m"
name = "M"
by = 2024-06-30
items = ["one", { zh = "二" }]
list = "open"

[[project]]
id = "j"
name = "J"
kind = "new"
total_investment = 12.50
unit = "亿元"
annual_plan = { 2024 = 4, 2025 = 8.5 }
planned = { start = "2024-03", finish = "2025", production = "2026-Q1" }
adds = { indicator = "i", value = 20, unit = "亿元", from = "2026" }
"""


@pytest.fixture(scope="module")
def page() -> Page:
    """Every key there is, read."""
    return page_of(FULL.encode(), "targets/full.toml", TARGETS_FILE)


def test_every_key_can_be_used_at_once(page: Page):
    """Without a fault."""
    assert page.faults == []


def test_a_policy_is_read(page: Page):
    """Its title in two languages, its day as a day."""
    assert page.row("policy").values == {
        "id": "p",
        "title": Words(zh="方案", en="Plan"),
        "region": Words(zh="云泽"),
        "source": "s",
        "issued": date(2024, 1, 20),
        "note": "of two lines",
    }


def test_an_indicator_is_read(page: Page):
    """Choices become members, breaks become periods."""
    assert page.tables["indicator"][0].values == {
        "id": "i",
        "name": Words(zh="产值"),
        "measure": Measure.FLOW,
        "unit": "亿元",
        "better": Better.HIGHER,
        "releases": Releases.MONTHLY_NO_JANUARY,
        "release_lag_days": 20,
        "breaks": (Period.parse("2013"),),
        "price_basis": "current",
        "scope": Words(en="all"),
        "limit": Decimal(100),
        "note": "n",
    }


def test_a_target_is_read(page: Page):
    """Numbers keep their printed digits."""
    values = page.tables["target"][0].values
    assert {key: values[key] for key in ("aim", "of", "reading", "when", "path", "schedule")} == {
        "aim": Aim.ABOUT,
        "of": Of.GROWTH,
        "reading": Reading.EVERY_YEAR,
        "when": When.THROUGHOUT,
        "path": PathKind.PLAN,
        "schedule": Convention.DAYS,
    }
    assert str(values["checkpoints"][0]["value"]) == "1.50"
    assert values["baseline"] == {"period": Period.parse("2023"), "value": Decimal("5.0")}


def test_stages_are_read(page: Page):
    """With a word and a tolerance of their own, or without a number."""
    assert page.tables["target"][0]["stages"] == (
        {
            "by": Period.parse("2024"),
            "value": Decimal("6.0"),
            "aim": Aim.AT_LEAST,
            "tolerance": Tolerance(Decimal(5), relative=True),
            "note": "first",
        },
        {"by": Period.parse("2025")},
    )


def test_a_milestone_and_a_project_are_read(page: Page):
    """A day is a period of one day; years may be bare keys."""
    milestone, project = page.tables["milestone"][0], page.tables["project"][0]
    assert (milestone["by"], milestone["items"]) == (Period.parse("2024-06-30"), (Words(en="one"), Words(zh="二")))
    assert project["annual_plan"] == {"2024": Decimal(4), "2025": Decimal("8.5")}
    assert project["planned"]["production"] == Period.parse("2026-Q1")


@pytest.mark.parametrize("key", ["measure", "better", "name", "id"])
def test_an_indicator_needs_four_keys(key: str):
    """There is no default for which way is better."""
    lines = ['id = "i"', 'name = "I"', 'measure = "flow"', 'unit = "t"', 'better = "higher"']
    text = "[[indicator]]\n" + "\n".join(line for line in lines if not line.startswith(key))
    found = page_of(text.encode(), "targets/x.toml", TARGETS_FILE)
    assert [(fault.code, f'"{key}"' in fault.complaint) for fault in found.faults] == [("missing-key", True)]
