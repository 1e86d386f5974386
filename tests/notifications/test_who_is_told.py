"""Who is told, by their settings and by what happened; and nobody else."""

from __future__ import annotations

import threading

import pytest
from django.core import mail
from django.db import connection, connections
from django.utils import timezone

from accounts.models import Buyer, NotificationAddress, Role, SellerStaff
from messaging.models import MailboxEntry, Side, Status, Thread, Topic, Via
from messaging.reviewing import decide_dispute, discard, dispute
from notifications.dispatch import dispatch, send_delivery
from notifications.models import Channel, Delivery, Event
from notifications.preferences import set_preference_matrix
from tests import cast
from tests.notifications.conftest import Alert, pending_entry


def test_a_buyer_who_turned_alerts_off_gets_none(
    thread: Thread, sam: SellerStaff, bea: Buyer, alert: Alert
) -> None:
    alert()
    Buyer.objects.filter(pk=bea.pk).update(alert_mail=False)
    cast.say(thread, sam, "It leaves on Monday.")
    assert alert() == []


def test_an_unproven_notification_address_gets_nothing(thread: Thread, alert: Alert) -> None:
    NotificationAddress.objects.update(verified_at=None)
    assert alert() == []


@pytest.mark.parametrize(
    ("buyer_on", "return_on", "topic", "told"),
    [
        (True, False, Topic.SHIPPING, True),
        (True, False, Topic.RETURN, False),
        (True, True, Topic.RETURN, True),
        (False, True, Topic.REFUND, True),
        (False, False, Topic.REFUND, False),
        (False, True, Topic.SHIPPING, False),
    ],
)
def test_each_switch_of_the_shop_governs_its_topics(
    shop: cast.Shop, alert: Alert, buyer_on: bool, return_on: bool, topic: Topic, told: bool
) -> None:
    type(shop.seller).objects.filter(pk=shop.seller.pk).update(
        buyer_messages_on=buyer_on, return_messages_on=return_on
    )
    shop.seller.refresh_from_db()
    cast.ask(shop, topic=topic)
    assert bool(alert()) is told


def test_staff_are_mailed_as_they_set_and_each_mailbox_once(
    shop: cast.Shop, sam: SellerStaff, alert: Alert
) -> None:
    priya = cast.make_staff("priya@northwind-office.example", seller=shop.seller, role=Role.AGENT)
    cast.make_staff("viewer@northwind-office.example", seller=shop.seller, role=Role.VIEWER)
    cell = (Event.BUYER_MESSAGE, Channel.EMAIL)
    set_preference_matrix(priya.user, {cell})
    set_preference_matrix(sam.user, {cell})
    cast.ask(shop)
    sent = alert()
    assert sorted(mail.to[0] for mail in sent) == ["priya@northwind-office.example", cast.SAM_EMAIL]
    assert all(len(mail.recipients()) == 1 for mail in sent)


def test_a_stranger_is_never_told(
    thread: Thread, sam: SellerStaff, eve: Buyer, eve_sells: SellerStaff, alert: Alert
) -> None:
    sent = alert()
    cast.say(thread, sam, "It leaves on Monday.")
    sent += alert()
    assert {mail.to[0] for mail in sent} == {cast.SAM_EMAIL, cast.BEA_EMAIL}


def test_waiting_messages_are_told_when_they_are_delivered(
    shop: cast.Shop, sam: SellerStaff, alert: Alert
) -> None:
    from notifications.preferences import turn_on_messages

    type(shop.seller).objects.filter(pk=shop.seller.pk).update(buyer_messages_on=False)
    shop.seller.refresh_from_db()
    cast.ask(shop)
    assert alert() == []
    turn_on_messages(shop.seller, by=sam.user, now=timezone.now())
    [sent] = alert()
    assert "Where is my order?" in sent.body


def test_a_buyer_who_wrote_by_mail_is_told_that_it_waits(shop: cast.Shop, alert: Alert) -> None:
    type(shop.seller).objects.filter(pk=shop.seller.pk).update(buyer_messages_on=False)
    shop.seller.refresh_from_db()
    cast.ask(shop, via=Via.MAIL)
    [sent] = alert()
    assert sent.to == [cast.BEA_EMAIL]
    assert "waiting" in sent.subject


def test_a_decision_is_told_to_the_author(thread: Thread, sam: SellerStaff, mo: object, alert: Alert) -> None:
    alert()
    message = cast.say(thread, sam, "Please leave us a 5-star review and we refund 10 dollars.")
    assert message.status == Status.BLOCKED
    case = dispute(message, by=sam.user, now=timezone.now())
    assert case is not None
    decide_dispute(case, was_wrong=False, by=mo, reason="it is", now=timezone.now())  # type: ignore[arg-type]
    [sent] = alert()
    assert sent.to == [cast.SAM_EMAIL]
    assert "the finding stands" in sent.body


def test_a_discarded_message_is_told_to_its_author_alone(
    thread: Thread, sam: SellerStaff, mo: object, alert: Alert
) -> None:
    alert()
    message = cast.say(thread, sam, "All good.")
    alert()
    type(message).objects.filter(pk=message.pk).update(status=Status.QUARANTINED)
    message.refresh_from_db()
    assert discard(message, by=mo, reason="threat", now=timezone.now())  # type: ignore[arg-type]
    [sent] = alert()
    assert sent.to == [cast.SAM_EMAIL]
    assert "removed after review" in sent.subject


def test_an_alert_about_a_message_that_is_gone_does_not_leave(thread: Thread, alert: Alert) -> None:
    thread.messages.update(status=Status.DISCARDED)
    assert alert() == []
    assert Delivery.objects.get().because == "no longer true"


@pytest.mark.django_db(transaction=True)
def test_many_workers_at_once_tell_once(shop: cast.Shop) -> None:
    cast.ask(shop)
    entry, now = pending_entry(), timezone.now()

    def work() -> None:
        dispatch(entry.pk, now=now)
        for pk in Delivery.objects.values_list("pk", flat=True):
            send_delivery(pk, now=now)
        connections.close_all()

    workers = [threading.Thread(target=work) for _ in range(6)]
    # SQLite in memory is shared by threads as no deployment's is: there they come one after another.
    at_once = connection.features.has_select_for_update_skip_locked
    for worker in workers:
        worker.start()
        if not at_once:
            worker.join()
    for worker in workers:
        worker.join()
    assert Delivery.objects.count() == 1
    for pk in Delivery.objects.values_list("pk", flat=True):
        send_delivery(pk, now=now)
    assert len(mail.outbox) == 1


def test_unread_stays_unread_by_alerting(thread: Thread, alert: Alert) -> None:
    alert()
    assert MailboxEntry.objects.get(thread=thread, mailbox__side=Side.SELLER).unread
