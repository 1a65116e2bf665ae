"""The list of commands, and the one place that turns what goes wrong into words and an exit code."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli import check, gap, init, schema, show, status, validate
from tracker.cli.trouble import Exit, Trouble
from tracker.domain.fault import Rejected
from tracker.version import VERSION

app = typer.Typer(
    name="tracker",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help="Where each policy target stands, whether it is on schedule, and what the rest of the time must bring.",
    epilog="Exit codes: 0 fine, 1 at risk, 2 off track or missed, 3 cannot be judged (check); 64 and up are errors.",
)
app.command("init")(init.command)
app.command("status")(status.command)
app.command("gap")(gap.command)
app.command("show")(show.command)
app.command("check")(check.command)
app.command("validate")(validate.command)
app.command("schema")(schema.command)


def tell_version(asked: bool) -> None:
    """Print the version and stop."""
    if asked:
        print(f"tracker {VERSION}")
        raise typer.Exit


@app.callback()
def tracker(
    context: typer.Context,
    workspace: Annotated[
        Path | None, typer.Option("-C", "--workspace", metavar="DIR", help="The workspace, or a folder inside it.")
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=tell_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Note where the workspace is; it is looked for when a command needs it."""
    del version
    context.obj = workspace


def main() -> None:
    """Run one command and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """One command's exit code; every error is told on stderr."""
    try:
        code = typer.main.get_command(app)(arguments, prog_name="tracker", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        return closed_pipe()
    except OSError as error:
        return tell(Trouble(Exit.NOT_WRITTEN, f"could not write: {error.strerror or error}"))
    except Rejected as rejected:
        from tracker.render.faults import as_text

        return tell_text(as_text(rejected.faults, len({f.path for f in rejected.faults})), Exit.DATA)
    except Trouble as trouble:
        return tell(trouble)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except Exception as error:  # noqa: BLE001 -- the last door: nothing may end in a traceback
        return unforeseen(error)
    return int(code or 0)


def unforeseen(error: Exception) -> int:
    """Usage errors of the command line carry a message of their own; everything else is a fault of this program."""
    if isinstance(error, typer.Abort):
        return Exit.INTERRUPTED
    if hasattr(error, "exit_code") and hasattr(error, "format_message"):
        command = getattr(getattr(error, "ctx", None), "command_path", "tracker")
        return tell(Trouble(Exit.USAGE, error.format_message(), f"{command} --help"))
    if os.environ.get("TRACKER_DEBUG"):
        raise error
    sentence = f"this should not have happened: {type(error).__name__}: {error}"
    return tell(Trouble(Exit.BUG, sentence, "run it again with TRACKER_DEBUG=1 and report what it prints"))


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


def closed_pipe() -> int:
    """Nobody reads any more: let the interpreter flush into nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return Exit.CLOSED_PIPE
