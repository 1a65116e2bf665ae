"""An office's own bands for the schedule, from tracker.toml to the exit code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

TARGETS = """\
policy = { id = "p", title = "Plan", issued = 2025-01-02 }
indicator = [
  { id = "built", name = "Built", measure = "flow", unit = "units", better = "higher" },
  { id = "rate", name = "Rate", measure = "growth", unit = "%", better = "higher" },
  { id = "share", name = "Share", measure = "ratio", unit = "%", better = "higher" },
]
target = [
  { id = "built", indicator = "built", aim = "at-least", stages = [{ by = "2025", value = 1200 }] },
  { id = "rate", indicator = "rate", aim = "at-least", stages = [{ by = "2025", value = 7 }] },
  { id = "share", indicator = "share", aim = "at-least", stages = [{ by = "2025", value = 60 }] },
]
"""


@pytest.fixture
def office(tmp_path: Path) -> Callable[[str, str, str, str], int]:
    """A workspace with its settings and one figure; what `check -q` ends with for the promise about it."""
    (tmp_path / "targets").mkdir()
    (tmp_path / "actuals").mkdir()
    (tmp_path / "targets" / "t.toml").write_text(TARGETS, encoding="utf-8")

    def check(settings: str, name: str, figure: str, day: str) -> int:
        from tracker.cli.app import run

        (tmp_path / "tracker.toml").write_text(settings, encoding="utf-8")
        actual = f'actual = [{{ indicator = "{name}", {figure}, published = 2025-07-10 }}]\n'
        (tmp_path / "actuals" / "a.toml").write_text(actual, encoding="utf-8")
        return run(["-C", str(tmp_path), "check", "-q", "--as-of", day, name])

    return check


HALF = 'period = "2025-H1", value = '


@pytest.mark.parametrize(
    ("settings", "name", "figure", "code"),
    [
        ("", "built", f"{HALF}540", 1),  # 45.0 = 0.9 x 50.0
        ("[schedule]\nat_risk = 0.95", "built", f"{HALF}540", 2),
        ("", "rate", f"{HALF}6.5", 1),
        ('[schedule]\ngrowth_at_risk = "0.4pp"', "rate", f"{HALF}6.5", 2),
        ("", "share", f"{HALF}54", 1),
        ('[schedule]\nlevel_at_risk = "5%"', "share", f"{HALF}54", 2),
        ('[schedule]\nlevel_at_risk = "7pp"', "share", f"{HALF}53", 1),
    ],
)
def test_a_band_of_the_offices_own(settings: str, name: str, figure: str, code: int, office: Callable[..., int]):
    """At risk is code 1, off track code 2."""
    assert office(settings, name, figure, "2025-07-15") == code


@pytest.mark.parametrize(("end", "code"), [("final", 2), ("band", 1)])
def test_a_narrow_miss_at_the_end(end: str, code: int, office: Callable[..., int]):
    """1150 of 1200 is missed, or still at risk where the office keeps its band."""
    settings = f'[schedule]\nafter_the_end = "{end}"'
    assert office(settings, "built", 'period = "2025", value = 1150', "2026-02-01") == code


@pytest.mark.parametrize("wrong", ["at_risk = 1.5", 'growth_at_risk = "half"', 'after_the_end = "amber"', "at_rik = 1"])
def test_a_setting_that_makes_no_sense_is_an_error(wrong: str, office: Callable[..., int]):
    """Nothing is judged by bands nobody meant."""
    assert office(f"[schedule]\n{wrong}", "built", f"{HALF}540", "2025-07-15") == 65
