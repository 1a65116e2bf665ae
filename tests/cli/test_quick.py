"""The plain lines that are understood without the command line's library: it must understand them just so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.cli import reports
from tracker.cli.commands import commands_for
from tracker.cli.quick import carry_out, understood
from tracker.cli.trouble import Exit

DAYS = st.sampled_from(["2025-04-15", "2024-02-29", "2023-12-19"])
SHARED = st.one_of(
    st.just(["--json"]),
    DAYS.map(lambda day: ["--as-of", day]),
    DAYS.map(lambda day: ["--known-at", day]),
    st.sampled_from(["plain", "json", "csv", "nagios"]).map(lambda form: ["--format", form]),
    st.sampled_from(["changji.*", "lead:*", "jiayuguan.key-projects", "verdict:missed"]).map(lambda word: [word]),
)
REPORTED = st.one_of(
    SHARED, st.sampled_from([["--exit-code"], ["--jsonl"], ["--all"], ["--sort", "verdict"], ["--sort", "declared"]])
)
CHECKED = st.one_of(
    SHARED,
    st.sampled_from([["-q"], ["--quiet"], ["--unknown-ok"], ["--all"]]),
    st.sampled_from(["early", "warn", "crit", "never"]).map(lambda limit: ["--fail-on", limit]),
)
PLACES = st.sampled_from([[], ["-C", "somewhere"]])


def flat(parts: list[list[str]]) -> list[str]:
    """Words in a row."""
    return [word for part in parts for word in part]


LINES = st.one_of(
    st.tuples(PLACES, st.sampled_from(["status", "gap"]), st.lists(REPORTED, max_size=5)),
    st.tuples(PLACES, st.just("check"), st.lists(CHECKED, max_size=5)),
).map(lambda line: [*line[0], line[1], *flat(line[2])])


def heard(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the commands are asked to do, written down instead of done."""
    told: list[Any] = []

    def listener(name: str) -> Any:  # noqa: ANN401
        def listen(place: Path | None, asking: Any, looks: Any, selectors: Any, how: Any = None, **more: Any) -> Exit:  # noqa: ANN401
            said = {option: value for option, value in more.items() if value is not None}
            told.append((name, place, asking, looks, tuple(selectors), how, said))
            return Exit.OK

        return listen

    for name in ("status", "gap", "check"):
        monkeypatch.setattr(reports, name, listener(name))
    return told


@given(LINES)
@settings(max_examples=150, deadline=None)
def test_both_readers_understand_the_same(line: list[str]):
    """Whatever is understood quickly, the library understands in the same way."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.delenv("TRACKER_NOTIFY", raising=False)
        told = heard(monkeypatch)
        request = understood(line)
        assert request is not None
        carry_out(request)
        typer.main.get_command(commands_for(line))(line, prog_name="tracker", standalone_mode=False)
        quick, whole = told
        assert repr(quick) == repr(whole)


@pytest.mark.parametrize(
    "line",
    [
        [],
        ["--help"],
        ["status", "--help"],
        ["show", "changji.output"],
        ["status", "--as-of", "last month"],
        ["status", "--as-of"],
        ["status", "--as-of", "9999-12-31"],
        ["status", "--known-at", "0001-01-01"],
        ["status", "--as-of", "20250415"],
        ["gap", "-o", "gaps.csv"],
        ["check", "--cadence", "daily"],
        ["check", "--changed-since", "last"],
        ["status", "--fail-on", "crit"],
        ["check", "--fail-on", "red"],
        ["status", "--", "-x"],
        ["--version"],
    ],
)
def test_everything_else_is_left_to_the_library(line: list[str]):
    """Other commands, other options, and every mistake."""
    assert understood(line) is None


def test_channels_named_by_the_environment_are_not_overlooked(monkeypatch: pytest.MonkeyPatch):
    """A check that has something to send is no plain one."""
    monkeypatch.setenv("TRACKER_NOTIFY", "json://127.0.0.1:9")
    assert understood(["check", "-q"]) is None


def test_a_plain_line_does_not_load_the_library(shipped: Path):
    """Half of a start is saved."""
    code = (
        "import sys; sys.argv[1:] = ['-C', sys.argv[1], 'status', '--json']; from tracker.__main__ import main\n"
        "try: main()\nexcept SystemExit: print('typer' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(shipped)], capture_output=True, text=True, check=False)
    assert done.stderr == "False\n"
