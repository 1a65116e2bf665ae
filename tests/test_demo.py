"""What `make demo` shows: the worst first, the page beside it, one line a real document, and nothing that is cut."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from tracker.render.as_plain import width
from tracker.render.order import WORST_FIRST
from tracker.render.wording import MARKS

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def demo() -> Any:  # noqa: ANN401 -- a script
    """The script as a module."""
    spec = spec_from_file_location("demo", ROOT / "docs" / "demo.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("lang", ["en_US.UTF-8", "zh_CN.UTF-8"])
def test_the_demo(lang: str, demo: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Any):  # noqa: ANN401
    """Every colour from the worst to the best, a page that is there, and five documents with what is known of them."""
    pytest.importorskip("jinja2", reason="the page is written with it")
    monkeypatch.setenv("LC_ALL", lang)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(ROOT)
    demo.main(tmp_path / "city")
    said, complaint = capfd.readouterr()
    lines = said.splitlines()
    targets = lines[3 : lines.index("", 3)]
    assert [line[0] for line in targets] == sorted(
        (line[0] for line in targets), key=[MARKS[verdict][0] for verdict in WORST_FIRST].index
    )
    assert {line[0] for line in targets} == {mark for mark, _ in MARKS.values()}
    assert (tmp_path / "city" / "brief.html").exists()
    assert (sum(line.startswith("- ") for line in lines), complaint) == (5, "")


def test_no_line_of_its_own_is_wider_than_the_terminal(demo: Any, monkeypatch: pytest.MonkeyPatch, capfd: Any):  # noqa: ANN401
    """Neither in letters nor in Chinese characters, which take two cells."""
    monkeypatch.setenv("COLUMNS", "60")
    demo.tell("one word after the other " * 5, "目标任务的进展情况" * 8)
    lines = capfd.readouterr().out.splitlines()
    assert len(lines) > 2
    assert max(map(width, lines)) <= 60


def test_a_second_demo_takes_what_is_there(demo: Any, tmp_path: Path, capfd: Any):  # noqa: ANN401
    """What a person changed in the city stays as it is."""
    pytest.importorskip("jinja2", reason="the page is written with it")
    demo.main(tmp_path / "city")
    settings = tmp_path / "city" / "tracker.toml"
    changed = settings.read_text("utf-8") + "# mine\n"
    settings.write_text(changed, encoding="utf-8")
    demo.main(tmp_path / "city")
    assert settings.read_text("utf-8") == changed
