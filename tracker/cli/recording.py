"""What record and withdraw have in common: who, when, the errors of the one write, and the verdicts it changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from tracker.cli.asked import Language
from tracker.cli.trouble import Exit, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.assessment.milestones import MilestoneAssessment
    from tracker.assessment.verdict import Verdict
    from tracker.domain.portfolio import Portfolio
    from tracker.files.append import Receipt
    from tracker.files.folder import Workspace
    from tracker.files.submission import Submission
    from tracker.render.wording import Wording
    from tracker.reporting.submit import Plan, Who

Change: TypeAlias = "tuple[str, Verdict, Verdict]"


def who() -> Who:
    """The login name, or the one an office gives to a job in TRACKER_USER; the clock is the system's."""
    from tracker.reporting.submit import Who

    return Who(os.environ.get("TRACKER_USER") or login_name(), lambda: datetime.now(UTC))


def login_name() -> str:
    """The name somebody is logged in under; some containers know none."""
    from getpass import getuser

    try:
        return getuser()
    except (OSError, KeyError):
        return "unknown"


def speak(lang: Language | None) -> Wording:
    """How to speak to the person who records."""
    from tracker.cli.answer import language
    from tracker.render.wording import wording_for

    return wording_for(lang or language(os.environ))


@contextmanager
def one_write() -> Iterator[None]:
    """The errors of recording, each with its exit code."""
    from tracker.files.append import NotSaved
    from tracker.files.journal import Damaged, Unreadable
    from tracker.files.lock import LockedByAnother

    try:
        yield
    except LockedByAnother as error:
        raise Trouble(Exit.LOCKED, str(error), "try again, or wait longer with --lock-timeout") from None
    except NotSaved as error:
        raise Trouble(Exit.NOT_WRITTEN, str(error)) from None
    except Damaged as error:
        raise Trouble(Exit.DATA, str(error)) from None
    except Unreadable as error:
        raise Trouble(Exit.NO_INPUT, str(error)) from None
    except ValueError as error:
        raise Trouble(Exit.DATA, str(error)) from None


def write(workspace: Workspace, plan: Plan, wait: float) -> Receipt | None:
    """Record what a plan says; warnings of the journal go to stderr."""
    import sys

    from tracker.files.folder import JOURNAL
    from tracker.reporting.submit import submit

    with one_write():
        receipt = submit(workspace.root / JOURNAL, plan, who(), workspace.journal, wait)
    if receipt and receipt.warning:
        sys.stderr.write(f"tracker: {receipt.warning}\n")
    return receipt


def changes(workspace: Workspace, receipt: Receipt, rows: Sequence[Mapping[str, Any]], as_of: date) -> list[Change]:
    """The verdicts that what was just recorded has changed, by the ids of targets and milestones."""
    from tracker.reporting.changes import touching, with_submissions

    recorded = recorded_since(workspace)
    names = [row["indicator"] for row in rows if "indicator" in row]
    promises = touching(workspace.portfolio, names, milestones_of(rows))
    before = with_submissions(promises, workspace.units, [one for one in recorded if one.key != receipt.key])
    after = with_submissions(promises, workspace.units, recorded)
    old, new = verdicts(before, as_of), verdicts(after, as_of)
    return [(name, old[name], new[name]) for name in new if old[name] != new[name]]


def counts(workspace: Workspace, rows: Sequence[Mapping[str, Any]], as_of: date) -> list[MilestoneAssessment]:
    """The milestones with a mere count that some rows speak of, as they stand now."""
    from tracker.assessment.review import review
    from tracker.reporting.changes import touching, with_submissions

    named = set(milestones_of(rows))
    counting = [one.id for one in workspace.portfolio.milestones if one.count and one.id in named]
    if not counting:
        return []
    promises = touching(workspace.portfolio, (), counting)
    return list(review(with_submissions(promises, workspace.units, recorded_since(workspace)), as_of).milestones)


def recorded_since(workspace: Workspace) -> list[Submission]:
    """What was recorded since a workspace was read."""
    from tracker.files.folder import JOURNAL
    from tracker.files.journal import read
    from tracker.reporting.changes import since

    with one_write():
        return since(read(workspace.root / JOURNAL, workspace.journal), workspace.journal)


def milestones_of(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """The milestones that rows report deeds of, or take them back of."""
    from tracker.files.journal_rows import WITHDRAWS

    spoken = (row.get(WITHDRAWS, row) for row in rows)
    return [row["milestone"] for row in spoken if "milestone" in row]


def verdicts(portfolio: Portfolio, as_of: date) -> dict[str, Verdict]:
    """The verdict of every promise by its id."""
    from tracker.assessment.review import review

    seen = review(portfolio, as_of)
    return {a.target.id: a.verdict for a in seen.targets} | {m.milestone.id: m.verdict for m in seen.milestones}


def tell_counts(found: Iterable[MilestoneAssessment], wording: Wording) -> None:
    """How many deeds of each milestone are done now."""
    from tracker.render.recording import SO_MANY_DONE

    for one in found:
        print(wording.pair(one.milestone.id, wording.say(SO_MANY_DONE, done=str(one.done), total=str(one.total))))


def tell_changes(found: Iterable[Change], wording: Wording) -> None:
    """One line a changed verdict."""
    for name, old, new in found:
        print(wording.pair(name, f"{wording.say_verdict(old)} -> {wording.say_verdict(new)}"))
