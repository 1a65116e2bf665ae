"""One byte changed anywhere: it is noticed, and nothing that was never written is read."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from zlib import crc32

import pytest

from tracker.files import journal_scan
from tracker.files.journal_line import seal_line, submission_line
from tracker.files.journal_scan import scan
from tracker.files.submission import Journal, Submission

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
LINES = [
    submission_line(f"{number:064x}", NOON + timedelta(minutes=number), "李", [{"period": "2026-10", "value": "12.50"}])
    for number in range(3)
]
WHOLE = b"".join(LINES)


def contents(journal: Journal) -> list[Submission]:
    """The submissions, wherever they stand: a lost newline changes the number of every later line."""
    return [one._replace(line=0) for one in journal.submissions]


WRITTEN = contents(scan(WHOLE, Journal(), 1)[0])


def unnoticed(cases: int) -> list[tuple[int, int]]:
    """Of so many changes of one byte, those after which the journal reads differently and says nothing."""
    chance = random.Random(11)
    missed = []
    for _ in range(cases):
        place, byte = chance.randrange(len(WHOLE)), chance.randrange(256)
        found, damage = scan(WHOLE[:place] + bytes([byte]) + WHOLE[place + 1 :], Journal(), 1)
        told = bool(damage or found.notices)
        if (not told and contents(found) != WRITTEN) or any(one not in WRITTEN for one in contents(found)):
            missed.append((place, byte))
    return missed


def test_no_changed_byte_goes_unnoticed():
    """Twenty thousand changes at random; what is still read was written."""
    assert unnoticed(20_000) == []


def test_control_without_the_sum_changes_go_unnoticed(monkeypatch: pytest.MonkeyPatch):
    """Hundreds of them: digits of values, names, times."""
    monkeypatch.setattr(journal_scan, "summed_bytes", lambda line, _kind: line[24:-2] if b'"sub":' in line else None)
    assert len(unnoticed(2_000)) > 200


@pytest.mark.parametrize("number", range(len(LINES)))
def test_a_changed_value_is_damage_wherever_it_stands(number: int):
    """Also in the last line, where a tear would be forgiven."""
    changed = b"".join(line.replace(b"12.50", b"72.50") if at == number else line for at, line in enumerate(LINES))
    found, damage = scan(changed, Journal(), 1)
    assert ([place.line for place in damage], len(found.submissions)) == ([number + 1], 2)


def spliced(chance: random.Random) -> bytes:
    """Pieces of good lines, seals, noise, zeros and line ends in any order, some of them under a right sum."""
    pieces = [*LINES, seal_line(chance.randrange(300)), chance.randbytes(20), bytes(9), b"\n", b"\r\n", b"{", b"}}"]
    chosen = [chance.choice(pieces) for _ in range(chance.randrange(12))]
    cut = [piece[chance.randrange(3) :] if chance.random() < 0.2 else piece for piece in chosen]
    content = chance.choice([b"[" * 5000, b"null", b'{"v":1}', b'{"at":5}', chance.randbytes(8)])
    return b"".join(cut) + b'{"crc":"%08x","sub":%s}\n' % (crc32(content), content)


def test_any_bytes_are_read_or_named():
    """Five thousand files of spliced pieces: never a traceback, and nothing read that was not written."""
    chance = random.Random(13)
    outcomes = [scan(spliced(chance), Journal(), 1) for _ in range(5_000)]
    assert all(damage or found.notices for found, damage in outcomes)
    assert all(one in WRITTEN for found, _ in outcomes for one in contents(found))
