"""Since when changes are told: the last check that remembered, or a day."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tracker.assessment.acknowledged import silenced
from tracker.assessment.change import Key, by_key, verdicts
from tracker.assessment.review import Review, review
from tracker.assessment.verdict import Verdict
from tracker.cli.asked import Asking
from tracker.cli.gather import hint
from tracker.cli.options import single_day
from tracker.files.folder import Workspace
from tracker.files.verdicts import recall, remember

LAST = "last"


@dataclass(frozen=True, slots=True)
class Since:
    """The verdicts that were known, on which day, and the purpose the new ones are remembered for, if any."""

    known: Mapping[Key, Verdict]
    day: date | None
    purpose: str | None = None

    def targets(self) -> dict[str, Verdict]:
        """The verdicts of targets, by id."""
        return {id_: verdict for (kind, id_), verdict in self.known.items() if kind == "target"}


def since_last(workspace: Workspace, purpose: str) -> Since:
    """Since the last check with that purpose; without one everything counts as new, and is said to."""
    seen = recall(workspace.root, purpose)
    if seen.complaint:
        hint(f"{seen.complaint}: everything counts as new")
    named = {verdict.value: verdict for verdict in Verdict}
    known = {name: named[verdict] for name, verdict in seen.verdicts.items() if verdict in named}
    return Since(known, seen.as_of, purpose)


def since_day(workspace: Workspace, asking: Asking, text: str) -> Since:
    """Since a day: what one would have said then, from what was known then."""
    then = single_day(text)
    known_at = min(then, asking.known_at or then)
    return Since(verdicts(review(workspace.portfolio, then, known_at)), then)


def since(workspace: Workspace, asking: Asking, text: str, purpose: str) -> Since:
    """Since what `--changed-since` names."""
    return since_last(workspace, purpose) if text == LAST else since_day(workspace, asking, text)


def keep(workspace: Workspace, when: Since, seen: Review) -> None:
    """Remember, once the answer is out, what was seen; what is acknowledged stays as it was, to be told later."""
    if when.purpose is None:
        return
    sys.stdout.flush()
    portfolio = workspace.portfolio
    declared = {("target", t.id) for t in portfolio.targets} | {("milestone", m.id) for m in portfolio.milestones}
    now = {name: a.verdict for name, a in by_key(seen).items() if not silenced(a)}
    merged = {name: verdict for name, verdict in {**when.known, **now}.items() if name in declared}
    complaint = remember(workspace.root, when.purpose, seen.as_of, {name: v.value for name, v in merged.items()})
    if complaint:
        hint(complaint)
