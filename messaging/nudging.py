"""nudge(): ask a worker to do soon what a sweep would find by itself."""

from __future__ import annotations

from typing import Any

import structlog
from django.db import transaction
from kombu.exceptions import OperationalError

log = structlog.get_logger(__name__)


def nudge(task: Any, *ids: object, countdown: float = 0.0) -> None:
    """Send a Celery task with these ids once the transaction is committed, to start after `countdown` seconds.

    A lost broker costs speed, never the work: it is logged, never raised.
    """

    def ask() -> None:
        try:
            task.apply_async(tuple(str(one) for one in ids), countdown=max(0.0, countdown))
        except (OperationalError, OSError) as error:
            log.warning(
                "nudge lost", task=task.name, ids=[str(one) for one in ids], error=type(error).__name__
            )

    transaction.on_commit(ask)
