"""Push notices: who gets one, once, what it says, and when a device is let go of."""

from __future__ import annotations

import smtplib
import time
from datetime import timedelta
from typing import Any

import pytest
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from accounts.models import Buyer, SellerStaff
from messaging.models import Side, Thread
from notifications import vapid
from notifications.dispatch import dispatch, note_bounce, send_delivery
from notifications.models import Channel, Delivery, DeliveryState, Event, PushSubscription
from notifications.preferences import set_preference_matrix
from tests import cast
from tests.notifications.conftest import Alert
from tests.notifications.push_service import Browser, claims_of
from tests.notifications.pushing import SignIn, switch_on


def test_a_new_message_is_shown_on_the_device_and_opens_the_thread(
    thread: Thread, bea: Buyer, sam: SellerStaff, client_of: SignIn, phone: Browser, alert: Alert
) -> None:
    alert()
    switch_on(client_of(bea), phone)
    cast.say(thread, sam, "It leaves on Monday.")
    alert()
    [notice] = phone.notices
    assert notice["title"] == f"{sam.seller.name} replied"
    assert notice["body"] == "It leaves on Monday."
    assert notice["url"] == f"/messages/t/{thread.pk}/"


def test_the_push_service_is_told_who_sends_and_how_long_to_keep_it(
    thread: Thread, bea: Buyer, sam: SellerStaff, client_of: SignIn, phone: Browser, alert: Alert
) -> None:
    alert()
    switch_on(client_of(bea), phone)
    cast.say(thread, sam, "It leaves on Monday.")
    alert()
    [taken] = phone.service.taken
    claims = claims_of(taken, public_key=vapid.public_key())
    assert claims["aud"] == phone.service.origin
    assert claims["sub"].startswith("mailto:")
    assert 0 < claims["exp"] - time.time() <= 24 * 3600
    assert taken.headers["Content-Encoding"] == "aes128gcm"
    assert int(taken.headers["TTL"]) == 24 * 3600
    assert len(taken.headers["Topic"]) == 32


def test_a_shop_sees_the_masked_name_and_nothing_else_of_the_buyer(
    shop: cast.Shop, sam: SellerStaff, client_of: SignIn, phone: Browser, alert: Alert
) -> None:
    switch_on(client_of(sam), phone)
    cast.ask(shop, "Where is it? Write to bea.marlowe@buyers-post.example or +1 555 010 2939.")
    alert()
    [notice] = phone.notices
    assert notice["title"] == "Bea M. wrote to you"
    said = str(notice)
    for hidden in (cast.BEA_EMAIL, "Marlowe", "010 2939"):
        assert hidden not in said
    assert "removed" in notice["body"]


def test_a_long_message_is_cut_short(
    thread: Thread, bea: Buyer, sam: SellerStaff, client_of: SignIn, phone: Browser, alert: Alert
) -> None:
    alert()
    switch_on(client_of(bea), phone)
    cast.say(thread, sam, "It leaves on Monday.\n\n" * 150)
    alert()
    body = phone.notices[0]["body"]
    assert len(body) <= 140
    assert body.endswith("…")
    assert "\n" not in body


def test_an_alert_is_shown_once_however_often_it_is_worked_on(
    thread: Thread,
    bea: Buyer,
    sam: SellerStaff,
    client_of: SignIn,
    phone: Browser,
    laptop: Browser,
    alert: Alert,
) -> None:
    alert()
    switch_on(client_of(bea), phone)
    switch_on(client_of(bea), laptop)
    message = cast.say(thread, sam, "It leaves on Monday.")
    alert()
    alert()
    pushed = Delivery.objects.get(channel=Channel.PUSH)
    assert pushed.state == DeliveryState.SENT
    assert send_delivery(pushed.pk, now=timezone.now()) is False
    assert dispatch(pushed.event_id, now=timezone.now()) == []
    assert (len(phone.notices), len(laptop.notices)) == (1, 1)
    assert message.thread_id == pushed.thread_id


def test_notices_of_one_thread_share_a_topic_and_other_threads_do_not(
    shop: cast.Shop,
    thread: Thread,
    bea: Buyer,
    sam: SellerStaff,
    client_of: SignIn,
    phone: Browser,
    alert: Alert,
) -> None:
    alert()
    other = cast.make_order(bea, shop.product, number="EM-204771-9331")
    elsewhere = cast.ask(cast.Shop(bea, sam, other, shop.product)).thread
    alert()
    switch_on(client_of(bea), phone)
    now = timezone.now()
    for minute, to in enumerate((thread, thread, elsewhere)):
        cast.say(to, sam, f"News {minute}.", now=now + timedelta(minutes=2 * minute))
        alert(now + timedelta(minutes=2 * minute))
    topics = [taken.headers["Topic"] for taken in phone.service.taken]
    assert topics[0] == topics[1] != topics[2]
    assert [notice["tag"] for notice in phone.notices] == topics


def test_a_buyer_who_turned_mail_off_may_still_be_told_on_a_device(
    thread: Thread, bea: Buyer, sam: SellerStaff, client_of: SignIn, phone: Browser, alert: Alert
) -> None:
    alert()
    Buyer.objects.update(alert_mail=False)
    switch_on(client_of(bea), phone)
    cast.say(thread, sam, "It leaves on Monday.")
    assert alert() == []
    assert len(phone.notices) == 1


def test_staff_are_told_on_their_devices_as_they_ticked(
    shop: cast.Shop, sam: SellerStaff, client_of: SignIn, phone: Browser, alert: Alert
) -> None:
    switch_on(client_of(sam), phone)
    set_preference_matrix(sam.user, {(Event.RETURN_REFUND, Channel.PUSH)})
    cast.ask(shop, "Where is my order?")
    alert()
    assert phone.notices == []
    set_preference_matrix(sam.user, {(Event.BUYER_MESSAGE, Channel.PUSH)})
    now = timezone.now() + timedelta(minutes=5)
    cast.ask(shop, "Hello?", now=now)
    alert(now)
    assert len(phone.notices) == 1


def test_nobody_without_a_device_gets_a_row(thread: Thread, alert: Alert) -> None:
    alert()
    assert not Delivery.objects.filter(channel=Channel.PUSH).exists()


@pytest.mark.parametrize("status", [404, 410])
def test_a_device_that_is_gone_is_let_go_of(
    thread: Thread,
    bea: Buyer,
    sam: SellerStaff,
    client_of: SignIn,
    phone: Browser,
    laptop: Browser,
    alert: Alert,
    status: int,
) -> None:
    alert()
    switch_on(client_of(bea), phone)
    switch_on(client_of(bea), laptop)
    phone.service.answers[phone.path] = status
    cast.say(thread, sam, "It leaves on Monday.")
    alert()
    assert len(laptop.notices) == 1
    assert PushSubscription.objects.get().endpoint.endswith(laptop.path)
    assert Delivery.objects.get(channel=Channel.PUSH).state == DeliveryState.SENT


def test_the_last_device_that_is_gone_leaves_nothing_to_try_again(
    thread: Thread, bea: Buyer, sam: SellerStaff, client_of: SignIn, phone: Browser, alert: Alert
) -> None:
    alert()
    switch_on(client_of(bea), phone)
    phone.service.answers[phone.path] = 410
    cast.say(thread, sam, "It leaves on Monday.")
    alert()
    pushed = Delivery.objects.get(channel=Channel.PUSH)
    assert (pushed.state, pushed.because) == (DeliveryState.SKIPPED, "no device")


@pytest.mark.parametrize("status", [302, 400, 403, 429, 500, 503])
def test_a_push_service_that_refuses_is_asked_again_for_a_day_and_never_followed_elsewhere(
    thread: Thread, bea: Buyer, sam: SellerStaff, client_of: SignIn, phone: Browser, alert: Alert, status: int
) -> None:
    alert()
    switch_on(client_of(bea), phone)
    phone.service.answers[phone.path] = status
    now = timezone.now()
    cast.say(thread, sam, "It leaves on Monday.", now=now)
    alert(now)
    pushed = Delivery.objects.get(channel=Channel.PUSH)
    assert (pushed.state, pushed.because) == (DeliveryState.PENDING, f"refused {status}")
    assert phone.service.taken == []
    del phone.service.answers[phone.path]
    alert(now + timedelta(minutes=1))
    assert len(phone.notices) == 1

    phone.service.answers[phone.path] = status
    later = now + timedelta(hours=2)
    cast.say(thread, sam, "It left.", now=later)
    alert(later)
    alert(later + timedelta(hours=25))
    assert Delivery.objects.filter(channel=Channel.PUSH).latest("due_at").state == DeliveryState.FAILED


def test_a_push_service_that_is_away_is_asked_again(
    thread: Thread, bea: Buyer, sam: SellerStaff, client_of: SignIn, phone: Browser, alert: Alert
) -> None:
    alert()
    switch_on(client_of(bea), phone)
    phone.service.close()
    cast.say(thread, sam, "It leaves on Monday.")
    alert()
    pushed = Delivery.objects.get(channel=Channel.PUSH)
    assert (pushed.state, pushed.because) == (DeliveryState.PENDING, "ConnectionRefusedError")


@pytest.fixture
def refusing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stands for a mail server that knows no such person."""

    def refused(_self: EmailBackend, mails: list[Any]) -> int:
        raise smtplib.SMTPRecipientsRefused({mails[0].to[0]: (550, b"no such user")})

    monkeypatch.setattr(EmailBackend, "send_messages", refused)


@pytest.mark.usefixtures("refusing")
def test_an_alert_that_could_not_be_mailed_is_shown_on_the_shops_devices(
    shop: cast.Shop, sam: SellerStaff, client_of: SignIn, phone: Browser, alert: Alert
) -> None:
    switch_on(client_of(sam), phone)
    set_preference_matrix(sam.user, set())
    cast.ask(shop)
    alert()
    assert phone.notices == []
    alert()
    assert [notice["title"] for notice in phone.notices] == ["Bea M. wrote to you"]
    alert()
    assert len(phone.notices) == 1


@pytest.mark.usefixtures("refusing")
def test_who_was_shown_it_already_is_not_shown_it_again_when_the_mail_fails(
    shop: cast.Shop, sam: SellerStaff, client_of: SignIn, phone: Browser, alert: Alert
) -> None:
    switch_on(client_of(sam), phone)
    cast.ask(shop)
    alert()
    alert()
    assert len(phone.notices) == 1


def test_an_alert_that_bounced_is_shown_on_the_devices(
    thread: Thread, sam: SellerStaff, client_of: SignIn, phone: Browser, alert: Alert
) -> None:
    set_preference_matrix(sam.user, set())
    assert len(alert()) == 1
    switch_on(client_of(sam), phone)
    assert note_bounce(thread, Side.SELLER, now=timezone.now())
    assert note_bounce(thread, Side.SELLER, now=timezone.now()) is False
    alert()
    assert len(phone.notices) == 1
