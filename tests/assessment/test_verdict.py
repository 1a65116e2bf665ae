"""The words of a judgement: bands with their margins, and counts."""

from decimal import Decimal

import pytest

from tracker.assessment.verdict import Caveat, Judgement, Verdict, banded, count, unknown

D = Decimal


@pytest.mark.parametrize(
    ("measure", "verdict", "margin"),
    [
        ("0.9504", Verdict.ON_TRACK, D("0.9504") - D("0.95")),
        ("0.95", Verdict.ON_TRACK, D(0)),
        ("0.94", Verdict.AT_RISK, D("0.94") - D("0.95")),
        ("0.70", Verdict.AT_RISK, D("0.70") - D("0.60")),
        ("0.60", Verdict.AT_RISK, D(0)),
        ("-2", Verdict.OFF_TRACK, D(-2) - D("0.60")),
    ],
)
def test_a_boundary_belongs_to_the_better_side(measure: str, verdict: Verdict, margin: Decimal):
    """The margin is the signed way to the nearest boundary: 0.9504 hangs on 0.0004."""
    found = banded("pace", D(measure), D("0.95"), D("0.60"))
    assert (found.verdict, found.margin) == (verdict, margin)


def test_a_band_names_its_rule_and_its_thresholds():
    """A reader can check the verdict by hand."""
    found = banded("pace", D(1), D("0.95"), D("0.60"))
    assert (found.rule, found.thresholds) == (
        "pace",
        ((Verdict.ON_TRACK, D("0.95")), (Verdict.AT_RISK, D("0.60"))),
    )


def test_the_unknown_says_why():
    """A code, and the facts of its sentence."""
    assert unknown("pace", "needs", what="2021") == Judgement(
        Verdict.UNKNOWN, "pace", reason=Caveat("needs", (("what", "2021"),))
    )


def test_a_count_names_every_verdict():
    """Verdicts that nobody has are counted as none, so that denominators add up."""
    assert count([Verdict.MET, Verdict.UNKNOWN, Verdict.MET]) == {
        Verdict.MET: 2,
        Verdict.ON_TRACK: 0,
        Verdict.AT_RISK: 0,
        Verdict.OFF_TRACK: 0,
        Verdict.MISSED: 0,
        Verdict.UNKNOWN: 1,
    }
