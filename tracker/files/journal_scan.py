"""From the bytes of a journal to its submissions: which lines are good, which torn, which damaged."""

from __future__ import annotations

import io
from datetime import datetime
from typing import NamedTuple

from tracker.files.journal_line import SUBMISSION, bare, looks_whole, may_be_torn_seal, sealed_length, summed_bytes
from tracker.files.submission import Journal, Misfit, Remark, Submission, submission_of
from tracker.files.undisturbed import undisturbed

BOM = b"\xef\xbb\xbf"
CHANGED = "this line is not what was written (its sum is wrong): bring it back from a copy of the file"


class _Line(NamedTuple):
    """A bad line without its end, where it stands, and whether it had an end."""

    text: bytes
    number: int
    byte: int
    ended: bool


def scan(data: bytes, seen: Journal, inode: int) -> tuple[Journal, tuple[Remark, ...]]:
    """The journal `seen` carried on over the bytes that follow it, and every place where they are damaged."""
    reading = _Reading(seen)
    with undisturbed():
        reading.take(data)
    return reading.journal(data, inode), tuple(reading.places)


class _Reading:
    """One pass over the bytes of a journal."""

    def __init__(self, seen: Journal) -> None:
        self.seen = seen
        self.fresh: list[Submission] = []
        self.keys: dict[str, datetime] = {}
        self.last = seen.last
        self.in_order = True
        self.size, self.lines, self.torn = seen.size, seen.lines, 0
        self.pending: list[_Line] = []  # bad lines, waiting for the seal that disowns them
        self.notices: list[Remark] = []
        self.places: list[Remark] = []

    def take(self, data: bytes) -> None:
        """Take in every line, then judge what is left over at the end."""
        byte, number = self.size, self.lines
        for raw in io.BytesIO(data):
            number += 1
            text = raw if byte else raw.removeprefix(BOM)
            content = summed_bytes(text, SUBMISSION)
            if content is None:
                self.other(_Line(bare(text), number, byte, raw.endswith(b"\n")))
            else:
                if self.pending:
                    self.name_pending()
                self.submission(content, number, byte)
            byte += len(raw)
            if not self.pending:
                self.size, self.lines = byte, number
        if data and not data.endswith(b"\n") and not self.pending:
            self.lines -= 1
        self.end()

    def submission(self, content: bytes, number: int, byte: int) -> None:
        """Add the submission of a line whose sum is right, or name what keeps it from being one."""
        try:
            one = submission_of(content, number)
        except Misfit as misfit:
            self.places.append(Remark(misfit.code, number, byte, misfit.text))
        else:
            self.keep(one, byte)

    def keep(self, one: Submission, byte: int) -> None:
        """Add a submission, unless the very same one was read before (two copies of a journal merged)."""
        if one.key in self.keys or one.key in self.seen.keys:
            self.notices.append(Remark("repeated", one.line, byte, "this submission stands in the journal already"))
            return
        self.keys[one.key] = one.at
        self.fresh.append(one)
        if self.last is None or one.at > self.last:
            self.last = one.at
        else:
            self.in_order = False

    def other(self, line: _Line) -> None:
        """Take a line that is no good submission: a seal, an empty line or a bad one."""
        length = sealed_length(line.text)
        if length is None:
            if line.text or self.pending:
                self.pending.append(line)
        elif self.pending and length == self.pending_bytes():
            text = f"{length} bytes of a record cut short were set aside; it was never acknowledged"
            self.notices.append(Remark("sealed", self.pending[0].number, self.pending[0].byte, text))
            self.pending.clear()
        elif self.pending:
            self.name_pending()

    def pending_bytes(self) -> int:
        """The length of the bad lines with the newlines between them, whichever newlines those are."""
        return sum(len(line.text) + 1 for line in self.pending) - 1

    def name_pending(self) -> None:
        """Name the bad lines that something other than their seal follows."""
        self.places.append(Remark("damage", self.pending[0].number, self.pending[0].byte, CHANGED))
        self.pending.clear()

    def end(self) -> None:
        """Judge the bad lines at the end of the file: a torn tail, or damage to what was whole before."""
        if not self.pending:
            return
        following = [may_be_torn_seal(line.text) for line in self.pending[1:]] + [False]
        if any(_changed(line) and not seal for line, seal in zip(self.pending, following, strict=True)):
            self.name_pending()
            return
        self.torn = self.pending_bytes()
        text = f"the last {self.torn} bytes are a record being written, or cut short; they are not read"
        self.notices.append(Remark("torn", self.pending[0].number, self.pending[0].byte, text))

    def journal(self, data: bytes, inode: int) -> Journal:
        """What was seen and what was read now, as one journal in the order of time."""
        seen = self.seen
        everything = seen.submissions + tuple(self.fresh) if self.fresh else seen.submissions
        if not self.in_order:
            everything = tuple(sorted(everything, key=lambda one: (one.at, one.key)))
        kept = tuple(notice for notice in seen.notices if notice.code != "torn")
        return Journal(
            submissions=everything,
            keys={**seen.keys, **self.keys} if self.keys else seen.keys,
            last=self.last,
            size=self.size,
            lines=self.lines,
            torn=self.torn,
            newline_due=not data.endswith(b"\n") if data else seen.newline_due,
            inode=inode,
            notices=kept + tuple(self.notices),
        )


def _changed(line: _Line) -> bool:
    """Whether a bad line was whole once: what is cut while being written has no end, or a hole."""
    return line.ended and looks_whole(line.text)
