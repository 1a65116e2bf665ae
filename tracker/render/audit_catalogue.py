"""The words of an audit: what each check is called, and why a finding is what it is."""

from __future__ import annotations

from collections.abc import Mapping

from tracker.assessment.verdict import Verdict
from tracker.audit.findings import Outcome
from tracker.render.catalogue import N_

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.FAILS: N_("fails"),
    Outcome.CONDITIONAL: N_("conditional"),
    Outcome.HOLDS: N_("holds"),
    Outcome.NOT_COMPUTABLE: N_("not computable"),
}

LIKE: Mapping[Outcome, Verdict] = {
    Outcome.FAILS: Verdict.OFF_TRACK,
    Outcome.CONDITIONAL: Verdict.AT_RISK,
    Outcome.HOLDS: Verdict.ON_TRACK,
    Outcome.NOT_COMPUTABLE: Verdict.UNKNOWN,
}
"""The verdict whose mark and colour an outcome borrows."""

CHECKS: Mapping[str, str] = {
    "share": N_("share of a total"),
    "implied-total": N_("total implied by shares"),
    "share-sum": N_("sum of shares"),
    "sum": N_("parts and whole"),
    "difference": N_("difference to a peer"),
    "formula": N_("formula"),
    "growth": N_("growth and levels"),
    "aggregate": N_("growth of a sum"),
    "running-total": N_("running total"),
    "months": N_("parts of a period"),
    "stages": N_("stages"),
    "rank": N_("rank"),
    "bound": N_("limit and figure"),
    "vintages": N_("vintages"),
    "duplicate": N_("duplicate"),
    "limit": N_("physical limit"),
    "publication": N_("day of publication"),
}

REASONS: Mapping[str, str] = {
    "ties": N_("the intervals meet"),
    "apart": N_("{apart} apart, more than the printed digits leave open"),
    "apart-provisional": N_("{apart} apart; a figure is provisional"),
    "limit-only": N_("only a limit is printed, or something may be divided by nothing"),
    "needs": N_("needs {what}"),
    "needs-base": N_("needs the level of {period}; the growth implies a base of {base}"),
    "needs-year": N_("no year is printed; the growth implies a base of {base}"),
    "needs-formula": N_("needs a formula that says of what it is the difference"),
    "within": N_("within its limits"),
    "shares-exceed": N_("the shares add up to more than 100 %: parts overlap, or a share is wrong"),
    "scope-or-price": N_("scope or price basis differs: {difference}; the printed growth stands"),
    "series-break": N_("the series breaks in between: {difference}; the printed growth stands"),
    "not-weighted": N_("aggregate growth is {growth}: rates are weighted by their bases, not averaged"),
    "outside-parts": N_("outside the growth of all its parts; aggregate growth is {growth}"),
    "not-printed": N_("no growth of the whole is printed; its parts give {growth}"),
    "falls": N_("a running total falls: it is smaller than that of {before}"),
    "brought": N_("{period} alone brought {brought}"),
    "brought-grown": N_("{period} alone brought {brought}, {growth} on the year before"),
    "steps": N_("the stage of {after} follows that of {before}"),
    "steps-back": N_("the stage of {after} of {target} asks for less than that of {before}"),
    "beyond": N_("there is no such place"),
    "other-field": N_("two documents say differently how many are ranked"),
    "agree": N_("the figures agree"),
    "contradict": N_("two figures of one vintage contradict each other; mark the later one as revised"),
    "limit-broken": N_("the figure lies beyond a printed limit"),
    "other-vintage": N_("{counting} figure against {other}"),
    "vintage-apart": N_("{counting} figure against {other}: {percent}"),
    "vintage-grown": N_(
        "{counting} figure against {other}: {percent}; growth {growth} on the implied base, not {printed}"
    ),
    "written-twice": N_("the same figure is written down twice"),
    "above": N_("more than there can be"),
    "below": N_("less than there can be"),
    "early": N_("published on {published}, before the period ended on {ends}"),
    "over": N_("published on {published}, after the period ended"),
}
