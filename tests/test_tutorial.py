"""The tutorials run line by line in a fresh folder, in both languages; RENEW_GOLDEN=1 rewrites what they print."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tracker.domain.period import Period

ROOT = Path(__file__).resolve().parent.parent
TUTORIALS = {"tutorial.md": "en_US.UTF-8", "tutorial.zh.md": "zh_CN.UTF-8"}
BLOCK = re.compile(r"^```(sh|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
END = "-- end of a command --"
ANYTHING = "..."
BUG = r"Traceback|should not have happened|command not found"
NAMED_OTHERWISE = (
    (re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ"), "2026-05-20 01:30:00Z"),  # when a figure was written down: now
    (re.compile(r"(?<=  )\S+(?: -m tracker)? -C \S+(?= )"), "/usr/local/bin/tracker -C /home/li/city"),  # in a crontab
    (re.compile(r"(?<= )/\S+/city(?=$| )", re.MULTILINE), "/home/li/city"),
)
"""What differs from one computer and day to the next, and what the tutorials print in its place."""

pytestmark = pytest.mark.skipif(
    os.name != "posix" or not shutil.which("bash"), reason="the tutorials are written for bash"
)


class Step(NamedTuple):
    """What is typed, and what comes of it."""

    typed: str
    printed: tuple[str, ...]


def steps(text: str) -> Iterator[Step]:
    """A block of `sh` is typed whole and prints nothing; in `console` each line behind `$ ` is typed."""
    for kind, block in BLOCK.findall(text):
        if kind == "sh":
            yield Step(block.rstrip("\n"), ())
        else:
            for one in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                typed, *printed = one.rstrip("\n").split("\n")
                yield Step(typed, tuple(printed))


def played(typed: list[str], folder: Path, lang: str) -> list[tuple[str, ...]]:
    """What each command prints when one bash is given them all, one after the other."""
    bin_ = folder / "bin"
    bin_.mkdir()
    (bin_ / "tracker").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tracker "$@"\n', encoding="utf-8")
    (bin_ / "tracker").chmod(0o755)
    (folder / "li").mkdir()
    speaking = ("LC_", "TRACKER_", "COLUMNS", "NO_COLOR", "FORCE_COLOR")
    env = {name: value for name, value in os.environ.items() if not name.startswith(speaking)}
    env |= {
        "LANG": lang,
        "PATH": f"{bin_}{os.pathsep}{env['PATH']}",
        "PYTHONPATH": str(ROOT),
        "TRACKER_USER": "li",
        "HOME": str(folder),
    }
    ended = f"code=$?; echo; echo '{END}'; (exit $code)"
    done = subprocess.run(
        ["bash", "--norc", "-c", "exec 2>&1\n" + "".join(f"{line}\n{ended}\n" for line in typed)],  # noqa: S607
        cwd=folder / "li",
        env=env,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=300,
    )
    return [tuple(named(answer).splitlines()) for answer in done.stdout.split(f"\n{END}\n")[:-1]]


def named(text: str) -> str:
    """An answer with the tutorials' own time and place."""
    for pattern, instead in NAMED_OTHERWISE:
        text = pattern.sub(instead, text)
    return "\n".join(line.rstrip() for line in text.split("\n"))


def fits(printed: tuple[str, ...], answer: tuple[str, ...]) -> bool:
    """Whether an answer is the one printed; a line of three dots stands for any lines."""
    if ANYTHING not in printed:
        return printed == answer
    head, tail = halves(printed)
    whole = len(answer) >= len(head) + len(tail)
    return whole and answer[: len(head)] == head and answer[len(answer) - len(tail) :] == tail


def halves(printed: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stands before and after the three dots."""
    at = printed.index(ANYTHING)
    return printed[:at], printed[at + 1 :]


def renewed(printed: tuple[str, ...], answer: tuple[str, ...]) -> tuple[str, ...]:
    """What a tutorial should print: the answer, cut at the lines it was cut at, or at their number."""
    if fits(printed, answer) or ANYTHING not in printed:
        return printed if fits(printed, answer) else answer
    head, tail = halves(printed)
    to = answer.index(head[-1]) + 1 if head and head[-1] in answer else len(head)
    since = answer.index(tail[0], to) if tail and tail[0] in answer[to:] else len(answer) - len(tail)
    return (*answer[:to], ANYTHING, *answer[since:])


def rewritten(text: str, answers: list[tuple[str, ...]]) -> str:
    """A tutorial with what its commands print now."""
    left = iter(answers)

    def block(found: re.Match[str]) -> str:
        kind = found[1]
        lines: list[str] = []
        for step in steps(found[0]):
            answer = next(left)
            lines += [step.typed] if kind == "sh" else [f"$ {step.typed}", *renewed(step.printed, answer)]
        return "\n".join([f"```{kind}", *lines, "```"])

    return BLOCK.sub(block, text)


def commands(text: str) -> list[str]:
    """What the two tutorials have in common: the command lines, without what is quoted and without the figures."""
    lines = [step.typed.split("\n")[0] for step in steps(text)]
    lines = [re.sub(r"(?<=--period )\S+", lambda found: str(Period.parse(found[0])), line) for line in lines]
    return [re.sub(r"\"[^\"]*\"|[\d.]+(?= --period)", "…", line) for line in lines]


@pytest.mark.parametrize(("name", "lang"), TUTORIALS.items())
def test_a_tutorial_prints_what_comes_of_it(name: str, lang: str, tmp_path: Path):
    """Typed into a fresh folder, line by line, it gives what it says."""
    for needed in ("docx", "jinja2", "matplotlib"):
        pytest.importorskip(needed, reason="the tutorial writes a page and a Word document")
    page = ROOT / "docs" / name
    typed = [step.typed for step in steps(page.read_text(encoding="utf-8"))]
    answers = played(typed, tmp_path, lang)
    assert len(answers) == len(typed)
    assert [answer for answer in answers if re.search(BUG, "\n".join(answer))] == []
    if os.environ.get("RENEW_GOLDEN"):
        page.write_text(rewritten(page.read_text(encoding="utf-8"), answers), encoding="utf-8")
    told = list(steps(page.read_text(encoding="utf-8")))
    wrong = [(step.typed, step.printed, answer) for step, answer in zip(told, answers, strict=True)
             if not fits(step.printed, answer)]  # fmt: skip
    assert wrong == []


def test_both_tutorials_take_the_same_steps():
    """The same commands in the same order; names and figures are each reader's own."""
    english, chinese = (commands((ROOT / "docs" / name).read_text(encoding="utf-8")) for name in TUTORIALS)
    assert english == chinese


def test_a_tutorial_names_no_day_that_depends_on_the_clock():
    """Whatever judges, records or compares says as of which day."""
    said = [step.typed for name in TUTORIALS for step in steps((ROOT / "docs" / name).read_text(encoding="utf-8"))]
    asking = re.compile(r"^tracker (status|gap|show|check|ack|record|withdraw|brief|plan|diff)\b")
    assert [line for line in said if asking.match(line) and not re.search(r"--as-of|--to", line)] == []


def test_three_dots_stand_for_lines_and_for_nothing_else():
    """What stands before and after them is compared; without them everything is."""
    assert fits(("a", "...", "d"), ("a", "b", "c", "d"))
    assert not fits(("a", "...", "d"), ("a", "b"))
    assert not fits(("a", "d"), ("a", "b", "d"))
    assert not fits(("a", "...", "a"), ("a",))


def test_renewing_keeps_the_cut():
    """It stays at the line it was made at, or where the line is gone, at its number."""
    assert renewed(("a", "...", "d"), ("new", "a", "b", "d")) == ("new", "a", "...", "d")
    assert renewed(("a", "...", "d"), ("x", "b", "c", "y")) == ("x", "...", "y")
    assert rewritten("```console\n$ one\nold\n$ two\n```\n", [("new",), ()]) == "```console\n$ one\nnew\n$ two\n```\n"
