"""What must hold between the keys of one declaration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from tracker.domain.target import Aim, Of, PathKind, When
from tracker.files.slips import Slip

Values = Mapping[str, Any]


def stages_in_order(values: Values) -> Iterable[Slip]:
    """Stages stand in the order of their ends; those without a day may stand anywhere."""
    yield from in_order(values["stages"], "stages", "stage")


def checkpoints_in_order(values: Values) -> Iterable[Slip]:
    """Checkpoints stand in the order of their ends."""
    yield from in_order(values.get("checkpoints", ()), "checkpoints", "checkpoint")


def in_order(entries: Iterable[Values], key: str, name: str) -> Iterable[Slip]:
    """Every entry ends after the one before."""
    ends = [(n, entry["by"]) for n, entry in enumerate(entries) if "by" in entry]
    for (_, before), (n, by) in pairwise(ends):
        if by.last <= before.last:
            complaint = f"the {name} by {by} stands after the {name} by {before}, but does not end after it"
            yield Slip((key, n, "by"), f"{name}-order", complaint, f"put the {key} in the order of their ends")


def numbers_between(values: Values) -> Iterable[Slip]:
    """An aim between two numbers has both, the lower one first; no other aim has an upper number."""
    for n, stage in enumerate(values["stages"]):
        between = stage.get("aim", values.get("aim")) is Aim.BETWEEN
        if "high" in stage and not between:
            yield Slip(
                ("stages", n, "high"),
                "high-unused",
                "an upper number is only used between two",
                'write aim = "between"',
            )
        elif between and "value" in stage and stage.get("high", stage["value"] - 1) < stage["value"]:
            help_ = 'write both numbers: { by = "2025", value = 40, high = 60 }'
            yield Slip(("stages", n, "value"), "between-two", 'aim "between" needs a lower and an upper number', help_)
        elif "high" in stage and "value" not in stage:
            help_ = "write value = … beside high"
            yield Slip(("stages", n, "high"), "between-two", 'aim "between" needs a lower number too', help_)


def worded(values: Values) -> Iterable[Slip]:
    """A promised number says whether it is a least, a most, or about; one fault is enough for all stages."""
    for n, stage in enumerate(values["stages"]):
        if "value" in stage and "aim" not in stage and "aim" not in values:
            help_ = f"write aim = one of: {', '.join(Aim)}"
            yield Slip(("stages", n, "value"), "no-aim", "a number is promised, but not how it is meant", help_)
            return


def checkpoints_with_plan(values: Values) -> Iterable[Slip]:
    """Checkpoints and path "plan" belong together."""
    if "checkpoints" in values and values.get("path") is not PathKind.PLAN:
        yield Slip(
            ("checkpoints",), "checkpoints-unused", "checkpoints are only used with a plan", 'write path = "plan"'
        )
    if values.get("path") is PathKind.PLAN and "checkpoints" not in values:
        help_ = 'write checkpoints = [{ by = "2025-Q1", value = … }], or another path'
        yield Slip(("path",), "no-checkpoints", 'path "plan" needs checkpoints', help_)


def peer_with_difference(values: Values) -> Iterable[Slip]:
    """A difference names what it is a difference to, and only a difference does."""
    if values.get("of") is Of.DIFFERENCE and "peer" not in values:
        yield Slip(("of",), "no-peer", 'of = "difference" needs a peer', "write peer = the id of the other indicator")
    if "peer" in values and values.get("of") is not Of.DIFFERENCE:
        yield Slip(("peer",), "peer-unused", "a peer is only used for a difference", 'write of = "difference"')


def start_with_throughout(values: Values) -> Iterable[Slip]:
    """Only what must hold throughout has a first period."""
    if "from" in values and values.get("when") is not When.THROUGHOUT:
        complaint = "from is only used for what must hold throughout"
        yield Slip(("from",), "from-unused", complaint, 'write when = "throughout"')


def baseline_where_needed(values: Values) -> Iterable[Slip]:
    """A rise and an average growth start somewhere; a total starts there, or its stage spans the years."""
    of = values.get("of")
    spans = all("by" not in stage or stage["by"].is_plan for stage in values["stages"])
    if "baseline" in values or of not in {Of.INCREASE, Of.AVERAGE_GROWTH, Of.TOTAL} or (of is Of.TOTAL and spans):
        return
    yield Slip(("of",), "no-baseline", f'of = "{of}" needs a baseline', 'write baseline = { period = "2020" }')


def baseline_before_stages(values: Values) -> Iterable[Slip]:
    """A path starts before its first stage ends."""
    ends = [stage["by"] for stage in values["stages"] if "by" in stage]
    start = values.get("baseline", {}).get("period")
    if start and ends and start.last >= ends[0].last:
        complaint = f"the baseline {start} does not lie before the first stage, {ends[0]}"
        yield Slip(("baseline", "period"), "baseline-order", complaint, "name the period the path starts from")


def start_before_end(values: Values) -> Iterable[Slip]:
    """What must hold from a period on has some time to hold in."""
    ends = [stage["by"] for stage in values["stages"] if "by" in stage]
    if "from" in values and ends and values["from"].first > ends[-1].last:
        complaint = f"it must hold from {values['from']} on, but ends before, in {ends[-1]}"
        yield Slip(("from",), "from-after-end", complaint, "name an earlier period")


def one_list(values: Values) -> Iterable[Slip]:
    """A milestone has a list of deeds or their number, not both."""
    if "items" in values and "count" in values:
        yield Slip(("count",), "two-lists", "items and count say the same thing twice", "leave out count")


def ordered_days(values: Values) -> Iterable[Slip]:
    """What begins does not end before."""
    if "from" in values and "until" in values and values["until"] < values["from"]:
        yield Slip(("until",), "until-before-from", "until is before from", "write the later day in until")


TAKEN_BACK: Mapping[str, frozenset[str]] = {
    "indicator": frozenset({"period", "value", "vintage"}),
    "milestone": frozenset({"item", "day"}),
    "project": frozenset({"stage", "day"}),
}
"""What a withdrawal can speak of, and the keys that say which report is meant."""


def one_taken_back(values: Values) -> Iterable[Slip]:
    """A withdrawal names one thing, the period of a figure, and nothing that belongs to another kind of report."""
    named = [key for key in TAKEN_BACK if key in values]
    if len(named) != 1:
        help_ = "write indicator = …, milestone = … or project = …, and only one of them"
        yield Slip((*named[1:2],), "withdraws-what", "a withdrawal names one thing to be taken back", help_)
        return
    if named == ["indicator"] and "period" not in values:
        yield Slip((), "missing-key", '[[withdrawn]] needs the key "period"', "add period = …  # of the figure")
    others = frozenset().union(*TAKEN_BACK.values()) - TAKEN_BACK[named[0]]
    for key in sorted(others & values.keys()):
        help_ = f"write {', '.join(sorted(TAKEN_BACK[named[0]]))}"
        yield Slip((key,), "withdraws-what", f"{key} says nothing about a withdrawn {named[0]}", help_)


def one_number_of_deeds(values: Values) -> Iterable[Slip]:
    """A report names a deed, counts some, or means all: one of these."""
    named = [key for key in ("item", "count", "all") if key in values]
    if len(named) > 1:
        help_ = "leave out one of them"
        yield Slip((named[1],), "which-deeds", f"{named[0]} and {named[1]} do not go together", help_)
