"""Prints the evidence tables of docs/outlook.md: the outlook on real series, beside simpler forecasts."""

import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from evidence import SAMPLE, average, outlook, read_cases
from flow_evidence import MONTHS, flow_promises, flow_rows
from level_evidence import SCORES, Cases, by_class, by_half, by_length, by_method, by_tenth, promised, seen_by
from rate_evidence import by_rate

RATES = "last rate|mean rate|outlook, as levels|outlook, as rates|80 % interval holds, all steps|horizon|Brier"
FLOWS = "months|earlier years|error of even pace|error of seasonal share|80 % interval holds|Brier|cases"

CLASS_HEAD = "on track from|off track below|on track|at risk|off track"


def main() -> None:
    """Every table in turn, or the reason why there is none."""
    if not SAMPLE.exists():
        print(f"The series are not at hand ({SAMPLE}): nothing to measure.")
        return
    cases = read_cases()
    ours = {name: seen_by(outlook, those) for name, those in cases.items()}
    given = {name: promised(seen) for name, seen in ours.items()}
    everything = list(chain.from_iterable(given.values()))
    flows = {f"after {months} months": flow_promises(cases["months"], months) for months in MONTHS}
    show("Levels", f"series|method|{SCORES}", by_method(cases))
    show("Levels, in halves", f"series|half|{SCORES}|with the other half's width", by_half(ours))
    show("Levels: promises kept", "chance given|" + "|".join([*given, "all"]), by_tenth({**given, "all": everything}))
    show("Levels: promises kept, by class", CLASS_HEAD, by_class(everything))
    show("Levels: short histories", "series|values|last value|Theta|outlook|80 % interval holds", by_length(cases))
    show("Rates of change", f"series|{RATES}", by_rate(cases))
    show("Flows", FLOWS, flow_rows(cases["months"]))
    show("Flows: promises kept", "chance given|" + "|".join(flows), by_tenth(flows))
    show("Flows: promises kept, by class", CLASS_HEAD, by_class(list(chain.from_iterable(flows.values()))))
    show("Cost of one forecast", "series|values on average|milliseconds", cost(cases))


def show(title: str, head: str, rows: Iterable[Sequence[str]]) -> None:
    """One Markdown table under its title."""
    columns = head.split("|")
    print(f"### {title}\n\n| {' | '.join(columns)} |\n|{' --- |' * len(columns)}")
    for row in rows:
        print(f"| {' | '.join(row)} |", flush=True)
    print()


def cost(cases: Cases) -> Iterator[Sequence[str]]:
    """Milliseconds a forecast at the horizon takes."""
    for name, those in cases.items():
        begun = time.perf_counter()
        for case in those:
            outlook(case.past, len(case.future), case.per_year)
        spent = 1000 * (time.perf_counter() - begun) / len(those)
        yield name, f"{average(len(case.past) for case in those):.0f}", f"{spent:.2f}"


if __name__ == "__main__":
    main()
