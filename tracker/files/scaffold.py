"""The first files of a new workspace."""

from __future__ import annotations

from pathlib import Path

EMPTY, FILLED = "commented", "example"
HERE = Path(__file__).parent / "scaffold_files"


def already_there(folder: Path) -> str | None:
    """What would be in the way: the name of a part of a workspace that exists."""
    return next((name for name in ("targets", "seeds", "actuals", "tracker.toml") if (folder / name).exists()), None)


def write_scaffold(folder: Path, *, filled: bool) -> list[str]:
    """Write the files and give their names; with `filled` made-up targets and figures, otherwise commented examples.

    A file that is there stays as it is, and is not named.
    """
    source = HERE / (FILLED if filled else EMPTY)
    written = []
    for original in sorted(p for p in source.rglob("*") if p.is_file()):
        name = original.relative_to(source).as_posix().replace("dot-", ".")
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("xb") as file:
                file.write(original.read_bytes())
        except FileExistsError:
            continue
        written.append(name)
    return written
