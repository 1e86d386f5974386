"""Addresses every mail domain must have, and the one that takes what comes back."""

from __future__ import annotations

import pytest
from django.core import mail as outbox

from messaging.gateway.models import InboundMail, Outcome
from messaging.models import Message
from tests.gateway.conftest import MailWorld, Receive
from tests.gateway.mails import mail

DOMAIN = "msg.example-market.com"
RETURNED = (
    b"From: Mail Delivery System <mailer-daemon@mx.elsewhere.example>\r\nSubject: Undelivered Mail Returned to Sender\r\n"
    b"Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
    b"--b\r\n\r\nNo such user.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\n--b--\r\n"
)


@pytest.mark.parametrize("address", [f"postmaster@{DOMAIN}", f"Abuse@{DOMAIN}", "postmaster"])
def test_mail_to_a_desk_is_kept_for_the_operator(
    world: MailWorld, deliver: Receive, empty_outbox: None, address: str
) -> None:
    before = Message.objects.count()
    raw = mail("Your server sends us spam.", author="eve@elsewhere.example")
    assert deliver(raw, address).outcome == Outcome.REPORT
    assert InboundMail.objects.get(outcome=Outcome.REPORT).open_raw() == raw
    assert Message.objects.count() == before
    assert outbox.outbox == []


def test_a_returned_mail_of_ours_is_taken_and_noted(
    world: MailWorld, deliver: Receive, empty_outbox: None
) -> None:
    receipt = deliver(RETURNED, f"no-reply@{DOMAIN}", envelope_from="")
    assert (receipt.outcome, receipt.reason) == (Outcome.IGNORED, "bounce")
    assert InboundMail.objects.get(reason="bounce").open_raw() == RETURNED
    assert outbox.outbox == []


def test_what_people_write_to_the_unread_address_becomes_nothing(
    world: MailWorld, deliver: Receive, empty_outbox: None
) -> None:
    before = Message.objects.count()
    receipt = deliver(mail("Hello?", author="eve@elsewhere.example"), f"no-reply@{DOMAIN}")
    assert (receipt.outcome, receipt.reason) == (Outcome.IGNORED, "not_read")
    assert Message.objects.count() == before
    assert outbox.outbox == []
