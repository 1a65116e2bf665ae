"""Evidence for the projection of a year's total: real monthly series taken as flows and stopped after some months."""

from collections.abc import Iterator, Sequence

from evidence import HALF_OF_80_PERCENT, Case, Promise, average, brier

from tracker.assessment.flow_share import project_total

MONTHS, EARLIER_YEARS, YEARS_JUDGED = (2, 3, 6, 9, 11), (1, 2, 3, 5), 3
RISES = (0.95, 1.0, 1.05, 1.1, 1.2)
"""Targets as multiples of last year's total."""

Stopped = tuple[float, float, list[tuple[float, float]]]
"""The sum so far, the year's total that came, and the same of each earlier year."""


def flow_rows(cases: Sequence[Case]) -> Iterator[Sequence[str]]:
    """Error, coverage and Brier score after so many months, knowing so many earlier years."""
    for months in MONTHS:
        for earlier in EARLIER_YEARS:
            pace, share, held, given = [], [], [], []
            for so_far, total, past in stopped(cases, months, earlier):
                ahead = project_total(so_far, months, past)
                if ahead is None:
                    continue
                pace.append(100 * abs(so_far * 12 / months - total) / total)
                share.append(100 * abs(ahead.mean - total) / total)
                held.append(abs(ahead.mean - total) <= HALF_OF_80_PERCENT * ahead.spread)
                given += [
                    (ahead.probability_at_least(rise * past[-1][1]), total >= rise * past[-1][1]) for rise in RISES
                ]
            numbers = (f"{average(pace):.2f} %", f"{average(share):.2f} %", f"{100 * average(held):.0f} %")
            yield str(months), str(earlier), *numbers, f"{brier(given):.3f}", str(len(held))


def flow_promises(cases: Sequence[Case], months: int) -> list[Promise]:
    """Chances given after so many months that the year beats last year's total by some percent, and the outcomes."""
    given = []
    for so_far, total, past in stopped(cases, months, 3):
        ahead = project_total(so_far, months, past)
        if ahead is not None:
            given += [(ahead.probability_at_least(rise * past[-1][1]), total >= rise * past[-1][1]) for rise in RISES]
    return given


def stopped(cases: Sequence[Case], months: int, earlier: int) -> Iterator[Stopped]:
    """The last years of each series that have so many years before them; every twelve values are taken as a year."""
    for case in cases:
        values = case.past + case.future
        if min(values) <= 0:
            continue
        years = [values[i : i + 12] for i in range(0, len(values) - 11, 12)]
        sums = [(sum(year[:months]), sum(year)) for year in years]
        for index in range(max(earlier, len(sums) - YEARS_JUDGED), len(sums)):
            yield *sums[index], sums[index - earlier : index]
