"""Which targets and milestones are meant: ids, globs, and labels with a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any, TypeAlias

from tracker.assessment.assess import Assessment
from tracker.assessment.milestones import MilestoneAssessment
from tracker.assessment.review import Review, Wanted, everything
from tracker.assessment.verdict import Verdict
from tracker.cli.asked import usage
from tracker.cli.due import due
from tracker.domain.portfolio import Portfolio
from tracker.domain.target import Milestone, Target
from tracker.domain.words import Words

Assessed: TypeAlias = Assessment | MilestoneAssessment
Promise: TypeAlias = Target | Milestone
GLOB = frozenset("*?[")
JUDGED = frozenset({"due", "verdict"})
"""The labels that only a judgement tells."""


def declared(assessed: Assessed) -> Promise:
    """What was promised."""
    return assessed.target if isinstance(assessed, Assessment) else assessed.milestone


def names(words: Words | None) -> list[str]:
    """A name in each language it has."""
    return [name for name in (words.zh, words.en) if name] if words else []


LABELS: Mapping[str, Callable[[Promise], list[str]]] = {
    "lead": lambda p: names(p.responsibility.lead),
    "chain": lambda p: names(p.responsibility.chain),
    "region": lambda p: names(p.region),
    "policy": lambda p: [p.policy],
    "tag": lambda p: list(p.responsibility.tags),
}


def by_kind(selectors: Iterable[str]) -> dict[str, list[str]]:
    """The selectors of each kind: those of one kind widen what is meant, those of another narrow it."""
    kinds: dict[str, list[str]] = {}
    for selector in selectors:
        kinds.setdefault(label_of(selector), []).append(selector)
    return kinds


def to_judge(selectors: Iterable[str], portfolio: Portfolio) -> Wanted:
    """Which promises must be judged to tell what the selectors mean; an id that does not exist is an error."""
    kinds = [several for label, several in by_kind(selectors).items() if label not in JUDGED]
    if not kinds:
        return everything
    return meant_by_all([[by_declaration(selector, portfolio) for selector in several] for several in kinds])


def select(review: Review, selectors: Iterable[str]) -> Review:
    """What the selectors mean; all of it without one. An id that does not exist is an error."""
    kinds = [[matcher(selector, review) for selector in several] for several in by_kind(selectors).values()]
    if not kinds:
        return review
    meant = meant_by_all(kinds)
    return review._replace(
        targets=tuple(a for a in review.targets if meant(a)),
        milestones=tuple(m for m in review.milestones if meant(m)),
    )


def meant_by_all(kinds: Sequence[Sequence[Callable[[Any], bool]]]) -> Callable[[Any], bool]:
    """Whether a promise is meant by a selector of every kind."""
    return lambda promise: all(any(match(promise) for match in several) for several in kinds)


def label_of(selector: str) -> str:
    """The word before the colon of a selector, which is its kind; empty for an id or a glob."""
    label, colon, _ = selector.partition(":")
    return label if colon else ""


def matcher(selector: str, review: Review) -> Callable[[Assessed], bool]:
    """What one selector means of promises that were judged."""
    label, word = label_of(selector), selector.partition(":")[2]
    if label == "due":
        return due(word, review.as_of)
    if label == "verdict":
        if not any(fnmatchcase(verdict, word.lower()) for verdict in Verdict):
            raise usage(f'there is no verdict "{word}"', f"write one of: {', '.join(Verdict)}")
        return lambda a: fnmatchcase(a.verdict.value, word.lower())
    match = by_declaration(selector, review.portfolio)
    return lambda a: match(declared(a))


def by_declaration(selector: str, portfolio: Portfolio) -> Wanted:
    """What one selector means of promises as they are declared."""
    label, word = label_of(selector), selector.partition(":")[2]
    if label:
        if label not in LABELS:
            named = ", ".join(f"{name}:" for name in (*LABELS, "verdict", "due"))
            raise usage(f'there is no selector "{label}:"', f"write one of: {named}")
        return lambda promise: any(fnmatchcase(name.lower(), word.lower()) for name in LABELS[label](promise))
    if GLOB & set(selector):
        return lambda promise: fnmatchcase(promise.id, selector)
    known = {*(target.id for target in portfolio.targets), *(milestone.id for milestone in portfolio.milestones)}
    if selector not in known:
        raise unknown_id(selector, known)
    return lambda promise: promise.id == selector


def only(portfolio: Portfolio, id_: str) -> Wanted:
    """The one target or milestone of that id."""
    if GLOB & set(id_) or ":" in id_:
        raise usage(f'"{id_}" is not the id of one target or milestone', "tracker status lists them all")
    return by_declaration(id_, portfolio)


def unknown_id(wanted: str, known: Iterable[str]) -> Exception:
    """A named id that does not exist, with the one that was probably meant."""
    from difflib import get_close_matches

    near = get_close_matches(wanted, sorted(known), n=3, cutoff=0.5)
    return usage(
        f'there is no target or milestone "{wanted}"',
        f"did you mean {', '.join(near)}?" if near else "tracker status lists them all",
    )
