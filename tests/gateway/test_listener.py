"""The listener's side of SMTP and LMTP, over a real socket.

What a mail becomes is tested in test_receiving.py; here receive() and the look-up of
recipients are stand-ins, because the protocol alone is in question.
"""

from __future__ import annotations

import asyncio
import contextlib
import smtplib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import OperationalError

from messaging.gateway import listener
from messaging.gateway.listener import MailHandler, make_server
from messaging.gateway.models import Outcome
from messaging.gateway.receiving import Receipt
from messaging.gateway.refusals import Reason

KNOWN = "known@msg.example-market.com"
KNOWN_TOO = "known.too@msg.example-market.com"
MAIL = b"From: a@b.example\r\nSubject: x\r\n\r\nhello\r\n"


class Taken(list[tuple[bytes, str, list[str]]]):
    """What receive() was given, and what it shall answer."""

    outcome: Callable[[str], Receipt] = staticmethod(lambda recipient: Receipt(Outcome.MESSAGE))

    def receive(self, raw: bytes, sender: str, recipients: list[str], authserv_id: str) -> list[Receipt]:
        self.append((raw, sender, recipients))
        return [self.outcome(recipient) for recipient in recipients]


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> Taken:
    found = Taken()
    monkeypatch.setattr(listener, "_receive", found.receive)
    monkeypatch.setattr(listener, "_is_known", lambda address: address in (KNOWN, KNOWN_TOO))
    monkeypatch.setattr(listener, "_with_fresh_connection", lambda work, *arguments: work(*arguments))
    return found


@contextlib.contextmanager
def running(*, is_lmtp: bool = False) -> Iterator[int]:
    """The listener on a free port, in a thread of its own."""
    loop = asyncio.new_event_loop()
    handler = MailHandler(authserv_id="mx.example-market.com", is_lmtp=is_lmtp)
    server = loop.run_until_complete(
        loop.create_server(lambda: make_server(handler, is_lmtp=is_lmtp), host="127.0.0.1", port=0)
    )
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        loop.call_soon_threadsafe(server.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        handler.stop()
        for task in asyncio.all_tasks(loop):
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                loop.run_until_complete(task)
        loop.close()


class Talk:
    """A hand-written client: what goes over the wire is exactly what the test says."""

    def __init__(self, port: int, hello: str = "EHLO test") -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=10)
        self._file = self._socket.makefile("rb")
        self.answer()
        self.say(hello)

    def answer(self) -> str:
        line = self._file.readline()
        while line[3:4] == b"-":
            line = self._file.readline()
        return line.decode().strip()

    def say(self, line: str) -> str:
        self.write(line.encode() + b"\r\n")
        return self.answer()

    def write(self, data: bytes) -> None:
        self._socket.sendall(data)

    def begin(self, *recipients: str) -> None:
        self.say("MAIL FROM:<a@b.example>")
        for recipient in recipients or (KNOWN,):
            self.say(f"RCPT TO:<{recipient}>")
        assert self.say("DATA").startswith("354")

    def close(self) -> None:
        self._file.close()
        self._socket.close()


def test_a_mail_is_taken_as_it_came(taken: Taken) -> None:
    raw = b"Subject: x\r\n\r\n..dots\r\n.\xe9 bytes\r\n" + b"long " * 10_000 + b"\r\n"
    with running() as port, smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
        client.sendmail("a@b.example", [KNOWN, KNOWN_TOO], raw)
    assert taken == [(raw, "a@b.example", [KNOWN, KNOWN_TOO])]


def test_an_unknown_recipient_is_refused_at_rcpt(taken: Taken) -> None:
    with running() as port, smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
        client.ehlo()
        client.mail("a@b.example")
        assert client.rcpt("someone@elsewhere.example")[0] == 550
        assert client.rcpt(KNOWN)[0] == 250


def test_eve_who_guesses_recipients_waits_and_nobody_else_does(
    taken: Taken, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listener, "SECONDS_PER_GUESS", 1.0)
    with running() as port, smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
        client.ehlo()
        client.mail("eve@evil.example")
        started = time.monotonic()
        codes = [client.rcpt(f"guess{number}@msg.example-market.com")[0] for number in range(20)]
        first = time.monotonic() - started
        codes.append(client.rcpt("guess20@msg.example-market.com")[0])
        assert time.monotonic() - started - first >= 1
        assert codes == [550] * 21
        # Through the same edge server, and even for her: who is known here is found at once.
        monkeypatch.setattr(listener, "SECONDS_PER_GUESS", 60)
        assert client.rcpt(KNOWN)[0] == 250
        client.rset()
        client.mail("sam@shop.example")
        assert client.rcpt("typo@msg.example-market.com")[0] == 550
        assert client.rcpt(KNOWN)[0] == 250


@pytest.mark.parametrize(
    ("receipt", "code"),
    [
        (Receipt(Outcome.MESSAGE), 250),
        (Receipt(Outcome.IGNORED, "auto_reply"), 250),
        (Receipt(Outcome.REFUSED, Reason.NOT_AUTHENTICATED), 250),
        (Receipt(Outcome.REFUSED, Reason.POLICY_BLOCK), 250),
        (Receipt(Outcome.REFUSED, Reason.UNREADABLE), 554),
        (Receipt(Outcome.TEMPFAIL), 451),
    ],
)
def test_the_answer_follows_the_outcome(taken: Taken, receipt: Receipt, code: int) -> None:
    taken.outcome = lambda recipient: receipt
    with running() as port, smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
        client.ehlo()
        client.mail("a@b.example")
        client.rcpt(KNOWN)
        assert client.data(MAIL)[0] == code


def test_lmtp_answers_for_each_recipient(taken: Taken) -> None:
    taken.outcome = lambda recipient: Receipt(Outcome.MESSAGE if recipient == KNOWN else Outcome.TEMPFAIL)
    with running(is_lmtp=True) as port:
        talk = Talk(port, "LHLO test")
        talk.begin(KNOWN, KNOWN_TOO)
        talk.write(MAIL + b".\r\n")
        assert [talk.answer()[:3], talk.answer()[:3]] == ["250", "451"]
        assert talk.say("NOOP").startswith("250")
        talk.close()


def test_a_mail_that_cannot_be_stored_comes_again(taken: Taken, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object) -> list[Receipt]:
        raise OperationalError("database is locked")

    monkeypatch.setattr(listener, "_receive", fail)
    with running() as port, smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
        client.ehlo()
        client.mail("a@b.example")
        client.rcpt(KNOWN)
        assert client.data(MAIL)[0] == 451


def test_a_mail_over_the_limit_is_refused(taken: Taken, settings: Any) -> None:
    settings.MAX_MAIL_BYTES = 1_000
    with running() as port, smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
        client.ehlo()
        client.mail("a@b.example")
        client.rcpt(KNOWN)
        assert client.data(b"x" * 70 + b"\r\n" + b"y" * 70 * 20)[0] == 552
    assert taken == []


@pytest.mark.parametrize(
    "end",
    [
        b"\n.\r\n", b"\n.\n", b"\r.\r", b"\r.\r\n", b"\r\n.\r", b"\r\n.\n", b"\r\r\n.\r\r\n", b"\n.\r", b"\r.\n",
        b"\r\n\x00.\r\n", b"\r\n.\x00\r\n", b"\n\n.\r\n", b"\r\n.\r\r\n",
    ],
)  # fmt: skip
def test_no_odd_end_smuggles_a_second_mail(taken: Taken, end: bytes) -> None:
    smuggled = (
        b"MAIL FROM:<eve@evil.example>\r\nRCPT TO:<"
        + KNOWN.encode()
        + b">\r\nDATA\r\nFrom: eve@evil.example\r\n\r\nsmuggled"
    )
    with running() as port:
        talk = Talk(port)
        talk.begin()
        talk.write(b"Subject: x\r\n\r\nhello" + end + smuggled + b"\r\n.\r\n")
        first = talk.answer()
        assert first.startswith("5")
        talk.close()
    assert taken == []


def test_long_lines_are_ordinary_mail_and_endless_ones_are_not(taken: Taken) -> None:
    with running() as port, smtplib.SMTP("127.0.0.1", port, timeout=10) as client:
        client.ehlo()
        for length, code in ((60_000, 250), (200_000, 500)):
            client.mail("a@b.example")
            client.rcpt(KNOWN)
            assert client.data(b"<p>" + b"x" * length + b"</p>\r\n")[0] == code
