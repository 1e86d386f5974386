"""Hears what the ledger records and hands it to the workers."""

from __future__ import annotations

from datetime import datetime

from accounts.unsubscribing import unsubscribe
from messaging.gateway.signals import alert_bounced, unsubscribe_asked
from messaging.ledger.recording import event_recorded
from messaging.models import Side, Thread
from messaging.nudging import nudge


def connect() -> None:
    event_recorded.connect(_hand_over, dispatch_uid="notifications.dispatch")
    unsubscribe_asked.connect(_unsubscribe, dispatch_uid="notifications.unsubscribe")
    alert_bounced.connect(_note_bounce, dispatch_uid="notifications.bounce")


def _hand_over(sender: object, *, entry_id: str, kind: str, **_: object) -> None:
    """After commit. What is lost between here and a worker, the sweep finds by `told_at`."""
    from notifications import tasks

    nudge(tasks.dispatch_entry, entry_id)


def _unsubscribe(sender: object, *, token: str, **_: object) -> None:
    unsubscribe(token)


def _note_bounce(sender: object, *, thread: Thread, side: Side, now: datetime, **_: object) -> None:
    from notifications.dispatch import note_bounce

    note_bounce(thread, side, now=now)
