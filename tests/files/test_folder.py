"""A workspace read whole: which files, where it is, and its settings in effect."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from tracker.domain.fault import Rejected
from tracker.files.folder import Workspace, find, inputs, read_workspace
from tracker.files.journal_line import submission_line

RULES = ("outlook", "pace")
INDICATOR = '[[indicator]]\nid = "i"\nname = "I"\nmeasure = "flow"\nunit = "t"\nbetter = "higher"\n'
FIGURE = '[[actual]]\nindicator = "i"\nperiod = "2024"\nvalue = {}\n'
Write = Callable[[dict[str, str]], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Some files in a folder."""

    def files(contents: dict[str, str]) -> Path:
        for name, content in contents.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(content, encoding="utf-8")
        return tmp_path

    return files


def no_lamp(name: str, table: object) -> object:
    """Refuses every lamp."""
    raise ValueError(f"{name} is no lamp; write another")


def read(root: Path) -> Workspace:
    """The workspace with the common rules."""
    return read_workspace(root, RULES, no_lamp)


def codes(root: Path) -> list[str]:
    """The codes of the faults of a workspace."""
    with pytest.raises(Rejected) as caught:
        read(root)
    return [fault.code for fault in caught.value.faults]


def test_the_nearest_folder_with_targets_is_the_workspace(write: Write):
    """At a place or above it."""
    root = write({"targets/a.toml": "", "seeds/b.toml": "", "inner/targets/c.toml": "", "inner/deep/d.txt": ""})
    assert (find(root / "seeds"), find(root / "inner" / "deep"), find(root)) == (root, root / "inner", root)


def test_a_folder_without_targets_is_no_workspace(tmp_path: Path):
    """Unless one stands further up, which a temporary folder has not."""
    assert find(tmp_path) is None


def test_only_toml_files_of_the_three_folders_are_read(write: Write):
    """And the settings and the journal; folders inside them are somebody else's."""
    names = ["tracker.toml", "targets/b.toml", "targets/a.toml", "seeds/s.toml", "actuals/h.toml"]
    root = write(dict.fromkeys([*names, "targets/note.md", "targets/old/x.toml", "other.toml"], ""))
    assert inputs(root) == ["tracker.toml", "targets/a.toml", "targets/b.toml", "seeds/s.toml", "actuals/h.toml"]


def test_a_workspace_may_have_targets_only(write: Write):
    """Everything else is optional; its name is that of the folder."""
    workspace = read(write({"targets/a.toml": INDICATOR}))
    assert (workspace.portfolio.name.en, list(workspace.portfolio.indicators)) == (workspace.root.name, ["i"])


def test_figures_of_both_folders_stand_in_one_series(write: Write):
    """First those of seeds/, then those kept by hand."""
    files = {"targets/a.toml": INDICATOR, "seeds/s.toml": FIGURE.format(1), "actuals/h.toml": FIGURE.format(2)}
    series = read(write(files)).portfolio.series["i"]
    assert [actual.value for actual in series.actuals] == [1, 2]


def test_settings_take_effect(write: Write):
    """Name, rule and thresholds; the others keep their defaults."""
    portfolio = read(
        write({"targets/a.toml": "", "tracker.toml": 'name = "Office"\nrule = "pace"\n[pace]\non_track = 0.9'})
    ).portfolio
    thresholds = portfolio.thresholds
    assert (portfolio.name.en, portfolio.rule) == ("Office", "pace")
    assert (thresholds.pace_on_track, thresholds.pace_at_risk) == (Decimal("0.9"), Decimal("0.60"))


def test_a_unit_of_the_settings_is_known_to_the_declarations(write: Write):
    """By each of its names."""
    unit = '[[unit]]\nsymbol = "bed"\nkind = "count"\nfactor = 1\nzh = "床位"\n'
    workspace = read(write({"tracker.toml": unit, "targets/a.toml": INDICATOR.replace('"t"', '"床位"')}))
    assert workspace.portfolio.indicators["i"].unit.symbol == "bed"


def test_a_lamp_that_is_none_is_a_fault_of_the_settings(write: Write):
    """At its line, with what the rule says about it."""
    root = write({"targets/a.toml": "", "tracker.toml": 'name = "Office"\n\n[lamp.x]\nmeasure = "ratio"\n'})
    with pytest.raises(Rejected) as caught:
        read(root)
    assert [(f.path, f.line, f.code, f.complaint, f.help) for f in caught.value.faults] == [
        ("tracker.toml", 3, "bad-lamp", "x is no lamp", "write another")
    ]


def test_the_faults_of_all_files_come_together(write: Write):
    """Settings, declarations and figures."""
    figure = FIGURE.format(1)
    files = {"tracker.toml": "rules = 1", "targets/a.toml": "[policy]", "seeds/s.toml": "[", "actuals/h.toml": figure}
    assert sorted(set(codes(write(files)))) == ["missing-key", "toml-syntax", "unknown-indicator", "unknown-key"]


def test_a_folder_called_like_a_file_is_a_fault(write: Write):
    """It cannot be read."""
    root = write({"targets/a.toml": ""})
    (root / "targets/b.toml").mkdir()
    assert codes(root) == ["not-a-file"]


@pytest.mark.parametrize("linked", ["seeds/s.toml", "seeds", "actuals/journal.jsonl"])
def test_links_out_of_the_workspace_are_not_followed(
    linked: str, write: Write, tmp_path_factory: pytest.TempPathFactory
):
    """Neither a file nor a folder of files nor the journal."""
    outside = tmp_path_factory.mktemp("outside")
    (outside / "s.toml").write_text("", encoding="utf-8")
    root = write({"targets/a.toml": ""})
    (root / linked).parent.mkdir(exist_ok=True)
    (root / linked).symlink_to(outside if linked == "seeds" else outside / "s.toml")
    assert codes(root) == ["outside-workspace"]


def test_links_inside_the_workspace_are_followed(write: Write):
    """They are the owner's own affair."""
    root = write({"targets/a.toml": INDICATOR, "shared.toml": FIGURE.format(1), "seeds/b.toml": ""})
    (root / "seeds/s.toml").symlink_to(root / "shared.toml")
    assert len(read(root).portfolio.series["i"].actuals) == 1


def test_the_digest_speaks_of_names_and_bytes(write: Write):
    """The same files give the same digest; a change of either another."""
    root = write({"targets/a.toml": INDICATOR})
    first = read(root).sha256()
    assert read(root).sha256() == first
    (root / "targets/a.toml").rename(root / "targets/b.toml")
    renamed = read(root).sha256()
    write({"targets/b.toml": INDICATOR + "\n"})
    assert len({first, renamed, read(root).sha256()}) == 3


def test_a_damaged_journal_is_a_fault_with_its_line(write: Write):
    """A line in the middle that is no submission."""
    row = {"indicator": "i", "period": "2024", "value": "1"}
    good = submission_line("key", datetime(2026, 3, 5, tzinfo=UTC), "li", [row]).decode()
    root = write({"targets/a.toml": INDICATOR, "actuals/journal.jsonl": "no submission\n" + good})
    with pytest.raises(Rejected) as caught:
        read(root)
    assert [(fault.path, fault.line) for fault in caught.value.faults] == [("actuals/journal.jsonl", 1)]


def test_a_torn_tail_is_a_notice(write: Write):
    """What was never acknowledged is set aside, and said."""
    root = write({"targets/a.toml": "", "actuals/journal.jsonl": '{"crc": "0000'})
    assert [notice.startswith("actuals/journal.jsonl: ") for notice in read(root).portfolio.notices] == [True]


def test_a_lamp_is_read_with_its_lists(write: Write):
    """As TOML has them."""
    seen = []
    root = write({"targets/a.toml": "", "tracker.toml": '[lamp.x]\nred = ["< 0", "> 1"]\n'})
    read_workspace(root, RULES, lambda name, table: seen.append((name, table)))
    assert seen == [("x", {"red": ["< 0", "> 1"]})]
