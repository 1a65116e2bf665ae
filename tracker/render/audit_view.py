"""The view of an audit: what does not tie, worst first, both sides with all they may stand for and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from tracker.audit.checks import count
from tracker.audit.findings import Evidence, Finding, Outcome, Side, joined
from tracker.audit.interval import OPEN, Interval, decimal
from tracker.domain.period import Period
from tracker.domain.quantity import Quantity
from tracker.domain.units import Unit, convert
from tracker.render.audit_catalogue import CHECKS, LIKE, OUTCOMES, REASONS
from tracker.render.catalogue import N_
from tracker.render.number_words import rounded, without_zeros
from tracker.render.sheet import Column, Row, Sheet
from tracker.render.sheet import Side as Set
from tracker.render.views import hiding
from tracker.render.wording import Wording

TOLD = frozenset({Outcome.FAILS, Outcome.CONDITIONAL})
WORDS = 14
"""The least width that ids are wrapped to on a terminal."""
MOST_PLACES = 30
RELATIVE = frozenset({"percent", "pp"})


def findings(found: Sequence[Finding], wording: Wording, *, every: bool) -> tuple[Sheet, ...]:
    """What fails and what is conditional, or every finding; then how many there are of each outcome."""
    say = wording.say
    columns = (
        Column(wording.above_marks(say(N_("outcome")))),
        Column(say(N_("check")), wraps=WORDS),
        Column(say(N_("indicator")), wraps=WORDS),
        Column(say(N_("period")), gives_way=3),
        Column(say(N_("one side")), Set.RIGHT, gives_way=1),
        Column(say(N_("other side")), Set.RIGHT, gives_way=2),
        Column(say(N_("remarks")), below=True),
        Column(say(N_("worked out")), below=True),
        Column(say(N_("where")), below=True),
    )
    told = [f for f in found if every or f.outcome in TOLD]
    rows = tuple(Row(cells(f, wording), LIKE[f.outcome]) for f in told)
    notes = (summary(found, wording), *([] if every or not found else [say(N_("--all shows all of them"))]))
    if not rows:
        return (Sheet(say(N_("Audit")), (), (), notes),)
    return (Sheet(say(N_("Audit")), columns, rows, notes, hiding(wording)).without_empty(),)


def cells(f: Finding, wording: Wording) -> tuple[str, ...]:
    """One finding's line."""
    return (
        f"{wording.mark(LIKE[f.outcome])} {wording.say(OUTCOMES[f.outcome])}",
        wording.say(CHECKS[f.check]),
        f.indicator,
        period(f, wording),
        side(f.left, wording),
        side(f.right, wording),
        reason(f, wording),
        wording.joined(reckoning(s, wording) for s in (f.left, f.right)),
        wording.joined(dict.fromkeys(place(e, wording) for e in f.evidence)),
    )


def period(f: Finding, wording: Wording) -> str:
    """The period of a finding; one without a year as it was written."""
    try:
        return wording.period(Period.parse(f.period))
    except ValueError:
        return f.period


def summary(found: Sequence[Finding], wording: Wording) -> str:
    """How many findings there are of each outcome."""
    counted = [(outcome, n) for outcome, n in count(found).items() if n]
    if not counted:
        return wording.say(N_("nothing was found that could be checked"))
    said = wording.listed(wording.pair(wording.say(OUTCOMES[o]), str(n)) for o, n in counted)
    return wording.say(N_("{total} ties checked: {said}"), total=len(found), said=said)


def reason(f: Finding, wording: Wording) -> str:
    """Why a finding is what it is."""
    facts = {name: fact(value, wording) for name, value in (*f.facts, ("difference", f.difference))}
    facts["apart"] = distance(f.difference, wording) if f.difference else ""
    return wording.say(REASONS[f.code], **facts)


def distance(q: Quantity, wording: Wording) -> str:
    """How far two sides lie apart, with two digits that count at least."""
    number = convert(abs(q.number), q.unit, wording.shown_unit(q.unit))
    return wording.amount(abs(q.number), q.unit, max(2, 1 - number.adjusted()) if number else 2)


def fact(value: object, wording: Wording) -> object:
    """One fact of a finding: amounts are rounded here, all else is left to the wording."""
    match value:
        case Side():
            return side(value, wording)
        case Quantity():
            return difference(value, wording)
        case _:
            return value


def difference(q: Quantity, wording: Wording) -> str:
    """A signed amount; per cent and percentage points keep one decimal at least, and two where there are two."""
    if q.unit.kind not in RELATIVE:
        return wording.amount(q.number, q.unit, signed=True)
    near = without_zeros(rounded(q.number, 2))
    places = max(1, -int(near.as_tuple().exponent))
    return wording.beside(wording.number(near, places, signed=True), q.unit)


def side(s: Side | None, wording: Wording) -> str:
    """One side: its number, and in brackets all it may stand for."""
    if s is None:
        return ""
    unit = wording.shown_unit(s.unit)
    span = Interval(*(None if end is None else shown(end, s, wording) for end in (s.span.low, s.span.high)))
    parts = (amount(s, unit, decimals(span), wording), brackets(span, decimals(span), wording))
    return " ".join(filter(None, parts))


def shown(end: Fraction, s: Side, wording: Wording) -> Fraction:
    """One end in the unit a reader expects."""
    return end * Fraction(s.unit.factor) / Fraction(wording.shown_unit(s.unit).factor)


def amount(s: Side, unit: Unit, places: int, wording: Wording) -> str:
    """The number of a side: a printed one with its digits, a worked-out one rounded like its interval."""
    if s.number is None or s.span == OPEN:
        return ""
    computed = s.how or len(s.evidence) > 1
    number = wording.number(convert(s.number, s.unit, unit), places if computed else None)
    return limit(s.span) + wording.beside(number, unit)


def limit(span: Interval) -> str:
    """The sign of an interval with one open end."""
    if span.closed or span.low == span.high:
        return ""
    return "<" if span.low is None else ">"


def reckoning(s: Side | None, wording: Wording) -> str:
    """A side with the sum that yields it, in the units a reader expects."""
    if s is None or not s.how:
        return ""
    unit = wording.shown_unit(s.unit)
    span = Interval(*(None if end is None else shown(end, s, wording) for end in (s.span.low, s.span.high)))
    said = joined(p if isinstance(p, str) else wording.printed(p.number, p.unit) for p in s.how)
    number = amount(s, unit, decimals(span), wording)
    return f"{said} = {number}" if number else said


def decimals(span: Interval) -> int:
    """How many decimals show two digits of the width of an interval."""
    if not span.closed or span.low == span.high:
        return 2
    width = decimal(span.ends[1] - span.ends[0])
    return min(max(0, 1 - width.adjusted()), MOST_PLACES)


def brackets(span: Interval, places: int, wording: Wording) -> str:
    """Both ends of an interval; an open one, or one that is a single number, needs none."""
    if not span.closed or span.low == span.high:
        return ""
    low, high = (wording.number(decimal(end), places) for end in span.ends)
    return f"[{low}, {high}]"


def place(e: Evidence, wording: Wording) -> str:
    """Where a number stands: its line, then the document and the place in it."""
    source = wording.listed(filter(None, (e.source, e.locator)))
    return f"{e.location} ({source})" if source else str(e.location)
