"""The verdicts that offices printed beside a goal and a figure, held against what the command says of the same two."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest

from tracker.cli.app import run

DATA = Path(__file__).resolve().parent / "data"
Case = Mapping[str, str]

KEPT, SHORT = {"on_track", "met"}, {"at_risk", "off_track", "missed"}
AS_PRINTED = {
    "reached": KEPT,
    "level": KEPT,
    "green": KEPT,
    "done_early": {"met"},
    "met": {"met"},
    "behind": SHORT,
    "amber": {"at_risk"},
    "red": {"off_track", "missed"},
}
MEASURES = {
    "flow": "flow",
    "count": "flow",
    "growth": "growth",
    "ratio": "ratio",
    "ratio_lower": "ratio",
    "level": "stock",
    "level_lower": "stock",
    "fy_flow": "stock",  # a running total of a year from April, which starts from nothing
}
TOLD_LATER = timedelta(15)


def _read(name: str) -> list[Case]:
    with (DATA / name).open(encoding="utf-8", newline="") as page:
        return list(csv.DictReader(page))


CASES = _read("printed-verdicts.csv")
COUNTING = {document["doc"]: document["schedule"] for document in _read("printed-verdicts-sources.csv")}


def name(case: Case) -> str:
    """The id of one case in the workspace."""
    return "c" + case["id"].replace(".", "-")


def quoted(text: str) -> str:
    """A text as TOML writes it."""
    return json.dumps(text, ensure_ascii=False)


def unit(case: Case) -> str:
    """The unit of the figures; a flow told only as a share of its goal counts in plain numbers."""
    if MEASURES[case["kind"]] == "flow" and case["unit"] == "%":
        return "index"
    return {"count": "items"}.get(case["unit"], case["unit"])


def spent(case: Case) -> str:
    """The time a figure speaks of: what it ran through, or the day it was taken."""
    whole_months = date.fromisoformat(case["to"]) + timedelta(1)
    if MEASURES[case["kind"]] == "stock" or case["kind"] == "ratio_lower":
        return case["to"]
    return f"{case['from'][:7]}/{case['to'][:7]}" if whole_months.day == 1 else f"{case['from']}/{case['to']}"


def declared(case: Case) -> Iterator[str]:
    """One promise as an office would declare it: its indicator and its target."""
    by = case["deadline"][:4] if case["deadline"].endswith("12-31") else case["deadline"]
    high = f", high = {case['high']}" if case["high"] else ""
    yield f'[[indicator]]\nid = "{name(case)}"\nname = {quoted(case["indicator"])}\nunit = {quoted(unit(case))}'
    yield f'measure = "{MEASURES[case["kind"]]}"\nbetter = "{case["better"]}"'
    yield f'[[target]]\nid = "{name(case)}"\nindicator = "{name(case)}"\naim = "{case["aim"]}"'
    yield f'stages = [{{ by = "{by}", value = {case["goal"]}{high} }}]'
    if case["kind"] == "fy_flow":
        year_before = date.fromisoformat(case["deadline"]).replace(year=int(by[:4]) - 1)
        yield f'baseline = {{ period = "{year_before}", value = 0 }}'
    if COUNTING[case["doc"]] == "months-rounded":
        yield 'schedule = "months-rounded"'


def told_on(case: Case) -> date:
    """The day a verdict is asked for: the figure was published the day before."""
    return date.fromisoformat(case["to"]) + TOLD_LATER


def reported(case: Case) -> str:
    """The figure that the verdict was printed beside."""
    heard = told_on(case) - timedelta(1)
    figure = f'period = "{spent(case)}"\nvalue = {case["actual"]}\npublished = {heard}\n'
    return f'[[actual]]\nindicator = "{name(case)}"\n{figure}'


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One workspace with all the promises and all the figures."""
    root = tmp_path_factory.mktemp("office")
    head = 'policy = { id = "office", title = "Printed verdicts" }'
    promises = "\n".join([head, *(line for case in CASES for line in declared(case))])
    figures = "".join(map(reported, CASES))
    for folder, text in (("targets", promises), ("actuals", figures)):
        (root / folder).mkdir()
        (root / folder / "office.toml").write_text(text, encoding="utf-8")
    return root


def said(office: Path, case: Case, capture: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """What `tracker status --json` says of one promise on the day after its figure came."""
    assert run(["-C", str(office), "status", "--json", "--as-of", str(told_on(case)), name(case)]) == 0
    (target,) = json.loads(capture.readouterr().out, parse_float=Decimal)["targets"]
    return target


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_verdict_comes_out_as_it_was_printed(office: Path, case: Case, capsys: pytest.CaptureFixture[str]):
    """The same goal and the same figure are rated as the office rated them."""
    assert said(office, case, capsys)["verdict"] in AS_PRINTED[case["verdict_class"]]


PRINTED_OTHERWISE = {
    "putian2013.01": "41.69 less 41.67, each rounded first: 0.02, where 41.6947 - 41.6667 is 0.03",
    "xiamenfdi.02": "9.2 of 22.2 is 41.4 %; the office printed 41.7 %",
    "huidong2024.03": "7.7 of 67.9 is 11.3 %; the office printed 11.4 %",
    "ndwater.01": "101.29 less 83.33 is 18; the office printed 17",
}
"""Gaps of offices that count months which do not follow from the figures beside them, and why."""


def test_gaps_come_out_as_they_were_printed(office: Path, capsys: pytest.CaptureFixture[str]):
    """Share less schedule is the printed number of points, to its last digit, in all lines that print a true one."""
    cases = [c for c in CASES if c["gap_printed"] and c["share_printed"] and COUNTING[c["doc"]] != "own"]
    ours = {c["id"]: points(said(office, c, capsys), Decimal(c["gap_printed"])) for c in cases}
    otherwise = {c["id"] for c in cases if ours[c["id"]] != Decimal(c["gap_printed"])}
    assert len(cases) == 30
    assert otherwise == PRINTED_OTHERWISE.keys()


def points(target: Mapping[str, Any], like: Decimal) -> Decimal:
    """Completion less schedule in percentage points, rounded to the digits of a printed number."""
    return (100 * (target["completion"] - target["schedule"])).quantize(like, ROUND_HALF_UP)
