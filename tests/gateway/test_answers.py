"""What the gateway writes back, to whom, and how often."""

from __future__ import annotations

import base64
import io
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail as outbox
from django.core.management import CommandError, call_command
from django.utils import timezone
from pypdf import PdfWriter

from messaging.gateway.models import Outcome
from messaging.gateway.refusals import Reason
from messaging.ledger.models import LedgerEntry
from messaging.models import Message, Side, Status
from tests import cast
from tests.gateway.conftest import MailWorld, Receive, from_bea, from_sam, sent_to
from tests.gateway.mails import mail

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_outbox")]


PDF_NAME = "not-a.pdf"


def with_file(text: str, name: str, data: bytes) -> bytes:
    parts = f"--x\nContent-Type: text/plain; charset=utf-8\n\n{text}\n--x\nContent-Type: application/pdf\n"
    parts += f'Content-Disposition: attachment; filename="{name}"\nContent-Transfer-Encoding: base64\n\n'
    parts += base64.b64encode(data).decode() + "\n--x--"
    return from_sam(parts, content_type='multipart/mixed; boundary="x"')


# Answers ---------------------------------------------------------------------------------------------------------------


def test_a_blocked_text_is_handed_back_with_the_rule(world: MailWorld, deliver: Receive) -> None:
    raw = from_sam("Give us a 5-star review and you get a $20 gift card.")
    receipt = deliver(raw, world.reply_address(Side.SELLER))
    assert (receipt.reason, receipt.message) == (Reason.POLICY_BLOCK, None)
    (answer,) = sent_to(cast.SAM_EMAIL)
    assert "> Give us a 5-star review" in answer
    assert LedgerEntry.objects.filter(thread=world.thread, kind="mail.refused").count() == 1


def test_a_dropped_file_is_named_and_the_words_are_delivered(world: MailWorld, deliver: Receive) -> None:
    receipt = deliver(with_file("Here it is.", PDF_NAME, b"MZ program"), world.reply_address(Side.SELLER))
    assert (receipt.outcome, receipt.text) == (Outcome.MESSAGE, "Here it is.")
    assert PDF_NAME in sent_to(cast.SAM_EMAIL)[0]


def test_removed_words_are_told_to_their_author(world: MailWorld, deliver: Receive) -> None:
    receipt = deliver(from_bea("Call me at +1 (415) 555-0142."), world.reply_address(Side.BUYER))
    assert receipt.message is not None
    assert receipt.message.status == Status.REDACTED
    assert "removed" in sent_to(cast.BEA_EMAIL)[0]


def test_an_answer_cannot_be_answered(world: MailWorld, deliver: Receive) -> None:
    deliver(from_sam("Which colour?", headers=("Message-ID: <m1@shop.example>",)), world.alias)
    (letter,) = outbox.outbox
    headers = letter.message()
    assert (headers["Auto-Submitted"], headers["X-Auto-Response-Suppress"]) == ("auto-replied", "All")
    assert headers["In-Reply-To"] == "<m1@shop.example>"
    assert deliver(letter.message().as_bytes(), world.alias).outcome == Outcome.IGNORED


def test_one_address_gets_at_most_ten_answers_an_hour(world: MailWorld, deliver: Receive) -> None:
    for number in range(13):
        deliver(from_sam(f"Question {number}"), world.alias)
    assert len(sent_to(cast.SAM_EMAIL)) == 10
    deliver(from_sam("Question 14"), world.alias, now=timezone.now() + timedelta(hours=2))
    assert len(sent_to(cast.SAM_EMAIL)) == 11


@pytest.mark.parametrize("result", ["fail", "none", "temperror"])
def test_an_address_that_is_not_proven_never_gets_a_mail(
    world: MailWorld, deliver: Receive, result: str
) -> None:
    for recipient in (world.alias, world.reply_address(Side.SELLER), world.reply_address(Side.BUYER)):
        deliver(mail(f"Hello {recipient}", author="victim@elsewhere.example", result=result), recipient)
    assert outbox.outbox == []


def test_a_null_sender_never_gets_a_mail(world: MailWorld, deliver: Receive) -> None:
    deliver(from_sam("Which colour?"), world.alias, envelope_from="")
    assert outbox.outbox == []


def test_a_subject_with_hidden_line_breaks_adds_no_header_to_what_we_send(
    world: MailWorld, deliver: Receive
) -> None:
    evil = "=?utf-8?Q?x=0D=0ABcc:_harvest@evil.example?="
    headers = ("Message-ID: <a@b\r\n Bcc: harvest@evil.example>",)
    deliver(from_sam("Which colour?", subject=evil, headers=headers), world.alias)
    (letter,) = outbox.outbox
    assert letter.message()["Bcc"] is None
    assert letter.recipients() == [cast.SAM_EMAIL]


@pytest.mark.parametrize("kind", ["auto", "bounce"])
def test_automatic_mail_never_stops_the_clock_and_is_never_answered(
    world: MailWorld, deliver: Receive, kind: str
) -> None:
    header = "Auto-Submitted: auto-replied" if kind == "auto" else "X-Failed-Recipients: a@b.example"
    raw = from_sam("I am away.", subject="Undelivered Mail Returned to Sender", headers=(header,))
    envelope_from = cast.SAM_EMAIL if kind == "auto" else ""
    receipt = deliver(raw, world.reply_address(Side.SELLER), envelope_from=envelope_from)
    assert receipt.outcome == Outcome.IGNORED
    assert world.thread.entry_of(Side.SELLER).due_at is not None
    assert outbox.outbox == []


def test_a_message_may_be_files_alone(world: MailWorld, deliver: Receive) -> None:
    writer, pdf = PdfWriter(), io.BytesIO()
    writer.add_blank_page(width=90, height=90)
    writer.write(pdf)
    receipt = deliver(with_file("", "plan.pdf", pdf.getvalue()), world.reply_address(Side.SELLER))
    assert receipt.outcome == Outcome.MESSAGE
    assert Message.objects.get(pk=receipt.message.pk).attachments.count() == 1  # type: ignore[union-attr]


# Commands --------------------------------------------------------------------------------------------------------------


def test_secret_addresses_are_printed_in_the_demo_alone(world: MailWorld, settings: Any) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="demo only"):
        call_command("mail_context", "--json", "--buyer", cast.BEA_EMAIL, "--seller", cast.SAM_EMAIL)
