"""Killed at any instant, nothing acknowledged is lost; and the harness notices when the writer is weakened."""

# ruff: noqa: T201 - the seed is told, so that it can be given again

from __future__ import annotations

import os
import random
from collections import Counter
from pathlib import Path

import pytest
from storm import Outcome, same_storm, storm

SEED = int(os.environ.get("STORM_SEED", "0")) or random.randrange(1, 10**6)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks processes")


def tell(outcome: Outcome) -> None:
    """Print what happened and how to see it again; pytest shows it when the test fails."""
    print(f"STORM_SEED={SEED}: {outcome}", *outcome.faults[:5], sep="\n")


def test_250_kills_lose_nothing(tmp_path: Path):
    """Sixteen writers, three readers, the writer as it is."""
    outcome = storm(tmp_path, kills=250, seed=SEED)
    tell(outcome)
    assert (outcome.kills, outcome.harm()) == (250, (0, 0, 0, []))
    assert len(outcome.acked) > 250


def test_250_kills_in_the_middle_of_slow_writes_lose_nothing(tmp_path: Path):
    """Every write in pieces of 61 bytes: now kills tear lines, and the next writer seals them."""
    outcome = storm(tmp_path, kills=250, seed=SEED, changes=("slow writes",))
    tell(outcome)
    assert (outcome.kills, outcome.harm()) == (250, (0, 0, 0, []))
    assert outcome.seals > 0


@pytest.mark.parametrize("taken", ["no lock", "no mending"])
def test_control_a_weakened_writer_is_noticed(tmp_path: Path, taken: str):
    """Without turns lines mix; without mending the next line is glued to the torn one."""
    outcome = storm(tmp_path, kills=250, seed=SEED, changes=("slow writes", taken))
    tell(outcome)
    assert outcome.harm() != (0, 0, 0, [])


def test_of_sixteen_who_submit_the_same_one_records_it(tmp_path: Path):
    """And fifteen are told that it is there already, twenty times over."""
    rounds = [same_storm(tmp_path / f"journal-{number}.jsonl") for number in range(20)]
    assert rounds == [Counter(recorded=1, already=15)] * 20


def test_control_without_the_lock_the_same_is_recorded_twice(tmp_path: Path):
    """At least once in ten rounds."""
    rounds = [same_storm(tmp_path / f"{number}", ("slow look", "no lock"))["recorded"] for number in range(10)]
    assert max(rounds) > 1
