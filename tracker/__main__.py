"""The front door of `tracker` and `python -m tracker`."""

import gc
import os
import sys

from tracker.version import VERSION


def main() -> None:
    """Answer a lone `--version` before anything heavy is loaded, and leave the rest to the commands."""
    if sys.argv[1:] == ["--version"] and _said(f"tracker {VERSION}\n"):
        return
    gc.disable()  # one command and out: looking for cycles costs a tenth of a start and finds nothing to free
    try:
        from tracker.cli.app import main as run

        run()
    except KeyboardInterrupt:  # while the commands were being loaded; once they are, they say so themselves
        sys.exit(130)


def _said(line: str) -> bool:
    """Whether the line could be written; where it could not, the commands know what to say and which code to leave."""
    try:
        os.write(1, line.encode())
    except OSError:
        return False
    return True


if __name__ == "__main__":
    main()
