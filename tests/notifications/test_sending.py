"""An alert that cannot leave: retries, bounces, faults, a lost broker."""

from __future__ import annotations

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from structlog.testing import capture_logs

from accounts.models import NotificationAddress
from messaging.models import Side, Thread
from messaging.tasks import screen_message
from notifications import tasks
from notifications.dispatch import dispatch, note_bounce, send_delivery
from notifications.models import DeliveryState
from notifications.sweeping import sweep_deliveries, sweep_pending
from tests import cast
from tests.notifications.conftest import Alert, pending_entry


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
