"""The tests of this folder open pages in a browser, by the functions of `chromium.py` beside them."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
