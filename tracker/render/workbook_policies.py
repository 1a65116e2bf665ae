"""One page of a workbook for each policy: its targets with their stages, its milestones with their deeds."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.assessment.assess import Assessment, StageAssessment
from tracker.assessment.cadence import stages_told
from tracker.assessment.milestones import MilestoneAssessment
from tracker.assessment.review import Review
from tracker.domain.target import Project
from tracker.render.catalogue import N_
from tracker.render.cells import deadline, promised
from tracker.render.plan_table import SIGNS, policy_name
from tracker.render.roadmap import STEP_WORDS
from tracker.render.roadmap_lanes import Lane, project_lane
from tracker.render.states import stated
from tracker.render.views import heading
from tracker.render.wording import Wording
from tracker.render.workbook_page import Head, Look, Page, Table, Value
from tracker.render.workbook_views import WIDE, exact, inside

WORD = 18


def policy_pages(review: Review, wording: Wording) -> tuple[Page, ...]:
    """One page a policy, in the order of its first promise."""
    promised_in = [a.target.policy for a in review.targets] + [m.milestone.policy for m in review.milestones]
    return tuple(policy_page(policy, review, wording) for policy in dict.fromkeys(promised_in))


def policy_page(policy: str, review: Review, wording: Wording) -> Page:
    """What one policy promises, and how each stage and deed stands."""
    targets = [a for a in review.targets if a.target.policy == policy]
    deeds = [m for m in review.milestones if m.milestone.policy == policy]
    projects = [p for p in review.portfolio.projects if p.policy == policy]
    tables = [stages(targets, wording)] if targets else []
    tables += [milestones(deeds, wording)] if deeds else []
    tables += [projects_table(projects, review, wording)] if projects else []
    name = policy_name(policy, review, wording) or policy or wording.say(N_("no policy"))
    return Page(name, heading(name, review, wording), tuple(tables))


def stages(targets: list[Assessment], wording: Wording) -> Table:
    """Every stage of every target."""
    say = wording.say
    heads = (
        Head(say(N_("verdict")), Look.STATE),
        Head(say(N_("target")), most=WIDE),
        Head(say(N_("by")), most=WORD),
        Head(say(N_("unit")), most=WORD),
        Head(say(N_("aim")), most=WORD),
        Head(say(N_("promised")), Look.PRINTED),
        Head(say(N_("actual")), Look.PRINTED),
        Head(say(N_("period")), most=WORD),
        Head(say(N_("lead unit")), most=WORD),
        Head(say(N_("id")), most=WIDE),
    )
    rows = tuple(stage_row(a, s, wording) for a in targets for s in a.stages)
    return Table(heads, rows, say(N_("Targets and stages")))


def stage_row(a: Assessment, s: StageAssessment, wording: Wording) -> tuple[Value, ...]:
    """One stage with what settled it, or the latest figure where it is the one in force."""
    stage, seen = s.stage, s.observation or (a.latest if s.stage == a.stage else None)
    plain = stage.value is not None and stage.high is None
    return (
        wording.verdict(s.judgement.verdict),
        wording.name(a.target.title),
        deadline(stage, wording),
        wording.unit(wording.shown_unit(a.unit)),
        SIGNS[stage.aim][wording.ascii] if plain else "",
        exact(stage.value, a.unit, wording) if plain and stage.value is not None else promised(stage, a, wording),
        inside(seen.value, a.unit, wording) if seen else None,
        wording.period(seen.period) if seen else "",
        wording.name(a.target.responsibility.lead),
        a.target.id,
    )


def milestones(deeds: list[MilestoneAssessment], wording: Wording) -> Table:
    """Every milestone, and below it its deeds where they are named."""
    say = wording.say
    heads = (
        Head(say(N_("state")), Look.STATE),
        Head(say(N_("milestone")), most=WIDE),
        Head(say(N_("by")), most=WORD),
        Head(say(N_("done")), Look.WHOLE),
        Head(say(N_("of")), Look.WHOLE),
        Head(say(N_("done on")), Look.DAY, 14),
        Head(say(N_("remarks")), most=WIDE),
        Head(say(N_("id")), most=WIDE),
        Head(say(N_("lead unit")), most=WORD),
    )
    return Table(heads, tuple(row for m in deeds for row in milestone_rows(m, wording)), say(N_("Milestones")))


def milestone_rows(m: MilestoneAssessment, wording: Wording) -> Iterator[tuple[Value, ...]]:
    """One milestone and its deeds."""
    declared = m.milestone
    by = wording.period(declared.by) if declared.by else wording.say(N_("no date"))
    said = wording.joined(wording.caveat(c, brief=True) for c in m.caveats)
    lead = wording.name(declared.responsibility.lead)
    yield wording.verdict(m.verdict), wording.name(declared.name), by, m.done, m.total, None, said, declared.id, lead
    for item in m.items if declared.items else ():
        yield stated(item.state, wording), f"  {wording.name(item.name)}", "", None, None, item.done_on, "", "", ""


def projects_table(projects: list[Project], review: Review, wording: Wording) -> Table:
    """Every project with its planned days."""
    say, told = wording.say, stages_told(review)
    heads = (
        Head(say(N_("state")), Look.STATE),
        Head(say(N_("project")), most=WIDE),
        *(Head(say(words), Look.DAY, 14) for words in STEP_WORDS.values()),
        Head(say(N_("total investment")), Look.PRINTED),
        Head(say(N_("unit")), most=WORD),
        Head(say(N_("lead unit")), most=WORD),
        Head(say(N_("id")), most=WIDE),
    )
    rows = tuple(project_row(project_lane(p, told, review.as_of), p, wording) for p in projects)
    return Table(heads, rows, say(N_("Projects")))


def project_row(lane: Lane, project: Project, wording: Wording) -> tuple[Value, ...]:
    """One project; its money stays in the unit it was written in."""
    days = (project.planned[step].last if step in project.planned else None for step in STEP_WORDS)
    lead = wording.name(project.responsibility.lead)
    state = stated(lane.state, wording) if lane.points else ""
    return state, wording.name(project.name), *days, project.total_investment, project.unit or "", lead, project.id
