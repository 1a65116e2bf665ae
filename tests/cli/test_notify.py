"""Digests, delivered by apprise to a real mail server and a real webhook, both on this machine."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from apprise.plugins.custom_json import NotifyJSON

from tracker.cli.notify import send
from tracker.render.digest import Digest

Office = Callable[..., Any]
DAY = ("--as-of", "2025-04-15")
NOWHERE = "json://user:opensesame@127.0.0.1:9/hook"
pytestmark = pytest.mark.filterwarnings("default::DeprecationWarning", "default::ResourceWarning")


class Mailbox:
    """What a mail server was given."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []

    async def handle_DATA(self, _server: object, _session: object, envelope: Any) -> str:  # noqa: ANN401, N802
        """Keep one mail."""
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))  # type: ignore[arg-type]
        return "250 kept"


class AnyPort(Controller):
    """A mail server on whichever port is free."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


class Hook(BaseHTTPRequestHandler):
    """What a webhook was given; it refuses where it is told to."""

    posted: list[dict[str, Any]]
    answer = 200

    def do_POST(self) -> None:
        """Keep one message."""
        content = self.rfile.read(int(self.headers["Content-Length"]))
        type(self).posted.append(json.loads(content))
        self.send_response(self.answer)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def mailbox() -> Iterator[tuple[str, Mailbox]]:
    """A mail server on this machine, and the address apprise sends to."""
    box = Mailbox()
    server = AnyPort(box, hostname="127.0.0.1", port=0)
    server.start()
    yield f"mailto://127.0.0.1:{server.port}?from=plan@example.org&to=desk@example.org&mode=insecure", box
    server.stop()


@pytest.fixture
def hook() -> Iterator[tuple[str, type[Hook]]]:
    """A webhook on this machine, and the address apprise sends to."""
    kind = type("OneHook", (Hook,), {"posted": [], "answer": 200})
    server = HTTPServer(("127.0.0.1", 0), kind)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"json://127.0.0.1:{server.server_port}/hook", kind
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_digest_reaches_a_mail_server(office: Office, mailbox: tuple[str, Mailbox]):
    """The first check tells what is behind: the mill, handed over late."""
    url, box = mailbox
    assert office("check", "-q", "--notify", url, *DAY).code == 2
    (mail,) = box.mails
    body = mail.get_body(("plain", "html"))
    assert mail["To"] == "desk@example.org"
    assert mail["Subject"].endswith("verdicts changed as of 2025-04-15: 1")
    assert body is not None
    assert "mill: × new -" in body.get_content()


def test_a_digest_reaches_a_webhook(office: Office, hook: tuple[str, type[Hook]]):
    """One message a run, with the change and how everything stands."""
    url, kind = hook
    office("check", "-q", "--notify", url, *DAY)
    (posted,) = kind.posted
    assert posted["title"].endswith("verdicts changed as of 2025-04-15: 1")
    first, *_, last, noticed = posted["message"].splitlines()
    assert first.startswith("mill: × new -> missed (Mill handed over; ")
    assert last == "3 checked: 2 on track, 1 missed"
    assert noticed == "3 of 3 could be judged: 1 on schedule, 1 not yet due, 1 overdue"


def test_nothing_is_sent_when_nothing_changed(office: Office, hook: tuple[str, type[Hook]]):
    """A second check with the same verdicts is silent, whatever its code."""
    url, kind = hook
    for _ in range(2):
        assert office("check", "-q", "--notify", url, *DAY).code == 2
    assert len(kind.posted) == 1


def test_a_recovery_is_told(office: Office, hook: tuple[str, type[Hook]]):
    """What was missed and is met now counts as news."""
    url, kind = hook
    office("check", "-q", "--notify", url, *DAY)
    office.done("mill", "2025-04-14")  # type: ignore[attr-defined]
    assert office("check", "-q", "--notify", url, *DAY).code == 0
    assert kind.posted[1]["message"].startswith("mill: √ missed -> met")


def test_what_does_not_count_is_not_told(office: Office, hook: tuple[str, type[Hook]]):
    """With --fail-on never nothing red is news."""
    url, kind = hook
    assert office("check", "-q", "--fail-on", "never", "--notify", url, *DAY).code == 0
    assert kind.posted == []


def test_digests_and_changes_are_remembered_apart(office: Office, hook: tuple[str, type[Hook]]):
    """A check with --changed-since last takes no change away from the channels."""
    url, kind = hook
    office("check", "--changed-since", "last", *DAY)
    office("check", "-q", "--notify", url, *DAY)
    assert len(kind.posted) == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_language_is_the_one_asked_for(office: Office, hook: tuple[str, type[Hook]], lang: str):
    """Words are the reader's; ids stay."""
    url, kind = hook
    office("check", "-q", "--lang", lang, "--notify", url, *DAY)
    assert ("missed" in kind.posted[0]["message"]) is (lang == "en")


def test_a_failed_send_is_told_and_changes_no_verdict(office: Office):
    """Code and output are those of the check; the address, which holds a password, is not said."""
    plain = office("check", *DAY)
    told = office("check", "--notify", NOWHERE, *DAY)
    assert (told.code, told.out) == (plain.code, plain.out)
    assert "tracker: notification 1 (json) was not delivered\n" in told.err
    assert "opensesame" not in told.err


def test_a_digest_that_reached_nobody_is_sent_again(office: Office, hook: tuple[str, type[Hook]]):
    """The webhook refuses once, and has the change at the next check."""
    url, kind = hook
    kind.answer = 500
    assert "was not delivered" in office("check", "-q", "--notify", url, *DAY).err
    kind.answer = 200
    office("check", "-q", "--notify", url, *DAY)
    assert len(kind.posted) == 2


def test_one_channel_that_fails_does_not_keep_the_others(office: Office, hook: tuple[str, type[Hook]]):
    """The failed one is told by its place."""
    url, kind = hook
    told = office("check", "-q", "--notify", NOWHERE, "--notify", url, *DAY)
    assert "notification 1 (json) was not delivered" in told.err
    assert len(kind.posted) == 1


@pytest.mark.parametrize("url", ["nonsense", "nosuch://x:hidden@y", "json://"])
def test_an_address_that_means_nothing_is_told(office: Office, url: str):
    """Not printed: it may be a password with a slip in it."""
    told = office("check", "-q", "--notify", url, *DAY)
    assert (told.code, "was not sent: its address cannot be understood" in told.err) == (2, True)
    assert "hidden" not in told.err + told.out


def test_channels_from_the_environment(office: Office, hook: tuple[str, type[Hook]], monkeypatch: pytest.MonkeyPatch):
    """So that passwords stand in no list of processes."""
    url, kind = hook
    monkeypatch.setenv("TRACKER_NOTIFY", url)
    office("check", "-q", *DAY)
    assert len(kind.posted) == 1


def test_status_sends_nothing(office: Office, hook: tuple[str, type[Hook]], monkeypatch: pytest.MonkeyPatch):
    """Only a check does, even where the environment names a channel."""
    url, kind = hook
    monkeypatch.setenv("TRACKER_NOTIFY", url)
    office("status", *DAY)
    assert kind.posted == []


def channels_file(folder: Path, mode: int, text: str) -> Path:
    """A file of channels with a mode."""
    file = folder / "channels"
    file.write_text(text, encoding="utf-8")
    file.chmod(mode)
    return file


def test_channels_from_a_file(office: Office, hook: tuple[str, type[Hook]], tmp_path: Path):
    """One a line; comments and blank lines are passed over, and a channel named twice is told once."""
    url, kind = hook
    file = channels_file(tmp_path, 0o600, f"# the desk\n\n{url}\n{url}\n")
    office("check", "-q", "--notify-file", str(file), *DAY)
    assert len(kind.posted) == 1


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604])
def test_a_file_others_can_read_is_refused(office: Office, tmp_path: Path, mode: int):
    """Before anything is judged, with what to do about it."""
    file = channels_file(tmp_path, mode, NOWHERE)
    told = office("check", "--notify-file", str(file), *DAY)
    assert (told.code, told.out) == (64, "")
    assert f"chmod 600 {file}" in told.err
    assert "opensesame" not in told.err


def test_a_file_that_is_not_there_is_66(office: Office, tmp_path: Path):
    """It was named and is missing."""
    assert office("check", "--notify-file", str(tmp_path / "none"), *DAY).code == 66


def test_a_missing_extra_stops_the_check(office: Office, monkeypatch: pytest.MonkeyPatch):
    """Better an error in the log of cron than warnings nobody gets."""
    monkeypatch.setattr("tracker.cli.extras.find_spec", lambda _: None)
    told = office("check", "--notify", NOWHERE, *DAY)
    assert told.code == 69
    assert told.err.startswith("tracker: this needs policy-target-tracker[notify]")


def test_a_message_is_cut_to_the_channel(hook: tuple[str, type[Hook]], monkeypatch: pytest.MonkeyPatch):
    """What the service says it carries holds title and body together; lines are left out whole."""
    url, kind = hook
    monkeypatch.setattr(NotifyJSON, "body_maxlen", 100)
    message = Digest("变更", tuple(f"铝液就地转化率 {n}" for n in range(50)))
    assert send([url], message) == []
    body = kind.posted[0]["message"]
    assert len((message.title + "\r\n" + body).encode()) <= 100
    assert body.splitlines()[:2] == ["铝液就地转化率 0", "铝液就地转化率 1"]
    assert body.endswith("\n...")


def test_apprise_prints_nothing_of_its_own(capfd: pytest.CaptureFixture[str]):
    """Its own warnings quote addresses, and addresses hold passwords."""
    assert send([NOWHERE], Digest("t", ("x",))) == ["notification 1 (json) was not delivered"]
    told = capfd.readouterr()
    assert (told.out, told.err) == ("", "")
