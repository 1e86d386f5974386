"""Everybody is told once: bundles, leases, retries, presence, preferences."""

from __future__ import annotations

import smtplib
import threading
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection, connections
from django.utils import timezone
from structlog.testing import capture_logs

from accounts.models import Buyer, NotificationAddress, Role, SellerStaff
from messaging.ledger.models import LedgerEntry
from messaging.models import MailboxEntry, Side, Status, Thread, Topic, Via
from messaging.models.mailbox import change_entries
from messaging.reviewing import decide_dispute, discard, dispute
from messaging.tasks import screen_message
from notifications import presence, tasks
from notifications.dispatch import dispatch, note_bounce, send_delivery
from notifications.models import LEASE, Channel, Delivery, DeliveryState, Event
from notifications.preferences import set_preference_matrix
from notifications.sweeping import sweep_deliveries, sweep_pending
from tests import cast
from tests.notifications.conftest import Alert

SECOND = timedelta(seconds=1)


def pending_entry(kind: str = "message.delivered") -> LedgerEntry:
    return LedgerEntry.objects.pending().get(kind=kind)


def test_dispatching_twice_makes_one_delivery_and_sending_twice_one_mail(thread: Thread) -> None:
    now, entry = timezone.now(), pending_entry()
    [delivery] = dispatch(entry.pk, now=now)
    assert dispatch(entry.pk, now=now) == []
    assert send_delivery(delivery.pk, now=now) is True
    assert send_delivery(delivery.pk, now=now + LEASE * 3) is False
    assert len(mail.outbox) == 1
    entry.refresh_from_db()
    assert entry.told_at == now


def test_an_entry_that_tells_nobody_is_told_all_the_same(thread: Thread) -> None:
    for pk in LedgerEntry.objects.exclude(kind="message.delivered").values_list("pk", flat=True):
        assert dispatch(pk, now=timezone.now()) == []
    assert [entry.kind for entry in LedgerEntry.objects.pending()] == ["message.delivered"]


def test_told_at_is_no_part_of_the_chain(thread: Thread, alert: Alert) -> None:
    from messaging.ledger.verifying import verify

    alert()
    assert verify(f"thread:{thread.pk}") is None


def test_a_mail_repeated_after_a_kill_keeps_its_message_id(
    thread: Thread, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mocks the marking away, as a kill between sending and marking would."""
    now = timezone.now()
    [delivery] = dispatch(pending_entry().pk, now=now)
    with monkeypatch.context() as killed:
        killed.setattr(Delivery, "finish", lambda self, state, **_: False)
        send_delivery(delivery.pk, now=now)
    assert send_delivery(delivery.pk, now=now + LEASE - SECOND) is False, "the lease still runs"
    assert sweep_deliveries(now=now + LEASE + SECOND) == 1
    first, second = mail.outbox
    assert first.message()["Message-ID"] == second.message()["Message-ID"] == delivery.message_id


def test_the_lease_ends_within_a_minute() -> None:
    assert timedelta(0) < LEASE <= timedelta(seconds=60)


def test_messages_within_a_minute_make_one_more_alert(thread: Thread, bea: Buyer, alert: Alert) -> None:
    now = timezone.now()
    assert len(alert(now)) == 1
    for second in (5, 10, 20):
        cast.say(thread, bea, f"And number {second}?", now=now + second * SECOND)
        assert alert(now + second * SECOND) == []
    assert alert(now + 59 * SECOND) == []
    [gathered] = alert(now + 60 * SECOND)
    assert [f"And number {second}?" in gathered.body for second in (5, 10, 20)] == [True] * 3
    assert "3 new messages from Bea M." in gathered.subject
    cast.say(thread, bea, "Hello again", now=now + 61 * SECOND)
    assert alert(now + 61 * SECOND) == []
    assert len(alert(now + 121 * SECOND)) == 1
    cast.say(thread, bea, "Much later", now=now + timedelta(hours=1))
    assert len(alert(now + timedelta(hours=1))) == 1


def test_two_messages_before_the_first_alert_left_make_one(thread: Thread, bea: Buyer, alert: Alert) -> None:
    cast.say(thread, bea, "It is urgent.")
    [sent] = alert()
    assert "Where is my order?" in sent.body
    assert "It is urgent." in sent.body


def test_a_bundle_that_was_read_meanwhile_is_not_mailed(thread: Thread, bea: Buyer, alert: Alert) -> None:
    now = timezone.now()
    alert(now)
    cast.say(thread, bea, "One more thing", now=now + SECOND)
    alert(now + SECOND)
    change_entries([thread.entry_of(Side.SELLER)], unread=False)
    assert alert(now + 61 * SECOND) == []
    assert Delivery.objects.order_by("-id")[0].because == "read before it was sent"


def test_no_alert_while_the_recipient_has_the_thread_open(
    thread: Thread, sam: SellerStaff, bea: Buyer, alert: Alert
) -> None:
    now = timezone.now()
    presence.note(sam.user_id, thread.pk)
    assert alert(now) == []
    presence.note(bea.user_id, thread.pk)
    presence.forget(sam.user_id, thread.pk)
    assert alert(now + 10 * SECOND) == [], "looked at again later, not at once"
    [sent] = alert(now + 31 * SECOND)
    assert sent.to == [cast.SAM_EMAIL], "still unread when the page was closed"


def test_what_was_read_on_the_open_page_is_never_mailed(
    thread: Thread, sam: SellerStaff, bea: Buyer, alert: Alert
) -> None:
    now = timezone.now()
    presence.note(sam.user_id, thread.pk)
    alert(now)
    cast.say(thread, bea, "Hello?", now=now + 5 * SECOND)
    alert(now + 5 * SECOND)
    change_entries([thread.entry_of(Side.SELLER)], unread=False)
    presence.forget(sam.user_id, thread.pk)
    assert alert(now + timedelta(hours=1)) == []
    assert set(Delivery.objects.values_list("state", flat=True)) == {DeliveryState.SKIPPED}


def test_a_stranger_at_the_thread_keeps_no_alert_back(thread: Thread, eve: Buyer, alert: Alert) -> None:
    presence.note(eve.user_id, thread.pk)
    assert len(alert()) == 1


def test_a_server_that_is_away_is_tried_again_with_growing_pauses(
    thread: Thread, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mocks the connection: no test reaches a network."""
    now = timezone.now()
    [delivery] = dispatch(pending_entry().pk, now=now)

    def away(*_: object, **__: object) -> int:
        raise ConnectionRefusedError

    monkeypatch.setattr(mail.EmailMultiAlternatives, "send", away)
    pauses = []
    for _try in range(5):
        send_delivery(delivery.pk, now=now)
        delivery.refresh_from_db()
        assert delivery.state == DeliveryState.PENDING
        pauses.append(delivery.next_try_at - now)
        now = delivery.next_try_at
    assert pauses == sorted(pauses)
    assert pauses[0] < timedelta(minutes=1) < pauses[-1]
    send_delivery(delivery.pk, now=delivery.due_at + timedelta(days=6))
    delivery.refresh_from_db()
    assert delivery.state == DeliveryState.FAILED


def test_a_refused_address_fails_at_once_and_is_shown_as_bouncing(
    thread: Thread, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mocks the connection: no test reaches a network."""
    now = timezone.now()
    [delivery] = dispatch(pending_entry().pk, now=now)

    def refused(*_: object, **__: object) -> int:
        raise smtplib.SMTPRecipientsRefused({cast.SAM_EMAIL: (550, b"no such user")})

    monkeypatch.setattr(mail.EmailMultiAlternatives, "send", refused)
    assert send_delivery(delivery.pk, now=now) is False
    delivery.refresh_from_db()
    assert (delivery.state, delivery.because) == (DeliveryState.FAILED, "recipient refused 550")
    assert NotificationAddress.objects.get().bouncing_since == now


def test_a_bounce_is_counted_once_per_mail(thread: Thread, alert: Alert) -> None:
    alert()
    now = timezone.now()
    assert note_bounce(thread, Side.SELLER, now=now) is True
    assert note_bounce(thread, Side.SELLER, now=now) is False
    assert note_bounce(thread, Side.BUYER, now=now) is False
    assert NotificationAddress.objects.get().bouncing_since == now


def test_a_fault_of_ours_is_seen_and_tried_again_and_stops_no_other(
    thread: Thread, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mocks a fault into drawing the mail."""
    now = timezone.now()
    [delivery] = dispatch(pending_entry().pk, now=now)
    with monkeypatch.context() as broken:
        broken.setattr("notifications.channels.email.content_of", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            send_delivery(delivery.pk, now=now)
        assert sweep_deliveries(now=now + timedelta(minutes=1)) == 0
    assert sweep_deliveries(now=now + timedelta(hours=1)) == 1


def test_the_sweeps_do_what_no_worker_was_asked_for(thread: Thread) -> None:
    now = timezone.now()
    assert sweep_pending(now=now) == 1
    assert sweep_deliveries(now=now) == 1
    assert (sweep_pending(now=now), sweep_deliveries(now=now)) == (0, 0)
    assert len(mail.outbox) == 1


def test_a_lost_broker_stops_nothing(
    shop: cast.Shop, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: object
) -> None:
    """Mocks the broker away."""
    from kombu.exceptions import OperationalError

    def lost(*_: object, **__: object) -> None:
        raise OperationalError

    nudged = (screen_message, tasks.dispatch_entry, tasks.send_delivery)
    for task in nudged:
        monkeypatch.setattr(task, "apply_async", lost)
    with capture_logs() as logs, django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        cast.ask(shop)
        dispatch(pending_entry().pk, now=timezone.now())
    assert {line["task"] for line in logs if line["event"] == "nudge lost"} == {task.name for task in nudged}
    assert sweep_deliveries(now=timezone.now()) == 1


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
