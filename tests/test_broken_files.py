"""Broken files, one fault each: every message is compared whole, as a person reads it on the terminal."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tracker.cli.app import run
from tracker.cli.trouble import Exit

BROKEN = Path(__file__).parent / "broken" / "one_fault"
PLACES = {
    "targets": "targets/new.toml",
    "figures": "seeds/new.toml",
    "settings": "tracker.toml",
    "toml": "targets/new.toml",
}
ONE_FAULT = sorted(path.stem for path in BROKEN.glob("*-*.toml") if path.stem != "nine-faults")
SOUND = (BROKEN / "sound.toml").read_bytes()
MEMBERS = b'[[milestone]]\r\nid = "city.parks"\r\nname = "\xe5\x9b\xad\xe5\x8c\xba"\r\n'

Told = Callable[[str, bytes], tuple[int, str, str]]


@pytest.fixture
def told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Told:
    """What `tracker validate` says about one file added to a sound workspace: code, stdout, stderr."""

    def validate(place: str, content: bytes) -> tuple[int, str, str]:
        for name, data in {"targets/base.toml": SOUND, place: content}.items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_bytes(data)
        code = run(["-C", str(tmp_path), "validate"])
        return code, *capfd.readouterr()

    return validate


def expected(name: str, said: str) -> str:
    """The message kept beside the broken file; RENEW_GOLDEN=1 rewrites it."""
    kept = BROKEN / f"{name}.txt"
    if os.environ.get("RENEW_GOLDEN"):
        kept.write_text(said, encoding="utf-8")
    return kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ONE_FAULT)
def test_one_fault_gives_one_exact_message(name: str, told: Told):
    """File, line, column, code, what is wrong, the line with a caret, and what to write instead."""
    code, out, said = told(PLACES[name.partition("-")[0]], (BROKEN / f"{name}.toml").read_bytes())
    assert (code, out, said) == (Exit.DATA, "", expected(name, said))


@pytest.mark.parametrize("name", ONE_FAULT)
def test_no_fault_is_told_twice(name: str):
    """One mistake, one message."""
    message = (BROKEN / f"{name}.txt").read_text(encoding="utf-8")
    assert (message.count(": error["), message.splitlines()[-1]) == (1, "1 error in 1 file. Nothing was judged.")


def test_there_are_more_than_thirty_broken_files():
    """Each with its message, and no message without its file."""
    assert len(ONE_FAULT) >= 30
    assert sorted(path.stem for path in BROKEN.glob("*.txt")) == sorted([*ONE_FAULT, "nine-faults"])


def test_nine_faults_are_told_at_once(told: Told):
    """Nothing has to be mended before the next mistake is shown."""
    code, out, said = told("targets/new.toml", (BROKEN / "nine-faults.toml").read_bytes())
    assert (code, out, said) == (Exit.DATA, "", expected("nine-faults", said))
    assert said.count(": error[") == 9


def test_faults_of_several_files_are_told_at_once(told: Told, tmp_path: Path):
    """In the order of their names, with how many files they stand in."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/figures.toml").write_bytes((BROKEN / "figures-no-figure.toml").read_bytes())
    _, _, said = told("targets/new.toml", (BROKEN / "targets-no-aim.toml").read_bytes())
    codes = [line.split(": ")[1] for line in said.splitlines() if ": error[" in line]
    assert (codes, said.splitlines()[-1]) == (
        ["error[no-figure]", "error[no-aim]"],
        "2 errors in 2 files. Nothing was judged.",
    )


@pytest.mark.parametrize(
    "content",
    [b"\xef\xbb\xbf" + MEMBERS, MEMBERS, MEMBERS.replace(b"\r\n", b"\n")],
    ids=["byte order mark", "carriage returns", "line feeds"],
)
def test_what_editors_add_is_no_fault(content: bytes, told: Told):
    """A byte order mark and the line ends of Windows."""
    assert told("targets/new.toml", content)[0] == Exit.OK


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"a = " + b"[" * 20_000, "too-deep"),
        (b".".join([b"a"] * 16_000) + b" = 1", "too-deep"),
        (b"a = " + b"9" * 5_000, "bad-number"),
        (b"\xff\xfe" + "[policy]".encode("utf-16-le"), "not-utf8"),
        (b"#" * 6_000_000, "too-large"),
        (b"\x00" * 100, "toml-syntax"),
    ],
    ids=["brackets", "dotted key", "digits", "UTF-16", "six million bytes", "zeros"],
)
def test_hostile_bytes_are_one_fault(content: bytes, code: str, told: Told):
    """Told in one message, and never a traceback."""
    exit_code, _, said = told("targets/new.toml", content)
    assert (exit_code, said.count(": error["), f"error[{code}]" in said) == (Exit.DATA, 1, True)


def test_a_link_out_of_the_workspace_is_not_followed(told: Told, tmp_path: Path):
    """A workspace from elsewhere cannot have other files read."""
    (tmp_path / "targets").mkdir()
    (tmp_path / "targets/link.toml").symlink_to("/etc/hostname")
    code, _, said = told("targets/new.toml", b"")
    assert (code, said.count(": error["), "error[outside-workspace]" in said) == (Exit.DATA, 1, True)


def test_one_unreadable_file_does_not_make_its_promises_unknown(told: Told, tmp_path: Path):
    """Figures of indicators declared in a file that cannot be read are not told as well."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/figures.toml").write_text('[[actual]]\nindicator = "city.parks"\nperiod = "2024"\nvalue = 3\n')
    _, _, said = told("targets/new.toml", b"[[indicator]\n")
    assert said.count(": error[") == 1
