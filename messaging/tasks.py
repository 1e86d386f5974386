"""One-line Celery tasks, the nudges that start them, and the sweeps that need none."""

from __future__ import annotations

from datetime import datetime

import structlog
from celery import shared_task
from django.db import transaction
from django.utils import timezone
from kombu.exceptions import OperationalError

from messaging.models import Message

log = structlog.get_logger(__name__)


@shared_task(name="messaging.screen_message")
def screen_message(message_id: str) -> bool:
    from messaging.screening import screen

    return screen(message_id, now=timezone.now())


@shared_task(name="messaging.sweep_submitted")
def sweep_submitted() -> int:
    from messaging.screening import sweep

    return sweep(now=timezone.now())


def nudge_screening(message: Message, *, now: datetime) -> None:
    """Ask a worker to screen soon, after commit. A lost broker costs speed, never the message: the sweep finds it."""
    wait = max(0.0, (message.send_after - now).total_seconds())

    def ask() -> None:
        try:
            screen_message.apply_async((str(message.pk),), countdown=wait)
        except (OperationalError, OSError) as error:
            log.warning(
                "nudge lost", task="screen_message", message=str(message.pk), error=type(error).__name__
            )

    transaction.on_commit(ask)
