"""A review as an answer: the sheets of a view for people, the JSON contract for programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from tracker.assessment.review import Review
from tracker.assessment.verdict import Verdict
from tracker.cli.answer import Answer, give
from tracker.cli.asked import Looks
from tracker.cli.trouble import Exit
from tracker.files.folder import Workspace
from tracker.render.columns import COLUMNS, records
from tracker.render.document import envelope
from tracker.render.sheet import Sheet
from tracker.render.wording import Wording
from tracker.version import VERSION


def answer(
    workspace: Workspace,
    review: Review,
    view: Callable[[Review, Wording], Sequence[Sheet]],
    looks: Looks,
    code: Exit = Exit.OK,
    records_of: Review | None = None,
    previous: Mapping[str, Verdict] | None = None,
) -> None:
    """Give a review in the form asked for; line formats may be kept to a part of it.

    `previous` are the verdicts of targets as they were last known.
    """
    give(
        Answer(
            sheets=lambda wording: view(review, wording),
            document=lambda: envelope(
                review,
                tool_version=VERSION,
                generated_at=datetime.now(UTC),
                inputs_sha256=workspace.sha256(),
                exit_code=code,
                previous=previous,
            ),
            records=lambda: records(records_of or review, previous),
            columns=COLUMNS,
            status_line=lambda: line(review, code),
        ),
        looks,
    )


def line(review: Review, code: Exit) -> str:
    """A review as one line for a monitoring system."""
    from tracker.render.as_nagios import as_nagios

    return as_nagios(review, code)
