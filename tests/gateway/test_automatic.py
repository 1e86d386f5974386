"""Automatic mail never becomes a message; people's mail always may (THREATS L1)."""

from __future__ import annotations

import pytest

from messaging.gateway.automatic import Automatic, automatic
from messaging.gateway.parsing import parse_mail
from tests.gateway.mails import AUTHSERV_ID, mail

OWN = frozenset({"msg.example-market.com"})
AUTO, BOUNCE, LOOP = Automatic.AUTO_REPLY, Automatic.BOUNCE, Automatic.LOOP


def judge(raw: bytes, envelope_from: str = "sam@shop.example") -> Automatic | None:
    return automatic(parse_mail(raw, AUTHSERV_ID), envelope_from=envelope_from, own_domains=OWN)


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated; owner-email=x@y.example",
        "Precedence: bulk",
        "Precedence: auto_reply",
        "X-Autoreply: yes",
        "X-Autorespond: vacation",
        "X-MS-Exchange-Inbox-Rules-Loop: sam@shop.example",
        "X-POST-MessageClass: 9; Autoresponder",
        "Delivered-To: Autoresponder",
        "List-Id: <news.shop.example>",
        "List-Unsubscribe: <mailto:x@y.example>",
    ],
)
def test_a_marked_mail_is_automatic(header: str) -> None:
    assert judge(mail("I am away.", headers=(header,))) is AUTO


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic reply: your order",
        "Out of Office: back on Monday",
        "Automatische Antwort: Bestellung",
        "Abwesenheitsnotiz",
        "=?utf-8?q?R=C3=A9ponse_automatique_=3A?= commande",
        "Respuesta automática: pedido",
        "Risposta automatica: ordine",
        "Odpowiedź automatyczna",
        "Автоматический ответ: заказ",
        "自动回复: 订单",
        "자동 회신: 주문",
        "رد تلقائي: طلب",
        "Otomatik yanıt: sipariş",
    ],
)
def test_a_subject_alone_can_tell(subject: str) -> None:
    assert judge(mail("I am away.", subject=subject)) is AUTO


@pytest.mark.parametrize(
    ("subject", "header"),
    [
        ("Re: Out of office", "Auto-Submitted: no"),
        ("Re: Automatic reply: order", "X-Auto-Response-Suppress: All"),
        ("automatic watch, does it wind itself?", "Importance: high"),
        ("The list of parts", "X-Priority: 1"),
        ("Delivery failed yesterday, when do you come again?", "X-Mailer: bulk mailer"),
    ],
)
def test_a_persons_mail_is_not_automatic(subject: str, header: str) -> None:
    assert judge(mail("A person wrote this.", subject=subject, headers=(header,))) is None


def test_a_null_sender_is_automatic() -> None:
    assert judge(mail("I am away."), "") is AUTO


def test_a_delivery_report_is_a_bounce() -> None:
    report = 'multipart/report; report-type=delivery-status; boundary="x"'
    assert judge(mail("--x\n\nfailed\n--x--", content_type=report), "") is BOUNCE


@pytest.mark.parametrize("author", ["MAILER-DAEMON@mx.shop.example", "postmaster@shop.example"])
def test_an_old_style_failure_notice_is_a_bounce(author: str) -> None:
    assert (
        judge(mail("User unknown", author=author, subject="Undelivered Mail Returned to Sender"), "")
        is BOUNCE
    )


def test_a_read_receipt_is_automatic() -> None:
    report = 'multipart/report; report-type=disposition-notification; boundary="x"'
    assert judge(mail("--x\n\nread\n--x--", content_type=report)) is AUTO


@pytest.mark.parametrize(
    "raw",
    [
        mail("hello", author="k7m2q9x4r8t3vna@msg.example-market.com"),
        mail("hello", headers=("Message-ID: <1.abc@msg.example-market.com>",)),
        mail("hello", headers=tuple("Received: from a by b" for _ in range(51))),
    ],
    ids=["our sender", "our message id", "too many hops"],
)
def test_our_own_mail_coming_back_is_a_loop(raw: bytes) -> None:
    assert judge(raw) is LOOP


def test_an_answer_to_an_invitation_is_automatic_unless_somebody_wrote_words() -> None:
    calendar = "--x\nContent-Type: text/plain\n\n{}\n--x\nContent-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\n--x--"
    kind = 'multipart/alternative; boundary="x"'
    assert judge(mail(calendar.format(""), subject="Accepted: Delivery", content_type=kind)) is AUTO
    assert judge(mail(calendar.format("I am at home all day."), content_type=kind)) is None
