"""What speaks against a figure, and what recording did, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tracker.domain.series import Actual
from tracker.render.as_plain import clean
from tracker.render.catalogue import N_
from tracker.render.objection_words import OBJECTIONS
from tracker.render.sheet import Column, Row, Sheet, Side
from tracker.render.wording import Wording

OBJECTION = N_("objection")
HELP = N_("help")
REMARKS: Mapping[str, str] = {
    "encoding": N_("read as {encoding}"),
    "hidden-sheet": N_("{place}: this sheet is hidden and was not read"),
    "hidden-rows": N_("{place}: hidden rows, not read: {rows}"),
    "hidden-columns": N_("{place}: hidden columns, not read: {columns}"),
    "no-headings": N_("{place}: no headings were found, so it was not read"),
    "note-row": N_("{place}: a note, passed over"),
    "total-row": N_("{place}: a total, passed over"),
    "withdrawn-row": N_("{place}: a withdrawn figure, passed over"),
    "headings-again": N_("{place}: the headings again, passed over"),
    "elsewhere": N_("{place}: {rows} rows that the column map does not choose, passed over"),
    "no-figure": N_("{place}: {rows} rows without a figure"),
    "unused-columns": N_("{place}: columns not read: {headings}"),
    "left-out-part": N_('{place}: left out, what "{name}" means under the row above it is not said'),
    "unknown-unit": N_('{place}: "{unit}" is not a unit that is known here; it is recorded, and never converted'),
    "left-out": N_('{place}: left out, there is no indicator "{name}"'),
}

RECORDED = N_("recorded: {new}")
RECORDED_SOME = N_("recorded: {new}; {same} there already")
THERE_SINCE = N_("already recorded on {at}; nothing was added")
THERE_AT = N_("already recorded at {where}; nothing was added")
THERE = N_("already recorded; nothing was added")
NOTHING = N_("there is nothing to record")
ONE_OBJECTION = N_("1 objection; nothing was recorded")
OBJECTIONS_COUNTED = N_("{count} objections; nothing was recorded")
ASK = N_("Withdraw this?")
WITHDRAWN = N_("withdrawn: {count}")
WITHDRAWN_ALREADY = N_("already withdrawn; nothing was added")
VERB_OF_DEEDS = N_("deeds have a verb of their own now: tracker done {id}")
VERB_OF_PROGRESS = N_("progress has a verb of its own now: tracker progress {id}")
SO_MANY_DONE = N_("{done} of {total} done")
SEVERAL_OF_A_DAY = N_("several deeds of one day are told together: tracker done {id} --count 2")
DID_YOU_MEAN = N_("did you mean {near}?")

OUTCOMES: Mapping[str, str] = {
    "new": N_("new"),
    "changed": N_("changed"),
    "same": N_("same"),
    "refused": N_("refused"),
    "less": N_("less"),
    "more": N_("more"),
}


class Told(NamedTuple):
    """One row that is to be recorded: what becomes of it, its place, the figure, and the one it meets."""

    outcome: str
    place: str
    what: str
    period: str
    figure: str
    meets: Actual | None = None


def objection(code: str, place: str, facts: Mapping[str, object], wording: Wording) -> str:
    """One objection with its place, its code, both figures and the way out."""
    sentence, way_out = OBJECTIONS[code]
    said = {**facts, "code": code}
    if "how" in said:
        said["how"] = wording.say(OUTCOMES[str(said["how"])])
    head = wording.pair(place, f"{wording.say(OBJECTION)}[{code}]")
    lines = [wording.pair(head, wording.say(sentence, **said))]
    if near := facts.get("near"):
        lines.append(f"  {wording.say(DID_YOU_MEAN, near=near)}")
    lines.append(f"  {wording.pair(wording.say(HELP), wording.say(way_out, **said))}")
    return "".join(f"{clean(line)}\n" for line in lines)


def remark(code: str, place: str, facts: Mapping[str, object], wording: Wording) -> str:
    """One thing that was passed over."""
    return clean(wording.say(REMARKS[code], place=place, **facts).removeprefix(": "))


def recording(rows: Iterable[Told], wording: Wording) -> Sheet:
    """What would become of every row."""
    columns = (
        Column(wording.say(N_("outcome"))),
        Column(wording.say(N_("place"))),
        Column(wording.say(N_("figure"))),
        Column(wording.say(N_("period"))),
        Column(wording.say(N_("value")), Side.RIGHT),
        Column(wording.say(N_("recorded so far")), Side.RIGHT),
    )
    said = tuple(
        Row(
            (
                wording.say(OUTCOMES[one.outcome]),
                one.place,
                one.what,
                one.period,
                one.figure,
                printed(one.meets, wording),
            )
        )
        for one in rows
    )
    return Sheet("", columns, said)


def printed(actual: Actual | None, wording: Wording) -> str:
    """A figure with its unit, or its growth where only that is known."""
    if actual is None:
        return ""
    if actual.value is None:
        return f"{wording.number(actual.growth, signed=True)}%" if actual.growth is not None else ""
    return wording.printed(actual.value, actual.unit)


def counted(counts: Mapping[str, int], wording: Wording) -> str:
    """How many rows there are of each outcome."""
    return ", ".join(f"{number} {wording.say(OUTCOMES[name])}" for name, number in counts.items() if number)
