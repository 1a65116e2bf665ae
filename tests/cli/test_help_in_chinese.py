"""A Chinese reader reads every page of help in Chinese; the commands of its examples stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import typer

from tracker.cli.app import run
from tracker.cli.commands import COMMANDS, with_commands
from tracker.cli.help_in_words import every, sentences
from tracker.render.as_plain import width
from tracker.render.wording import wording_for

WHOLE = typer.main.get_command(with_commands(COMMANDS))
NAMED_ALIKE = re.compile(r"--|\.(toml|json|html|svg)")

LOG = """\
用法：tracker log [OPTIONS] [ID]...

  查看登记的全部数据、事项完成情况和项目进展：各版本、公布和登记时间、来源、登
  记人；已撤回的予以标明。

  示例：
    tracker log changji.local-conversion
    tracker log 'jiayuguan.*' --known-at 2023-11-30 --json
    tracker log jiayuguan.industrial-investment --single

参数：
  [ID]...  指标、重点事项、项目的编号或通配符；不写则为全部。

选项：
  --single                        由累计数推算的各月数及其误差区间。
  --known-at DAY                  只列截至这一天已知的数据。
  -f, --format <table|plain|json|jsonl|csv|tsv|md|nagios>
                                  终端上输出表格，管道中输出纯文本。
  --json                          即 --format json。
  --jsonl                         即 --format jsonl：每条记录一行。
  --excel                         输出 Excel 可直接打开的 CSV。
  -o, --output FILE               写入文件；格式由扩展名决定。
  --lang <zh|en>                  输出语言；缺省按环境设置。
  --color <auto|always|never>     何时使用颜色。  [缺省：auto]
  --ascii                         标记和表格线只用 ASCII 字符。
  --help                          显示本帮助并退出。
"""


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment whose language is Chinese, and a terminal of 80 columns."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")


def pages(command: Any = WHOLE, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:  # noqa: ANN401 -- Typer's own Click
    """The words of every command and of every group of commands."""
    yield path
    for name, inner in getattr(command, "commands", {}).items():
        yield from pages(inner, (*path, name))


@pytest.mark.parametrize("sentence", list(dict.fromkeys(sentences(WHOLE))), ids=lambda text: text[:40])
def test_every_sentence_of_help_has_its_chinese(sentence: str):
    """Of every command, group, argument and option; a name or an option in it stands in both."""
    said = wording_for("zh").say(sentence)
    assert re.search("[一-鿿]", said), "add it to tracker.po: see docs/words.md"
    assert len(NAMED_ALIKE.findall(said)) == len(NAMED_ALIKE.findall(sentence))


@pytest.mark.usefixtures("reader")
def test_a_page_is_chinese_from_first_to_last(capsys: pytest.CaptureFixture[str]):
    """Usage, sentences, headings, options, what is taken unless given; the examples are those of the English page."""
    assert (run(["log", "--help"]), capsys.readouterr().out) == (0, LOG)


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("path", list(pages()), ids=" ".join)
def test_no_page_is_wider_than_the_terminal(path: tuple[str, ...], capsys: pytest.CaptureFixture[str]):
    """A Chinese character takes two cells; only examples and the names of options may be as long as they are."""
    assert run([*path, "--help"]) == 0
    said = [line for line in capsys.readouterr().out.splitlines() if re.search("[一-鿿]", line)]
    assert said
    assert [line for line in said if width(line) > 80 and not line.startswith("    tracker")] == []


@pytest.mark.usefixtures("reader")
def test_a_command_without_its_own_is_answered_in_chinese(capsys: pytest.CaptureFixture[str]):
    """As `tracker` alone is."""
    assert run([]) == 64
    assert capsys.readouterr().err.startswith("用法：tracker [OPTIONS] COMMAND [ARGS]...\n\n  政策目标进展如何")


@pytest.mark.parametrize(("lang", "begins"), [("zh", "用法：tracker log "), ("en", "Usage: tracker log ")])
@pytest.mark.usefixtures("reader")
def test_the_page_of_a_command_is_in_the_language_asked_for(lang: str, begins: str, capsys: pytest.CaptureFixture[str]):
    """`tracker help log --lang` goes before the environment."""
    run(["help", "log", "--lang", lang])
    assert capsys.readouterr().out.startswith(begins)


def test_an_english_reader_reads_english(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    """Any other language is English."""
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    run(["log", "--help"])
    assert re.search("[一-鿿]", capsys.readouterr().out) is None


def test_all_commands_are_looked_at():
    """Groups have commands of their own."""
    assert {command.name for command in every(WHOLE)} >= {"tracker", *COMMANDS, "roadmap", "metrics"}
