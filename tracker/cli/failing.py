"""The options that say what makes the exit code non-zero."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from tracker.cli.asked import FailOn

FailOnOption: TypeAlias = Annotated[
    FailOn, typer.Option("--fail-on", help="From where on the code is not 0; early: an early warning is 1.")
]
UnknownOk: TypeAlias = Annotated[
    bool, typer.Option("--unknown-ok", help="What cannot be judged does not make the code non-zero.")
]
ExitCode: TypeAlias = Annotated[
    bool, typer.Option("--exit-code", help="Leave with the code of check: 1 at risk, 2 off track, 3 cannot be judged.")
]
