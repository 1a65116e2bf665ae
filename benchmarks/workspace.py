"""Make a workspace that looks like a real one, of any size: `python benchmarks/workspace.py FOLDER --targets 500`."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random

from promises import RELEASE_LAG_DAYS, TARGETS_A_POLICY, Kind, Promise, declaration, policy_head, printed, promises

ROOT = Path(__file__).resolve().parent.parent

AS_OF = date(2025, 4, 30)
"""The day to judge on: the figures of March 2025 are the last ones out."""
LAST = (2025, 3)
SEED = 1


def _months_back(kind: Kind) -> Iterator[tuple[int, int]]:
    """The months that have a figure, the latest first; a flow has none for January alone."""
    year, month = LAST
    while True:
        if month > 1 or kind.releases != "monthly-no-january":
            yield year, month
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)


def _row(promise: Promise, year: int, month: int, random: Random) -> dict[str, str]:
    """One published figure: so far this year for a flow, at the month for anything else."""
    kind, flow = promise.kind, promise.kind.measure == "flow"
    since_2020 = year - 2020 + (0 if flow else month / 12)
    level = promise.level(since_2020) * (month / 12 if flow else 1) * random.gauss(1, kind.noise)
    row = {
        "indicator": promise.id,
        "period": f"{year}-01/{year}-{month:02}" if flow else f"{year}-{month:02}",
        "value": printed(level, kind),
    }
    return row | ({"growth": f"{random.gauss(100 * (kind.a_year - 1), 2):.1f}"} if flow else {})


def _published(year: int, month: int) -> date:
    """The day the figures of a month came out."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return following + timedelta(days=RELEASE_LAG_DAYS - 1)


Rows = Mapping[tuple[int, int], list[dict[str, str]]]


def figures_by_month(promised: list[Promise], figures: int, random: Random) -> Rows:
    """So many figures, spread evenly over the promises and reaching back from the last month."""
    rows: dict[tuple[int, int], list[dict[str, str]]] = defaultdict(list)
    months = [_months_back(promise.kind) for promise in promised]
    for number in range(figures):
        promise = promised[number % len(promised)]
        month = next(months[number % len(promised)])
        rows[month].append(_row(promise, *month, random))
    return dict(sorted(rows.items()))


def _bulletin(month: tuple[int, int], rows: list[dict[str, str]]) -> str:
    """One month's bulletin as a file of figures."""
    name = f"bulletin-{month[0]}-{month[1]:02}"
    head = f"""[source]
id = "{name}"
title = "Monthly bulletin {month[0]}-{month[1]:02}"
publisher = "市统计局"
published = {_published(*month)}
"""
    return head + "".join(map(_actual, rows))


def _actual(row: Mapping[str, str]) -> str:
    """One figure as TOML; the number itself stands as printed."""
    quoted = {key: value if key in {"value", "growth"} else f'"{value}"' for key, value in row.items()}
    return "\n[[actual]]\n" + "".join(f"{key} = {value}\n" for key, value in quoted.items())


def _journal(rows: Rows) -> str:
    """All figures as recorded ones, one submission a month."""
    sys.path.insert(0, str(ROOT))
    from tracker.files.journal_line import content_key, submission_line

    at = {month: datetime.combine(_published(*month), time(9), UTC) for month in rows}
    lines = [submission_line(content_key(rows[month]), at[month], "bench", rows[month]) for month in rows]
    return b"".join(lines).decode()


def files(targets: int, figures: int, *, journal: bool = False, seed: int = SEED) -> Iterator[tuple[str, str]]:
    """Every file of a workspace: its path and its text; the same numbers give the same bytes."""
    random = Random(seed)
    promised = promises(targets, random)
    for policy in range(-(-targets // TARGETS_A_POLICY)):
        own = [promise for promise in promised if promise.policy == policy]
        yield f"targets/policy-{policy:04}.toml", policy_head(policy) + "".join(declaration(one, random) for one in own)
    rows = figures_by_month(promised, figures, random)
    if journal:
        yield "actuals/journal.jsonl", _journal(rows)
    else:
        yield from ((f"seeds/bulletin-{month[0]}-{month[1]:02}.toml", _bulletin(month, rows[month])) for month in rows)


def write_workspace(folder: Path, targets: int, figures: int, *, journal: bool = False, seed: int = SEED) -> None:
    """Write a workspace of so many targets and figures into a folder."""
    for name, text in files(targets, figures, journal=journal, seed=seed):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Read the sizes from the command line."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("folder", type=Path)
    reader.add_argument("--targets", type=int, default=500)
    reader.add_argument("--figures", type=int, default=10_000)
    reader.add_argument("--seed", type=int, default=SEED)
    reader.add_argument("--journal", action="store_true", help="keep the figures in the journal, not in seeds/")
    asked = reader.parse_args()
    write_workspace(asked.folder, asked.targets, asked.figures, journal=asked.journal, seed=asked.seed)
    print(f"{asked.folder}: {asked.targets} targets, {asked.figures} figures; judge as of {AS_OF}")


if __name__ == "__main__":
    main()
