"""Hears what the ledger records and hands it to the workers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.http import HttpRequest

from accounts.models import User
from accounts.unsubscribing import unsubscribe
from messaging.gateway.signals import alert_bounced, unsubscribe_asked
from messaging.ledger.recording import event_recorded
from messaging.models import Side, Thread
from messaging.nudging import nudge
from notifications import devices


def connect() -> None:
    event_recorded.connect(_hand_over, dispatch_uid="notifications.dispatch")
    unsubscribe_asked.connect(_unsubscribe, dispatch_uid="notifications.unsubscribe")
    alert_bounced.connect(_note_bounce, dispatch_uid="notifications.bounce")
    user_logged_in.connect(_signed_in, dispatch_uid="notifications.signed_in")
    user_logged_out.connect(_signed_out, dispatch_uid="notifications.signed_out")
    for changed in (password_changed, password_reset, password_set):
        changed.connect(_password_changed, dispatch_uid="notifications.password")


def _hand_over(sender: object, *, entry_id: str, kind: str, **_: object) -> None:
    """After commit. What is lost between here and a worker, the sweep finds by `told_at`."""
    from notifications import tasks

    nudge(tasks.dispatch_entry, entry_id)


def _unsubscribe(sender: object, *, token: str, **_: object) -> None:
    unsubscribe(token)


def _signed_in(sender: object, *, request: HttpRequest | None, user: User, **_: Any) -> None:
    if request is not None:
        devices.forget_others(devices.device_of(request), user)


def _signed_out(sender: object, *, request: HttpRequest | None, **_: Any) -> None:
    """A device that nobody is signed in on shows nobody's alerts."""
    if request is not None:
        devices.forget_device(devices.device_of(request))


def _password_changed(sender: object, *, user: User, **_: Any) -> None:
    """Whoever knew the old password may have switched push on for a device of theirs."""
    devices.forget_person(user)


def _note_bounce(sender: object, *, thread: Thread, side: Side, now: datetime, **_: object) -> None:
    from notifications.dispatch import note_bounce

    note_bounce(thread, side, now=now)
