"""The tests of this folder build promises and figures with the plain functions of `tests/assessment/builders.py`."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "assessment")]
