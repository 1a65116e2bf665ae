"""How everything stands in the words of a supervision notice, on one line."""

from __future__ import annotations

from tracker.assessment.notice import Counts, Notice, counts
from tracker.assessment.review import Review
from tracker.render.catalogue import N_, NOTICES
from tracker.render.wording import Wording


def noticed(review: Review, wording: Wording) -> str:
    """How many stand how, of those that could be judged, and how many could not."""
    found = counts(review)
    return wording.joined([judged(found, wording), one(Notice.NOT_JUDGED, found, wording) if found.judged else ""])


def judged(found: Counts, wording: Wording) -> str:
    """How many could be judged, and how they stand."""
    facts = {"judged": found.judged, "every": found.total, "said": listed(found, wording)}
    if not found.judged:
        return wording.say(N_("{judged} of {every} could be judged"), **facts)
    return wording.say(N_("{judged} of {every} could be judged: {said}"), **facts)


def listed(found: Counts, wording: Wording) -> str:
    """The counts of what could be judged, those of nothing left out."""
    told = (one(notice, found, wording) for notice in Notice if notice is not Notice.NOT_JUDGED)
    return wording.listed(filter(None, told))


def one(notice: Notice, found: Counts, wording: Wording) -> str:
    """One count; nothing of none."""
    n = found.each[notice]
    return wording.say(N_("{n} {verdict}"), n=n, verdict=wording.say(NOTICES[notice])) if n else ""
