"""What a check sends when verdicts changed: a title, and one line a change, cut to what a channel carries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tracker.assessment.change import Change
from tracker.assessment.review import Review
from tracker.render.as_plain import clean
from tracker.render.catalogue import N_
from tracker.render.changes import changed_lines
from tracker.render.warnings import standing
from tracker.render.wording import Wording

CUT = "..."


class Digest(NamedTuple):
    """The title, and the body line by line."""

    title: str
    lines: tuple[str, ...]

    @property
    def body(self) -> str:
        """The whole body."""
        return "\n".join(self.lines)


def digest(changes: Sequence[Change], whole: Review, wording: Wording) -> Digest:
    """The changes, worst first, and how everything stands after them."""
    facts = {"workspace": whole.portfolio.name, "n": len(changes), "day": whole.as_of}
    title = wording.say(N_("{workspace}: verdicts changed as of {day}: {n}"), **facts)
    lines = [note for sheet in changed_lines(changes, wording) for note in sheet.notes]
    return Digest(clean(title), tuple(clean(line) for line in (*lines, *standing(whole, wording))))


def cut(lines: Sequence[str], most: int) -> str:
    """As many whole lines as fit into some bytes of UTF-8, or the beginning of the first; a cut is marked.

    Bytes, since some channels count those and others characters: what fits by bytes fits by both.
    """
    whole = "\n".join(lines)
    if len(whole.encode()) <= most:
        return whole
    kept = list(lines)
    while len(kept) > 1:
        kept.pop()
        if len("\n".join([*kept, CUT]).encode()) <= most:
            return "\n".join([*kept, CUT])
    room = max(most - len(CUT), 0)
    return lines[0].encode()[:room].decode(errors="ignore") + CUT[: max(most, 0)]
