"""What `status`, `gap` and `check` do once it is clear what is asked; free of the command line's library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tracker.assessment.review import Review
from tracker.cli.answer import form_of
from tracker.cli.asked import Asking, FailOn, Format, Looks
from tracker.cli.assessed import answer
from tracker.cli.gather import assess, open_named
from tracker.cli.limits import Limits, code_for
from tracker.cli.rhythm import Cadence
from tracker.cli.trouble import Exit
from tracker.render import views
from tracker.render.sheet import Sheet
from tracker.render.wording import Wording

if TYPE_CHECKING:
    from tracker.render.grouped import Grouping

View: TypeAlias = Callable[[Review, Wording], Sequence[Sheet]]


class Checking(NamedTuple):
    """How a check is to be made."""

    quiet: bool = False
    fail_on: FailOn = FailOn.WARN
    unknown_ok: bool = False
    changed_since: str | None = None
    cadence: Cadence | None = None
    channels: Sequence[str] = ()


def status(place: Path | None, asking: Asking, looks: Looks, selectors: Sequence[str], *, exit_code: bool) -> Exit:
    """One line a target; on a terminal with its course and a bar."""
    view = drawn if form_of(looks) is Format.TABLE else views.status
    return report(view, place, asking, looks, selectors, exit_code=exit_code)


def drawn(review: Review, wording: Wording) -> Sequence[Sheet]:
    """The status with its pictures."""
    from tracker.render.pictured import with_courses

    return with_courses(views.status(review, wording), review, wording)


def gap(
    place: Path | None,
    asking: Asking,
    looks: Looks,
    selectors: Sequence[str],
    *,
    exit_code: bool,
    by: Grouping | None = None,
) -> Exit:
    """The gap analysis, whole or in groups."""
    view: View = views.gaps
    if by is not None:
        from tracker.render.grouped import grouped

        def view(review: Review, wording: Wording) -> Sequence[Sheet]:
            return grouped(review, by, views.gaps, wording)

    return report(view, place, asking, looks, selectors, exit_code=exit_code)


def report(
    view: View, place: Path | None, asking: Asking, looks: Looks, selectors: Sequence[str], *, exit_code: bool
) -> Exit:
    """A view of the workspace; its code is that of a check where that is asked for."""
    workspace = open_named(place)
    review = assess(workspace, asking, selectors)
    code = code_for(review, asked=exit_code or looks.for_monitors)
    answer(workspace, review, view, looks, code)
    return code


def check(place: Path | None, asking: Asking, looks: Looks, selectors: Sequence[str], how: Checking) -> Exit:
    """What is behind, and the code that says so."""
    from tracker.cli.telling import changes, everything

    workspace = open_named(place)
    review = assess(workspace, asking, selectors)
    limits, since = Limits(how.fail_on, how.unknown_ok), None
    if how.changed_since is not None or how.cadence is Cadence.DAILY:
        from tracker.cli import since as memory

        wanted = memory.LAST if how.changed_since is None else how.changed_since
        since = memory.since(workspace, asking, wanted, how.cadence or "any")
    tell = everything if how.changed_since is None else changes
    telling = tell(review, limits, how.cadence, since.known if since else {}, quiet=how.quiet)
    code = limits.code_of(telling.told, review)
    if not (how.quiet and code is Exit.OK) or looks.for_monitors:
        previous = since.targets() if since else None
        answer(workspace, telling.whole, lambda _, w: telling.view(w), looks, code, telling.told, previous)
    if since:
        memory.keep(workspace, since, review)
    if how.channels:
        from tracker.cli.notify import notify as send

        send(workspace, review, limits, how.channels, looks, list(selectors))
    return code
