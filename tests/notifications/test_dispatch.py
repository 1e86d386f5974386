"""Everybody is told once: bundles, leases, presence."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from accounts.models import Buyer, SellerStaff
from messaging.ledger.models import LedgerEntry
from messaging.models import Side, Thread
from messaging.models.mailbox import change_entries
from notifications import presence
from notifications.dispatch import dispatch, send_delivery
from notifications.models import LEASE, Delivery, DeliveryState
from notifications.sweeping import sweep_deliveries
from tests import cast
from tests.notifications.conftest import Alert, pending_entry

SECOND = timedelta(seconds=1)


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
