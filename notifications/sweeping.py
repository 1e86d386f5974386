"""The sweeps: what no worker has finished, whatever became of the nudge."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

import structlog
from django.utils import timezone

from messaging.ledger.models import LedgerEntry
from notifications.dispatch import dispatch, send_delivery
from notifications.models import Delivery

log = structlog.get_logger(__name__)

BATCH = 200
# A sweep ends well before the worker's time limit; the next one goes on.
SWEEP_TIME = timedelta(seconds=45)


def sweep_pending(*, now: datetime) -> int:
    """Dispatch the entries that are recorded and not told; returns how many made deliveries."""
    pending = list(LedgerEntry.objects.pending().values_list("pk", flat=True)[:BATCH])
    return _each(pending, lambda pk: bool(dispatch(pk, now=now)), "dispatch")


def sweep_deliveries(*, now: datetime) -> int:
    """Send the alerts that are due; returns how many went out."""
    due = list(Delivery.objects.due(now=now).values_list("pk", flat=True)[:BATCH])
    # A slow mail server must not make later rows' leases begin in the past.
    return _each(due, lambda pk: send_delivery(pk, now=max(now, timezone.now())), "send")


def _each(pks: Iterable[uuid.UUID], work: Callable[[uuid.UUID], bool], name: str) -> int:
    """Do each in turn; one that fails is logged and stays for the next sweep, and stops no other."""
    started, done = time.monotonic(), 0
    for pk in pks:
        if time.monotonic() - started > SWEEP_TIME.total_seconds():
            break
        try:
            done += work(pk)
        except Exception:
            log.exception("sweep failed", step=name, row=str(pk))
    return done
