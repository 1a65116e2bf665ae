"""Evidence for forecasts of levels: error, interval and probability at every step of every series."""

from collections.abc import Iterable, Iterator, Sequence

from evidence import METHODS, OURS, Case, Method, Promise, View, average, brier, kept, percent, promises, smape

Cases = dict[str, list[Case]]
Seen = list[tuple[Case, list[View]]]
"""Each series with the views of every step, one to its horizon."""

SCORES = "sMAPE, all steps|sMAPE, horizon|80 % interval holds, all steps|horizon|Brier"
CLASSES = ((0.5, 0.25), (0.6, 0.3), (2 / 3, 1 / 3), (0.7, 0.3))
LENGTHS, SHORT_STEPS = (4, 5, 6, 8, 12, 16, 24), (1, 3, 6)
TENTHS = 10


def seen_by(method: Method, those: Iterable[Case]) -> Seen:
    """What a method sees at every step of every series."""
    return [(case, [method(case.past, step + 1, case.per_year) for step in range(len(case.future))]) for case in those]


def promised(seen: Seen) -> list[Promise]:
    """All promises at the horizons of these series."""
    return [promise for case, views in seen for promise in promises(case, views[-1])]


def scores(seen: Seen) -> Iterator[str]:
    """Error and coverage over all steps and at the horizon, and the Brier score there."""
    errors = [[smape(view.mean, came) for view, came in zip(views, case.future, strict=True)] for case, views in seen]
    held = [[view.holds(came) for view, came in zip(views, case.future, strict=True)] for case, views in seen]
    yield f"{average(map(average, errors)):.2f}"
    yield f"{average(error[-1] for error in errors):.2f}"
    yield percent(average(map(average, held)))
    yield percent(average(holds[-1] for holds in held))
    yield f"{brier(promised(seen)):.3f}"


def by_method(cases: Cases) -> Iterator[Sequence[str]]:
    """Every method on every frequency."""
    for name, those in cases.items():
        for label, method in METHODS.items():
            yield f"{name} ({len(those)})", label, *scores(seen_by(method, those))


def by_tenth(given: dict[str, list[Promise]]) -> Iterator[Sequence[str]]:
    """The share of promises kept among those whose chance fell in each tenth."""
    for tenth in range(TENTHS):
        columns = ([p for p in those if min(TENTHS - 1, int(TENTHS * p[0])) == tenth] for those in given.values())
        yield f"{10 * tenth}-{10 * tenth + 10} %", *map(kept, columns)


def by_class(given: Sequence[Promise]) -> Iterator[Sequence[str]]:
    """The share kept in each class of the verdict, for several pairs of thresholds."""
    for upper, lower in CLASSES:
        classes = ((upper, 1.0), (lower, upper), (0.0, lower))
        parts = ([promise for promise in given if low <= promise[0] < high] for low, high in classes)
        yield percent(upper), percent(lower), *map(kept, parts)


def by_half(ours: dict[str, Seen]) -> Iterator[Sequence[str]]:
    """The scores of every other series and of the rest; last, coverage with a width learnt on the other half alone."""
    for name, seen in ours.items():
        for half, label in enumerate(("even", "odd")):
            others = sorted(strays(seen[1 - half :: 2]))
            width = others[int(0.8 * len(others))]
            learnt = percent(average(stray <= width for stray in strays(seen[half::2])))
            yield name, label, *scores(seen[half::2]), learnt


def strays(seen: Seen) -> Iterator[float]:
    """How many half-widths of the interval each value that came lies from the middle."""
    for case, views in seen:
        yield from (abs(came - view.mean) / view.half for view, came in zip(views, case.future, strict=True))


def by_length(cases: Cases) -> Iterator[Sequence[str]]:
    """What is left when only the last few values are known."""
    for name, those in cases.items():
        for length in LENGTHS:
            known = [Case(c.per_year, c.past[-length:], c.future) for c in those if len(c.past) >= length]
            if known:
                yield f"{name} ({len(known)})", str(length), *short_scores(known)


def short_scores(known: Sequence[Case]) -> Iterator[str]:
    """Errors of three methods, and how often our interval holds, a few steps on."""
    pairs = [(case, step) for case in known for step in SHORT_STEPS]
    views = {
        name: [METHODS[name](c.past, step, c.per_year) for c, step in pairs] for name in ("last value", "Theta", OURS)
    }
    came = [case.future[step - 1] for case, step in pairs]
    for those in views.values():
        yield f"{average(smape(view.mean, value) for view, value in zip(those, came, strict=True)):.2f}"
    yield percent(average(view.holds(value) for view, value in zip(views[OURS], came, strict=True)))
