"""One-line Celery tasks. A nudge starts them sooner (`messaging.nudging`); the sweeps need none."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone


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
