"""One small workspace on one day: behind its schedule, without a figure, without a day, kept, and late."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from builders import NOWHERE, a_portfolio, a_stage, a_target, an_actual, an_indicator, day, p

from tracker.assessment.assess import Assessment
from tracker.assessment.review import Review, review
from tracker.domain.deeds import Done
from tracker.domain.portfolio import Portfolio
from tracker.domain.target import Milestone, Target
from tracker.domain.words import Words

TODAY = "2025-04-15"
WHOLE = Path(__file__).resolve().parent / "whole"


def a_promise(id_: str, zh: str, en: str, *stages: Any, **more: Any) -> Target:  # noqa: ANN401 -- as the builders take it
    """A promise with a name in both languages."""
    return a_target(*stages, id=id_, title=Words(zh, en), **more)


def a_milestone(id_: str, zh: str, en: str, by: str | None, *items: Words, **more: Any) -> Milestone:  # noqa: ANN401
    """A milestone of named deeds."""
    given = {"count": None, "open_list": False, "location": NOWHERE} | more
    return Milestone(id_, Words(zh, en), "", Words(en=""), p(by) if by else None, items, **given)


INDICATORS = (
    an_indicator("flow", "亿元", id="output"),
    an_indicator("ratio", "%", id="share"),
    an_indicator("ratio", "kWh/t", "lower", id="power"),
)
FIGURES = (
    an_actual("2025-Q1", "280.0", "亿元", indicator="output", published=day("2025-04-10")),
    an_actual("2024", "13328", "kWh/t", indicator="power"),
)
TARGETS = (
    a_promise("a.output", "工业总产值1200亿元", "Output of 120 bn CNY", a_stage("2025", 1200), indicator="output"),
    a_promise("a.share", "铝液就地转化率", "Local conversion", a_stage("2025", 60, "about"), indicator="share"),
    a_promise("b.power", "吨铝电耗", "Power a tonne", a_stage(None, 13350, "at-most"), indicator="power"),
    a_promise("b.trend", "提高转化率", "More converted", a_stage("2025", None), indicator="share"),
)
MILESTONES = (
    a_milestone("c.plan", "制定工作方案", "Work plan drawn up", "2025-Q1"),
    a_milestone(
        "c.start",
        "项目开工",
        "Projects started",
        "2025-03-10",
        Words("氧化铝项目", "Alumina"),
        Words("机场项目", "Airport"),
    ),
)
DONE = (
    Done("c.plan", None, day("2025-03-31"), None, None, NOWHERE),
    Done("c.start", "1", day("2025-03-01"), None, None, NOWHERE),
)


def the_portfolio() -> Portfolio:
    """The whole workspace."""
    return a_portfolio(INDICATORS, FIGURES, targets=TARGETS, milestones=MILESTONES, done=DONE)


def the_review(known_at: str | None = None) -> Review:
    """The workspace as it stood on the day."""
    return review(the_portfolio(), day(TODAY), day(known_at) if known_at else None)


def the_output() -> Assessment:
    """The promise that is behind its schedule: 28 of 120 bn CNY after a quarter of the year."""
    return the_review().targets[0]


def whole(name: str, shown: str) -> str:
    """The whole text expected under a name; with RENEW_GOLDEN in the environment, what is shown becomes it."""
    path = WHOLE / f"{name}.txt"
    if os.environ.get("RENEW_GOLDEN"):
        path.write_text(shown, encoding="utf-8")
    return path.read_text(encoding="utf-8")
