"""The sentences that stand for codes: English here, other languages in `locale/`."""

from __future__ import annotations

from collections.abc import Mapping

from tracker.assessment.notice import Notice
from tracker.assessment.verdict import Verdict
from tracker.domain.target import Aim, Of, Reading


def N_(sentence: str) -> str:  # noqa: N802 -- gettext's own name for "to be translated where it is shown"
    """Mark a sentence for the catalogue."""
    return sentence


VERDICTS: Mapping[Verdict, str] = {
    Verdict.MET: N_("met"),
    Verdict.ON_TRACK: N_("on track"),
    Verdict.AT_RISK: N_("at risk"),
    Verdict.OFF_TRACK: N_("off track"),
    Verdict.MISSED: N_("missed"),
    Verdict.UNKNOWN: N_("unknown"),
}

NOTICES: Mapping[Notice, str] = {
    Notice.EARLY: N_("done early"),
    Notice.COMPLETED: N_("completed"),
    Notice.ON_SCHEDULE: N_("on schedule"),
    Notice.BEHIND: N_("behind"),
    Notice.DUE_SOON: N_("due soon"),
    Notice.NOT_DUE: N_("not yet due"),
    Notice.OVERDUE: N_("overdue"),
    Notice.NOT_JUDGED: N_("not judged"),
}
"""The words of a supervision notice; in Chinese those of the offices' own."""

CAVEATS: Mapping[str, str] = {
    "undated": N_("no date is given, so it cannot be late"),
    "unquantified": N_("no number is given, only a direction"),
    "unsettled": N_("the reading is not settled: each reading has its own verdict"),
    "no-figures": N_("no figure yet"),
    "no-figure-yet": N_("no figure for {by} yet; latest {latest}"),
    "bound-only": N_("only a limit was printed, which cannot confirm the promise"),
    "needs": N_("insufficient data: needs {what}"),
    "no-path": N_("nothing is asked for yet: there is no start to measure progress from"),
    "no-baseline": N_("no baseline: held against the stage's own value"),
    "provisional": N_("not final: {vintages}"),
    "early": N_("done early"),
    "early-warning": N_("on schedule, but at this course {value} by {by}; chance {chance}"),
    "reached": N_("already reached"),
    "reached-worsening": N_("reached, but getting worse"),
    "reached-then-lost": N_("was reached, now lost"),
    "floor-breached": N_("broken in {periods}"),
    "recovered": N_("kept again in {period}"),
    "missing-observations": N_("missing: {periods}"),
    "year-undetermined": N_("figures without a year are not used: {periods}"),
    "computed": N_("growth computed from the two levels, none was printed"),
    "summed": N_("running total summed from single periods"),
    "differenced": N_("its own months: one running total less the one before them"),
    "last-year-missing": N_("last year's figures at this time of year are missing: held against an even year"),
    "tolerance-assumed": N_("no tolerance is declared: up to {amount} short of about still counts as kept"),
    "base-not-positive": N_("no growth can be worked out from {period}, which was nothing or less"),
    "series-break": N_("not comparable across {periods}"),
    "list-open": N_("the list is open: more may belong to it"),
    "done-late": N_("done {days} days late"),
    "late": N_("{days} days late"),
    "due": N_("due in {days} days"),
    "acknowledged": N_("acknowledged until {until}: {reason}"),
    "effort-rising": N_("the pace needed is above the average so far and rising"),
    "newly-red": N_("newly red"),
    "stale": N_("the release for {period}, expected on {day}, is missing"),
    "due-today": N_("the release for {period} is due today"),
    "few-figures": N_("too few figures for this rule"),
    "repeated-year": N_("two figures for one year"),
    "out-of-range": N_("a number is too large or too small to calculate with"),
    "sign-change": N_("the figures change sign, so no growth can be computed"),
    "target-sign-change": N_("figures and target differ in sign, so no growth can be computed"),
    "target-year-not-after-base": N_("the target year does not come after the base year"),
    "target-is-base": N_("the target is the base value itself"),
    "no-target": N_("this rule needs a target value"),
    "no-target-year": N_("this rule needs a target year"),
    "unmeasured": N_("what this lamp measures is not known"),
    "effort-needs-levels": N_("what the rest must bring takes last year's levels or shares ({what}), not growth rates"),
    "effort-needs": N_("what the rest of the year must bring cannot be said without {what}"),
    "no-band": N_("this lamp has no colour for such a value"),
}

CODES: Mapping[str, str] = {
    "own-target": N_("its own target"),
    "last-year-share": N_("last year's share"),
    "targets-differ": N_("what no part has promised"),
    "even": N_("straight line"),
    "compound": N_("constant growth"),
    "steps": N_("stage by stage"),
    "last-year": N_("last year's shares"),
    "plan": N_("plan"),
    "as-it-stands": N_("as it stands"),
    "estimate": N_("estimate"),
    "flash": N_("flash figure"),
    "preliminary": N_("preliminary"),
    "final": N_("final"),
    "revised": N_("revised"),
    "in-year": N_("growth in the year itself"),
    "every-year": N_("growth in every year"),
    "average": N_("average growth"),
    "cumulative": N_("growth over the whole span"),
    "month": N_("month"),
    "quarter": N_("quarter"),
    "half-year": N_("half-year"),
    "year": N_("year"),
    "rest-of-year": N_("rest of the year"),
    "rest-of-year-average": N_("average of the rest of the year"),
    "done": N_("done"),
    "late": N_("late"),
    "due": N_("due"),
    "open": N_("open"),
}

AIMS: Mapping[Aim, str] = {
    Aim.AT_LEAST: N_("at least {value}"),
    Aim.AT_MOST: N_("at most {value}"),
    Aim.ABOUT: N_("about {value}"),
    Aim.BETWEEN: N_("between {low} and {value}"),
    Aim.EXACTLY: N_("exactly {value}"),
}

AMONG_THE_FIRST = N_("among the first {n}")
"""What is said of a rank that is promised at most."""

SPEAKS_OF: Mapping[Of | Reading | None, str] = {
    Of.GROWTH: N_("growth of {promised}"),
    Of.AVERAGE_GROWTH: N_("average growth of {promised}"),
    Reading.AVERAGE: N_("average growth of {promised}"),
    Reading.EVERY_YEAR: N_("growth every year of {promised}"),
    Reading.CUMULATIVE: N_("growth over the span of {promised}"),
    Of.INCREASE: N_("increase of {promised}"),
    Of.TOTAL: N_("total of {promised}"),
    Of.DIFFERENCE: N_("ahead by {promised}"),
}
"""What is said before a promised number that is not the value itself; a settled reading goes before what it reads."""

EFFORT: Mapping[str, str] = {
    "month": N_("{each} a month, {n} to go"),
    "quarter": N_("{each} a quarter, {n} to go"),
    "half-year": N_("{each} a half-year, {n} to go"),
    "year": N_("{each} a year, {n} to go"),
    "rest-of-year": N_("{each} in the rest of the year"),
    "rest-of-year-average": N_("{each} on average over the days left of the year"),
}
"""What each remaining period must bring, by its length."""

CALLED_IN: Mapping[str, Mapping[str, str]] = {
    "zh": {"pp": "个百分点", "index": ""},
    "en": {"个": "", "项": "", "units": "", "index": "", "rank": "places", "‰": "‰"},
}
"""What a unit is called beside a number where that is not its name; nothing where the number is better left alone."""
