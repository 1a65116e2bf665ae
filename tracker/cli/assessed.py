"""A review as an answer: the sheets of a view for people, the JSON contract for programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from tracker.assessment.review import Review
from tracker.cli.answer import Answer, give
from tracker.cli.options import Looks
from tracker.cli.trouble import Exit
from tracker.files.folder import Workspace
from tracker.render.document import COLUMNS, envelope, target
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
) -> None:
    """Give a review in the form asked for; line formats may be kept to a part of it."""
    give(
        Answer(
            sheets=lambda wording: view(review, wording),
            document=lambda: envelope(
                review,
                tool_version=VERSION,
                generated_at=datetime.now(UTC),
                inputs_sha256=workspace.sha256(),
                exit_code=code,
            ),
            records=lambda: [target(assessment) for assessment in (records_of or review).targets],
            columns=COLUMNS,
        ),
        looks,
    )
