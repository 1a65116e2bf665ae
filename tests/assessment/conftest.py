"""The tests of this folder build their targets and figures with the plain functions of `builders.py`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
