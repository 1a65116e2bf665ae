"""The digest of a check, sent to the channels that were named; nothing is sent anywhere else."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tracker.assessment.acknowledged import silenced
from tracker.assessment.change import Change, changed
from tracker.assessment.review import Review
from tracker.cli.extras import need
from tracker.cli.gather import hint
from tracker.cli.limits import Limits
from tracker.cli.options import usage
from tracker.cli.since import Since, keep, since_last
from tracker.files.folder import Workspace
from tracker.render.digest import Digest, cut, digest
from tracker.render.wording import Wording

ENVIRONMENT = "TRACKER_NOTIFY"
PURPOSE = "notify"
OTHERS = 0o077


def channels(named: Sequence[str] | None, file: Path | None) -> list[str]:
    """The addresses on the command line, in the environment and in a file; an error where they could not be used."""
    found = [*(named or ()), *os.environ.get(ENVIRONMENT, "").split(), *(in_file(file) if file else ())]
    if found:
        need("notify")
    return list(dict.fromkeys(found))


def in_file(path: Path) -> list[str]:
    """The addresses of a file, one a line; it may hold secrets, so nobody but its owner may read it."""
    with path.open(encoding="utf-8-sig") as file:
        if os.name == "posix" and os.fstat(file.fileno()).st_mode & OTHERS:
            raise usage(f"{path} can be read by others and may hold passwords", f"chmod 600 {path}")
        lines = [line.strip() for line in file]
    return [line for line in lines if line and not line.startswith("#")]


def notify(
    workspace: Workspace, review: Review, limits: Limits, urls: Sequence[str], wording: Wording, selectors: Sequence[str]
) -> None:
    """Send what changed since the last digest that arrived; a digest that reached nobody is sent again next time."""
    seen = since_last(workspace, " ".join([PURPOSE, *sorted(selectors)]))
    told = news(review, limits, seen)
    if told:
        failures = send(urls, digest(told, review, wording))
        for failure in failures:
            hint(failure)
        if len(failures) == len(urls):
            return
    keep(workspace, seen, review)


def news(review: Review, limits: Limits, seen: Since) -> list[Change]:
    """The verdicts that changed and count now, or counted before: recoveries are news too."""
    return [
        change
        for change in changed(review, seen.known)
        if change.after and not silenced(change.after) and limits.failing & {change.was, change.now}
    ]


def send(urls: Sequence[str], message: Digest) -> list[str]:
    """Send one message to every channel, and tell which it did not reach; addresses hold secrets and are not told."""
    import logging

    logging.getLogger("apprise").addHandler(logging.NullHandler())
    logging.getLogger("apprise").propagate = False
    return [failure for place, url in enumerate(urls, 1) if (failure := failed(place, url, message))]


def failed(place: int, url: str, message: Digest) -> str | None:
    """Send to one channel; why it did not work, without a word of the address but its kind."""
    from apprise import Apprise, NotifyFormat, NotifyType

    kind = url.partition("://")[0] if "://" in url and url.partition("://")[0].isalnum() else "?"
    channel: Any = Apprise.instantiate(url, suppress_exceptions=True)
    if channel is None:
        return f"notification {place} ({kind}) was not sent: its address cannot be understood"
    sender = Apprise()
    sender.add(channel)
    room = channel.body_maxlen - len(message.title.encode()) - len("\r\n")
    body = message.body if channel.body_maxlen <= 0 else cut(message.lines, room)
    try:
        arrived = sender.notify(body, title=message.title, notify_type=NotifyType.INFO, body_format=NotifyFormat.TEXT)
    except Exception:  # noqa: BLE001 -- a hundred services by as many authors: none may take the verdict down
        arrived = False
    return None if arrived else f"notification {place} ({kind}) was not delivered"
