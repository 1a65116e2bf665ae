"""On schedule today and unlikely to be kept: told in a part of its own, and counted only where that is asked for."""

from __future__ import annotations

import pytest
from builders import a_portfolio, a_stage, a_target, an_actual, an_indicator, day

from tracker.assessment.review import Review, review
from tracker.assessment.verdict import Caveat, Judgement, Verdict
from tracker.cli.asked import FailOn
from tracker.cli.limits import Limits
from tracker.cli.rhythm import Cadence
from tracker.cli.telling import everything
from tracker.cli.trouble import Exit
from tracker.render.as_nagios import as_nagios
from tracker.render.as_plain import as_plain
from tracker.render.folded import SHOW_ALL
from tracker.render.wording import wording_for

EN = wording_for("en")
WARNING = Caveat.of("early-warning", value="5.1%", chance="14%", by="2026")


def reviewed(*verdicts: Verdict) -> Review:
    """A promise a verdict; those on track carry an early warning."""
    targets = [a_target(a_stage("2025", 60), id=verdict.value) for verdict in verdicts]
    found = review(a_portfolio([an_indicator()], [an_actual("2024", 50)], targets=targets), day("2025-04-15"))
    given = zip(found.targets, verdicts, strict=True)
    return found._replace(
        targets=tuple(
            a._replace(
                judgement=Judgement(verdict, "schedule"), caveats=(WARNING,) if verdict is Verdict.ON_TRACK else ()
            )
            for a, verdict in given
        )
    )


def said(found: Review, limits: Limits, *, quiet: bool = False, cadence: Cadence | None = None) -> str:
    """What a check prints."""
    return as_plain(everything(found, limits, cadence, {}, quiet=quiet).view(EN, SHOW_ALL))


@pytest.mark.parametrize(
    ("verdicts", "fail_on", "code"),
    [
        ([Verdict.ON_TRACK], FailOn.WARN, Exit.OK),
        ([Verdict.ON_TRACK], FailOn.EARLY, Exit.WARN),
        ([Verdict.ON_TRACK, Verdict.OFF_TRACK], FailOn.EARLY, Exit.CRIT),
        ([Verdict.ON_TRACK, Verdict.UNKNOWN], FailOn.EARLY, Exit.WARN),
        ([Verdict.ON_TRACK, Verdict.UNKNOWN], FailOn.WARN, Exit.UNKNOWN),
        ([Verdict.AT_RISK], FailOn.EARLY, Exit.WARN),
        ([Verdict.MET], FailOn.EARLY, Exit.OK),
    ],
)
def test_an_early_warning_counts_where_that_is_asked_for(verdicts: list[Verdict], fail_on: FailOn, code: Exit):
    """As 1: after red, before what cannot be judged."""
    limits, found = Limits(fail_on), reviewed(*verdicts)
    assert limits.code_of(limits.told(found), found) is code


def test_early_warnings_stand_in_a_part_of_their_own():
    """Below what is behind, and above the counts."""
    lines = said(reviewed(Verdict.ON_TRACK, Verdict.AT_RISK), Limits()).splitlines()
    heads = [lines.index(f"{title} as of 2025-04-15") for title in ("Warnings", "Early warnings")]
    rows = [next(n for n, line in enumerate(lines) if line.startswith(mark)) for mark in ("▲ at risk", "● on track")]
    assert [heads[0], rows[0], heads[1], rows[1]] == sorted(heads + rows)
    assert sum(line.startswith("● on track") for line in lines) == 1


def test_they_are_told_where_nothing_is_behind():
    """There is no empty table of warnings before them."""
    assert said(reviewed(Verdict.ON_TRACK), Limits()).startswith("Early warnings as of 2025-04-15\n")


@pytest.mark.parametrize(("fail_on", "told"), [(FailOn.WARN, 0), (FailOn.EARLY, 1)])
def test_quietly_only_what_counts_is_told(fail_on: FailOn, told: int):
    """With -q, early warnings are silent unless they make the code."""
    assert said(reviewed(Verdict.ON_TRACK), Limits(fail_on), quiet=True).count("Early warnings") == told


def test_what_is_behind_and_getting_worse_is_told_once():
    """Among the warnings, with the early warning in its line; where yellow does not count, in the other part."""
    found = reviewed(Verdict.AT_RISK)
    worse = found._replace(targets=(found.targets[0]._replace(caveats=(WARNING,)),))
    assert [said(worse, Limits(fail_on)).count("▲ at risk") for fail_on in (FailOn.WARN, FailOn.CRIT)] == [1, 1]
    assert "Early warnings" in said(worse, Limits(FailOn.CRIT))


def test_the_month_s_analysis_has_them_too():
    """Below the gap analysis and the warnings."""
    assert "Early warnings" in said(reviewed(Verdict.ON_TRACK), Limits(), cadence=Cadence.MONTHLY)


def test_a_monitor_is_told_how_many():
    """Beside the counts of verdicts."""
    assert as_nagios(reviewed(Verdict.ON_TRACK), 1).startswith("TARGETS WARNING - 1 on track, 1 early warning | ")
