"""What speaks against a figure, and what recording did, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tracker.domain.series import Actual
from tracker.render.as_plain import clean
from tracker.render.catalogue import N_
from tracker.render.sheet import Column, Row, Sheet, Side
from tracker.render.wording import Wording

OBJECTION = N_("objection")
HELP = N_("help")
CORRECT = N_("correct it")
ACCEPT = N_("correct it, or record it all the same with --accept {code}")

OBJECTIONS: Mapping[str, tuple[str, str]] = {
    "unknown-indicator": (
        N_('there is no indicator "{name}"'),
        N_("declare it, name it in tracker.toml, [import.NAME] names, or leave such rows out with --accept {code}"),
    ),
    "ambiguous-indicator": (
        N_('"{name}" is the name of several indicators: {ids}'),
        N_("write the id instead of the name, or say in [import.NAME] names which one is meant"),
    ),
    "derived-indicator": (N_("{id} is worked out by a formula"), N_("record the figures it is worked out from")),
    "unknown-unit": (N_('"{unit}" is not a unit; {advice}'), N_("write the unit, or add it in tracker.toml")),
    "unit-kind": (
        N_("{id} is counted in {wanted}; {unit} is a unit of another kind"),
        N_("look whether the figure belongs to another indicator or column"),
    ),
    "bad-number": (
        N_('"{text}" is not a number'),
        N_("write the number alone; for no figure write - or leave it blank"),
    ),
    "uncached-formula": (
        N_("the result of this formula is not in the file"),
        N_("open and save it in Excel first"),
    ),
    "bad-period": (N_('"{text}" is not a period'), N_("write it as 2025-10, 2025-01/2025-10, 2025-Q1 or 2025年1-10月")),
    "unclear-period": (N_('"{text}" is not a period: {doubt}'), CORRECT),
    "no-period": (N_("which period is this?"), N_("say it with --period, in the title, or in a column")),
    "bad-day": (N_('"{text}" is not a day'), N_("write the day as 2025-10-31")),
    "bad-vintage": (N_('"{text}" does not say how settled a figure is'), N_("write one of: {known}")),
    "bad-bound": (N_('"{text}" is not a bound'), N_("write one of: {known}")),
    "bad-stage": (N_('"{text}" is not a stage of a project'), N_("write one of: {known}")),
    "control-character": (N_("the text holds signs that cannot be seen: {text}"), N_("type it again")),
    "no-figure": (N_("neither a value, a growth nor a rank is given"), N_("write the value, or --growth")),
    "unknown-milestone": (N_('there is no milestone "{name}"'), N_("declare it in targets/ as [[milestone]]")),
    "unknown-item": (N_('"{name}" is not an item of {id}'), N_("write one of: {near}")),
    "unknown-project": (N_('there is no project "{name}"'), N_("declare it in targets/ as [[project]]")),
    "future-publication": (N_("{id}, {period}: published on {published}, which is after today, {today}"), ACCEPT),
    "period-after-publication": (
        N_("{id}, {period}: the period ends on {ends}, after the figure became known on {published}"),
        N_("correct the day, say --vintage estimate, flash or plan, or record it all the same with --accept {code}"),
    ),
    "ytd-falls": (
        N_("{id}, {period}: {value} {unit} is {how} than the {other} {unit} of {than}; a running total does not fall"),
        ACCEPT,
    ),
    "tenfold-jump": (
        N_("{id}, {period}: {value} {unit} is {times} times what it should resemble, the {other} {unit} of {than}"),
        N_("look at the unit and the decimal point, or record it all the same with --accept {code}"),
    ),
    "older-publication": (
        N_("{id}, {period}: published on {published}, but {where}, known since {known}, would still count"),
        N_("leave --published out or correct it, or record it all the same with --accept {code}"),
    ),
    "ratio-above-100": (N_("{id}, {period}: more than the whole, {value} %"), ACCEPT),
    "from-xls-percent": (
        N_("all {count} percentages of this file lie within 1, the largest is {value}: is 0.135 meant as 13.5 %?"),
        N_("save the file as .xlsx, which keeps how they are shown, or take them as they stand with --accept {code}"),
    ),
    "contradicts": (
        N_("{id}, {period}: {value} {unit}, but {other} {unit} ({vintage}) is recorded at {where}"),
        N_("correct it, or record it as a revision with --revise"),
    ),
    "twice": (N_("{id}, {period}: {value} {unit}, but {other} {unit} at {where} of the same file"), CORRECT),
}

REMARKS: Mapping[str, str] = {
    "encoding": N_("read as {encoding}"),
    "hidden-sheet": N_("{place}: this sheet is hidden and was not read"),
    "no-headings": N_("{place}: no headings were found, so it was not read"),
    "note-row": N_("{place}: a note, passed over"),
    "total-row": N_("{place}: a total, passed over"),
    "withdrawn-row": N_("{place}: a withdrawn figure, passed over"),
    "headings-again": N_("{place}: the headings again, passed over"),
    "no-figure": N_("{place}: {rows} rows without a figure"),
    "unused-columns": N_("{place}: columns not read: {headings}"),
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
