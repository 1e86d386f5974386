"""One-line Celery tasks. A nudge starts them sooner (`nudging`); the sweeps need none."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone


@shared_task(name="messaging.screen_message")
def screen_message(message_id: str) -> bool:
    from messaging.screening import screen

    return screen(message_id, now=timezone.now())


@shared_task(name="messaging.sweep_submitted")
def sweep_submitted() -> int:
    from messaging.screening import sweep

    return sweep(now=timezone.now())


@shared_task(name="messaging.forget_old_keys")
def forget_old_keys() -> int:
    from messaging.idempotency import forget_old_keys

    return forget_old_keys(now=timezone.now())
