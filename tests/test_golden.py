"""Whole answers as people read them, kept in tests/golden/; RENEW_GOLDEN=1 rewrites them: read the difference."""

from __future__ import annotations

import os
from itertools import product
from pathlib import Path

import pytest

from tracker.cli.app import run

GOLDEN = Path(__file__).parent / "golden"
ASKED = {
    "shipped": {
        "status": ["status", "--as-of", "2025-04-15"],
        "gap": ["gap", "--as-of", "2025-04-15"],
        "check": ["check", "--as-of", "2025-04-15"],
        "show": ["show", "changji.local-conversion", "--as-of", "2024-06-30"],
    },
    "example": {
        "status": ["status", "--as-of", "2026-08-20"],
        "gap": ["gap", "--as-of", "2026-08-20"],
        "check": ["check", "--as-of", "2026-08-20"],
        "show": ["show", "yunze.investment", "--as-of", "2026-08-20"],
        "milestone": ["show", "yunze.green-retrofits", "--as-of", "2026-08-20"],
    },
}
CASES = [(place, name, lang) for place, asked in ASKED.items() for name, lang in product(asked, ("en", "zh"))]


@pytest.mark.parametrize(("place", "name", "lang"), CASES)
def test_a_whole_answer_is_as_expected(
    place: str, name: str, lang: str, request: pytest.FixtureRequest, capfd: pytest.CaptureFixture[str]
):
    """Of the shipped workspace and the example one, in plain text, in both languages."""
    run(["-C", str(request.getfixturevalue(place)), *ASKED[place][name], "--lang", lang])
    said, complaint = capfd.readouterr()
    kept = GOLDEN / f"{place}-{name}-{lang}.txt"
    if os.environ.get("RENEW_GOLDEN"):
        kept.write_text(said, encoding="utf-8")
    assert (said, complaint) == (kept.read_text("utf-8"), "")


def test_every_kept_answer_is_asked_for():
    """None is left over."""
    assert sorted(path.stem for path in GOLDEN.glob("*.txt")) == sorted("-".join(case) for case in CASES)
