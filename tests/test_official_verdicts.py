"""The published rules against the verdicts their owners published, through the command and its JSON."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

CASES = Path(__file__).resolve().parent / "data" / "official-verdicts.csv"

RULES = {"destatis-dns": "destatis", "statcan-sdg-build": "open-sdg", "eustat-eurostat-rule": "eurostat"}
OUR_WORD = {
    "Sonne": "sun",
    "Leicht bewölkt": "sun-and-cloud",
    "Wolke": "cloud",
    "Blitz": "thunderstorm",
    "Keine": "none",
    "Bewertung ausgesetzt": "none",
    "moderate_deterioration": "insufficient_progress",
    "significant_deterioration": "movement_away",
}
Case = Mapping[str, str]


def cases() -> list[Case]:
    """The published cases, each with a target, a series and the owner's word."""
    with CASES.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def declaration(number: int, case: Case) -> str:
    """One case as an indicator and a target."""
    rising = case["direction"] == "increase"
    by = f'by = "{case["target_year"]}", ' if case["target_year"] else ""
    lines = [
        "[[indicator]]",
        f'id = "c{number}"\nname = "c{number}"\nmeasure = "ratio"\nunit = "index"',
        f'better = "{"higher" if rising else "lower"}"',
        "[[target]]",
        f'id = "c{number}"\nindicator = "c{number}"\naim = "{"at-least" if rising else "at-most"}"',
        f'rule = "{RULES[case["method"]]}"\nstages = [{{ {by}value = {case["target_value"]} }}]',
        f'baseline = {{ period = "{case["base_year"]}" }}' if case["base_year"] else "",
        'when = "throughout"' if case["target_kind"] == "keep_every_year" else "",
    ]
    return "\n".join(lines) + "\n"


def figures(number: int, case: Case) -> Iterable[str]:
    """The figures of one case."""
    for point in case["series"].split(";"):
        year, value = point.split(":")
        yield f'[[actual]]\nindicator = "c{number}"\nperiod = "{year}"\nvalue = {value}\n'


def classes(folder: Path, year: str, chosen: Iterable[tuple[int, Case]]) -> dict[str, str | None]:
    """What `tracker status --json` says of all cases assessed in one year."""
    chosen = list(chosen)
    (folder / "targets").mkdir(parents=True)
    (folder / "seeds").mkdir()
    (folder / "targets" / "cases.toml").write_text("".join(declaration(n, c) for n, c in chosen), encoding="utf-8")
    source = '[source]\nid = "published"\ntitle = "published series"\n'
    written = source + "".join(line for n, c in chosen for line in figures(n, c))
    (folder / "seeds" / "cases.toml").write_text(written, encoding="utf-8")
    command = [sys.executable, "-m", "tracker", "-C", str(folder), "status", "--json", "--as-of", f"{year}-12-31"]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    return {target["id"]: target["rule"]["class"] for target in json.loads(answer.stdout)["targets"]}


@pytest.mark.parametrize("owner", RULES)
def test_every_published_verdict_is_reproduced(owner: str, tmp_path: Path):
    """Destatis with its minimum of figures, Statistics Canada and EUSTAT: the owner's word in every case."""
    mine = [(n, case) for n, case in enumerate(cases()) if case["method"] == owner]
    said: dict[str, str | None] = {}
    for year in sorted({case["assessment_year"] for _, case in mine}):
        said |= classes(tmp_path / year, year, ((n, c) for n, c in mine if c["assessment_year"] == year))
    published = {f"c{n}": OUR_WORD.get(case["official_outcome"], case["official_outcome"]) for n, case in mine}
    assert said == published
