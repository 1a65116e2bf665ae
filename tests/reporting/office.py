"""A small workspace, and drafts brought to it without a command line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from tracker.assessment.rules.lamp_text import parse_lamp
from tracker.assessment.rules.table import RULES
from tracker.files.folder import JOURNAL, Workspace, read_workspace
from tracker.reporting.batch import Batch
from tracker.reporting.claim import Draft
from tracker.reporting.declared import declared_by
from tracker.reporting.judge import Terms
from tracker.reporting.names import names_of
from tracker.reporting.submit import Who, submit

TODAY = date(2026, 1, 10)
START = datetime(2026, 1, 10, 8, tzinfo=UTC)
TICKS = count()

TARGETS = """
[policy]
id = "plan"
title = "Plan"

[[indicator]]
id = "output"
name = { zh = "工业总产值", en = "Industrial output" }
measure = "flow"
unit = "亿元"
better = "higher"

[[indicator]]
id = "share"
name = "就地转化率"
measure = "ratio"
unit = "%"
better = "higher"

[[indicator]]
id = "firms"
name = { zh = "规上企业户数", en = "Firms above scale" }
measure = "stock"
unit = "户"
better = "higher"

[[indicator]]
id = "firms-new"
name = { zh = "规上企业户数" }
measure = "stock"
unit = "户"
better = "higher"

[[indicator]]
id = "pace"
name = "规上工业增加值增速"
measure = "growth"
unit = "%"
better = "higher"

[[indicator]]
id = "place"
name = "全省位次"
measure = "rank"
unit = "rank"
better = "lower"

[[formula]]
id = "output-a-firm"
name = "Output a firm"
measure = "stock"
unit = "亿元"
better = "higher"
is = "output"

[[target]]
id = "output"
indicator = "output"
aim = "at-least"
stages = [{ by = "2025", value = 100 }]

[[milestone]]
id = "opening"
name = "Opening"
by = "2025"
items = ["Hall", "Road"]

[[project]]
id = "park"
name = "Park"
"""


def office(folder: Path, figures: str = "") -> Path:
    """A workspace of a few indicators, with figures kept by hand."""
    (folder / "targets").mkdir(parents=True)
    (folder / "targets" / "plan.toml").write_text(TARGETS, "utf-8")
    if figures:
        (folder / "actuals").mkdir()
        (folder / "actuals" / "hand.toml").write_text(figures, "utf-8")
    return folder


def opened(folder: Path) -> Workspace:
    """The workspace as it stands."""
    return read_workspace(folder, RULES, parse_lamp)


def draft(indicator: str, value: str | None, period: str, **more: str) -> Draft:
    """One figure to record; its place is its value."""
    texts = {"indicator": indicator, "period": period, **more} | ({"value": value} if value is not None else {})
    return Draft(f"{indicator} {value}", texts)


def brought(folder: Path, *drafts: Draft, accept: tuple[str, ...] = (), revise: bool = False) -> Batch:
    """Drafts understood and judged against a workspace."""
    workspace = opened(folder)
    names = names_of(workspace.portfolio.indicators.values(), {})
    declared = declared_by(workspace.portfolio, workspace.units, names)
    batch = Batch(declared, workspace.journal, Terms(TODAY, frozenset(accept), revise), drafts)
    batch.understand()
    batch.judge(workspace.journal)
    return batch


def codes(batch: Batch) -> list[str]:
    """The codes of everything that speaks against a batch."""
    return [one.code for one in batch.objections]


def outcomes(batch: Batch) -> list[str]:
    """What would become of each row."""
    return [one.outcome.value for one in batch.judged]


def recorded(folder: Path, *drafts: Draft, accept: tuple[str, ...] = (), revise: bool = False) -> list[str]:
    """Drafts recorded in a workspace, each run a minute after the one before; what became of each."""
    batch = brought(folder, *drafts, accept=accept, revise=revise)
    who = Who("officer", lambda: START + timedelta(minutes=next(TICKS)))
    submit(folder / JOURNAL, batch.plan, who, batch.seen)
    return outcomes(batch)


def facts(batch: Batch) -> Mapping[str, object]:
    """The facts of the one objection there is."""
    (one,) = batch.objections
    return one.facts
