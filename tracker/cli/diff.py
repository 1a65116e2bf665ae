"""`tracker diff`: what changed between two days, or two states of knowledge."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from tracker.cli.asked import Looks, usage
from tracker.cli.options import Selectors, day, sharing
from tracker.cli.trouble import Exit

if TYPE_CHECKING:
    from tracker.assessment.change import Difference
    from tracker.files.folder import Workspace


class Between(NamedTuple):
    """Two days, and what was known on each."""

    from_: Annotated[date | None, typer.Option("--from", parser=day, metavar="DAY", help="The earlier day.")] = None
    to: Annotated[
        date | None, typer.Option("--to", parser=day, metavar="DAY", help="The later day; today unless given.")
    ] = None
    known_at: Annotated[
        date | None,
        typer.Option("--known-at", parser=day, metavar="DAY", help="Judge both days by what was published by then."),
    ] = None
    known_from: Annotated[
        date | None,
        typer.Option("--known-from", parser=day, metavar="DAY", help="Judge the earlier day by what was known then."),
    ] = None
    known_to: Annotated[
        date | None,
        typer.Option("--known-to", parser=day, metavar="DAY", help="Judge the later day by what was known then."),
    ] = None

    def sides(self) -> tuple[tuple[date, date], tuple[date, date]]:
        """Each day with the day whose knowledge it is judged by: its own unless said otherwise."""
        to = self.to or date.today()  # noqa: DTZ011 -- the day where the office is
        if self.known_at and (self.known_from or self.known_to):
            raise usage("--known-at is for both days, --known-from and --known-to for one each", "leave one kind out")
        if self.from_ is None and self.known_from is None:
            raise usage(
                "there is nothing to compare with",
                "write --from DAY, or --known-from DAY for the same day as known then",
            )
        since = self.from_ or to
        return (since, self.known_at or self.known_from or since), (to, self.known_at or self.known_to or to)


@sharing(Between, Looks)
def command(
    between: Between,
    looks: Looks,
    context: typer.Context,
    selectors: Selectors = None,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Leave with 1 when anything changed.")] = False,
) -> None:
    """What changed from one day to another: verdicts, latest values, figures that came and figures withdrawn.

    Each day is judged by what was known on it; with --known-from alone, one day by what was known then and now.

    Examples:
      tracker diff --from 2025-01-01 --to 2026-01-01
      tracker diff 'changji.*' --from 2025-01-01 --to 2026-01-01 --known-at 2026-02-01
      tracker diff --known-from 2023-11-15 --to 2023-12-31 --json
    """
    from tracker.cli.answer import Answer, give
    from tracker.cli.gather import open_workspace
    from tracker.render import diff_document as plain
    from tracker.render.changes import differences
    from tracker.version import VERSION

    found = compare(open_workspace(context), between, selectors)
    code = Exit.WARN if exit_code and found else Exit.OK
    give(
        Answer(
            sheets=lambda wording: differences(found, wording),
            document=lambda: plain.document(
                found, tool_version=VERSION, generated_at=datetime.now(UTC), exit_code=code
            ),
            records=lambda: plain.records(found),
            columns=plain.COLUMNS,
        ),
        looks,
    )
    raise typer.Exit(code)


def compare(workspace: Workspace, between: Between, selectors: list[str] | None) -> Difference:
    """What changed in the promises selected and in the figures they speak of; all figures without a selector."""
    from tracker.assessment.change import by_key, difference, key
    from tracker.assessment.review import review
    from tracker.cli.limits import part
    from tracker.cli.selectors import select, to_judge

    portfolio, wanted = workspace.portfolio, to_judge(selectors or [], workspace.portfolio)
    before, after = (review(portfolio, as_of, known_at, wanted=wanted) for as_of, known_at in between.sides())
    if not selectors:
        return difference(before, after, portfolio.series)
    there = {a.target.id for a in after.targets}
    both = after._replace(targets=(*after.targets, *(a for a in before.targets if a.target.id not in there)))
    chosen = select(both, selectors)
    told = by_key(chosen)
    speaks_of = {name for a in chosen.targets for name in (a.target.indicator, a.target.peer) if name}
    before, after = (part(one, lambda a: key(a) in told) for one in (before, after))
    return difference(before, after, speaks_of)
