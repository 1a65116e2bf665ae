"""A workspace to plan with: stages over years, a promise about several years, deeds, a project, two lead units."""

from __future__ import annotations

from typing import Any

from builders import NOWHERE, D, a_portfolio, a_stage, a_target, an_actual, an_indicator, day, p
from samples import a_milestone

from tracker.assessment.review import Review, review
from tracker.domain.deeds import Done, Progress
from tracker.domain.portfolio import Portfolio
from tracker.domain.target import Project, Responsibility, Target
from tracker.domain.words import Words

BUREAU = Words("工业和信息化局", "Industry bureau")
PARK = Words("园区管委会", "Park committee")
TODAY = day("2025-04-15")


def led(by: Words, *supporting: Words) -> Responsibility:
    """Who leads, and who helps."""
    return Responsibility(by, supporting)


def a_project(**planned: str) -> Project:
    """A smelter with its planned days."""
    days = {step: p(text) for step, text in planned.items()}
    given: dict[str, Any] = dict.fromkeys(("kind", "unit", "adds"))
    return Project("smelter", Words("铝厂", "Smelter"), "", Words(en=""), total_investment=D("29.5"), annual_plan={},
                   planned=days, location=NOWHERE, **given)  # fmt: skip


INDICATORS = (
    an_indicator("ratio", "%", id="share"),
    an_indicator("flow", "亿元", id="output"),
    an_indicator("ratio", "kWh/t", "lower", id="power"),
)
FIGURES = (
    an_actual("2022", "31.2", indicator="share"),
    an_actual("2023", "38.0", indicator="share", vintage="preliminary"),
    an_actual("2025-Q1", "280.0", "亿元", indicator="output", published=day("2025-04-10"), growth="8.5"),
)
SHARE = a_target(
    a_stage("2022", 30), a_stage("2023", 40), a_stage("2025", 60, "about"),
    id="share", indicator="share", title=Words("铝液就地转化率", "Local conversion"), policy="plan",
    baseline=("2021", 22), nature="binding", responsibility=led(PARK, BUREAU),
)  # fmt: skip
OUTPUT = a_target(
    a_stage("2025", 1200), id="output", indicator="output", title=Words("总产值", "Output"), policy="plan",
    responsibility=led(BUREAU),
)  # fmt: skip
GROWTH = a_target(
    a_stage("2021/2025", 8), id="output.average", indicator="output", title=Words("年均增速", "Average growth"),
    of="average-growth", baseline=("2020", 700), policy="plan",
)  # fmt: skip
POWER = a_target(
    a_stage(None, 13350, "at-most"), id="power", indicator="power", title=Words("电耗", "Power"), policy="plan"
)
TARGETS = (OUTPUT, GROWTH, POWER, SHARE)
LIST = a_milestone(
    "list", "编制清单", "Lists drawn up", "2025-03-10", Words("项目清单", "Projects"), Words("企业清单", "Firms"),
    responsibility=led(PARK),
)  # fmt: skip
SOMEDAY = a_milestone("someday", "建立机制", "Set up a mechanism", None)
DONE = (Done("list", "1", day("2025-03-01"), None, None, NOWHERE),)
PROJECTS = (a_project(start="2024-06-30", finish="2025-04-30", production="2026-06-30"),)
PROGRESS = (Progress("smelter", day("2024-06-01"), "started", None, None, None, None, NOWHERE),)


def the_plan(*targets: Target) -> Portfolio:
    """The whole workspace, or one with other targets."""
    return a_portfolio(
        INDICATORS, FIGURES, targets=targets or TARGETS, milestones=(LIST, SOMEDAY), done=DONE, projects=PROJECTS,
        progress=PROGRESS,
    )  # fmt: skip


def planned(*targets: Target) -> Review:
    """The workspace on 15 April 2025."""
    return review(the_plan(*targets), TODAY)
