"""What a leader's page says, as plain values: counts, lines, lead units, what is due, sources."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from briefs import portfolio_of, reviewed, the_brief
from builders import day
from samples import the_portfolio, the_review

from tracker.assessment.review import review
from tracker.assessment.verdict import Verdict
from tracker.render.brief import Brief, Most
from tracker.render.brief_lines import Rank, units_shown


def test_every_promise_is_counted_once():
    """Unknown ones are of all, the others of those that could be judged."""
    brief = Brief(the_review(), None)
    assert sum(brief.verdicts.values()) == brief.total == 4 + 2
    assert brief.judged == brief.total - brief.verdicts[Verdict.UNKNOWN]


def test_a_change_is_that_of_the_value_since_the_last_brief(example: Path):
    """69.40 bn CNY to July, 47.83 to May."""
    line = next(line for line in the_brief(example).lines if line.now.target.id == "yunze.output")
    assert line.was
    assert line.was.latest
    assert line.now.latest
    assert line.change == line.now.latest.value - line.was.latest.value == Decimal("694.0") - Decimal("478.3")


def test_a_running_total_that_began_anew_has_not_moved(example: Path):
    """January to February is not less than last year's total."""
    brief = Brief(reviewed(example, "2026-03-25"), reviewed(example, "2026-01-25", "2026-01-25"))
    line = next(line for line in brief.lines if line.now.target.id == "yunze.output")
    assert line.change is None


def test_nothing_changes_without_a_day_to_compare_with(example: Path):
    """Neither values nor verdicts."""
    brief = the_brief(example, since=None)
    assert {line.change for line in brief.lines} == {None}
    assert brief.moved == ()


def test_a_rank_is_told_with_how_many_and_the_one_before(example: Path):
    """Fourth of fourteen, seventh a quarter earlier."""
    ranks = {line.now.target.id: line.rank for line in the_brief(example).lines}
    assert ranks["yunze.gdp.rank"] == Rank(4, 14, 7)
    assert ranks["yunze.output"] is None


def test_what_is_behind_stands_with_its_lead_unit_worst_first(example: Path):
    """Every promise that is behind, once; the unit with most of it first."""
    brief = the_brief(example)
    totals = [unit.total for unit in brief.behind]
    assert (sum(totals), totals) == (brief.lagging, sorted(totals, reverse=True))
    severity = [Verdict.MISSED, Verdict.OFF_TRACK, Verdict.AT_RISK]
    for unit in brief.behind:
        places = [severity.index(line.now.verdict) for line in unit.targets]
        assert places == sorted(places)
        assert {line.now.target.responsibility.lead for line in unit.targets} <= {unit.lead}


def test_what_does_not_fit_is_left_out_from_the_least_bad(example: Path):
    """What is late stays, then the worst of all units; the units keep their order."""
    units = the_brief(example).behind
    for most in range(8):
        shown = units_shown(units, most)
        assert sum(unit.total for unit in shown) == min(most, sum(unit.total for unit in units))
        leads = [unit.lead for unit in shown]
        assert leads == [unit.lead for unit in units if unit.lead in leads]
    kept = units_shown(units, 3)
    verdicts = {line.now.verdict for unit in kept for line in unit.targets} | {
        m.verdict for u in kept for m in u.milestones
    }
    assert verdicts == {Verdict.MISSED, Verdict.OFF_TRACK}


def test_unknown_promises_are_grouped_by_their_reason():
    """The most frequent first."""
    groups = dict(Brief(the_review(), None).unknown)
    counted = {code: len(each) for code, each in groups.items()}
    assert counted == {"no-figures": 1, "undated": 1, "unquantified": 1}


def test_what_is_due_comes_in_order_of_time_and_within_a_quarter(example: Path):
    """Deadlines, milestones and releases; what is missing apart."""
    brief = Brief(reviewed(example, "2026-11-25"), None)
    days = [due.day for due in brief.upcoming]
    assert days == sorted(days)
    assert all(date(2026, 11, 25) <= each <= date(2027, 2, 25) for each in days)
    assert {due.kind for due in brief.upcoming} == {"stage", "release"}
    assert all(due.day <= date(2026, 11, 25) for due in brief.missing)
    assert brief.missing


def test_a_milestone_due_within_a_month_is_named():
    """What is done is not."""
    found = review(the_portfolio(), day("2025-03-05"))
    assert [(due.kind, str(due.day)) for due in Brief(found, None).upcoming] == [
        ("milestone", "2025-03-10"),
        ("milestone", "2025-03-31"),
    ]


def test_key_and_binding_targets_go_first_and_unknown_ones_last(example: Path):
    """The page holds only so many."""
    lines = the_brief(example).reported
    keys = [(n.now.verdict is Verdict.UNKNOWN, "key" not in n.now.target.responsibility.tags) for n in lines]
    assert keys == sorted(keys)
    brief = the_brief(example)
    assert Brief(brief.review, brief.before, Most(main=2)).main == lines[:2]


@pytest.mark.parametrize("most", [0, 1, 3])
def test_pictures_are_as_many_as_the_page_holds(example: Path, most: int):
    """Of what is behind first."""
    charts = Brief(reviewed(example), None, Most(charts=most)).charts
    assert len(charts) == most
    assert {chart.verdict for chart in charts} <= {Verdict.MISSED, Verdict.OFF_TRACK, Verdict.AT_RISK}


def test_sources_are_those_of_the_latest_figures_newest_first(example: Path):
    """By the documents they are known as."""
    sources = the_brief(example).sources
    known = portfolio_of(example).sources
    assert Counter(sources) == Counter({known["yunze-communique-2025"]: 1, known["yunze-monthly"]: 1})


def test_provisional_figures_are_named(example: Path):
    """Known in April as preliminary, at the end of June as revised."""
    named = [
        [line.now.target.id for line in Brief(reviewed(example, day_, day_), None).provisional]
        for day_ in ("2026-04-25", "2026-07-25")
    ]
    assert named == [["yunze.research-share"], []]
