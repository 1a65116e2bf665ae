"""Which targets and milestones are meant: ids, globs, and labels with a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatchcase
from typing import TypeAlias

from tracker.assessment.assess import Assessment
from tracker.assessment.milestones import MilestoneAssessment
from tracker.assessment.review import Review
from tracker.assessment.verdict import Verdict
from tracker.cli.asked import usage
from tracker.cli.due import due
from tracker.domain.target import Milestone, Responsibility, Target
from tracker.domain.words import Words

Assessed: TypeAlias = Assessment | MilestoneAssessment
GLOB = frozenset("*?[")


def declared(assessed: Assessed) -> Target | Milestone:
    """What was promised."""
    return assessed.target if isinstance(assessed, Assessment) else assessed.milestone


def names(words: Words | None) -> list[str]:
    """A name in each language it has."""
    return [name for name in (words.zh, words.en) if name] if words else []


def answering(assessed: Assessed) -> Responsibility:
    """Who answers for it."""
    return declared(assessed).responsibility


LABELS: Mapping[str, Callable[[Assessed], list[str]]] = {
    "lead": lambda a: names(answering(a).lead),
    "chain": lambda a: names(answering(a).chain),
    "region": lambda a: names(declared(a).region),
    "policy": lambda a: [declared(a).policy],
    "tag": lambda a: list(answering(a).tags),
    "verdict": lambda a: [a.verdict.value],
}


def select(review: Review, selectors: Iterable[str]) -> Review:
    """What any of the selectors means; all of it without one. An id that does not exist is an error."""
    wanted = [matcher(selector, review) for selector in selectors]
    if not wanted:
        return review
    return review._replace(
        targets=tuple(a for a in review.targets if any(match(a) for match in wanted)),
        milestones=tuple(m for m in review.milestones if any(match(m) for match in wanted)),
    )


def matcher(selector: str, review: Review) -> Callable[[Assessed], bool]:
    """What one selector means."""
    label, colon, word = selector.partition(":")
    if label == "due" and colon:
        return due(word, review.as_of)
    if colon:
        if label not in LABELS:
            named = ", ".join(f"{name}:" for name in (*LABELS, "due"))
            raise usage(f'there is no selector "{label}:"', f"write one of: {named}")
        if label == "verdict" and not any(fnmatchcase(verdict, word.lower()) for verdict in Verdict):
            raise usage(f'there is no verdict "{word}"', f"write one of: {', '.join(Verdict)}")
        return lambda a: any(fnmatchcase(name.lower(), word.lower()) for name in LABELS[label](a))
    if GLOB & set(selector):
        return lambda a: fnmatchcase(declared(a).id, selector)
    known = [t.id for t in review.portfolio.targets] + [m.id for m in review.portfolio.milestones]
    if selector not in known:
        raise unknown_id(selector, known)
    return lambda a: declared(a).id == selector


def only(review: Review, wanted: str) -> Review:
    """The one target or milestone of that id."""
    return select(review, [wanted]) if not GLOB & set(wanted) and ":" not in wanted else not_an_id(wanted)


def not_an_id(wanted: str) -> Review:
    """A selector where one id is wanted."""
    raise usage(f'"{wanted}" is not the id of one target or milestone', "tracker status lists them all")


def unknown_id(wanted: str, known: Iterable[str]) -> Exception:
    """A named id that does not exist, with the one that was probably meant."""
    from difflib import get_close_matches

    near = get_close_matches(wanted, list(known), n=3, cutoff=0.5)
    return usage(
        f'there is no target or milestone "{wanted}"',
        f"did you mean {', '.join(near)}?" if near else "tracker status lists them all",
    )
