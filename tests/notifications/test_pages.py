"""Unsubscribe, "is this mail from us?", and the demo's captured mail."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.mail import EmailMessage, get_connection
from django.test import Client
from django.utils import timezone

from accounts.models import Buyer, SellerStaff
from accounts.unsubscribing import find_buyer, make_unsubscribe_token, unsubscribe
from messaging.gateway.signals import unsubscribe_asked
from messaging.models import Side, Thread
from notifications import capture
from notifications.models import CapturedMail, Delivery
from tests import cast
from tests.flows.sink import MailSink
from tests.notifications.conftest import Alert

Browser = Callable[[Any], Client]


def test_looking_at_the_unsubscribe_link_changes_nothing_and_pressing_does(
    bea: Buyer, client: Client
) -> None:
    url = f"/unsubscribe/{make_unsubscribe_token(bea)}/"
    assert "Stop alert e-mails?" in client.get(url).content.decode()
    bea.refresh_from_db()
    assert bea.alert_mail
    assert "no more alert e-mails" in client.post(url).content.decode()
    bea.refresh_from_db()
    assert not bea.alert_mail


def test_a_mail_providers_one_click_needs_no_cookie_and_may_come_twice(bea: Buyer) -> None:
    robot = Client(enforce_csrf_checks=True)
    url = f"/unsubscribe/{make_unsubscribe_token(bea)}/"
    for _time in range(2):
        assert robot.post(url, {"List-Unsubscribe": "One-Click"}).status_code == 200
    bea.refresh_from_db()
    assert not bea.alert_mail


def test_the_link_in_the_mail_header_works_as_it_stands(
    thread: Thread, sam: SellerStaff, alert: Alert, client: Client
) -> None:
    alert()
    cast.say(thread, sam, "It leaves on Monday.")
    [sent] = alert()
    url = re.search(r"<http://127.0.0.1:8000(/[^>]+)>", sent.message()["List-Unsubscribe"]).group(1)
    assert client.post(url).status_code == 200
    cast.say(thread, sam, "It left.")
    assert alert(timezone.now() + timedelta(minutes=5)) == []


def test_a_mail_to_the_unsubscribe_address_works_too(bea: Buyer) -> None:
    unsubscribe_asked.send(None, token=make_unsubscribe_token(bea).upper(), now=timezone.now())
    bea.refresh_from_db()
    assert not bea.alert_mail


@pytest.mark.parametrize("change", ["x{}", "{}x", "1{}", "", "1-", "-", "²-{}", "9" * 40 + "-{}"])
def test_eve_cannot_unsubscribe_others_by_guessing(bea: Buyer, change: str) -> None:
    token = change.format(make_unsubscribe_token(bea))
    assert find_buyer(token) is None
    assert unsubscribe(token) is False
    if token:
        assert Client().post(f"/unsubscribe/{token}/").status_code == 404


def test_a_code_is_answered_by_who_asks(
    thread: Thread, bea: Buyer, sam: SellerStaff, alert: Alert, client: Client, client_of: Browser
) -> None:
    [sent] = alert()
    delivery = Delivery.objects.get()
    assert delivery.reference in sent.body
    url = f"/verify-mail/?code={delivery.reference.lower()}"
    assert "Yes, we sent a mail with this code" in client.get(url).content.decode()
    assert "Yes, we sent this to you" in client_of(sam).get(url).content.decode()
    assert "but not to you" in client_of(bea).get(url).content.decode()
    by_id = client.get("/verify-mail/", {"code": sent.message()["Message-ID"]})
    assert "Yes, we sent a mail" in by_id.content.decode()


@pytest.mark.parametrize(
    "code", ["AAAA-AAAA", "<x@msg.example-market.com>", "x" * 5000, "'; --", "\u0661" * 8]
)
def test_an_unknown_code_is_not_ours(db: None, client: Client, code: str) -> None:
    assert "No, we know no mail" in client.get("/verify-mail/", {"code": code}).content.decode()


def test_an_alert_that_did_not_leave_is_not_confirmed(thread: Thread, client: Client) -> None:
    from messaging.ledger.models import LedgerEntry
    from notifications.dispatch import dispatch

    [delivery] = dispatch(LedgerEntry.objects.get(kind="message.delivered").pk, now=timezone.now())
    page = client.get("/verify-mail/", {"code": delivery.reference}).content.decode()
    assert "No, we know no mail" in page


def test_codes_cannot_be_tried_by_the_hundred(db: None, client: Client) -> None:
    answers = [client.get("/verify-mail/", {"code": f"AAAA-{n:04}"}).status_code for n in range(32)]
    assert answers[0] == 200
    assert answers[-1] == 429


def test_the_page_says_nothing_of_who_got_the_mail(thread: Thread, alert: Alert, client: Client) -> None:
    alert()
    page = client.get("/verify-mail/", {"code": Delivery.objects.get().reference}).content.decode()
    for hidden in (cast.SAM_EMAIL, cast.BEA_EMAIL, "Northwind", "Bea"):
        assert hidden not in page


@pytest.fixture
def captured(settings: Any) -> Callable[[EmailMessage], CapturedMail]:
    """What the demo's mail backend keeps of a mail."""

    def keep(sent: EmailMessage) -> CapturedMail:
        with get_connection("notifications.capture.CapturingBackend") as backend:
            assert backend.send_messages([sent]) == 1
        return CapturedMail.objects.order_by("-id")[0]

    return keep


def test_a_captured_mail_is_sealed_and_shown_with_its_headers(
    thread: Thread, alert: Alert, captured: Callable[[EmailMessage], CapturedMail], client: Client
) -> None:
    mail = captured(alert()[0])
    row: Any = CapturedMail.objects.values("raw", "envelope_to").get()
    assert b"Where is my order" not in bytes(row["raw"])
    assert cast.SAM_EMAIL.encode() not in bytes(row["envelope_to"])
    page = client.get("/demo/mail/").content.decode()
    assert "Where is my order?" in page
    assert f"To {cast.SAM_EMAIL}" in page
    assert "Auto-Submitted: auto-generated" in page
    assert str(mail.pk) in page


def test_every_script_is_shown_as_it_was_written(
    shop: cast.Shop, alert: Alert, captured: Callable[[EmailMessage], CapturedMail], client: Client
) -> None:
    cast.ask(shop, "Grüße – “schön” · 山田さん, أين طلبي؟ 🎧")
    mail = captured(alert()[0])
    assert client.get("/demo/mail/").content.decode().count("Grüße – “schön” · 山田さん, أين طلبي؟ 🎧") == 2
    client.post(f"/demo/mail/{mail.pk}/", {"words": "Здравствуйте 🎧"})
    assert cast.texts(Thread.objects.get(), Side.BUYER)[-1] == "Здравствуйте 🎧"


def test_an_html_part_is_shown_as_words_only(
    shop: cast.Shop, alert: Alert, captured: Callable[[EmailMessage], CapturedMail], client: Client
) -> None:
    cast.ask(shop, "<script>alert(1)</script> black?")
    captured(alert()[0])
    page = client.get("/demo/mail/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_an_answer_from_the_page_goes_through_the_gateway_into_the_thread(
    thread: Thread, alert: Alert, captured: Callable[[EmailMessage], CapturedMail], client: Client
) -> None:
    mail = captured(alert()[0])
    answer = client.post(f"/demo/mail/{mail.pk}/", {"words": "It leaves on Monday."}, follow=True)
    assert "The gateway said: message" in answer.content.decode()
    assert cast.texts(thread, Side.BUYER) == ["Where is my order?", "It leaves on Monday."]


def test_a_hostile_mail_is_shown_and_does_no_harm(
    db: None, captured: Callable[[EmailMessage], CapturedMail], client: Client
) -> None:
    captured(EmailMessage("=?x?q?=\u202e", "<b>", "a@b.example", ["eve@elsewhere.example"]))
    mail = CapturedMail(
        envelope_to="x", raw="Content-Type: text/html; charset=nonsense\nReply-To: <<<\n\n<a\x01"
    )
    mail.save()
    assert client.get("/demo/mail/").status_code == 200
    assert client.post(f"/demo/mail/{mail.pk}/", {"words": "x"}).status_code == 302


def test_the_outbox_is_open_in_the_demo_on_the_machine_itself_only(
    db: None, client: Client, settings: Any
) -> None:
    assert client.get("/demo/mail/").status_code == 200
    assert client.get("/demo/mail/", REMOTE_ADDR="203.0.113.7").status_code == 404
    assert client.get("/demo/mail/", headers={"x-forwarded-for": "127.0.0.1"}).status_code == 404
    settings.DEMO = False
    assert client.get("/demo/mail/").status_code == 404


def test_the_outbox_keeps_the_newest(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capture, "MOST_KEPT", 3)
    for number in range(5):
        message = EmailMessage(f"mail {number}", "x", "a@b.example", ["c@d.example"])
        capture.CapturingBackend().send_messages([message])
    kept = [capture.shown(mail).subject for mail in CapturedMail.objects.order_by("id")]
    assert kept == ["mail 2", "mail 3", "mail 4"]


def test_an_answer_goes_over_smtp_when_a_listener_is_named(
    thread: Thread, alert: Alert, captured: Callable[[EmailMessage], CapturedMail], settings: Any
) -> None:
    sink = MailSink()
    sink.start()
    try:
        settings.MAIL_LISTEN = f"127.0.0.1:{sink.port}"
        said = capture.answer(captured(alert()[0]), "It leaves on Monday.", now=timezone.now())
        assert said == "250: accepted."
        [kept] = sink.to(str(thread.reply_address(Side.SELLER)))
    finally:
        sink.stop()
    assert kept.sender == cast.SAM_EMAIL
    assert kept.parsed["In-Reply-To"] == Delivery.objects.get().message_id
    assert "It leaves on Monday." in kept.words
    settings.MAIL_LISTEN = "127.0.0.1:1"
    assert "does not answer" in capture.answer(CapturedMail.objects.get(), "x", now=timezone.now())
