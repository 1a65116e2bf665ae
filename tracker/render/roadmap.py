"""The roadmap as text: one lane a line, a mark for what is to happen by a day, and the days in words beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from shutil import get_terminal_size

from tracker.assessment.assess import Assessment
from tracker.assessment.review import Review
from tracker.domain.period import Period
from tracker.domain.target import Project
from tracker.render.catalogue import N_
from tracker.render.cells import promised
from tracker.render.plan_table import policy_name
from tracker.render.roadmap_lanes import Lane, Point, Roadmap, roadmap_of
from tracker.render.sheet import Column, Row, Sheet
from tracker.render.states import like, mark, stated, word
from tracker.render.views import heading, hiding, naming
from tracker.render.wording import Wording

CELLS = 48
"""How many cells wide a time line is drawn where nothing else is said."""
LEAST, MOST, BESIDE = 24, 96, 44
LINE, BUILDING, TODAY = ("─", "-"), ("█", "="), ("│", "|")
STEP_WORDS = {"start": N_("start"), "finish": N_("finish"), "production": N_("production")}


def roadmap(
    review: Review, wording: Wording, projects: Iterable[Project] = (), *, cells: int = CELLS
) -> tuple[Sheet, ...]:
    """One sheet a policy on one time line; how many have no day stands below the last."""
    title = heading(wording.say(N_("Roadmap")), review, wording)
    sheets = list(sections(review, wording, projects, cells=cells))
    sheets[0] = sheets[0]._replace(title=wording.pair(title, sheets[0].title) if sheets[0].title else title)
    return tuple(sheets)


def sections(review: Review, wording: Wording, projects: Iterable[Project] = (), *, cells: int = CELLS) -> list[Sheet]:
    """The sheets by the names of their policies alone."""
    plan = roadmap_of(review, projects)
    if not plan.lanes:
        return [Sheet("", (), (), undated(plan, wording) or (wording.say(N_("nothing was selected")),))]
    policies = dict.fromkeys(lane.policy for lane in plan.lanes)
    sheets = [sheet_of(policy, plan, review, wording, cells) for policy in policies]
    return [*sheets[:-1], sheets[-1]._replace(notes=(legend(wording), *undated(plan, wording)))]


def sheet_of(policy: str, plan: Roadmap, review: Review, wording: Wording, cells: int) -> Sheet:
    """The lanes of one policy."""
    columns = (
        *naming(wording.say(N_("promise")), wording),
        Column(scale(plan.first, plan.last, cells)),
        Column(wording.say(N_("by when")), below=True),
    )
    lanes = [lane for lane in plan.lanes if lane.policy == policy]
    rows = tuple(Row(line_cells(lane, plan, wording, cells), like(lane.state)) for lane in lanes)
    return Sheet(policy_name(policy, review, wording), columns, rows, (), hiding(wording))


def line_cells(lane: Lane, plan: Roadmap, wording: Wording, cells: int) -> tuple[str, ...]:
    """One lane: how it stands, its name, its line and its days."""
    return (
        stated(lane.state, wording),
        wording.name(lane.named),
        lane.declared.id,
        drawn(lane, plan, wording, cells),
        wording.joined(steps(lane, wording)),
    )


def scale(first: date, last: date, cells: int) -> str:
    """The years along the line, each beginning where its January lies, as many as there is room for."""
    text = ""
    for year in range(first.year, last.year + 1):
        place = cell_of(date(year, 1, 1), first, last, cells)
        if place >= len(text) + bool(text) and place + len(str(year)) <= cells:
            text = text.ljust(place) + str(year)
    return text.ljust(cells)


def cell_of(day: date, first: date, last: date, cells: int) -> int:
    """The cell a day lies in."""
    return min((day - first).days * cells // ((last - first).days + 1), cells - 1)


def drawn(lane: Lane, plan: Roadmap, wording: Wording, cells: int) -> str:
    """A lane as a line: the day asked about, what lies between its points, and a mark at each."""
    line = [" "] * cells
    line[cell_of(plan.today, plan.first, plan.last, cells)] = TODAY[wording.ascii]
    places = [cell_of(point.day, plan.first, plan.last, cells) for point in lane.points]
    for place in range(places[0], places[-1]):
        line[place] = (BUILDING if isinstance(lane.declared, Project) else LINE)[wording.ascii]
    for place, point in zip(places, lane.points, strict=True):
        line[place] = mark(point.state, wording)
    return "".join(line)


def steps(lane: Lane, wording: Wording) -> Iterator[str]:
    """What is to happen by which day, and how that stands."""
    for point in lane.points:
        yield step(lane, point, wording)


def step(lane: Lane, point: Point, wording: Wording) -> str:
    """One point in words; a milestone has no word but its day."""
    day = when(point, wording)
    said = what(lane, point, wording)
    several = len(lane.points) > 1
    state = word(point.state, wording) if several else ""
    return " ".join(filter(None, (day, said, f"({state})" if state else "")))


def what(lane: Lane, point: Point, wording: Wording) -> str:
    """What is to happen: a number reached, a step of building, or nothing more than the promise itself."""
    if point.stage and isinstance(lane.assessed, Assessment):
        return promised(point.stage, lane.assessed, wording)
    return wording.say(STEP_WORDS[point.step]) if point.step else ""


def when(point: Point, wording: Wording) -> str:
    """The day, or the year whose last day it is."""
    whole = Period.of_year(point.day.year)
    return wording.period(whole if point.day == whole.last else Period.of_day(point.day))


def legend(wording: Wording) -> str:
    """What the lines mean."""
    facts = {"today": TODAY[wording.ascii], "line": LINE[wording.ascii] * 2, "building": BUILDING[wording.ascii] * 2}
    return wording.say(
        N_("{today} the day asked about, {line} from stage to stage, {building} from start to production"), **facts
    )


def undated(plan: Roadmap, wording: Wording) -> tuple[str, ...]:
    """How many promises and projects have no day."""
    said = wording.say(N_("without a date and therefore not drawn: {n}"), n=plan.undated)
    return (said,) if plan.undated else ()


def room_on_terminal() -> int:
    """How many cells a time line may have on this terminal, beside a verdict and a name that wraps."""
    return max(LEAST, min(MOST, get_terminal_size().columns - BESIDE))
