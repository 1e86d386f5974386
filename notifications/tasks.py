"""One-line Celery tasks, and the nudges that start them: only speed, the sweeps need none."""

from __future__ import annotations

from datetime import datetime

import structlog
from celery import shared_task
from django.db import transaction
from django.utils import timezone
from kombu.exceptions import OperationalError

from notifications.models import Delivery

log = structlog.get_logger(__name__)


@shared_task(name="notifications.dispatch_entry")
def dispatch_entry(entry_id: str) -> int:
    from notifications.dispatch import dispatch

    return len(dispatch(entry_id, now=timezone.now()))


@shared_task(name="notifications.send_delivery")
def send_delivery(delivery_id: str) -> bool:
    from notifications.dispatch import send_delivery

    return send_delivery(delivery_id, now=timezone.now())


@shared_task(name="notifications.sweep_pending")
def sweep_pending() -> int:
    from notifications.sweeping import sweep_pending

    return sweep_pending(now=timezone.now())


@shared_task(name="notifications.sweep_deliveries")
def sweep_deliveries() -> int:
    from notifications.sweeping import sweep_deliveries

    return sweep_deliveries(now=timezone.now())


def nudge_dispatch(entry_id: str) -> None:
    """Ask a worker to tell of a ledger entry, which is committed. A lost broker is logged, never raised."""
    try:
        dispatch_entry.delay(entry_id)
    except (OperationalError, OSError) as error:
        log.warning("nudge lost", task="dispatch_entry", entry=entry_id, error=type(error).__name__)


def nudge_sending(delivery: Delivery, *, now: datetime) -> None:
    """Ask a worker, after commit, to send the alert when it is due."""
    wait = max(0.0, (delivery.due_at - now).total_seconds())

    def ask() -> None:
        try:
            send_delivery.apply_async((str(delivery.pk),), countdown=wait)
        except (OperationalError, OSError) as error:
            log.warning(
                "nudge lost", task="send_delivery", delivery=str(delivery.pk), error=type(error).__name__
            )

    transaction.on_commit(ask)
