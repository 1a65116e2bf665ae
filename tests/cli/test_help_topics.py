"""What `tracker help` explains, held against the tables the code works by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tracker.assessment.rules.table import RULES
from tracker.cli import help_texts
from tracker.cli.asked import Format
from tracker.cli.due import due
from tracker.cli.help_texts import TOPICS
from tracker.cli.selectors import JUDGED, LABELS
from tracker.cli.trouble import Exit
from tracker.domain.period import Period
from tracker.domain.period_text import FORMS
from tracker.domain.units import UNITS
from tracker.render.wording import Wording, wording_for

Office = Callable[..., Any]


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_topic_is_plain_text(office: Office, topic: str, lang: str):
    """In both languages, without a workspace, without anything that steers a terminal."""
    said = office("help", topic, "--lang", lang)
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith("\n")
    assert said.out.replace("\n", "").isprintable()


def test_the_topics_are_listed(office: Office):
    """Without a topic, the list of them."""
    assert [line.split()[0] for line in office("help").out.splitlines()[: len(TOPICS)]] == list(TOPICS)


def test_the_command_names_every_topic(office: Office):
    """So does its own help."""
    told = " ".join(office("help", "help").out.split())
    assert all(topic in told for topic in TOPICS)


def test_a_command_is_explained(office: Office):
    """`help status` is `status --help`."""
    assert office("help", "status").out.strip() == office("status", "--help").out.strip()


def test_what_is_neither_is_an_error(office: Office):
    """With the topics there are."""
    told = office("help", "nosuch")
    assert (told.code, told.err.splitlines()[0]) == (64, 'tracker: there is no topic or command "nosuch"')


def test_every_exit_code_has_a_sentence():
    """And none is explained that does not exist."""
    assert set(help_texts.CODES) == set(Exit)


def test_every_format_has_a_sentence():
    """And none is explained that does not exist."""
    assert list(help_texts.FORMATS) == list(Format)


def test_every_rule_has_a_sentence():
    """And none is explained that does not ship."""
    assert set(help_texts.RULES) == set(RULES)


def test_every_selector_has_a_sentence():
    """Ids, globs, and the labels, of declarations and of judgements."""
    labels = {form.partition(":")[0] for form in help_texts.SELECTORS if ":" in form}
    assert labels == {*LABELS, *JUDGED}


@pytest.mark.parametrize("form", [form for form in help_texts.SELECTORS if form.startswith("due:")])
def test_what_is_said_to_be_due_can_be_asked(form: str):
    """The forms shown are forms that are read."""
    assert callable(due(form.removeprefix("due:"), date(2025, 4, 15)))


def test_every_form_of_a_period_is_read():
    """Beside each form stands what it is read as."""
    lines = help_texts.periods(Wording()).splitlines()[:-2]
    assert len(lines) > 20
    for line in lines:
        written, read = line.strip().rsplit("  ", 1)
        assert str(Period.parse(written.strip())) == read


def test_the_years_are_those_that_are_read():
    """The limits stand below the forms."""
    assert FORMS.endswith(help_texts.periods(Wording()).splitlines()[-1])


def test_every_unit_is_listed():
    """By its symbol, in the row of its kind."""
    told = help_texts.units(Wording())
    rows = {line.split("  ")[1]: line for line in told.splitlines() if line.startswith("  ")}
    assert all(unit.symbol in rows[unit.kind] for unit in UNITS)


def test_chinese_readers_are_told_in_chinese():
    """The sentences are in the catalogue; names and codes stay as they are."""
    told = help_texts.exit_codes(wording_for("zh"))
    assert "printed;" not in told
    assert told.split()[0] == "0"
