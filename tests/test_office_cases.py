"""What officers met in a year of work, rebuilt from the figures, and what the command must say of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tracker.cli.app import run

Targets = Mapping[str, dict[str, Any]]


class Office:
    """A workspace of one policy, and `tracker` in this very process."""

    def __init__(self, root: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.root, self.capture = root, capture

    def declare(self, text: str, settings: str = "", issued: str = "2025-01-20") -> None:
        """Indicators and targets as they stand in a file of declarations."""
        self.write("targets/plan.toml", f'policy = {{ id = "plan", title = "Plan", issued = {issued} }}\n{text}')
        self.write("tracker.toml", settings)

    def figures(self, indicator: str, day: str, **of_periods: float) -> None:
        """Figures of one indicator by their periods, all published on a day; `2025-01/2025-09` is written m2025_09."""
        rows = (f'period = "{period_named(name)}"\nvalue = {value}' for name, value in of_periods.items())
        self.write(
            f"actuals/{indicator}-{day}.toml",
            "".join(f'[[actual]]\nindicator = "{indicator}"\npublished = {day}\n{row}\n' for row in rows),
        )

    def write(self, name: str, text: str) -> None:
        """A file of the workspace."""
        path = self.root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def status(self, day: str) -> Targets:
        """Every target by its id, as `tracker status --json` tells it of a day."""
        return {target["id"]: target for target in json.loads(self.told("status", "--json", "--as-of", day))["targets"]}

    def told(self, *arguments: str) -> str:
        """What one command prints."""
        assert run(["-C", str(self.root), *arguments]) == 0
        return self.capture.readouterr().out


def period_named(name: str) -> str:
    """The period a keyword stands for: y2024, q2025_1, h2025_1, or m2025_09 for January to September."""
    kind, year, part = name[0], name[1:5], name[6:]
    return {"y": year, "q": f"{year}-Q{part}", "h": f"{year}-H{part}", "m": f"{year}-01/{year}-{part}"}[kind]


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    """An empty workspace."""
    return Office(tmp_path, capsys)


def codes(target: Mapping[str, Any]) -> list[str]:
    """The codes of a target's caveats."""
    return [caveat["code"] for caveat in target["caveats"]]


def declared(id_: str, measure: str, unit: str, better: str = "higher") -> str:
    """An indicator."""
    return f'[[indicator]]\nid = "{id_}"\nname = "{id_}"\nmeasure = "{measure}"\nunit = "{unit}"\nbetter = "{better}"\n'


def promised(id_: str, stage: str, aim: str = "at-least", extra: str = "", *, indicator: str = "") -> str:
    """A target of one stage."""
    head = f'[[target]]\nid = "{id_}"\nindicator = "{indicator or id_}"\naim = "{aim}"\n'
    return f"{head}{extra}\nstages = [{{ {stage} }}]\n"


def test_jobs_still_to_be_found_are_counted_in_people(office: Office):
    """6.9 - 5.45 = 1.45 万人 over three months are 0.48 万人 a month, 80 % of 5.45 / 9 = 0.61 so far."""
    office.declare(declared("jobs", "flow", "万人") + promised("jobs", 'by = "2025", value = 6.9'))
    office.figures("jobs", "2025-10-20", m2025_09=5.45)
    required = office.status("2025-10-25")["jobs"]["required"]
    assert (required["value"], required["periods_left"]) == (0.4834, 3)
    assert "月均需0.48万人，剩余3个月（为前期平均的80%）" in office.told("gap", "--as-of", "2025-10-25", "--lang", "zh")


INVESTMENT = declared("fai", "growth", "%") + promised("fai", 'by = "2025", value = 6')


def test_the_rest_of_a_year_cannot_be_told_from_growth_alone(office: Office):
    """Growth rates say nothing of shares of a year: the levels are asked for, and no rate is made up."""
    office.declare(INVESTMENT)
    office.figures("fai", "2025-01-20", m2024_09=8.5, y2024=8.7)
    office.figures("fai", "2025-10-20", m2025_09=6.1)
    target = office.status("2025-10-25")["fai"]
    assert (target["verdict"], target["required"]) == ("on_track", None)
    assert "effort-needs-levels" in codes(target)


def test_a_rate_that_keeps_falling_is_on_schedule_with_an_early_warning(office: Office):
    """6.1 of 6 is on schedule; after seven falls in a row no rebound is forecast, and the warning stands beside it."""
    office.declare(INVESTMENT)
    office.figures("fai", "2025-01-20", m2024_02=9.0, m2024_06=8.9, m2024_09=8.5, m2024_11=8.7, y2024=8.7)
    office.figures("fai", "2025-10-20", m2025_02=7.8, m2025_03=8.1, m2025_04=7.6, m2025_05=7.2, m2025_06=7.0)
    office.figures("fai", "2025-10-21", m2025_07=6.7, m2025_08=6.4, m2025_09=6.1)
    target = office.status("2025-10-25")["fai"]
    assert target["verdict"] == "on_track"
    assert target["outlook"]["value"] <= 6.1
    assert "early-warning" in codes(target)


def test_a_fall_over_five_years_is_asked_for_year_by_year(office: Office):
    """-13.5 x 4 / 5 = -10.8 is asked for after four years; -11.2 was done, and -2.6 is left for the last."""
    extra = 'reading = "cumulative"\nbaseline = { period = "2020" }'
    target = promised("energy", 'by = "2025", value = -13.5', "at-most", extra)
    office.declare(declared("energy", "growth", "%", "lower") + target, issued="2021-03-01")
    office.figures("energy", "2025-03-20", y2021=-3.1, y2022=-2.9, y2023=-2.8, y2024=-2.9)
    said = office.status("2025-04-01")["energy"]
    assert (said["verdict"], said["expected"]["value"], said["completion"]) == ("on_track", -10.8, None)
    assert said["required"]["value"] == pytest.approx(100 * (0.865 / (1 - 0.111968233012) - 1))


def test_an_average_growth_that_needs_seventeen_per_cent_is_off_track(office: Office):
    """1.063 x 1.032 x 1.026 x 1.065 is 4.64 % a year; 7 % over five years is 1.07^5 over that, 17 % in the last."""
    extra = 'of = "average-growth"\nbaseline = { period = "2020", value = 3267.19 }'
    office.declare(
        declared("gdp", "flow", "亿元") + promised("gdp", 'by = "2025", value = 7', extra=extra), issued="2021-03-01"
    )
    rows = {"2021": 6.3, "2022": 3.2, "2023": 2.6, "2024": 6.5}
    levels = {"2021": 3496.23, "2022": 3616.99, "2023": 3462.51, "2024": 3635.62}
    office.write("actuals/gdp.toml", "".join(grown("gdp", year, levels[year], rows[year]) for year in rows))
    said = office.status("2025-05-01")["gdp"]
    so_far = 1.063 * 1.032 * 1.026 * 1.065
    assert said["verdict"] == "off_track"
    assert said["actual"]["value"] == pytest.approx(100 * (so_far ** (1 / 4) - 1))
    assert said["required"]["value"] == pytest.approx(100 * (1.07**5 / so_far - 1))
    assert not [code for code in codes(said) if "missing" in code]


def grown(indicator: str, period: str, value: float, growth: float) -> str:
    """One figure with the growth printed beside it."""
    figure = f'[[actual]]\nindicator = "{indicator}"\nperiod = "{period}"\nvalue = {value}\ngrowth = {growth}\n'
    return f"{figure}published = {int(period[:4]) + 1}-02-20\n"


@pytest.mark.parametrize(
    ("day", "verdict", "assumed"),
    [("2025-07-25", "on_track", False), ("2025-10-25", "on_track", True), ("2026-02-01", "met", True)],
)
def test_about_is_kept_within_two_tenths(office: Office, day: str, verdict: str, *, assumed: bool):
    """6.5, 6.4 and at the end 6.4 are about 6.5; where 0.2 points were assumed for about, that is said."""
    extra = 'of = "growth"'
    office.declare(declared("gdp", "flow", "亿元") + promised("gdp", 'by = "2025", value = 6.5', "about", extra))
    figures = (("2025-H1", 1816.9, 6.5, "2025-07-22"), ("2025-01/2025-09", 2751.38, 6.4, "2025-10-24"))
    rows = (*figures, ("2025", 3820.5, 6.4, "2026-01-24"))
    line = '[[actual]]\nindicator = "gdp"\nperiod = "{}"\nvalue = {}\ngrowth = {}\npublished = {}\n'
    office.write("actuals/gdp.toml", "".join(line.format(*row) for row in rows))
    said = office.status(day)["gdp"]
    assert (said["verdict"], "tolerance-assumed" in codes(said)) == (verdict, assumed)


AIR = declared("pm", "ratio", "微克/立方米", "lower") + promised("pm", 'by = "2025", value = 44', "at-most")


def test_a_winter_mean_is_held_against_last_winter(office: Office):
    """71 after 79 asks for 79 + 44 - 45.5 = 77.5; the 306 days left may come to (44 x 365 - 71 x 59) / 306 = 38.8."""
    office.declare(AIR)
    office.figures("pm", "2024-01-20", m2023_02=84, m2023_06=56, y2023=48)
    office.figures("pm", "2025-01-20", m2024_02=79, m2024_06=52, y2024=45.5)
    office.figures("pm", "2025-03-10", m2025_02=71)
    said = office.status("2025-03-12")["pm"]
    assert (said["verdict"], said["expected"]["value"]) == ("on_track", 77.5)
    assert said["expected"]["path"] == "last-year"
    assert said["required"]["value"] == pytest.approx((44 * 365 - 71 * 59) / 306)


@pytest.mark.parametrize(("day", "asked"), [("2025-04-15", 58), ("2025-07-15", 108)])
def test_ahead_of_the_offices_own_plan_is_on_track(office: Office, day: str, asked: int):
    """59.68 of 58 in March and 110.79 of 108 in June keep the plan, whatever the months say."""
    plan = 'path = "plan"\ncheckpoints = [{ by = "2025-Q1", value = 58 }, { by = "2025-H1", value = 108 }]'
    office.declare(declared("tax", "flow", "亿元") + promised("tax", 'by = "2025", value = 208', extra=plan))
    office.figures("tax", "2025-01-20", m2024_03=56.73, m2024_06=106.22, m2024_09=153.91, y2024=199.86)
    office.figures("tax", "2025-04-10", q2025_1=59.68)
    office.figures("tax", "2025-07-10", h2025_1=110.79)
    said = office.status(day)["tax"]
    assert (said["verdict"], said["expected"]["value"]) == ("on_track", asked)


def test_two_points_behind_schedule_is_at_risk(office: Office):
    """131 of 180 is 72.8 % where three quarters of the year are gone: behind, and by less than a tenth."""
    office.declare(declared("fai", "flow", "亿元") + promised("fai", 'by = "2025", value = 180'))
    office.figures("fai", "2025-10-20", m2025_09=131)
    assert office.status("2025-10-25")["fai"]["verdict"] == "at_risk"


BALANCE = declared("balance", "flow", "亿元") + promised("balance", 'by = "2024", value = -5')
LAMP = '[lamp.county]\nmeasure = "gap-pp"\ngreen = ">= 0"\nyellow = "-10 <= x < 0"\nred = "< -10"\n'


def test_of_a_negative_promise_there_is_no_share(office: Office):
    """A deficit of 20 where 5 are allowed is no completion of 400 %, no lead, and no green lamp."""
    county = promised("county", 'by = "2024", value = -5', extra='rule = "county"', indicator="balance")
    office.declare(BALANCE + county, LAMP, issued="2024-01-01")
    office.figures("balance", "2024-07-15", h2024_1=-20)
    said = office.status("2024-07-20")
    balance = said["balance"]
    assert balance["verdict"] == "off_track"
    assert (balance["completion"], balance["pace"], balance["gap"]["months"]) == (None, None, None)
    assert said["county"]["verdict"] in {"off_track", "unknown"}


def test_a_baseline_is_the_same_as_a_value_and_as_a_figure(office: Office):
    """100 in 2020, then 75 in 2023: (75 - 100) / 3 = -8.33 a year, and -12.5 a year from now is 150 % of that."""
    stage = 'by = "2025", value = 50'
    by_value = promised("waste", stage, "at-most", 'baseline = { period = "2020", value = 100 }')
    by_figure = promised("refuse", stage, "at-most", 'baseline = { period = "2020" }')
    indicators = declared("waste", "stock", "t", "lower") + declared("refuse", "stock", "t", "lower")
    office.declare(indicators + by_value + by_figure, issued="2021-01-20")
    office.figures("waste", "2024-02-01", y2021=95, y2022=85, y2023=75)
    office.figures("refuse", "2024-02-01", y2020=100, y2021=95, y2022=85, y2023=75)
    said = office.status("2024-03-01")
    assert {**said["waste"], **NAMED} == {**said["refuse"], **NAMED}
    assert office.told("gap", "--as-of", "2024-03-01").count("150%") == 2


NAMED = {"id": "", "title": "", "indicator": "", "location": None, "baseline": None, "actual": None}
"""What tells two targets of the same figures apart."""


HOMES = declared("homes", "flow", "units") + promised("homes", 'by = "2024-07/2024-12", value = 600')


@pytest.fixture
def homes(office: Office) -> Office:
    """600 homes promised from July to December, reported from January on."""
    office.declare(HOMES, issued="2024-07-01")
    office.figures("homes", "2024-07-15", h2024_1=300)
    office.figures("homes", "2024-10-15", m2024_09=650)
    return office


def test_a_promise_for_half_a_year_counts_its_own_months(homes: Office):
    """650 - 300 = 350 homes since July, where 600 x 3 / 6 = 300 are asked for: on track and not reached."""
    said = homes.status("2024-10-20")["homes"]
    assert (said["verdict"], said["expected"]["value"], said["completion"]) == ("on_track", 300, 350 / 600)


def test_a_promise_for_half_a_year_is_not_half_done_before_it_begins(homes: Office):
    """What was built before July is no part of it: there is no figure yet."""
    said = homes.status("2024-07-20")["homes"]
    assert (said["verdict"], said["completion"], said["actual"]) == ("unknown", None, None)


def test_a_gap_too_small_for_two_places_is_shown(office: Office):
    """59.998 of 60 is missed by 0.002 points: neither a gap of nothing nor a completion of 100 %."""
    office.declare(declared("share", "ratio", "%") + promised("share", 'by = "2023", value = 60'), issued="2021-01-20")
    office.figures("share", "2024-02-01", y2023=59.998)
    said = office.status("2024-03-01")["share"]
    assert (said["verdict"], said["gap"]["value"]) == ("missed", -0.002)
    assert said["completion"] < 1
    assert "-0.002 pp" in office.told("gap", "--as-of", "2024-03-01")
    assert "59.998% - 60% = -0.002 pp" in office.told("show", "share", "--as-of", "2024-03-01")


@pytest.mark.parametrize("base", [-50, 0])
def test_growth_from_nothing_or_less_is_unknown_for_that_reason(office: Office, base: int):
    """Growth from -50 or from 0 has no meaning; the reason says so, and does not miss a figure that is there."""
    growth = promised("profit", 'by = "2024", value = 10', extra='of = "growth"')
    office.declare(declared("profit", "flow", "亿元") + growth, issued="2024-01-20")
    office.figures("profit", "2025-01-25", y2023=base, y2024=100)
    said = office.status("2025-03-01")["profit"]
    assert (said["verdict"], codes(said)) == ("unknown", ["base-not-positive"])


def test_an_average_growth_from_a_loss_is_unknown_for_that_reason(office: Office):
    """The same of a compound growth since a year of loss."""
    extra = 'of = "average-growth"\nbaseline = { period = "2023" }'
    office.declare(
        declared("profit", "flow", "亿元") + promised("profit", 'by = "2025", value = 5', extra=extra),
        issued="2024-01-20",
    )
    office.figures("profit", "2025-01-25", y2023=-50, y2024=100)
    assert codes(office.status("2025-03-01")["profit"]) == ["base-not-positive"]
