"""The leader's page in a real browser: silent, closed, legible at any width, one or two sheets of paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import chromium
import pytest

from tracker.cli.app import run

pytest.importorskip("jinja2", reason="Jinja2, which writes the page, is not installed")
pytestmark = pytest.mark.skipif(
    chromium.BROWSER is None, reason="no Chromium is installed (Debian: apt-get install chromium)"
)

WIDTHS = (360, 1280)
PAGES = {"shipped": ("--as-of", "2025-04-15"), "example": ("--as-of", "2026-08-25", "--since", "2026-06-25")}
HOSTILE = "W" * 200
WRONG = """<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'"></head>
<body><img src="http://example.invalid/x.png"><div style="width:2000px">wide</div></body></html>"""


@pytest.fixture(scope="module", params=[(name, lang) for name in PAGES for lang in ("en", "zh")], ids="-".join)
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page as the command writes it."""
    name, lang = request.param
    return written(name, lang, request, tmp_path_factory.mktemp("page"))


def written(name: str, lang: str, request: pytest.FixtureRequest, place: Path) -> str:
    """The page of a workspace."""
    workspace = request.getfixturevalue(name)
    asked = ["-C", str(workspace), "brief", *PAGES[name], "--lang", lang, "-o", str(place / "brief.html")]
    assert run(asked) == 0
    return (place / "brief.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def seen(page: str, tmp_path_factory: pytest.TempPathFactory) -> dict[int, dict[str, Any]]:
    """The page measured at each width."""
    return {wide: chromium.measured(tmp_path_factory.mktemp("seen"), page, wide) for wide in WIDTHS}


def test_the_console_is_silent(page: str, tmp_path: Path):
    """No error, nothing refused by the page's own policy."""
    assert chromium.console(tmp_path, page) == []


def test_nothing_is_requested(seen: dict[int, dict[str, Any]]):
    """Not even where the policy would allow it."""
    assert [found["requests"] for found in seen.values()] == [[], []]


def test_nothing_overflows(seen: dict[int, dict[str, Any]]):
    """On a phone and on a desk: no scrolling sideways, nothing beyond the edge."""
    assert [found["inner"] for found in seen.values()] == list(WIDTHS)
    assert [wide for wide, found in seen.items() if found["scroll"] > found["inner"]] == []
    assert [found["beyond"] for found in seen.values()] == [[], []]


def test_every_lamp_has_a_mark_a_word_and_a_colour(seen: dict[int, dict[str, Any]]):
    """Six counts at least, and none in the colour of plain text."""
    for found in seen.values():
        assert len(found["lamps"]) > 6
        assert [text for text, _ in found["lamps"] if len(text.split(" ", 1)) < 2] == []
        assert "rgb(31, 41, 51)" not in {colour for _, colour in found["lamps"]}


def test_every_chart_has_a_title_and_words(seen: dict[int, dict[str, Any]]):
    """And is wide enough to be read."""
    for found in seen.values():
        assert found["charts"]
        assert all(title and texts >= 5 and wide >= 250 for title, texts, wide in found["charts"])


def test_a_page_is_printed_on_one_or_two_sheets(page: str, tmp_path: Path):
    """Of A4, as its style says."""
    assert 1 <= chromium.printed_pages(tmp_path, page) <= 2


def test_a_long_word_does_not_widen_the_page(example: Path, tmp_path: Path):
    """Two hundred letters without a blank, as the heading and in a name."""
    (tmp_path / "targets").mkdir()
    for path in example.rglob("*.toml"):
        place = tmp_path / path.relative_to(example)
        place.parent.mkdir(exist_ok=True)
        place.write_text(path.read_text("utf-8").replace("Industrial investment", HOSTILE), encoding="utf-8")
    asked = ["-C", str(tmp_path), "brief", "--as-of", "2026-08-25", "--lang", "en", "--title", HOSTILE]
    assert run([*asked, "-o", str(tmp_path / "p.html")]) == 0
    page = (tmp_path / "p.html").read_text(encoding="utf-8")
    assert page.count(HOSTILE) > 3
    found = chromium.measured(tmp_path, page, 360)
    assert (found["scroll"] <= found["inner"], found["beyond"]) == (True, [])


def test_a_page_that_breaks_the_rules_is_caught(tmp_path: Path):
    """The test of these tests: a picture from elsewhere, and something wider than the window."""
    assert any("Content Security Policy" in said for said in chromium.console(tmp_path, WRONG))
    found = chromium.measured(tmp_path, WRONG, 360)
    assert found["requests"] == ["http://example.invalid/x.png"]
    assert found["scroll"] > found["inner"]
    assert found["beyond"] == ["DIV.null"]
