"""What a monitoring system is told when there is no answer: one line on stdout and the code for "unknown"."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tracker.cli.trouble import Exit, Trouble
from tracker.domain.fault import Rejected


def listening(arguments: Sequence[str]) -> bool:
    """Whether the answer was to be for a monitoring system, however wrong the rest of the command line is."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    before = ("", *options)
    return any(
        word in {"--format=nagios", "-fnagios", "-f=nagios"} or (word == "nagios" and told in {"--format", "-f"})
        for told, word in zip(before, options, strict=False)
    )


def unknown(error: BaseException) -> int:
    """Tell the error in one line: monitors take other codes for a failure of their own, and drop the text."""
    from tracker.render.as_nagios import STATES, plugin_line

    try:
        sys.stdout.write(plugin_line(STATES[Exit.UNKNOWN], sentence(error)))
        sys.stdout.flush()
    except OSError:
        return Exit.UNKNOWN
    return Exit.UNKNOWN


def sentence(error: BaseException) -> str:
    """What went wrong."""
    if isinstance(error, Trouble):
        return error.sentence
    if isinstance(error, Rejected):
        more = f" (and {len(error.faults) - 1} more)" if len(error.faults) > 1 else ""
        first = error.faults[0]
        return f"nothing was judged: {first.path}:{first.line}: {first.complaint}{more}"
    told = getattr(error, "format_message", None)
    return str(told() if told else error) or "interrupted"
