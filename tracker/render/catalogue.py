"""The sentences that stand for codes: English here, other languages in `locale/`."""

from __future__ import annotations

from collections.abc import Mapping

from tracker.assessment.verdict import Verdict


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
    "reached": N_("already reached"),
    "reached-worsening": N_("reached, but getting worse"),
    "reached-then-lost": N_("was reached, now lost"),
    "floor-breached": N_("broken in {periods}"),
    "recovered": N_("kept again in {period}"),
    "missing-observations": N_("missing: {periods}"),
    "year-undetermined": N_("figures without a year are not used: {periods}"),
    "computed": N_("growth computed from the two levels, none was printed"),
    "summed": N_("running total summed from single periods"),
    "series-break": N_("not comparable across {periods}"),
    "list-open": N_("the list is open: more may belong to it"),
    "done-late": N_("done {days} days late"),
    "late": N_("{days} days late"),
    "due": N_("due in {days} days"),
}

CODES: Mapping[str, str] = {
    "even": N_("straight line"),
    "compound": N_("constant growth"),
    "steps": N_("stage by stage"),
    "last-year": N_("last year's shares"),
    "plan": N_("plan"),
    "as-it-stands": N_("as it stands"),
    "at-least": N_("at least"),
    "at-most": N_("at most"),
    "about": N_("about"),
    "between": N_("between"),
    "exactly": N_("exactly"),
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
    "done": N_("done"),
    "late": N_("late"),
    "due": N_("due"),
    "open": N_("open"),
}

SHOWN_IN: Mapping[str, Mapping[str, str]] = {
    "zh": {"bn CNY": "亿元", "m CNY": "万元", "CNY": "元", "kt": "万吨", "Mt": "万吨"},
    "en": {"亿元": "bn CNY", "万元": "m CNY", "千亿元": "bn CNY", "万亿元": "bn CNY", "万吨": "kt", "万千瓦": "MW"},
}
"""The unit each language expects where a figure was printed in the other one's."""
