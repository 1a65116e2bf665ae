"""Which promises are meant: ids, globs, labels with a word, deadlines."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tracker.cli.app import run

Captured = pytest.CaptureFixture[str]
Select = Callable[..., list[str]]


@pytest.fixture
def select(example: Path, capfd: Captured) -> Select:
    """The ids some selectors mean in the example workspace."""

    def ids(*selectors: str) -> list[str]:
        assert run(["-C", str(example), "status", "--json", "--as-of", "2026-08-20", *selectors]) == 0
        found = json.loads(capfd.readouterr().out)
        return [one["id"].removeprefix("yunze.") for one in found["targets"] + found["milestones"]]

    return ids


@pytest.mark.parametrize(
    ("selectors", "ids"),
    [
        (["yunze.output"], ["output"]),
        (["yunze.chain-plans"], ["chain-plans"]),
        (["yunze.output", "yunze.chain-plans"], ["output", "chain-plans"]),
        (["yunze.value-added.*"], ["value-added.average", "value-added.floor", "value-added.lead"]),
        (["*.rank"], ["gdp.rank"]),
        (["lead:Statistics office"], ["gdp.rank"]),
        (["lead:统计局"], ["gdp.rank"]),
        (["lead:*科学*"], ["research-share"]),
        (["LEAD:statistics OFFICE"], None),
        (["lead:statistics OFFICE"], ["gdp.rank"]),
        (["chain:aluminium"], ["local-sourcing", "smelting-power"]),
        (["tag:floor", "tag:staged"], ["local-sourcing", "value-added.floor"]),
        (["verdict:met"], ["smelting-power", "chain-plans"]),
        (["due:2025"], ["research-share", "smelting-power"]),
        (["due:2026-H1"], ["chain-plans", "green-retrofits"]),
        (["due:2027"], ["local-sourcing"]),
        (["chain:aluminium", "verdict:met"], ["smelting-power"]),
        (
            ["verdict:met", "chain:aluminium", "verdict:on_track", "verdict:at_risk"],
            ["local-sourcing", "smelting-power"],
        ),
        (["verdict:met", "due:2026-H1"], ["chain-plans"]),
        (["yunze.output", "yunze.chain-plans", "verdict:met"], ["chain-plans"]),
        (["yunze.value-added.*", "tag:floor"], ["value-added.floor"]),
        (["tag:floor", "tag:staged", "chain:aluminium"], ["local-sourcing"]),
        (["yunze.output", "lead:nobody"], []),
        (["lead:nobody"], []),
        (["nothing.*"], []),
    ],
    ids=str,
)
def test_what_a_selector_means(
    selectors: list[str], ids: list[str] | None, example: Path, select: Select, capfd: Captured
):
    """Either of one kind, all of several; names in both languages, capitals aside; labels themselves are small."""
    if ids is None:
        assert run(["-C", str(example), "status", *selectors]) == 64
    else:
        assert select(*selectors) == ids


def test_region_and_policy_mean_all_of_it(select: Select):
    """One policy of one region is all there is."""
    assert select("policy:yunze-2026") == select("region:Yunze*") == select()


def test_an_unknown_id_is_an_error_with_the_nearest(example: Path, capfd: Captured):
    """A filter may match nothing; a named id may not."""
    assert run(["-C", str(example), "gap", "lead:nobody", "yunze.outptu"]) == 64
    assert capfd.readouterr().err == (
        'tracker: there is no target or milestone "yunze.outptu"\n'
        "  help: did you mean yunze.output, yunze.investment, yunze.gdp.rank?\n"
    )


def test_nothing_selected_is_said_and_not_judged(example: Path, capfd: Captured):
    """Empty output for status; check leaves with 3."""
    assert run(["-C", str(example), "check", "lead:nobody", "--jsonl"]) == 3
    assert capfd.readouterr().out == ""


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ((), False),
        (("--all",), True),
        (("verdict:unknown",), True),
        (("changji.output",), True),
        (("changji.*",), False),
    ],
)
def test_what_has_no_figure_yet_is_listed_when_it_is_asked_for(
    asked: tuple[str, ...], listed: int, shipped: Path, tracker: Callable[..., Any]
):
    """By its id, by its verdict or by --all; the machine formats always have it."""
    said = tracker("-C", str(shipped), "status", *asked, "--as-of", "2025-04-15", "--format", "plain").out
    assert ("changji.output " in said) == listed
    rows = tracker("-C", str(shipped), "status", *asked, "--as-of", "2025-04-15", "--format", "csv").out
    assert "\nchangji.output," in rows
