"""The first files of a workspace: commented examples that are right, and a filled one that says it is made up."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tracker.assessment.review import review
from tracker.assessment.rules.table import RULES
from tracker.assessment.verdict import Verdict
from tracker.cli.gather import read_lamp
from tracker.domain.portfolio import Portfolio
from tracker.domain.target import Of, When
from tracker.files.folder import read_workspace
from tracker.files.scaffold import already_there, write_scaffold

COMMENTED_OUT = re.compile(r"^#(?=\S|  \{)", re.MULTILINE)


def portfolio(folder: Path) -> Portfolio:
    """The workspace, without a fault."""
    return read_workspace(folder, RULES, read_lamp).portfolio


@pytest.fixture(scope="module")
def uncommented(tmp_path_factory: pytest.TempPathFactory) -> Portfolio:
    """The commented examples with every # before a line taken off."""
    folder = tmp_path_factory.mktemp("uncommented")
    write_scaffold(folder, filled=False)
    for path in folder.rglob("*.toml"):
        path.write_text(COMMENTED_OUT.sub("", path.read_text("utf-8")), encoding="utf-8")
    return portfolio(folder)


def test_the_commented_examples_declare_nothing(tmp_path: Path):
    """And are read without fault."""
    write_scaffold(tmp_path, filled=False)
    found = portfolio(tmp_path)
    assert (found.indicators, found.targets, found.milestones, found.projects, found.series) == ({}, (), (), (), {})


def test_every_kind_of_declaration_has_an_example(uncommented: Portfolio):
    """They are right as soon as the # is taken off."""
    assert uncommented.policies
    assert {i.measure.value for i in uncommented.indicators.values()} >= {"flow", "ratio", "growth", "rank"}
    assert {target.of for target in uncommented.targets} == {Of.VALUE, Of.GROWTH, Of.DIFFERENCE}
    assert [len(target.stages) for target in uncommented.targets if target.id == "city.recycling"] == [3]
    assert [t.id for t in uncommented.targets if t.when is When.THROUGHOUT] == ["city.value-added.floor"]
    assert uncommented.milestones
    assert uncommented.projects


def test_every_kind_of_report_has_an_example(uncommented: Portfolio):
    """Figures, one of them taken back, a deed, a project's progress."""
    assert uncommented.sources
    assert uncommented.done
    assert uncommented.progress
    assert [len(s.withdrawals) for s in uncommented.series.values() if s.withdrawals] == [1]


def test_the_filled_workspace_says_that_it_is_made_up(example: Path):
    """In every file, in the title of its policy and of every source, in both languages."""
    assert [
        p.name for p in example.rglob("*.toml") if not re.search("MADE UP 虚构|made-up", p.read_text("utf-8"))
    ] == []
    found = portfolio(example)
    titles = [thing.title for thing in (*found.policies.values(), *found.sources.values())]
    assert [t for t in titles if "虚构" not in (t.zh or "") or "made up" not in (t.en or "")] == []


def test_the_filled_workspace_shows_every_verdict(example: Path):
    """On a day for which it has figures; two milestones beside the targets."""
    found = review(portfolio(example), date(2026, 8, 20))
    assert {assessed.verdict for assessed in found.targets} == set(Verdict)
    assert {assessed.verdict for assessed in found.milestones} == {Verdict.MET, Verdict.MISSED}


def test_every_name_of_the_filled_workspace_is_in_both_languages(example: Path):
    """So that it shows what either reader sees."""
    found = portfolio(example)
    names = (
        [i.name for i in found.indicators.values()]
        + [t.title for t in found.targets]
        + [m.name for m in found.milestones]
    )
    assert [name for name in names if not (name.zh and name.en)] == []


@pytest.mark.parametrize("filled", [True, False])
def test_what_is_written_is_named(filled: bool, tmp_path: Path):  # noqa: FBT001
    """In the order of their names, with the dots in place."""
    names = write_scaffold(tmp_path / "new", filled=filled)
    there = sorted(p.relative_to(tmp_path / "new").as_posix() for p in (tmp_path / "new").rglob("*") if p.is_file())
    assert (sorted(names), {".gitattributes", ".gitignore"} <= set(names)) == (there, True)


def test_git_joins_two_journals_line_by_line(tmp_path: Path):
    """Both branches' figures are kept."""
    write_scaffold(tmp_path, filled=False)
    assert "actuals/journal.jsonl merge=union\n" in (tmp_path / ".gitattributes").read_text("utf-8")


def test_what_is_there_is_not_written_over(tmp_path: Path):
    """The rules of a repository that is already one."""
    (tmp_path / ".gitignore").write_text("secret.txt\n", encoding="utf-8")
    assert ".gitignore" not in write_scaffold(tmp_path, filled=False)
    assert (tmp_path / ".gitignore").read_text("utf-8") == "secret.txt\n"


@pytest.mark.parametrize(
    ("name", "in_the_way"), [("targets", "targets"), ("tracker.toml", "tracker.toml"), ("other", None)]
)
def test_what_is_already_there_is_found(name: str, in_the_way: str | None, tmp_path: Path):
    """Only parts of a workspace are in the way."""
    (tmp_path / name).mkdir()
    assert already_there(tmp_path) == in_the_way
