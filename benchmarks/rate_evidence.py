"""Evidence for forecasts of rates of change: the same series as growth on the year before."""

from collections.abc import Iterator, Sequence

from evidence import Case, average, brier, outlook, outlook_of_rates, percent, rates
from level_evidence import Cases, Seen, promised, seen_by

FEWEST = 6


def by_rate(cases: Cases) -> Iterator[Sequence[str]]:
    """Errors of the last rate, the mean rate, ours read as levels and as rates; then coverage and Brier score."""
    for name, those in cases.items():
        turned = [case for case in map(rates, those) if len(case.past) >= FEWEST]
        seen = seen_by(outlook_of_rates, turned)
        held = [[view.holds(came) for view, came in zip(views, case.future, strict=True)] for case, views in seen]
        yield (
            f"{name} ({len(turned)})",
            f"{average(_miss(case, [case.past[-1]] * len(case.future)) for case in turned):.2f}",
            f"{average(_miss(case, [average(case.past)] * len(case.future)) for case in turned):.2f}",
            _own_miss(seen_by(outlook, turned)),
            _own_miss(seen),
            percent(average(map(average, held))),
            percent(average(holds[-1] for holds in held)),
            f"{brier(promised(seen)):.3f}",
        )


def _own_miss(seen: Seen) -> str:
    return f"{average(_miss(case, [view.mean for view in views]) for case, views in seen):.2f}"


def _miss(case: Case, expected: Sequence[float]) -> float:
    """Mean absolute error over the steps, over the usual distance of past rates from their mean."""
    centre = average(case.past)
    usual = average(abs(value - centre) for value in case.past) or 1.0
    return average(abs(a - b) for a, b in zip(expected, case.future, strict=True)) / usual
