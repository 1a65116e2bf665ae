"""What a shell offers while a command is typed: the ids and labels of the workspace; silent when there is none."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import typer

if TYPE_CHECKING:
    from tracker.domain.portfolio import Portfolio
    from tracker.domain.target import Milestone, Target
    from tracker.domain.words import Words

Values: TypeAlias = Callable[["Portfolio"], Iterable[str]]


def ids(context: typer.Context, incomplete: str) -> list[str]:
    """The ids of targets and milestones."""
    portfolio = read(context)
    return beginning(incomplete, (p.id for p in promises(portfolio))) if portfolio else []


def indicators(context: typer.Context, incomplete: str) -> list[str]:
    """The ids of indicators."""
    portfolio = read(context)
    return beginning(incomplete, portfolio.indicators) if portfolio else []


def milestones(context: typer.Context, incomplete: str) -> list[str]:
    """The ids of milestones."""
    portfolio = read(context)
    return beginning(incomplete, (m.id for m in portfolio.milestones)) if portfolio else []


def projects(context: typer.Context, incomplete: str) -> list[str]:
    """The ids of projects."""
    portfolio = read(context)
    return beginning(incomplete, (p.id for p in portfolio.projects)) if portfolio else []


def reported(context: typer.Context, incomplete: str) -> list[str]:
    """The ids of all that reports speak of: indicators, milestones, projects."""
    return sorted({*indicators(context, incomplete), *milestones(context, incomplete), *projects(context, incomplete)})


def selectors(context: typer.Context, incomplete: str) -> list[str]:
    """Ids and labels; after a label its values.

    Bash takes a colon for a word of its own and wants what follows it alone.
    """
    given = context.params.get("selectors") or []
    if incomplete == ":" and given:
        return values(context, given[-1], "")
    if len(given) > 1 and given[-1] == ":":
        return values(context, given[-2], incomplete)
    label, colon, word = incomplete.partition(":")
    if colon:
        return [f"{label}:{value}" for value in values(context, label, word)]
    return [*ids(context, incomplete), *beginning(incomplete, (f"{name}:" for name in VALUES))]


def values(context: typer.Context, label: str, incomplete: str) -> list[str]:
    """The values of a label."""
    portfolio = read(context) if label in VALUES else None
    return beginning(incomplete, VALUES[label](portfolio)) if portfolio else []


def beginning(incomplete: str, every: Iterable[str]) -> list[str]:
    """Those that begin with what is typed, each once."""
    return sorted({one for one in every if one.startswith(incomplete)})


def read(context: typer.Context) -> Portfolio | None:
    """The workspace, or None: a shell that completes a word is no place for an error."""
    from tracker.assessment.rules.lamp_text import parse_lamp
    from tracker.assessment.rules.table import RULES
    from tracker.files.folder import find, read_workspace

    named = context.find_root().params.get("workspace") or os.environ.get("TRACKER_WORKSPACE") or "."
    try:
        root = find(Path(named))
        return read_workspace(root, RULES, parse_lamp).portfolio if root else None
    except Exception:  # noqa: BLE001 -- as the docstring says
        return None


def promises(portfolio: Portfolio) -> list[Target | Milestone]:
    """Targets and milestones."""
    return [*portfolio.targets, *portfolio.milestones]


def both(words: Iterable[Words | None]) -> Iterable[str]:
    """Names in both languages."""
    return (name for w in words if w for name in (w.zh, w.en) if name)


def deadlines(portfolio: Portfolio) -> Iterable[str]:
    """The words of `due:`: overdue, within a week or a month, and the periods by which something is promised."""
    yield from ("overdue", "7d", "30d")
    yield from (str(stage.by) for target in portfolio.targets for stage in target.stages if stage.by)
    yield from (str(milestone.by) for milestone in portfolio.milestones if milestone.by)


def verdicts(_: Portfolio) -> Iterable[str]:
    """The verdicts."""
    from tracker.assessment.verdict import Verdict

    return [verdict.value for verdict in Verdict]


VALUES: Mapping[str, Values] = {
    "lead": lambda p: both(x.responsibility.lead for x in promises(p)),
    "chain": lambda p: both(x.responsibility.chain for x in promises(p)),
    "region": lambda p: both(x.region for x in promises(p)),
    "policy": lambda p: p.policies,
    "tag": lambda p: (tag for x in promises(p) for tag in x.responsibility.tags),
    "verdict": verdicts,
    "due": deadlines,
}
