"""`tracker diff`: what changed between two days, or two states of knowledge."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import jsonschema
import pytest

from tracker.render.schemas import printed_schema

Office = Any  # the Office of conftest.py
WITHDRAWN = '[[withdrawn]]\nindicator = "share"\nperiod = "2024"\nreason = "typing error"\non = 2025-04-01\n'
SPAN = ("--from", "2025-03-01", "--to", "2025-04-15")


def test_verdicts_values_and_figures_are_shown(office: Office):
    """The mill is late since, and a poor figure came on 20 March."""
    office.figure(22, published="2025-03-20")
    said = office("diff", *SPAN)
    words = [" ".join(line.split()) for line in said.out.splitlines() if line]
    assert words == [
        "Changes from 2025-03-01, as known on 2025-03-01, to 2025-04-15, as known on 2025-04-15",
        "Promises",
        "· verdict promise id actual before period before actual now period now",
        "■ on track -> off track Share share 45% 2024 22% 2024",
        "× at risk -> missed Mill handed over mill 0/1 0/1",
        "Figures",
        "figure indicator period value kind published source",
        "new share 2024 22% final 2025-03-20 bulletin",
    ]
    assert said.code == 0


def test_nothing_changed_is_said(office: Office):
    """Within one week of March."""
    said = office("diff", "--from", "2025-03-01", "--to", "2025-03-08", "--exit-code")
    assert (said.code, said.out.splitlines()[-1]) == (0, "nothing changed")


def test_exit_code_is_one_when_anything_changed(office: Office):
    """As with git diff."""
    assert office("diff", *SPAN, "--exit-code").code == 1


def test_one_state_of_knowledge_for_both_days(office: Office):
    """By what was known in April, the share was off track in March already: only the mill changed."""
    office.figure(22, published="2025-03-20")
    document = json.loads(office("diff", *SPAN, "--known-at", "2025-04-15", "--json").out)
    assert [(p["id"], p["was"]["verdict"], p["is"]["verdict"]) for p in document["promises"]] == [
        ("mill", "at_risk", "missed")
    ]
    assert document["figures"] == []


def test_two_states_of_knowledge_of_one_day(office: Office):
    """What the figure of 20 March changed in the picture of 15 April."""
    office.figure(22, published="2025-03-20")
    document = json.loads(office("diff", "--to", "2025-04-15", "--known-from", "2025-03-01", "--json").out)
    value = {"unit": "%", "period": "2024"}
    assert [(p["id"], p["was"], p["is"]) for p in document["promises"]] == [
        ("share", {"verdict": "on_track", "value": 45, **value}, {"verdict": "off_track", "value": 22, **value})
    ]
    assert (document["from"], document["to"]) == (
        {"as_of": "2025-04-15", "known_at": "2025-03-01"},
        {"as_of": "2025-04-15", "known_at": "2025-04-15"},
    )


def test_a_withdrawn_figure_is_shown(office: Office):
    """Taken back on 1 April; the target has no figure any more."""
    office.write("actuals/taken.toml", WITHDRAWN)
    document = json.loads(office("diff", "share", *SPAN, "--json").out)
    assert [(f["change"], f["value"]) for f in document["figures"]] == [("withdrawn", "45")]
    assert document["promises"][0]["is"] == {"verdict": "unknown", "value": None, "unit": None, "period": None}


def test_a_selector_keeps_to_what_it_names(office: Office):
    """The mill alone, and no figure."""
    office.figure(22, published="2025-03-20")
    document = json.loads(office("diff", "mill", *SPAN, "--json").out)
    assert ([p["id"] for p in document["promises"]], document["figures"]) == (["mill"], [])


def test_a_target_that_comes_into_force_is_new(office: Office):
    """And the one it replaces is no longer in force; a selector finds both."""
    path = office.root / "targets/office.toml"
    target = path.read_text().split("[[target]]")[1].split("[[milestone]]")[0]
    new = target.replace('id = "share"', 'id = "share-2"', 1)
    office.write("targets/office.toml", f'\n[[target]]{new}replaces = "share"\nin_force = {{ from = 2025-04-01 }}\n')
    document = json.loads(office("diff", "share*", *SPAN, "--json").out)
    assert [(p["id"], p["was"] is None, p["is"] is None) for p in document["promises"]] == [
        ("share-2", True, False),
        ("share", False, True),
    ]
    assert "on track -> no longer in force" in office("diff", "share*", *SPAN).out


def test_a_table_of_values_has_one_row_a_change(office: Office):
    """Promises first, then figures; the header is always there."""
    office.figure(22, published="2025-03-20")
    rows = list(csv.DictReader(io.StringIO(office("diff", *SPAN, "--format", "csv").out)))
    assert [(r["kind"], r["id"], r["change"], r["was_value"], r["is_value"]) for r in rows] == [
        ("target", "share", "verdict", "45", "22"),
        ("milestone", "mill", "verdict", "0", "0"),
        ("figure", "share", "new", "", "22"),
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--to", "2025-04-15"),
        (*SPAN, "--known-at", "2025-04-15", "--known-from", "2025-03-01"),
        (*SPAN, "no.such.id"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_compared_is_a_mistake(arguments: tuple[str, ...], office: Office):
    """With a sentence on stderr and nothing on stdout."""
    said = office("diff", *arguments)
    assert (said.code, said.out) == (64, "")


def test_the_document_is_what_its_schema_says(office: Office):
    """With everything in it: a target without figures, a figure that came and one that went, a milestone."""
    office.figure(21, period="2023", published="2025-03-20")
    office.write("actuals/taken.toml", WITHDRAWN)
    document = json.loads(office("diff", *SPAN, "--json").out)
    assert [len(document[part]) for part in ("promises", "figures")] == [2, 2]
    jsonschema.validate(document, json.loads(printed_schema("diff")))
