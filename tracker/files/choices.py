"""The words a declaration may choose from, where the domain keeps them as they are written."""

from __future__ import annotations

from enum import StrEnum


class Nature(StrEnum):
    """How binding a target is: what the state expects, or what must be met."""

    BINDING = "binding"
    ANTICIPATORY = "anticipatory"


class Strength(StrEnum):
    """How strongly a promise is worded."""

    STRIVE = "strive"
    ENSURE = "ensure"


class PriceBasis(StrEnum):
    """The prices a value is counted in."""

    CURRENT = "current"
    CONSTANT = "constant"


class ListKind(StrEnum):
    """Whether a list of deeds is complete."""

    CLOSED = "closed"
    OPEN = "open"


class ProjectKind(StrEnum):
    """What a project is this year: carried over, begun, finished, or prepared."""

    CONTINUED = "continued"
    NEW = "new"
    FINISHING = "finishing"
    PRELIMINARY = "preliminary"
