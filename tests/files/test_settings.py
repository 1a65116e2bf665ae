"""The shape of tracker.toml: everything has a default, and what is set is within bounds."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tracker.domain.words import Words
from tracker.files.page import Page, page_of
from tracker.files.settings import SETTINGS_FILE


def read(text: str) -> Page:
    """A page of settings."""
    return page_of(text.encode(), "tracker.toml", SETTINGS_FILE)


def test_an_empty_file_is_fine():
    """As is none at all."""
    assert (read("").faults, read("").values) == ([], {})


def test_name_rule_and_thresholds_are_read():
    """Numbers keep their digits."""
    page = read('name = "Office"\nrule = "pace"\n[pace]\non_track = 0.90\n[outlook]\nat_risk = 0.25')
    assert (page.faults, page.values) == ([], {"name": Words(en="Office"), "rule": "pace"})
    assert (page.row("pace").values, page.row("outlook").values) == (
        {"on_track": Decimal("0.90")},
        {"at_risk": Decimal("0.25")},
    )


def test_a_unit_is_read():
    """Its kind, and its size in the base unit of that kind."""
    page = read('[[unit]]\nsymbol = "bed"\nkind = "count"\nfactor = 1\nzh = "床位"')
    assert page.tables["unit"][0].values == {"symbol": "bed", "kind": "count", "factor": Decimal(1), "zh": "床位"}


def test_a_lamp_is_kept_as_its_text():
    """What the bands mean is not for this room to say."""
    page = read('[lamp.year-end]\nmeasure = "ratio"\ngreen = ">= 1"\nred = ["< 0.5", "0.5 <= x < 1"]')
    assert page.values["lamp"] == {"year-end": {"measure": "ratio", "green": ">= 1", "red": ("< 0.5", "0.5 <= x < 1")}}


@pytest.mark.parametrize("text", ["on_track = 0.95\nat_risk = 0.95", "at_risk = 0.99", "on_track = 1.10"])
def test_thresholds_may_meet_and_pace_may_ask_for_more_than_schedule(text: str):
    """Equal thresholds leave no room for at risk, which an office may want."""
    assert read(f"[pace]\n{text}").faults == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[pace]\non_track = -0.1", "on_track: the number must be 0 or more"),
        ("[outlook]\nat_risk = 1.5", "at_risk: the number must be from 0 to 1"),
        ("[[pace]]\non_track = 0.9", "pace: a table is wanted, not a list"),
    ],
)
def test_what_makes_no_sense_is_refused(text: str, complaint: str):
    """A probability is at most one, a share at least nothing."""
    assert [fault.complaint for fault in read(text).faults] == [complaint]
