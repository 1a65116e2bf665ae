"""Faults put into a copy of the project one at a time, and whether the tests notice: `make mutants`."""

# ruff: noqa: T201 - printing is what a script does

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.util import cache_from_source
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
ENOUGH = 75
"""So many of the eighty must be noticed."""
LONGEST = 900
"""Seconds the tests of one room may take; a fault that makes them run on and on is noticed too."""
PASSED, FAILED, BROKEN = 0, 1, 2
"""How pytest ends: all well, a test failed, or nothing could be imported."""
LEFT_BEHIND = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "dist")


class Mutant(NamedTuple):
    """One fault: a text that stands once in a file of the package, what stands there instead, and tests to try."""

    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    @property
    def room(self) -> str:
        """The room the file lies in."""
        return self.file.partition("/")[0]

    def applied(self, text: str) -> str:
        """The text of the file with the fault in it; ValueError unless the place is the only one."""
        if text.count(self.old) != 1 or self.old == self.new:
            raise ValueError(f"{self.file}: {self.old!r} stands there {text.count(self.old)} times")
        return text.replace(self.old, self.new)


def mutants() -> tuple[Mutant, ...]:
    """Every fault, in the order they are written down."""
    rows = tomllib.loads((HERE / "mutants.toml").read_text(encoding="utf-8"))["mutant"]
    return tuple(mutant(**row) for row in rows)


def mutant(file: str, old: str, new: str, tests: Sequence[str] = ()) -> Mutant:
    """One row of the list: tried on the tests of its file, then on those of its room, then on others that are named."""
    room, own = f"tests/{file.partition('/')[0]}", Path("tests", file).with_name(f"test_{Path(file).name}")
    mirror = [own.as_posix()] if (ROOT / own).exists() else []
    return Mutant(file, old, new, (*mirror, room, *tests))


@contextmanager
def changed(path: Path, fault: Mutant) -> Iterator[None]:
    """The file with the fault in it; what was compiled of it before is not used again."""
    sound = path.read_text(encoding="utf-8")
    try:
        rewrite(path, fault.applied(sound))
        yield
    finally:
        rewrite(path, sound)


def rewrite(path: Path, text: str) -> None:
    """A module with another text, and nothing compiled beside it."""
    path.write_text(text, encoding="utf-8")
    Path(cache_from_source(str(path))).unlink(missing_ok=True)


def tested(copy: Path, tests: Iterable[str]) -> int:
    """How the tests of a copy end, at the first that fails."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "-p", "no:cacheprovider", *tests]
    environment = os.environ | {"PYTHONPATH": str(copy)}
    try:
        done = subprocess.run(  # noqa: PLW1510 -- how it ends is what is asked about
            command, cwd=copy, env=environment, capture_output=True, timeout=LONGEST
        )
    except subprocess.TimeoutExpired:
        return FAILED
    if done.returncode not in {PASSED, FAILED, BROKEN}:
        raise SystemExit(done.stdout.decode() + done.stderr.decode())
    return done.returncode


def noticed(copy: Path, fault: Mutant) -> bool:
    """Whether the tests notice a fault."""
    with changed(copy / "tracker" / fault.file, fault):
        return any(tested(copy, [path]) != PASSED for path in fault.tests)


def main(wanted: Sequence[str]) -> int:
    """Try every fault, or those whose file begins so; 1 where too few are noticed."""
    chosen = [one for one in mutants() if not wanted or one.file.startswith(tuple(wanted))]
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copy = Path(shutil.copytree(ROOT, Path(folder) / "project", ignore=LEFT_BEHIND))
        if tested(copy, dict.fromkeys(path for one in chosen for path in one.tests)) != PASSED:
            print("The tests fail as they stand; mend that first.")
            return 1
        killed = [tell(one, killed=noticed(copy, one)) for one in chosen]
    print(f"{sum(killed)} of {len(killed)} noticed")
    return int(sum(killed) < (len(killed) if wanted else ENOUGH))


def tell(fault: Mutant, *, killed: bool) -> bool:
    """Say of one fault whether it was noticed."""
    print(f"{'killed  ' if killed else 'SURVIVED'} {fault.file}: {fault.old} -> {fault.new}", flush=True)
    return killed


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
