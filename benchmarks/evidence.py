"""Real series split into what was known and what came, the forecasts made of them, and how those are scored."""

import csv
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import erf, sqrt
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from rivals import RIVALS, Rival

from tracker.assessment.forecast import forecast
from tracker.assessment.student_t import HALF_OF_80_PERCENT

SAMPLE = Path(__file__).parents[1] / "tests" / "data" / "m3-sample.csv"
FREQUENCIES = {"years": ("Y", 1), "quarters": ("Q", 4), "months": ("M", 12)}
AMBITIONS = (0, 0.5, 1, 1.5, 2)
NORMAL_80 = 1.2816

Promise = tuple[float, bool]
"""A chance given, and whether the promise was kept."""


@dataclass(frozen=True, slots=True)
class Case:
    """One series: how often it is told, what was known, and what came after."""

    per_year: int
    past: tuple[float, ...]
    future: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class View:
    """One forecast: its middle, half its 80 % interval, and the chance it gives of reaching a level."""

    mean: float
    half: float
    at_least: Callable[[float], float]

    def holds(self, came: float) -> bool:
        """Whether the interval holds what came."""
        return abs(came - self.mean) <= self.half


Method = Callable[[Sequence[float], int, int], View]


def outlook(values: Sequence[float], steps: int, per_year: int) -> View:
    """The product's own forecast of levels."""
    return _own(values, steps, per_year, growth=False)


def outlook_of_rates(values: Sequence[float], steps: int, per_year: int) -> View:
    """The product's own forecast of rates of change."""
    return _own(values, steps, per_year, growth=True)


def _own(values: Sequence[float], steps: int, per_year: int, *, growth: bool) -> View:
    ahead = forecast(values, steps, per_year, growth=growth)
    if ahead is None:
        raise ValueError("a series of the sample holds fewer than four values")
    return View(ahead.mean, HALF_OF_80_PERCENT * ahead.spread, ahead.probability_at_least)


def textbook(rival: Rival) -> Method:
    """A simple forecast with a normal distribution around it, kept between 1 and 99 % as ours is."""

    def view(values: Sequence[float], steps: int, per_year: int) -> View:
        mean, error = rival(values, steps, per_year)
        scale = max(error, 1e-12 * max(map(abs, values))) * sqrt(2)
        return View(mean, NORMAL_80 * error, lambda goal: min(0.99, max(0.01, (1 + erf((mean - goal) / scale)) / 2)))

    return view


OURS = "**outlook**"
METHODS: dict[str, Method] = {name: textbook(rival) for name, rival in RIVALS.items()} | {OURS: outlook}


def read_cases() -> dict[str, list[Case]]:
    """The sample by frequency, each series split where its forecast begins."""
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {name: [_case(row, n) for row in rows if row["freq"] == code] for name, (code, n) in FREQUENCIES.items()}


def _case(row: dict[str, str], per_year: int) -> Case:
    values, horizon = tuple(float(value) for value in row["values"].split(";")), int(row["horizon"])
    return Case(per_year, values[:-horizon], values[-horizon:])


def rates(case: Case) -> Case:
    """The same series as growth on a year before, in percent."""
    whole, lag = case.past + case.future, case.per_year
    growth = tuple(100 * (now / before - 1) for before, now in zip(whole, whole[lag:], strict=False))
    return Case(lag, growth[: -len(case.future)], growth[-len(case.future) :])


def promises(case: Case, view: View) -> list[Promise]:
    """Targets at none to twice the average past change, in its direction, at the horizon: chances and outcomes."""
    change = (case.past[-1] - case.past[0]) / (len(case.past) - 1)
    targets = [case.past[-1] + ambition * len(case.future) * change for ambition in AMBITIONS]
    came = case.future[-1]
    if change >= 0:
        return [(view.at_least(target), came >= target) for target in targets]
    return [(1 - view.at_least(target), came <= target) for target in targets]


def brier(given: Iterable[Promise]) -> float:
    """Mean squared difference between chance and outcome: 0 is perfect, 0.25 is always saying one half."""
    return average((chance - kept) ** 2 for chance, kept in given)


def smape(expected: float, came: float) -> float:
    """Symmetric absolute percentage error, in percent."""
    return 200 * abs(expected - came) / ((abs(expected) + abs(came)) or 1)


def average(values: Iterable[float]) -> float:
    """The plain mean; not a number where there is nothing to average."""
    listed = list(values)
    return sum(listed) / len(listed) if listed else float("nan")


def percent(share: float) -> str:
    """A share in whole percent."""
    return f"{100 * share:.0f} %"


def kept(given: Iterable[Promise]) -> str:
    """The share of promises kept, and of how many."""
    listed = list(given)
    return f"{percent(average(held for _, held in listed))} of {len(listed)}" if listed else "none"
