"""`tracker audit`: the ties of the shipped figures, the stories of the statistician, forms and exit codes."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import jsonschema
import pytest

from tracker.cli.app import run
from tracker.render.audit_catalogue import CHECKS, LIKE, OUTCOMES, REASONS

ROOT = Path(__file__).resolve().parents[2]
Asked: TypeAlias = Callable[..., tuple[int, str, str]]

TARGETS = """\
[[indicator]]
id = "steel"
name = { zh = "钢铁", en = "Steel" }
measure = "flow"
unit = "亿元"
better = "higher"

[[indicator]]
id = "aluminium"
name = { zh = "铝", en = "Aluminium" }
measure = "flow"
unit = "亿元"
better = "higher"

[[formula]]
id = "both"
name = { zh = "钢铝", en = "Both" }
measure = "flow"
unit = "亿元"
better = "higher"
is = "steel + aluminium"
"""

FIGURES = """\
[[actual]]
indicator = "steel"
period = "2022-Q1"
value = 10.21
unit = "bn CNY"
growth = 17.7

[[actual]]
indicator = "aluminium"
period = "2022-Q1"
value = 13.57
unit = "bn CNY"
growth = 43.2

[[actual]]
indicator = "both"
period = "2022-Q1"
growth = 30.5
"""

HEADINGS = ["outcome", "check", "indicator", "period", "one side", "other side", "remarks", "worked out", "where"]
AVERAGED = [
    *("x fails", "growth of a sum", "both", "Q1 2022", "30.5% [30.45, 30.55]", "31.01% [30.85, 31.17]"),
    "aggregate growth is 31.01% [30.85, 31.17]: rates are weighted by their bases, not averaged",
    "(10.21 bn CNY + 13.57 bn CNY) / (10.21 bn CNY / 1.177 + 13.57 bn CNY / 1.432) - 1 = 31.01%",
    "actuals/a.toml:15; actuals/a.toml:1; actuals/a.toml:8",
]
SUMMARY = ["6 ties checked: fails: 1, holds: 3, not computable: 2"], ["--all shows all of them"]


@pytest.fixture
def asked(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Ask `tracker` in this very process, in English; its code, what it printed, and what it complained of."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def ask(root: Path, *arguments: str) -> tuple[int, str, str]:
        code = run(["-C", str(root), *arguments])
        told = capsys.readouterr()
        return code, told.out, told.err

    return ask


@pytest.fixture
def averaged(tmp_path: Path) -> Path:
    """A workspace where somebody averaged two growth rates: (17.7 + 43.2) / 2 = 30.45, printed as 30.5."""
    for name, text in (("targets/t.toml", TARGETS), ("actuals/a.toml", FIGURES)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def shipped(asked: Asked, *more: str) -> list[dict[str, Any]]:
    """All findings in the shipped workspace."""
    code, out, _ = asked(ROOT, "audit", *more, "--jsonl")
    assert code == 0
    return [json.loads(line) for line in out.splitlines()]


def one(findings: list[dict[str, Any]], check: str, indicator: str, period: str) -> dict[str, Any]:
    """The one finding of a check about an indicator in a period."""
    (found,) = (f for f in findings if (f["check"], f["indicator"], f["period"]) == (check, indicator, period))
    return found


def test_the_share_of_the_retrofit_holds(asked: Asked):
    """37.4 % of 76.8 is [28.67, 28.78], which the printed 28.7 meets."""
    found = one(shipped(asked), "share", "jiayuguan.retrofit.investment", "2023-01/2023-10")
    assert (found["outcome"], found["left"]["value"]) == ("holds", 28.7)
    assert (round(found["right"]["low"], 2), round(found["right"]["high"], 2)) == (28.67, 28.78)


def test_the_shares_of_the_two_chains_imply_one_total(asked: Asked):
    """102.1 / 37.2 % = 274.5 and 135.7 / 49.4 % = 274.7: no false alarm."""
    found = one(shipped(asked), "implied-total", "jiayuguan.industry.output", "2022-Q1")
    assert found["outcome"] == "holds"
    assert sorted(round(found[side]["value"], 1) for side in ("left", "right")) == [274.5, 274.7]


def test_the_estimate_and_the_figure_of_2024_are_told_with_both_places(asked: Asked):
    """1111 / 1100 = +1.0 %, and 1111 * 1.08 / 1100 - 1 = 9.08 % on the implied base."""
    found = one(shipped(asked), "vintages", "jiayuguan.steel-aluminium.output", "2024")
    figures = found["left"]["figures"] + found["right"]["figures"]
    assert found["outcome"] == "conditional"
    assert found["text"] == "final figure against estimate: +1.0%; growth +9.08% on the implied base, not +8.0%"
    assert [(f["vintage"], f["locator"]) for f in figures] == [("final", "line 4, sentence 2"), ("estimate", "line 28")]
    assert {f["location"]["file"] for f in figures} == {"seeds/jiayuguan-2024.toml"}


def test_no_shipped_figure_fails(asked: Asked):
    """What stands in the documents ties, or says why it need not."""
    assert [f for f in shipped(asked) if f["outcome"] == "fails"] == []


def test_an_average_of_growth_rates_is_found_out(asked: Asked, averaged: Path):
    """The whole view, with the growth weighted by the bases: 31.0 % [30.85, 31.17]."""
    code, out, err = asked(averaged, "audit", "--ascii")
    cells = [re.split(r"\s{2,}", line.strip()) for line in out.splitlines() if line]
    assert (code, cells, err) == (0, [["Audit"], HEADINGS, AVERAGED, *SUMMARY], "")


def test_a_published_level_of_last_year_never_overwrites_a_printed_growth(asked: Asked, averaged: Path):
    """102.1 / 99.5 - 1 = 2.6 %, the office prints 17.7 %: 15.1 pp are a difference of scope or price basis."""
    with (averaged / "actuals" / "a.toml").open("a", encoding="utf-8") as file:
        file.write('[[actual]]\nindicator = "steel"\nperiod = "2021-Q1"\nvalue = 99.5\n')
    _, out, _ = asked(averaged, "audit", "steel", "--jsonl")
    found = one([json.loads(line) for line in out.splitlines()], "growth", "steel", "2022-Q1")
    assert (found["outcome"], found["left"]["value"], found["difference"]["unit"]) == ("conditional", 17.7, "pp")
    assert found["text"] == "scope or price basis differs: +15.09 pp; the printed growth stands"


def test_the_json_is_what_its_schema_says(asked: Asked, averaged: Path):
    """One envelope, every key always there; the schema is printed by the command."""
    schema = json.loads(asked(averaged, "schema", "audit")[1])
    for root in (ROOT, averaged):
        document = json.loads(asked(root, "audit", "--json", "--exit-code")[1])
        jsonschema.Draft7Validator(schema).validate(document)
        assert document["summary"]["total"] == len(document["findings"])


def test_csv_has_a_header_and_one_row_a_finding(asked: Asked, averaged: Path):
    """Columns are the JSON paths; a side that is not there is empty."""
    _, out, _ = asked(averaged, "audit", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert len(rows) == 6
    assert (rows[0]["outcome"], rows[0]["left_value"], rows[0]["left_locations"]) == (
        "fails",
        "30.5",
        "actuals/a.toml:15",
    )
    assert [row["right_value"] for row in rows[-2:]] == ["", ""]


@pytest.mark.parametrize(
    ("root", "arguments", "code"),
    [("averaged", (), 0), ("averaged", ("--exit-code",), 2), ("shipped", ("--exit-code",), 1),
     ("shipped", ("--exit-code", "changji.*"), 0), ("averaged", ("--exit-code", "steel"), 2)],
)  # fmt: skip
def test_the_code_speaks_only_when_asked(
    root: str, arguments: tuple[str, ...], code: int, asked: Asked, averaged: Path
):
    """2 when something fails, 1 when something is conditional; an indicator is meant in every part it has."""
    assert asked(averaged if root == "averaged" else ROOT, "audit", *arguments)[0] == code


def test_an_indicator_that_does_not_exist_is_an_error(asked: Asked, averaged: Path):
    """With the one that was probably meant."""
    code, out, err = asked(averaged, "audit", "steal")
    assert (code, out) == (64, "")
    assert err == 'tracker: there is no indicator "steal"\n  help: did you mean steel?\n'


def test_a_glob_that_names_nothing_finds_nothing(asked: Asked, averaged: Path):
    """A filter is no claim that something exists."""
    assert asked(averaged, "audit", "copper.*")[:2] == (0, "Audit\n\nnothing was found that could be checked\n")


def test_what_was_published_later_is_not_used(asked: Asked):
    """The figures of 2024 were not known in 2023."""
    found = shipped(asked, "--known-at", "2023-12-31")
    lines = {place for f in found for side in ("left", "right") if f[side] for place in f[side]["locations"]}
    assert any(place.startswith("seeds/jiayuguan-2023-10.toml") for place in lines)
    assert not any(place.startswith("seeds/jiayuguan-2024.toml") for place in lines)


def test_every_check_outcome_and_reason_has_its_words(asked: Asked):
    """Whatever is found can be said."""
    findings = shipped(asked)
    assert {f["check"] for f in findings} <= set(CHECKS)
    assert {f["code"] for f in findings} <= set(REASONS)
    assert set(OUTCOMES) == set(LIKE)
