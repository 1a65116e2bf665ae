"""How a promise or a deed stands, in one word with one mark: deeds borrow the marks and colours of verdicts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from tracker.assessment.milestones import ItemState
from tracker.assessment.verdict import Verdict
from tracker.render.catalogue import N_
from tracker.render.wording import Wording

State: TypeAlias = Verdict | ItemState

LIKE: Mapping[ItemState, Verdict] = {
    ItemState.DONE: Verdict.MET,
    ItemState.LATE: Verdict.MISSED,
    ItemState.DUE: Verdict.AT_RISK,
    ItemState.OPEN: Verdict.UNKNOWN,
}
COLOURS: Mapping[Verdict, str] = {
    Verdict.MET: "#1b7f3b",
    Verdict.ON_TRACK: "#1b7f3b",
    Verdict.AT_RISK: "#9a6700",
    Verdict.OFF_TRACK: "#b42318",
    Verdict.MISSED: "#b42318",
    Verdict.UNKNOWN: "#52606d",
}
"""Dark enough to be read on white; the word and the mark say the same."""


def like(state: State) -> Verdict:
    """The verdict by whose mark and colour a state is shown."""
    return LIKE[state] if isinstance(state, ItemState) else state


def mark(state: State, wording: Wording) -> str:
    """The mark of a state."""
    return wording.mark(like(state))


def word(state: State, wording: Wording) -> str:
    """The word of a state without its mark."""
    if state is ItemState.OPEN:
        return wording.say(N_("still open"))
    return wording.code(state) if isinstance(state, ItemState) else wording.say_verdict(state)


def stated(state: State, wording: Wording) -> str:
    """A state with its mark."""
    return f"{mark(state, wording)} {word(state, wording)}"


def every_state(wording: Wording) -> tuple[tuple[str, Verdict], ...]:
    """Every word for how something stands with its mark, and the verdict by whose colour it is shown."""
    return tuple((stated(state, wording), like(state)) for state in (*Verdict, *ItemState))
