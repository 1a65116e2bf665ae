"""What `status`, `gap` and `check` do once it is clear what is asked; free of the command line's library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tracker.assessment.review import Review
from tracker.cli.answer import form_of
from tracker.cli.asked import Asking, FailOn, Format, Looks, Sort
from tracker.cli.assessed import answer
from tracker.cli.gather import assess, open_named
from tracker.cli.limits import Limits, code_for
from tracker.cli.rhythm import Cadence
from tracker.cli.trouble import Exit
from tracker.render import views
from tracker.render.folded import Fold
from tracker.render.order import worst_first
from tracker.render.sheet import Sheet
from tracker.render.wording import Wording

if TYPE_CHECKING:
    from tracker.render.grouped import Grouping

View: TypeAlias = Callable[[Review, Wording], Sequence[Sheet]]


def folding(selectors: Sequence[str], *, everything: bool) -> Fold:
    """What is folded: nothing where all, a verdict or a day is asked for; what is named never is."""
    from tracker.cli.selectors import JUDGED, label_of

    labels = {label_of(selector) for selector in selectors}
    return Fold(everything or bool(labels & JUDGED), frozenset(selectors))


class Checking(NamedTuple):
    """How a check is to be made."""

    quiet: bool = False
    fail_on: FailOn = FailOn.WARN
    unknown_ok: bool = False
    changed_since: str | None = None
    cadence: Cadence | None = None
    channels: Sequence[str] = ()
    everything: bool = False


def status(
    place: Path | None,
    asking: Asking,
    looks: Looks,
    selectors: Sequence[str],
    *,
    exit_code: bool,
    everything: bool = False,
    sort: Sort = Sort.DECLARED,
) -> Exit:
    """One line a target; on a terminal with its course and a bar."""
    fold = folding(selectors, everything=everything)
    made = drawn if form_of(looks) is Format.TABLE else views.status

    def view(review: Review, wording: Wording) -> Sequence[Sheet]:
        return made(review, wording, fold)

    return report(view, place, asking, looks, selectors, exit_code=exit_code, sort=sort)


def drawn(review: Review, wording: Wording, fold: Fold) -> Sequence[Sheet]:
    """The status with its pictures."""
    from tracker.render.pictured import with_courses

    return with_courses(views.status(review, wording, fold), fold.shown(review), wording)


def gap(
    place: Path | None,
    asking: Asking,
    looks: Looks,
    selectors: Sequence[str],
    *,
    exit_code: bool,
    by: Grouping | None = None,
    everything: bool = False,
    sort: Sort = Sort.DECLARED,
) -> Exit:
    """The gap analysis, whole or in groups."""
    fold = folding(selectors, everything=everything)

    def view(review: Review, wording: Wording) -> Sequence[Sheet]:
        return views.gaps(review, wording, fold)

    def in_groups(review: Review, wording: Wording) -> Sequence[Sheet]:
        from tracker.render.grouped import grouped

        return grouped(review, by, view, wording) if by else ()

    return report(in_groups if by else view, place, asking, looks, selectors, exit_code=exit_code, sort=sort)


def report(
    view: View,
    place: Path | None,
    asking: Asking,
    looks: Looks,
    selectors: Sequence[str],
    *,
    exit_code: bool,
    sort: Sort,
) -> Exit:
    """A view of the workspace; its code is that of a check where that is asked for."""
    workspace = open_named(place)
    review = assess(workspace, asking, selectors)
    code = code_for(review, asked=exit_code or looks.for_monitors)
    answer(workspace, worst_first(review) if sort is Sort.VERDICT else review, view, looks, code)
    return code


def check(place: Path | None, asking: Asking, looks: Looks, selectors: Sequence[str], how: Checking) -> Exit:
    """What is behind, and the code that says so."""
    from tracker.cli.telling import changes, everything

    workspace = open_named(place)
    review = assess(workspace, asking, selectors)
    fold = folding(selectors, everything=how.everything)
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
        answer(workspace, telling.whole, lambda _, w: telling.view(w, fold), looks, code, telling.told, previous)
    if since:
        memory.keep(workspace, since, review)
    if how.channels:
        from tracker.cli.notify import notify as send

        send(workspace, review, limits, how.channels, looks, list(selectors))
    return code
