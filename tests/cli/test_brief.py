"""`tracker brief` and `tracker chart`: forms, files, what is compared, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tracker.cli import extras
from tracker.cli.trouble import Exit

DAY = ("--as-of", "2025-04-15")
EARLIER = "2025-01-31"
Office: TypeAlias = Any
"""The small workspace of conftest.py; called with the words of a command line."""


def test_a_page_is_markdown_on_stdout(office: Office):
    """Three parts, the counts with their denominators."""
    said = office("brief", *DAY)
    assert (said.code, said.err) == (Exit.OK, "")
    assert [line for line in said.out.splitlines() if line.startswith("## ")][:3] == [
        "## 1. Progress",
        "## 2. Problems",
        "## 3. Next steps",
    ]
    assert "As of 2025-04-15, 3 of 3 promises could be judged: 1 on schedule, 1 not yet due, 1 overdue." in said.out


def test_a_page_in_chinese(office: Office):
    """The same figures."""
    said = office("brief", *DAY, "--lang", "zh")
    assert (
        "截至2025年4月15日，纳入跟踪的3项目标任务中可判定3项：达到序时进度1项、未到期1项、逾期未完成1项。" in said.out
    )


def test_a_page_of_what_is_selected(office: Office):
    """By id, and with a heading of its own."""
    said = office("brief", "mill", *DAY, "--title", "The mill")
    assert said.out.startswith("# The mill\n")
    assert "1 of 1 promises could be judged: 1 overdue." in said.out
    assert office("brief", "mil", *DAY).code == Exit.USAGE


def test_what_changed_is_told_against_the_brief_of_a_day(office: Office):
    """Judged by what was known then."""
    said = office("brief", "share", *DAY, "--since", EARLIER)
    assert f"compared with: {EARLIER}" in said.out
    assert f"Since {EARLIER}, verdicts changed: 1. Share: unknown -\\> on track." in said.out
    nothing = office("brief", "share", *DAY, "--since", "2025-03-01")
    assert "No verdict has changed since 2025-03-01." in nothing.out


@pytest.mark.parametrize(
    ("name", "begins"),
    [("p.md", b"# "), ("p.html", b"<!DOCTYPE html>"), ("p.htm", b"<!DOCTYPE"), ("p.docx", b"PK\x03\x04")],
)
def test_the_ending_of_a_file_names_the_form(office: Office, tmp_path: Path, name: str, begins: bytes):
    """Nothing is printed, nothing else is left beside it."""
    pytest.importorskip("docx", reason="the extra report is not installed")
    place = tmp_path / "out"
    place.mkdir()
    said = office("brief", *DAY, "-o", str(place / name))
    assert (said.code, said.out, said.err) == (Exit.OK, "", "")
    assert [path.name for path in place.iterdir()] == [name]
    assert (place / name).read_bytes().startswith(begins)


@pytest.mark.parametrize(
    "arguments",
    [
        ("-o", "page.pdf"),
        ("-o", "page"),
        ("--format", "pdf"),
        ("--template", "t.docx"),
        ("--template", "t.docx", "-o", "page.html"),
        ("--since", "last week"),
    ],
)
def test_what_cannot_be_done_is_refused_before_anything_is_read(office: Office, arguments: tuple[str, ...]):
    """With the code of a usage error."""
    said = office("brief", *DAY, *arguments)
    assert (said.code, said.out) == (Exit.USAGE, "")


def test_a_missing_extra_is_one_line(office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """What to install; Markdown and SVG need nothing."""
    monkeypatch.setattr(extras, "find_spec", lambda _: None)
    for arguments in (("brief", "-o", str(tmp_path / "p.html")), ("chart", "share", "-o", str(tmp_path / "p.png"))):
        said = office(*arguments, *DAY)
        assert said.code == Exit.MISSING_EXTRA
        assert said.err == (
            "tracker: this needs policy-target-tracker[report]: pip install 'policy-target-tracker[report]'\n"
        )
    assert office("brief", *DAY).code == Exit.OK
    assert office("chart", "share", *DAY, "-o", str(tmp_path / "p.svg")).code == Exit.OK


def bomb() -> bytes:
    """A Word page that would unpack to far more than it is."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * 50_000_000)
    return out.getvalue()


def sheet() -> bytes:
    """A zip that is no Word page."""
    out = BytesIO()
    with ZipFile(out, "w") as package:
        package.writestr("xl/workbook.xml", "<x/>")
    return out.getvalue()


def broken() -> bytes:
    """A Word page in name only."""
    out = BytesIO()
    with ZipFile(out, "w") as package:
        package.writestr("word/document.xml", "<x")
        package.writestr("[Content_Types].xml", "<x")
    return out.getvalue()


@pytest.mark.parametrize("make", [bomb, sheet, broken, lambda: b"", lambda: b"not a zip"])
def test_a_template_that_is_none_is_refused(office: Office, tmp_path: Path, make: Callable[[], bytes]):
    """Without a traceback and without a file."""
    pytest.importorskip("docx", reason="the extra report is not installed")
    template = tmp_path / "t.docx"
    template.write_bytes(make())
    said = office("brief", *DAY, "-o", str(tmp_path / "p.docx"), "--template", str(template))
    assert said.code == Exit.DATA
    assert said.err.startswith(f"tracker: {template}")
    assert not (tmp_path / "p.docx").exists()


def test_a_template_that_is_not_there(office: Office, tmp_path: Path):
    """The code of a missing file."""
    pytest.importorskip("docx", reason="the extra report is not installed")
    said = office("brief", *DAY, "-o", str(tmp_path / "p.docx"), "--template", str(tmp_path / "no.docx"))
    assert said.code == Exit.NO_INPUT


def test_a_chart_is_text_on_stdout(office: Office):
    """20 in 2023 is the baseline; 45 of 60 are there."""
    said = office("chart", "share", *DAY, "--ascii")
    assert said.code == Exit.OK
    assert said.out.startswith("Share\n%\n")
    assert said.out.isascii()
    assert "X stage" in said.out


@pytest.mark.parametrize(("name", "begins"), [("c.svg", b"<svg "), ("c.png", b"\x89PNG")])
def test_a_chart_is_a_picture_in_a_file(office: Office, tmp_path: Path, name: str, begins: bytes):
    """By its ending."""
    pytest.importorskip("matplotlib", reason="the extra report is not installed")
    said = office("chart", "share", *DAY, "-o", str(tmp_path / name))
    assert (said.code, said.out) == (Exit.OK, "")
    assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("mill",), Exit.USAGE),
        (("nothing",), Exit.USAGE),
        (("share", "-o", "c.gif"), Exit.USAGE),
        (("share", "--as-of", "2023-01-31"), Exit.DATA),
    ],
)
def test_what_has_no_chart_is_said_to_have_none(office: Office, arguments: tuple[str, ...], code: Exit):
    """A milestone, an unknown id, an unknown form, a target without figures."""
    said = office("chart", *arguments)
    assert (said.code, said.out) == (code, "")


def test_without_a_chinese_font_pictures_are_in_english(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    """And what to install is said once."""
    pytest.importorskip("matplotlib", reason="the extra report is not installed")
    from tracker.render import chart_png

    monkeypatch.setattr(chart_png, "CHINESE", ("No Such Font",))
    said = office("brief", *DAY, "--lang", "zh", "-o", str(tmp_path / "p.docx"))
    assert said.code == Exit.OK
    assert said.err == (
        "tracker: no installed font has Chinese characters, so charts are in English: "
        "install fonts-noto-cjk (Debian, Ubuntu)\n"
    )


def test_the_status_of_a_terminal_has_a_course(office: Office, monkeypatch: pytest.MonkeyPatch):
    """A pipe has none: there it would be in the way."""
    monkeypatch.setenv("COLUMNS", "200")
    office.figure(30, "2023-H1", "2023-09-01")
    drawn, plain = (office("status", *DAY, "--ascii", "--format", form).out for form in ("table", "plain"))
    assert "_@" in drawn
    assert "_@" not in plain


def test_show_draws_the_chart_on_a_terminal(office: Office):
    """Below the facts."""
    drawn, plain = (office("show", "share", *DAY, "--ascii", "--format", form).out for form in ("table", "plain"))
    assert "X stage" in drawn
    assert drawn.index("Chart") < drawn.index("Stages")
    assert "X stage" not in plain
