"""receive_mail, serve_mail and mail_context as real processes with a database of their own."""

from __future__ import annotations

import json
import os
import signal
import smtplib
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.cast import BEA_EMAIL, SAM_EMAIL
from tests.gateway.mails import mail
from tests.needs import PROJECT

pytestmark = [pytest.mark.sqlite_only, pytest.mark.slow]


class Installation:
    """A data folder with Bea's and Sam's accounts, and the commands run against it."""

    def __init__(self, folder: Path) -> None:
        kept = ("PATH", "HOME", "LANG", "VIRTUAL_ENV")
        self.environment = {name: os.environ[name] for name in kept if name in os.environ}
        self.environment |= {"DATA_DIR": str(folder), "DEMO": "true", "PYTHONDONTWRITEBYTECODE": "1"}
        self.run("migrate", "--verbosity=0")
        subprocess.run(
            [sys.executable, "-m", "tests.flows.scene", "set"],
            cwd=PROJECT, env=self.environment, check=True, capture_output=True,
        )  # fmt: skip
        self.facts: dict[str, Any] = json.loads(
            self.run("mail_context", "--json", "--buyer", BEA_EMAIL, "--seller", SAM_EMAIL).stdout
        )

    def run(
        self, *command: str, stdin: bytes = b"", failpoint: str = ""
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=PROJECT,
            env=self.environment | {"FAILPOINT": failpoint},
            input=stdin,
            capture_output=True,
            timeout=90,
            check=False,
        )

    def receive(self, raw: bytes, *recipients: str, sender: str = SAM_EMAIL) -> tuple[int, dict[str, Any]]:
        rcpt = [part for recipient in recipients for part in ("--rcpt", recipient)]
        done = self.run("receive_mail", "--sender", sender, *rcpt, stdin=raw)
        return done.returncode, json.loads(done.stdout.decode().splitlines()[-1])

    def serve(self, *options: str, failpoint: str = "") -> tuple[subprocess.Popen[bytes], int]:
        with socket.socket() as chosen:
            chosen.bind(("127.0.0.1", 0))
            port = chosen.getsockname()[1]
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve_mail", "--listen", f"127.0.0.1:{port}", *options],
            cwd=PROJECT,
            env=self.environment | {"FAILPOINT": failpoint},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + 30
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return process, port
            time.sleep(0.1)
        process.kill()
        raise AssertionError("the listener did not start")


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    return Installation(tmp_path_factory.mktemp("mail"))


def reply(text: str, **parts: Any) -> bytes:
    return mail(text, author=SAM_EMAIL, **parts)


def test_mail_context_says_where_each_side_would_answer(installation: Installation) -> None:
    facts = installation.facts
    assert set(facts) == {
        "thread", "order_id", "alias", "seller_email", "buyer_email", "reply_address", "reply_address_2",
        "alert_message_id", "report_address",
    }  # fmt: skip
    assert (facts["seller_email"], facts["buyer_email"]) == (SAM_EMAIL, BEA_EMAIL)
    for key in ("reply_address", "reply_address_2", "alert_message_id"):
        assert set(facts[key]) == {"seller", "buyer"}
    addresses = [*facts["reply_address"].values(), *facts["reply_address_2"].values()]
    assert len(set(addresses)) == 4


@pytest.mark.parametrize(
    ("raw", "recipient", "code", "outcome", "reason"),
    [
        (reply("On Thursday."), "seller", 0, "message", None),
        (
            reply("I am away.", headers=("Auto-Submitted: auto-replied",)),
            "seller",
            0,
            "ignored",
            "auto_reply",
        ),
        (b"\0" * 70_000, "seller", 65, "refused", "unreadable"),
        (reply("Hello"), "nobody@msg.example-market.com", 67, "refused", "unknown_recipient"),
        (reply("Hello"), "buyer", 69, "refused", "sender_not_authorised"),
        (reply("Hello", result="temperror"), "seller", 75, "tempfail", None),
    ],
    ids=["message", "automatic", "unreadable", "unknown", "refused", "later"],
)
def test_receive_mail_prints_one_line_and_ends_with_the_sysexits_code(
    installation: Installation, raw: bytes, recipient: str, code: int, outcome: str, reason: str | None
) -> None:
    address = installation.facts["reply_address"].get(recipient, recipient)
    found, values = installation.receive(raw, address)
    assert (found, values["outcome"], values["reason"]) == (code, outcome, reason)
    assert set(values) == {"outcome", "reason", "thread", "message", "text", "attachments"}
    if outcome == "message":
        assert (values["text"], values["thread"]) == ("On Thursday.", installation.facts["thread"])


def test_receive_mail_believes_only_the_named_edge_server(installation: Installation) -> None:
    recipient = installation.facts["reply_address"]["seller"]
    done = installation.run(
        "receive_mail", "--sender", SAM_EMAIL, "--rcpt", recipient, "--authserv-id", "mx.other.example",
        stdin=reply("Hello there"),
    )  # fmt: skip
    assert json.loads(done.stdout)["reason"] == "sender_not_authenticated"


@pytest.mark.parametrize("failpoint", ["mail.stored", "mail.posted"])
def test_a_listener_killed_before_its_answer_makes_one_message_of_the_repeat(
    installation: Installation, failpoint: str
) -> None:
    raw = reply(f"Written before {failpoint}.")
    recipient = installation.facts["reply_address"]["seller"]
    process, port = installation.serve(failpoint=failpoint)
    with (
        pytest.raises((smtplib.SMTPException, OSError)),
        smtplib.SMTP("127.0.0.1", port, timeout=30) as client,
    ):
        client.sendmail(SAM_EMAIL, [recipient], raw)
    assert process.wait(30) == -signal.SIGKILL
    process, port = installation.serve()
    try:
        with smtplib.SMTP("127.0.0.1", port, timeout=30) as client:
            client.sendmail(SAM_EMAIL, [recipient], raw)
    finally:
        process.terminate()
        assert process.wait(30) == 0
    code, values = installation.receive(raw, recipient)
    assert (code, values["outcome"]) == (0, "message")
    done = installation.run(
        "shell",
        "-v",
        "0",
        "-c",
        _COUNT.format(thread=installation.facts["thread"], text=f"Written before {failpoint}."),
    )
    assert done.stdout.split() == [b"1"], done.stderr[-2000:]


_COUNT = (
    "from messaging.models import Message;"
    "print(sum(m.body == '{text}' for m in Message.objects.filter(thread='{thread}', via='mail')))"
)


@pytest.mark.parametrize("failpoint", ["answer.owed", "answer.sent"])
def test_a_refusal_whose_process_was_killed_reaches_its_author_as_one_mail(
    installation: Installation, failpoint: str
) -> None:
    """Killed before it left: sent once. Killed after: repeated under the Message-ID it had."""
    raw = reply(f"Refused before {failpoint}.")
    rcpt = ("--rcpt", installation.facts["alias"])
    done = installation.run("receive_mail", "--sender", SAM_EMAIL, *rcpt, stdin=raw, failpoint=failpoint)
    assert done.returncode == -signal.SIGKILL
    assert installation.receive(raw, installation.facts["alias"])[0] == 69
    done = installation.run("shell", "-v", "0", "-c", _ANSWERS)
    left, state, *ids = done.stdout.decode().split()
    assert (left, state) == ("1", "sent"), done.stderr[-2000:]
    assert len(ids) == (2 if failpoint == "answer.sent" else 1)
    assert len(set(ids)) == 1


# After the lease of the killed process.
_ANSWERS = """
from datetime import timedelta
from django.utils import timezone
from messaging.gateway.answers import LEASE, MailAnswer
from messaging.gateway.sweeping import finish_answers
from notifications.models import CapturedMail
print(finish_answers(now=timezone.now() + LEASE * 2))
answer = MailAnswer.objects.latest("created_at")
print(answer.state, *(answer.message_id for mail in CapturedMail.objects.all() if answer.message_id in mail.raw))
"""


def test_lmtp_answers_for_each_recipient(installation: Installation) -> None:
    process, port = installation.serve("--lmtp")
    try:
        with smtplib.LMTP("127.0.0.1", port, timeout=30) as client:
            client.ehlo()
            client.mail(SAM_EMAIL)
            recipients = (
                installation.facts["reply_address"]["seller"],
                installation.facts["reply_address_2"]["seller"],
            )
            assert [client.rcpt(recipient)[0] for recipient in recipients] == [250, 250]
            assert client.rcpt("nobody@msg.example-market.com")[0] == 550
            assert client.data(reply("To both of you."))[0] == 250
            assert client.getreply()[0] == 250
    finally:
        process.terminate()
        assert process.wait(30) == 0
