"""`tracker cron`: lines a crontab takes as they are."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

Office = Any  # the Office of conftest.py


def lines(text: str) -> list[str]:
    """The lines that are jobs."""
    return [line for line in text.splitlines() if line[:1].isdigit()]


def test_there_is_a_line_for_each_rhythm(office: Office):
    """Working days, Mondays, the 20th; five minutes apart, with absolute paths."""
    tracker = f"{sys.executable} -m tracker -C {office.root} check --cadence"
    assert lines(office("cron", "--mailto", "plan@bureau.example").out) == [
        f"0 8 * * 1-5  {tracker} daily --changed-since last --lang en",
        f"5 8 * * 1  {tracker} weekly --lang en",
        f"10 8 20 * *  {tracker} monthly --lang en",
    ]


def test_the_settings_come_before_the_lines(office: Office):
    """Who gets the mails, and in which encoding."""
    said = office("cron", "--mailto", "plan@bureau.example").out.splitlines()
    assert [line for line in said if "=" in line and line[:1].isupper()] == [
        "MAILTO=plan@bureau.example",
        'CONTENT_TYPE="text/plain; charset=UTF-8"',
    ]


def test_the_time_and_the_language_are_chosen(office: Office):
    """From 23:58 on there is no room for three lines on one day: they begin at 23:44."""
    said = lines(office("cron", "--at", "23:58", "--lang", "zh").out)
    assert [line.split()[:2] for line in said] == [["44", "23"], ["49", "23"], ["54", "23"]]
    assert all(line.endswith("--lang zh") for line in said)


def test_the_language_of_the_environment_is_that_of_the_mails(office: Office, monkeypatch: pytest.MonkeyPatch):
    """Cron itself has none."""
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert all(line.endswith("--lang zh") for line in lines(office("cron").out))


def test_a_folder_with_blanks_quotes_and_percent_signs_is_reached(office: Office, tmp_path: Path):
    r"""The shell gets the very path after cron has turned `\%` into `%`."""
    odd = tmp_path / "100% 'of' plans; rm"
    (odd / "targets").mkdir(parents=True)
    (odd / "targets/office.toml").write_text((office.root / "targets/office.toml").read_text())
    line = lines(office("-C", str(odd), "cron").out)[0]
    assert "%" not in line.replace(r"\%", "")
    assert shlex.split(line.split(maxsplit=5)[5].replace(r"\%", "%"))[4] == str(odd)


@pytest.mark.parametrize("arguments", [("--at", "8"), ("--at", "24:00"), ("--at", "8:60"), ("--mailto", "a\nb")])
def test_what_a_crontab_cannot_hold_is_a_mistake(arguments: tuple[str, str], office: Office):
    """A line end in an address would be a line of its own."""
    said = office("cron", *arguments)
    assert (said.code, said.out) == (64, "")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no cron")
@pytest.mark.parametrize("number", [0, 1, 2])
def test_each_line_runs_as_cron_runs_it(number: int, office: Office):
    """By /bin/sh, in an environment of three words; an error would be 64 and up."""
    command = lines(office("cron").out)[number].split(maxsplit=5)[5]
    env = {"HOME": "/", "LOGNAME": "nobody", "PATH": "/usr/bin:/bin"}
    kept = {name: value for name, value in os.environ.items() if name.startswith("COV_")}
    done = subprocess.run(["/bin/sh", "-c", command], env=env | kept, cwd="/", capture_output=True, check=False)
    assert done.returncode < 64, done.stderr


def test_the_comments_are_in_the_language_of_the_mails(office: Office):
    """What is to be typed stays as it is."""
    comments = [line for line in office("cron", "--lang", "zh").out.splitlines() if line.startswith("#")]
    assert comments[:2] == [f"# 工作区 {office.root} 的政策目标", "# 安装：tracker cron | crontab -"]
    assert all(re.search("[一-鿿]", line) for line in comments)
