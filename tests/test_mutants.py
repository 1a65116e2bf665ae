"""The faults of `make mutants` can still be made: each stands at one place of the code as it is."""

from __future__ import annotations

import ast
import sys
from collections import Counter
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from mutants import ROOT, Mutant, mutants  # noqa: E402

ROOMS = ("assessment", "audit", "render", "reporting")


@pytest.mark.parametrize("fault", mutants(), ids=lambda fault: f"{fault.file}: {fault.old}")
def test_a_fault_can_be_made(fault: Mutant):
    """The text stands once in its file, and what stands there instead is Python still."""
    text = (ROOT / "tracker" / fault.file).read_text(encoding="utf-8")
    ast.parse(fault.applied(text))
    assert all((ROOT / path).exists() for path in fault.tests)


def test_there_are_eighty_in_four_rooms():
    """Eighty faults, at least fifteen in each of the rooms that reckon, ask and show."""
    rooms = Counter(fault.room for fault in mutants())
    assert sum(rooms.values()) == 80
    assert min(rooms[room] for room in ROOMS) >= 15
