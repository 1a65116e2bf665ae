"""Names written to steer a terminal, a markup or a spreadsheet come through every form as harmless text."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime

import pytest
from builders import day
from samples import MILESTONES, TARGETS, the_portfolio

from tracker.assessment.review import Review, review
from tracker.domain.words import Words
from tracker.render.as_csv import as_csv, as_tsv
from tracker.render.as_json import as_json
from tracker.render.as_plain import as_plain, clean
from tracker.render.as_table import as_table
from tracker.render.columns import COLUMNS, flat
from tracker.render.document import envelope, target
from tracker.render.show import show
from tracker.render.views import gaps, status
from tracker.render.warnings import warnings
from tracker.render.wording import wording_for

HOSTILE = [
    "\x1b[2J\x1b]0;owned\x07",
    "\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\",
    "\x9b31mred",
    "abc\u202edefg\u2066",
    "[bold red]not bold[/bold red] [link=http://x]y[/link] :smile:",
    "{day} {0.__class__} %s %(x)s",
    "a\r\nb\tc\x00d",
    "zero\u200bwidth\ufeff\u2028line",
    "family \U0001f468\u200d\U0001f469\u200d\U0001f467 flag \U0001f1e8\U0001f1f3",
    "=cmd|' /C calc'!A0",
    "private \ue000 e\u0301\u0301\u0301",
]
HARMLESS = {"\n"}


def named(name: str) -> Review:
    """The sample workspace with everything called that."""
    words = Words(name, name)
    portfolio = the_portfolio()._replace(
        targets=tuple(t._replace(title=words, note=words) for t in TARGETS),
        milestones=tuple(m._replace(name=words, items=tuple(words for _ in m.items)) for m in MILESTONES),
    )
    return review(portfolio, day("2025-04-15"))


def steering(text: str) -> list[str]:
    """What in a text would not be shown but obeyed."""
    return [sign for sign in text if sign not in HARMLESS and clean(sign) != sign]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_people_see_steers_nothing(name: str, lang: str):
    """Status, gap analysis, warnings and the whole of one target, in a pipe and on terminals wide and narrow."""
    found, wording = named(name), wording_for(lang)
    sheets = [*status(found, wording), *gaps(found, wording), *warnings(found, found, wording)]
    sheets += show(found.targets[0], found.portfolio, wording)
    for shown in (as_plain(sheets), *(as_table(sheets, colour=False, columns=n) for n in (40, 80, 400))):
        assert steering(shown) == []


@pytest.mark.parametrize("name", HOSTILE)
def test_names_come_through_as_they_are_written(name: str):
    """Nothing is read as markup, as an emoji or as a format: only what steers is replaced."""
    sheets = status(named(name), wording_for("en"))
    assert clean(name).rstrip() in as_plain(sheets)
    assert clean(name).rstrip() in as_table(sheets, colour=False, columns=1000)


@pytest.mark.parametrize("name", HOSTILE)
def test_machine_forms_keep_the_name_or_a_harmless_one(name: str):
    """JSON gives it back whole; CSV and TSV a line and a column."""
    found = named(name)
    written = as_json(
        envelope(found, tool_version="0", generated_at=datetime(2025, 4, 15, tzinfo=UTC), inputs_sha256="", exit_code=0)
    )
    assert json.loads(written)["targets"][0]["title"] == name
    rows = [flat(target(a)) for a in found.targets]
    read = list(csv.DictReader(io.StringIO(as_csv(COLUMNS, rows), newline="")))
    assert [row["title"] for row in read] == [clean(name)] * len(rows)
    assert [line.count("\t") for line in as_tsv(COLUMNS, rows).splitlines()] == [len(COLUMNS) - 1] * (len(rows) + 1)
