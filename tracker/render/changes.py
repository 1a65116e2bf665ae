"""What changed, in words: one line a promise for a check, two tables for the difference between two days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.assessment.assess import Assessment
from tracker.assessment.change import Assessed, Change, Difference
from tracker.domain.series import Actual
from tracker.domain.target import Milestone, Target
from tracker.domain.words import Words
from tracker.render.catalogue import N_
from tracker.render.cells import actual, latest_period, promise, remarks
from tracker.render.order import WORST_FIRST
from tracker.render.sheet import Column, Row, Sheet, Side
from tracker.render.views import NAME, WORDS, milestone_cells, naming
from tracker.render.wording import Wording


def changed_lines(changes: Sequence[Change], wording: Wording) -> tuple[Sheet, ...]:
    """One line a promise whose verdict changed, the worst first; no sheet when none did."""
    ranked = sorted(changes, key=lambda c: WORST_FIRST.index(c.now) if c.now else len(WORST_FIRST))
    notes = tuple(changed_line(change, wording) for change in ranked)
    return (Sheet("", (), (), notes),) if notes else ()


def changed_line(change: Change, wording: Wording) -> str:
    """`was -> is`, and what there is to know: `x missed -> met`."""
    assessed = change.after or change.before
    if assessed is None:
        return ""
    return (
        f"{wording.pair(declared(assessed).id, was_is(change, wording))} ({wording.joined(about(assessed, wording))})"
    )


def was_is(change: Change, wording: Wording) -> str:
    """The verdict before and now, marked by the one now."""
    was = wording.say_verdict(change.was) if change.was else wording.say(N_("new"))
    now = wording.say_verdict(change.now) if change.now else wording.say(N_("no longer in force"))
    mark = f"{wording.mark(change.now)} " if change.now else ""
    return f"{mark}{was} -> {now}"


def about(assessed: Assessed, wording: Wording) -> Iterable[str]:
    """What is promised, how far it has come, and the remarks."""
    yield wording.name(title(assessed))
    if isinstance(assessed, Assessment):
        yield promise(assessed.stage, assessed, wording)
        yield wording.listed(filter(None, [actual(assessed, wording), latest_period(assessed, wording)]))
        yield remarks(assessed, wording)
    else:
        _, _, _, by, done, said = milestone_cells(assessed, wording)
        yield from (by, done, said)


def declared(assessed: Assessed) -> Target | Milestone:
    """What was promised."""
    return assessed.target if isinstance(assessed, Assessment) else assessed.milestone


def title(assessed: Assessed) -> Words:
    """What a promise is called."""
    return assessed.target.title if isinstance(assessed, Assessment) else assessed.milestone.name


def differences(found: Difference, wording: Wording) -> tuple[Sheet, ...]:
    """The promises that changed, and the figures that came and went."""
    heading = spans(found, wording)
    sheets = [sheet for sheet in (promises(found, wording), figures(found, wording)) if sheet.rows]
    if not sheets:
        return (Sheet(heading, (), (), (wording.say(N_("nothing changed")),)),)
    return (Sheet(heading, (), ()), *(sheet.without_empty() for sheet in sheets))


def spans(found: Difference, wording: Wording) -> str:
    """Between which days, and between which states of knowledge."""
    before, after = found.before, found.after
    facts = {"a": before.as_of, "b": after.as_of, "known_a": before.known_at, "known_b": after.known_at}
    if before.known_at is None or after.known_at is None:
        return wording.say(N_("Changes from {a} to {b}"), **facts)
    return wording.say(N_("Changes from {a}, as known on {known_a}, to {b}, as known on {known_b}"), **facts)


def promises(found: Difference, wording: Wording) -> Sheet:
    """One line a promise: its verdict and its latest value, before and now."""
    say = wording.say
    columns = (
        *naming(say(N_("promise")), wording),
        Column(say(N_("actual before")), Side.RIGHT, gives_way=2),
        Column(say(N_("period before")), gives_way=4),
        Column(say(N_("actual now")), Side.RIGHT, gives_way=1),
        Column(say(N_("period now")), gives_way=3),
    )
    rows = tuple(Row(promise_cells(change, wording), change.now) for change in found.promises)
    return Sheet(say(N_("Promises")), columns, rows)


def promise_cells(change: Change, wording: Wording) -> tuple[str, ...]:
    """One promise's line."""
    assessed = change.after or change.before
    if assessed is None:
        return ("",) * 7
    same = change.was is change.now and change.now is not None
    verdict = wording.verdict(change.now) if same and change.now else was_is(change, wording)
    names = (verdict, wording.name(title(assessed)), declared(assessed).id)
    return (*names, *came_to(change.before, wording), *came_to(change.after, wording))


def came_to(assessed: Assessed | None, wording: Wording) -> tuple[str, str]:
    """How far a promise had come, and in which period."""
    if assessed is None:
        return "", ""
    if isinstance(assessed, Assessment):
        return actual(assessed, wording), latest_period(assessed, wording)
    return f"{assessed.done}/{assessed.total}", ""


def figures(found: Difference, wording: Wording) -> Sheet:
    """One line a figure that came or went."""
    say = wording.say
    columns = (
        Column(say(N_("figure"))),
        Column(say(N_("indicator")), wraps=NAME),
        Column(say(N_("period"))),
        Column(say(N_("value")), Side.RIGHT),
        Column(say(N_("kind")), gives_way=2),
        Column(say(N_("published")), gives_way=1),
        Column(say(N_("source")), wraps=WORDS, gives_way=3),
    )
    rows = [Row(figure_cells(say(N_("new")), a, wording)) for a in found.added]
    rows += [Row(figure_cells(say(N_("withdrawn")), a, wording)) for a in found.gone]
    return Sheet(say(N_("Figures")), columns, tuple(rows))


def figure_cells(what: str, figure: Actual, wording: Wording) -> tuple[str, ...]:
    """One figure's line."""
    return (
        what,
        figure.indicator,
        wording.period(figure.period) if figure.period else figure.printed_period,
        wording.printed(figure.value, figure.unit),
        wording.code(figure.vintage),
        wording.fact(figure.known_on),
        figure.source or "",
    )
