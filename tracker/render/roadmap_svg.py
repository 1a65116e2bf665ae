"""The roadmap as a picture: SVG whose text stays text, with a word, a mark and a colour for how each promise stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tracker.assessment.assess import Assessment
from tracker.assessment.review import Review
from tracker.domain.target import Project
from tracker.render.as_plain import clean
from tracker.render.catalogue import N_
from tracker.render.cells import promised
from tracker.render.chart_svg import FAINT, FONTS, GRID, INK, said, text
from tracker.render.plan_table import SIGNS, policy_name
from tracker.render.roadmap import STEP_WORDS, undated, when
from tracker.render.roadmap_lanes import Lane, Point, Roadmap, roadmap_of
from tracker.render.states import COLOURS, like, mark, stated, word
from tracker.render.views import heading
from tracker.render.wording import Wording
from tracker.render.wrap import wrap

WIDE, LEFT, RIGHT = 1000.0, 290.0, 124.0
HEAD, ROW, SECTION = 64.0, 40.0, 26.0
NAME_CELLS, NAME_LINES = 44, 2
APART = 64.0
"""How far apart two marks must be for their words to stand on one line."""
BUILDING, TODAY = "#8fb8de", "#9a3412"


def roadmap_svg(review: Review, wording: Wording, projects: Iterable[Project] = (), *, titled: bool = True) -> str:
    """The roadmap as one SVG element; `titled` writes its title into the picture, for a file of its own."""
    plan = roadmap_of(review, projects)
    title = heading(wording.say(N_("Roadmap")), review, wording)
    sections = list(dict.fromkeys(lane.policy for lane in plan.lanes))
    high = HEAD + SECTION * len(sections) + ROW * len(plan.lanes) + 30
    body = [*years(plan, high), *today(plan, high, wording), *rows(plan, review, wording)]
    notes = [text(12, high - 10, note) for note in undated(plan, wording)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE:.0f} {high:.0f}" width="{WIDE:.0f}" '
        f'height="{high:.0f}" role="img" font-family="{FONTS}" font-size="11">'
        f"<title>{said(title)}</title><desc>{said(described(plan, wording))}</desc>"
        f'<rect width="100%" height="100%" fill="#ffffff"/>{text(12, 24, title, size=16, colour=INK) if titled else ""}'
        f"{''.join((*body, *notes))}</svg>"
    )


def described(plan: Roadmap, wording: Wording) -> str:
    """What the picture shows, for those who do not see it."""
    lanes = (wording.pair(wording.name(lane.named), word(lane.state, wording)) for lane in plan.lanes)
    return wording.joined(lanes)


def across(day: date, plan: Roadmap) -> float:
    """Where a day lies."""
    share = (day - plan.first).days / ((plan.last - plan.first).days + 1)
    return LEFT + share * (WIDE - LEFT - RIGHT)


def years(plan: Roadmap, high: float) -> Iterator[str]:
    """A line at each New Year with its year, as many as there is room for."""
    count = plan.last.year - plan.first.year + 1
    every = max(1, -(-count * 40 // int(WIDE - LEFT - RIGHT)))
    for year in range(plan.first.year, plan.last.year + 1, every):
        x = across(date(year, 1, 1), plan)
        yield upright(x, 40, high - 28, GRID)
        yield text(x + 4, 52, str(year))


def today(plan: Roadmap, high: float, wording: Wording) -> Iterator[str]:
    """The day asked about."""
    x = across(plan.today, plan)
    yield upright(x, 40, high - 28, TODAY, ' stroke-dasharray="4 3"')
    anchor = "end" if x > WIDE - RIGHT - 2 * APART else "start"
    yield text(x + (4 if anchor == "start" else -4), 40, wording.fact(plan.today), anchor=anchor, colour=TODAY)


def upright(x: float, top: float, foot: float, colour: str, more: str = "") -> str:
    """A line down the picture."""
    return f'<path d="M{x:.1f} {top:.0f}V{foot:.0f}" stroke="{colour}"{more}/>'


def rows(plan: Roadmap, review: Review, wording: Wording) -> Iterator[str]:
    """The lanes below each other, each policy's under its name."""
    y, policy = HEAD, None
    for lane in plan.lanes:
        if lane.policy != policy:
            policy = lane.policy
            yield f'<rect x="0" y="{y:.0f}" width="100%" height="{SECTION:.0f}" fill="#f1f4f6"/>'
            yield text(12, y + 17, policy_name(policy, review, wording), size=12, colour=INK)
            y += SECTION
        yield f"<g><title>{said(wording.name(lane.named))}</title>{''.join(row(lane, plan, y + ROW / 2, wording))}</g>"
        y += ROW


def row(lane: Lane, plan: Roadmap, y: float, wording: Wording) -> Iterator[str]:
    """One lane: its name, its line and marks, and how it stands."""
    lines = list(wrap(clean(wording.name(lane.named)), NAME_CELLS))
    shown = [*lines[: NAME_LINES - 1], lines[NAME_LINES - 1] + "…"] if len(lines) > NAME_LINES else lines
    for n, line in enumerate(shown):
        yield text(12, y + 4 + (n - (len(shown) - 1) / 2) * 14, line, size=11, colour=INK)
    start, end = across(lane.points[0].day, plan), across(lane.points[-1].day, plan)
    if isinstance(lane.declared, Project):
        yield f'<rect x="{start:.1f}" y="{y - 4:.1f}" width="{end - start:.1f}" height="8" fill="{BUILDING}"/>'
    else:
        yield f'<path d="M{start:.1f} {y:.1f}H{end:.1f}" stroke="{FAINT}" stroke-width="1.5"/>'
    yield from marks(lane, plan, y, wording)
    colour = COLOURS[like(lane.state)]
    yield text(WIDE - RIGHT + 28, y + 4, stated(lane.state, wording), size=11, colour=colour)


def marks(lane: Lane, plan: Roadmap, y: float, wording: Wording) -> Iterator[str]:
    """The marks of a lane with what they stand for, above the line or, where it is crowded, below."""
    before, above = -APART, True
    for point in lane.points:
        x = across(point.day, plan)
        above = not above if x - before < APART else True
        before = x
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="7" fill="#ffffff"/>'
        yield text(x, y + 4.5, mark(point.state, wording), size=13, anchor="middle", colour=COLOURS[like(point.state)])
        side = "end" if x > WIDE - RIGHT - APART / 2 else "middle"
        words, down = label(lane, point, wording), y - 8 if above else y + 17
        yield text(x + 8 * (side == "end"), down, words, size=9, anchor=side)


def label(lane: Lane, point: Point, wording: Wording) -> str:
    """What stands at a mark: the number promised, the step of building, or the day."""
    if point.stage and isinstance(lane.assessed, Assessment):
        if point.stage.value is None or lane.assessed.unit.kind == "rank" or point.stage.high is not None:
            return promised(point.stage, lane.assessed, wording)
        return SIGNS[point.stage.aim][wording.ascii] + wording.promised(point.stage.value, lane.assessed.unit)
    return wording.say(STEP_WORDS[point.step]) if point.step else when(point, wording)
