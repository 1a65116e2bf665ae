"""The digest of a check, sent to the channels that were named; nothing is sent anywhere else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tracker.assessment.acknowledged import silenced
from tracker.assessment.change import Change, changed
from tracker.assessment.review import Review
from tracker.cli.answer import speak
from tracker.cli.asked import Looks
from tracker.cli.gather import hint
from tracker.cli.limits import Limits
from tracker.cli.since import Since, keep, since_last
from tracker.files.folder import Workspace
from tracker.render.digest import Digest, cut, digest

PURPOSE = "notify"


def notify(
    workspace: Workspace,
    review: Review,
    limits: Limits,
    urls: Sequence[str],
    looks: Looks,
    selectors: Sequence[str],
) -> None:
    """Send what changed since the last digest that arrived; a digest that reached nobody is sent again next time."""
    seen = since_last(workspace, " ".join([PURPOSE, *sorted(selectors)]))
    told = news(review, limits, seen)
    if told:
        failures = send(urls, digest(told, review, speak(looks)))
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
        arrived = bool(
            sender.notify(body, title=message.title, notify_type=NotifyType.INFO, body_format=NotifyFormat.TEXT)
        )
    except Exception:  # noqa: BLE001 -- a hundred services by as many authors: none may take the verdict down
        arrived = False
    return None if arrived else f"notification {place} ({kind}) was not delivered"
