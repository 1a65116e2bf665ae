"""`tracker cron`: the crontab lines that leave a workspace alone with the clock."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.asked import Language, usage
from tracker.cli.rhythm import Cadence
from tracker.render.catalogue import N_

LINES = """\
# {place}
# {install}
# {beside}
# {mails}
MAILTO={mailto}
CONTENT_TYPE="text/plain; charset=UTF-8"
# {fields}

# {each_day}
# {less}
{daily}

# {each_week}
{weekly}

# {each_month}
{monthly}
"""
COMMENTS = {
    "place": N_("Policy targets in {folder}"),
    "install": N_("Install it with:  tracker cron | crontab -"),
    "beside": N_("or beside what is there:  (crontab -l; tracker cron) | crontab -"),
    "mails": N_("Cron mails what a line prints; a line that has nothing to tell prints nothing and sends no mail."),
    "fields": N_("minute hour day month weekday"),
    "each_day": N_("Working days: what became overdue or red, and what was red and is no longer."),
    "less": N_("Only what fails, without recoveries: add -q. Only red: add --fail-on crit."),
    "each_week": N_(
        "Mondays: milestones and projects due within seven days or overdue, and where the pace needed is rising."
    ),
    "each_month": N_("The 20th, when last month's figures are out: the whole gap analysis, with its warnings."),
}
OPTIONS = {
    Cadence.DAILY: ["--cadence", "daily", "--changed-since", "last"],
    Cadence.WEEKLY: ["--cadence", "weekly"],
    Cadence.MONTHLY: ["--cadence", "monthly"],
}
DAYS = {Cadence.DAILY: "* * 1-5", Cadence.WEEKLY: "* * 1", Cadence.MONTHLY: "20 * *"}
LAST_MINUTE = 24 * 60 - 1


def command(
    context: typer.Context,
    mailto: Annotated[
        str | None, typer.Option("--mailto", metavar="ADDRESS", help="Who gets the mails; this user unless given.")
    ] = None,
    at: Annotated[
        str, typer.Option("--at", metavar="HH:MM", help="The time of day; each line five minutes on.")
    ] = "08:00",
    lang: Annotated[
        Language | None, typer.Option("--lang", help="The language of the mails; that of the environment unless given.")
    ] = None,
) -> None:
    """Print crontab lines for this workspace: daily what became overdue or red, weekly what must move, monthly all.

    Examples:
      tracker cron
      tracker -C /srv/targets cron --mailto plan@bureau.example --at 07:30 --lang zh
      tracker cron | crontab -
    """
    from tracker.cli.answer import language
    from tracker.cli.gather import place_of, workspace_root
    from tracker.cli.recording import login_name
    from tracker.render.wording import wording_for

    root = workspace_root(place_of(context)).resolve()
    tongue = lang or language(os.environ)
    minute = minutes(at)
    lines = {
        rhythm.value: f"{clock(minute + 5 * n)} {DAYS[rhythm]}  {line(root, rhythm, tongue)}"
        for n, rhythm in enumerate(Cadence)
    }
    folder, to, say = one_line(str(root)), one_line(mailto or login_name()), wording_for(tongue).say
    comments = {name: say(sentence, folder=folder) for name, sentence in COMMENTS.items()}
    print(LINES.format(mailto=to, **comments, **lines), end="")


def line(root: Path, rhythm: Cadence, tongue: Language) -> str:
    """One command for /bin/sh, with absolute paths; cron would take a bare % for the end of the line."""
    words = [*program(), "-C", str(root), "check", *OPTIONS[rhythm], "--lang", tongue.value]
    return one_line(shlex.join(words).replace("%", r"\%"))


def program() -> list[str]:
    """How this very tracker is called: by its script, or as a module of this Python."""
    script = shutil.which(sys.argv[0])
    if script and Path(script).stem == "tracker":
        return [str(Path(script).absolute())]
    return [sys.executable, "-m", "tracker"]


def minutes(text: str) -> int:
    """A time of day in minutes; the last line still falls on the same day."""
    hour, colon, minute = text.partition(":")
    if not (colon and hour.isdecimal() and minute.isdecimal() and int(hour) < 24 and int(minute) < 60):  # noqa: PLR2004
        raise usage(f'"{text}" is no time of day', "write it as 08:00")
    return min(int(hour) * 60 + int(minute), LAST_MINUTE - 5 * len(Cadence))


def clock(minute: int) -> str:
    """A minute of the day as the first two fields of a crontab line."""
    return f"{minute % 60} {minute // 60}"


def one_line(text: str) -> str:
    """Text that may stand in a crontab: nothing in it ends a line."""
    if not text.isprintable():
        raise usage(f"a crontab cannot hold {text!r}", "give the folder a name without line ends")
    return text
