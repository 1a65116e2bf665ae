"""The planning table: indicators by policy, one column a year with what was promised, reached, and how that stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tracker.assessment.assess import Assessment
from tracker.assessment.evidence import Observation
from tracker.assessment.review import Review
from tracker.assessment.verdict import Verdict
from tracker.domain.period import Period
from tracker.domain.target import Aim, Of, Reading, Stage
from tracker.render.catalogue import N_
from tracker.render.cells import LIMITS
from tracker.render.number_words import rounded, without_zeros
from tracker.render.plan_years import PlanRow, YearCell, baseline, over_years, plan_rows
from tracker.render.sheet import Column, Row, Sheet, Side
from tracker.render.views import heading, hiding, naming
from tracker.render.wording import MARKS, Wording

NATURES: Mapping[str, str] = {"binding": N_("binding"), "anticipatory": N_("anticipatory")}
SPEAKS_OF: Mapping[Of | Reading | None, str] = {
    Of.GROWTH: N_("growth"),
    Of.AVERAGE_GROWTH: N_("average growth"),
    Of.INCREASE: N_("increase"),
    Of.TOTAL: N_("cumulative"),
    Of.DIFFERENCE: N_("ahead of its peer"),
    Reading.AVERAGE: N_("average growth"),
    Reading.EVERY_YEAR: N_("growth in every year"),
    Reading.CUMULATIVE: N_("growth over the whole span"),
}
SIGNS: Mapping[Aim, tuple[str, str]] = {
    Aim.AT_LEAST: ("≥", ">="),
    Aim.AT_MOST: ("≤", "<="),
    Aim.ABOUT: ("≈", "~"),
    Aim.EXACTLY: ("=", "="),
    Aim.BETWEEN: ("", ""),
}
TENTATIVE = "*"
PLACES = 2
FIRST = 100
"""What is not a year gives way before any year does; the year asked about never does."""


def plan_table(review: Review, wording: Wording) -> tuple[Sheet, ...]:
    """One sheet a policy, each with the years of the whole table; what the signs mean stands below the last."""
    title = heading(wording.say(N_("Planning table")), review, wording)
    rows = plan_rows(review)
    if not rows:
        return (Sheet(title, (), (), (wording.say(N_("nothing was selected")),)),)
    policies = list(dict.fromkeys(row.assessment.target.policy for row in rows))
    sheets = [
        sheet_of(policy, [row for row in rows if row.assessment.target.policy == policy], review, wording)
        for policy in policies
    ]
    sheets[0] = sheets[0]._replace(title=wording.pair(title, sheets[0].title) if sheets[0].title else title)
    return (*sheets[:-1], sheets[-1]._replace(notes=tuple(legend(rows, wording))))


def sheet_of(policy: str, rows: Sequence[PlanRow], review: Review, wording: Wording) -> Sheet:
    """The table of one policy."""
    lines = tuple(line for row in rows for line in lines_of(row, wording))
    table = Sheet(policy_name(policy, review, wording), columns(rows[0], wording), lines, (), hiding(wording))
    return table.without_empty()


def policy_name(policy: str, review: Review, wording: Wording) -> str:
    """What a policy is called."""
    known = review.portfolio.policies.get(policy)
    return wording.name(known.title) if known else policy


def columns(row: PlanRow, wording: Wording) -> tuple[Column, ...]:
    """The headings: what is promised, then the years."""
    say = wording.say
    today = row.assessment.as_of.year
    return (
        *naming(say(N_("indicator")), wording),
        Column(say(N_("reckoned as")), gives_way=FIRST + 1),
        Column(say(N_("unit"))),
        Column(say(N_("nature")), gives_way=FIRST + 2),
        Column(say(N_("baseline")), Side.RIGHT, gives_way=FIRST),
        Column(""),
        *(year_column(cell.year, today, wording) for cell in row.cells),
    )


def year_column(year: int | None, today: int, wording: Wording) -> Column:
    """The column of a year: the further it is from today, the earlier it gives way on a narrow terminal."""
    if year is None:
        return Column(wording.say(N_("no date")), Side.RIGHT, gives_way=FIRST - 1)
    return Column(str(year), Side.RIGHT, gives_way=min(abs(year - today), FIRST - 2))


def lines_of(row: PlanRow, wording: Wording) -> Iterator[Row]:
    """A line of promises and below it one of actuals, where there is any."""
    a = row.assessment
    what = (wording.verdict(a.verdict), wording.name(a.target.title), a.target.id, *described(a, wording))
    promised = tuple(promised_in(cell, a, wording) for cell in row.cells)
    yield Row((*what, wording.say(N_("promised")), *promised), a.verdict)
    reached = tuple(reached_in(cell, a, wording) for cell in row.cells)
    if any(reached):
        yield Row((*("" for _ in what), wording.say(N_("actual")), *reached))


def described(a: Assessment, wording: Wording) -> tuple[str, ...]:
    """What a target's numbers speak of, their unit, how binding they are, and what they start from."""
    return (
        reckoned(a, wording),
        wording.unit(wording.shown_unit(a.unit)),
        wording.say(NATURES.get(a.target.nature or "", a.target.nature or "")),
        start(a, wording),
    )


def reckoned(a: Assessment, wording: Wording) -> str:
    """What the numbers speak of where that is not the indicator itself."""
    return wording.say(next((SPEAKS_OF[k] for k in (a.target.reading, a.target.of) if k in SPEAKS_OF), ""))


def start(a: Assessment, wording: Wording) -> str:
    """The baseline with its period; with its unit where the promise is in another one."""
    found = baseline(a)
    if found is None:
        return ""
    bare = found.unit == a.unit
    number = wording.promised(found.value, found.unit, bare=bare)
    return f"{number} ({wording.period(found.period)})" if found.period else number


def promised_in(cell: YearCell, a: Assessment, wording: Wording) -> str:
    """What is promised for one year; a stage that ends inside it names its period."""
    return wording.joined(staged(s.stage, a, wording) for s in cell.stages)


def staged(stage: Stage, a: Assessment, wording: Wording) -> str:
    """One stage's number, in brackets where it speaks of several years."""
    number = stage_number(stage, a, wording)
    inside = stage.by and not stage.by.is_year and not stage.by.is_plan
    return f"{number} ({part_of_year(stage.by, wording)})" if inside and stage.by else number


def part_of_year(period: Period, wording: Wording) -> str:
    """A period below the heading of its year, which need not be said again."""
    said = wording.period(period)
    return said.removeprefix(f"{period.year}年").removesuffix(f" {period.year}") or said


def stage_number(stage: Stage, a: Assessment, wording: Wording) -> str:
    """The number of a stage with its sign, without its unit."""
    if stage.value is None:
        return wording.say(N_("higher") if a.indicator.higher_is_better else N_("lower"))
    number = SIGNS[stage.aim][wording.ascii] + wording.promised(stage.value, a.unit, bare=True)
    if stage.high is not None:
        number += f"-{wording.promised(stage.high, a.unit, bare=True)}"
    left, right = brackets(wording)
    return f"{left}{number}{right}" if over_years(a) else number


def brackets(wording: Wording) -> tuple[str, str]:
    """The brackets of what speaks of several years."""
    return ("〔", "〕") if wording.lang == "zh" and not wording.ascii else ("[", "]")


def reached_in(cell: YearCell, a: Assessment, wording: Wording) -> str:
    """What was reached in one year, with the mark of the stage that ended in it."""
    said = reached_number(cell.observation, cell.year, a, wording) if cell.observation else ""
    marks = (wording.mark(v) for v in verdicts(cell) if said or v is not Verdict.UNKNOWN)
    return " ".join(filter(None, (said, *marks)))


def verdicts(cell: YearCell) -> Iterable[Verdict]:
    """The verdicts of the stages that end in a year."""
    return (s.judgement.verdict for s in cell.stages)


def reached_number(seen: Observation, year: int | None, a: Assessment, wording: Wording) -> str:
    """An observation without its unit: a limit has its sign, a tentative one a star, a part of a year its period."""
    number = wording.shown(seen.value, a.unit)[0]
    shown = wording.number(number if seen.how == "printed" else without_zeros(rounded(number, PLACES)))
    text = LIMITS.get(seen.bound or "", "") + shown + TENTATIVE * seen.provisional
    if year is None:
        return f"{text} ({wording.period(seen.period)})"
    whole = seen.period.is_year or seen.period.is_plan
    return text if whole else f"{text} ({part_of_year(seen.period, wording)})"


def legend(rows: Iterable[PlanRow], wording: Wording) -> Iterator[str]:
    """What the marks, the brackets and the star mean, as far as they are there."""
    yield wording.listed(wording.verdict(verdict) for verdict in MARKS)
    if any(over_years(row.assessment) for row in rows):
        left, right = brackets(wording)
        yield wording.say(N_("{left} {right}: over several years together"), left=left, right=right)
    if any(c.observation and c.observation.provisional for row in rows for c in row.cells):
        yield wording.say(N_("{star} not final"), star=TENTATIVE)
