"""Exit codes, and what stops a command before it can answer."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What a command tells the shell: verdicts are 0 to 3, errors 64 and up."""

    OK = 0
    WARN = 1
    CRIT = 2
    UNKNOWN = 3
    USAGE = 64
    DATA = 65
    NO_INPUT = 66
    MISSING_EXTRA = 69
    BUG = 70
    NOT_WRITTEN = 74
    LOCKED = 75
    INTERRUPTED = 130
    CLOSED_PIPE = 141


class Trouble(Exception):
    """An error in one sentence, what to do about it, and its exit code."""

    def __init__(self, code: Exit, sentence: str, help_: str = "") -> None:
        super().__init__(sentence)
        self.code, self.sentence, self.help = code, sentence, help_

    def __str__(self) -> str:
        return f"tracker: {self.sentence}" + (f"\n  help: {self.help}" if self.help else "")
