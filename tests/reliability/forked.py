"""Processes made by forking, that tell their parent something line by line through a pipe."""

from __future__ import annotations

import fcntl
import os
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field

Tell = Callable[[str], None]


@dataclass
class Forked:
    """One child: what it has told so far, whole lines only."""

    pid: int
    pipe: int
    rest: bytes = b""
    told: list[str] = field(default_factory=list)

    def listen(self) -> list[str]:
        """The lines told since the last time, without waiting."""
        while part := self._part():
            self.rest += part
        *lines, self.rest = self.rest.split(b"\n")
        fresh = [line.decode() for line in lines]
        self.told += fresh
        return fresh

    def _part(self) -> bytes:
        try:
            return os.read(self.pipe, 65536)
        except BlockingIOError:
            return b""

    def kill(self) -> list[str]:
        """Kill it without warning, and hear what it had told before."""
        os.kill(self.pid, signal.SIGKILL)
        return self.wait()

    def wait(self) -> list[str]:
        """Wait for its end while listening, and hear the last of it."""
        os.set_blocking(self.pipe, True)
        fresh = self.listen()
        os.close(self.pipe)
        os.waitpid(self.pid, 0)
        return fresh


def forked(work: Callable[[Tell], None]) -> Forked:
    """A child doing `work`, which is given a way to tell."""
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid:
        os.close(theirs)
        os.set_blocking(ours, False)
        fcntl.fcntl(ours, fcntl.F_SETFD, fcntl.FD_CLOEXEC)
        return Forked(pid, ours)
    status = 1
    try:
        os.close(ours)
        work(lambda line: _tell(theirs, line))
        status = 0
    except BaseException:  # noqa: BLE001  told to the parent, who judges it
        _tell(theirs, "error " + traceback.format_exc().replace("\n", " | "))
    finally:
        os._exit(status)


def _tell(pipe: int, line: str) -> None:
    os.write(pipe, line.encode()[:4000] + b"\n")
