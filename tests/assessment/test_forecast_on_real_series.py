"""What docs/outlook.md promises of the outlook, held against real series."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]

BRIER = {"years": 0.225, "quarters": 0.210, "months": 0.220}


@pytest.fixture(scope="module")
def measure() -> Iterator[ModuleType]:
    """The scripts that make the evidence tables."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    import level_evidence

    yield level_evidence
    sys.path.remove(str(ROOT / "benchmarks"))


@pytest.fixture(scope="module")
def at_horizon(measure: ModuleType) -> dict[str, dict[str, list]]:
    """What Theta and the outlook saw at the horizon of each series, by frequency."""
    import evidence

    methods = {"Theta": evidence.METHODS["Theta"], "outlook": evidence.outlook}
    return {
        name: {
            label: [(case, [method(case.past, len(case.future), case.per_year)]) for case in those]
            for label, method in methods.items()
        }
        for name, those in evidence.read_cases().items()
    }


def error(measure: ModuleType, seen: list) -> float:
    """Mean sMAPE at the horizon."""
    return measure.average(measure.smape(views[-1].mean, case.future[-1]) for case, views in seen)


@pytest.mark.parametrize("frequency", BRIER)
def test_is_no_worse_than_theta(measure: ModuleType, at_horizon: dict, frequency: str):
    """The simple method to beat is beaten."""
    seen = at_horizon[frequency]
    assert error(measure, seen["outlook"]) <= error(measure, seen["Theta"])


@pytest.mark.parametrize("frequency", BRIER)
def test_four_in_five_fall_inside(measure: ModuleType, at_horizon: dict, frequency: str):
    """The 80 % interval holds 75 to 85 % of what came."""
    held = [views[-1].holds(case.future[-1]) for case, views in at_horizon[frequency]["outlook"]]
    assert 0.75 <= sum(held) / len(held) <= 0.85


@pytest.mark.parametrize(("frequency", "limit"), BRIER.items())
def test_chances_say_more_than_one_half_would(measure: ModuleType, at_horizon: dict, frequency: str, limit: float):
    """The Brier score stays below what was asked of each frequency."""
    assert measure.brier(measure.promised(at_horizon[frequency]["outlook"])) <= limit


def test_promises_of_three_in_four_are_kept_three_times_in_four(measure: ModuleType, at_horizon: dict):
    """Among promises given 70 to 80 %, the share kept is 70 to 80 %."""
    given = [promise for seen in at_horizon.values() for promise in measure.promised(seen["outlook"])]
    kept = [held for chance, held in given if 0.7 <= chance < 0.8]
    assert 0.7 <= sum(kept) / len(kept) <= 0.8


@pytest.mark.parametrize("months", [3, 6, 9])
def test_a_years_total_is_nearer_than_its_even_pace(measure: ModuleType, months: int):
    """After three, six and nine months, knowing three earlier years."""
    import evidence
    import flow_evidence

    from tracker.assessment.flow_share import project_total

    pace, share = 0.0, 0.0
    for so_far, total, past in flow_evidence.stopped(evidence.read_cases()["months"], months, 3):
        ahead = project_total(so_far, months, past)
        assert ahead is not None
        pace += abs(so_far * 12 / months - total) / total
        share += abs(ahead.mean - total) / total
    assert share < pace
