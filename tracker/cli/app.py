"""The one place that turns what goes wrong into words and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any, TextIO

from tracker.cli.monitor import listening, unknown
from tracker.cli.quick import carry_out, understood
from tracker.cli.trouble import Exit, Trouble
from tracker.domain.fault import Rejected


def main() -> None:
    """Run one command and leave with its exit code."""
    sys.stdout, sys.stderr = sys.stdout or closed_stream(os.O_RDONLY), sys.stderr or closed_stream(os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def closed_stream(mode: int) -> TextIO:
    """What stands in for a stream the caller has closed: opened to be read it refuses what is written."""
    return os.fdopen(os.open(os.devnull, mode), "w")


def run(arguments: list[str]) -> int:
    """One command's exit code; every error is told on stderr."""
    try:
        request = understood(arguments)
        code = carry_out(request) if request else by_typer(arguments)
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt, SystemExit) as error:  # noqa: BLE001 -- the last door: nothing may end in a traceback
        code = next(end for kind, end in ENDINGS if isinstance(error, kind))(error)
        return unknown(error) if listening(arguments) else code
    return int(code or 0)


def by_typer(arguments: list[str]) -> int | None:
    """Any line whatever, by the command line's library."""
    import typer

    from tracker.cli.answer import language
    from tracker.cli.commands import commands_for

    command = typer.main.get_command(commands_for(arguments))
    if language(os.environ) == "zh":
        from tracker.cli.help_in_words import speak_chinese

        speak_chinese(command)
    code: int | None = command(arguments, prog_name="tracker", standalone_mode=False)
    return code


def unreachable(error: OSError) -> Trouble:
    """A file that is named was to be read; what has no name is what we write to."""
    if error.filename is not None:
        return Trouble(Exit.NO_INPUT, f"could not read {error.filename}: {error.strerror}")
    return Trouble(Exit.NOT_WRITTEN, f"could not write: {error.strerror or error}")


def unforeseen(error: Exception) -> int:
    """Usage errors of the command line carry a message of their own; everything else is a fault of this program."""
    if type(error).__name__ == "NoArgsIsHelpError":
        return tell_text(f"{error}\n", Exit.USAGE)
    if type(error).__name__ == "Abort":
        return Exit.INTERRUPTED
    if hasattr(error, "exit_code") and hasattr(error, "format_message"):
        command = getattr(getattr(error, "ctx", None), "command_path", "tracker")
        return tell(Trouble(Exit.USAGE, error.format_message(), f"{command} --help"))
    if os.environ.get("TRACKER_DEBUG"):
        raise error
    sentence = f"this should not have happened: {type(error).__name__}: {error}"
    return tell(Trouble(Exit.BUG, sentence, "run it again with TRACKER_DEBUG=1 and report what it prints"))


def rejected(error: Rejected) -> int:
    """Every fault of every file."""
    from tracker.render.faults import as_text

    return tell_text(as_text(error.faults, len({fault.path for fault in error.faults})), Exit.DATA)


def tell(trouble: Trouble) -> int:
    """One error on stderr."""
    return tell_text(f"{trouble}\n", trouble.code)


def tell_text(text: str, code: int) -> int:
    """Text on stderr, with the code to leave with; stdout is closed quietly where it cannot be written."""
    try:
        sys.stdout.flush()
    except OSError:
        closed_pipe()
    sys.stderr.write(text)
    return code


def closed_pipe(code: Exit = Exit.CLOSED_PIPE) -> int:
    """Nobody reads any more: let the interpreter flush into nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return code


ENDINGS: tuple[tuple[type[BaseException], Callable[[Any], int]], ...] = (
    (BrokenPipeError, lambda _: closed_pipe()),
    (OSError, lambda error: tell(unreachable(error))),
    (Rejected, rejected),
    (Trouble, tell),
    (KeyboardInterrupt, lambda _: closed_pipe(Exit.INTERRUPTED)),  # the rest of an answer is not waited for
    (SystemExit, lambda _: closed_pipe()),  # Typer meets a broken pipe itself, and would leave with 1
    (Exception, unforeseen),
)
"""What each error ends in; the first that fits."""
