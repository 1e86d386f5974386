"""What is done later: mails left behind by a process that ended, and raw mails whose time is over."""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.db import Error as DatabaseError

from messaging.gateway.models import InboundMail, Outcome
from messaging.gateway.receiving import judge
from messaging.gateway.refusals import Reason

log = structlog.get_logger(__name__)

UNFINISHED_AFTER = timedelta(minutes=2)
MAX_TRIES = 5
BATCH = 100


def finish_stored(*, now: datetime) -> int:
    """Judge what was stored and left behind; returns how many. A mail that fails every time is set aside."""
    left = InboundMail.objects.unfinished(before=now - UNFINISHED_AFTER).order_by("received_at")[:BATCH]
    finished = 0
    for stored in left:
        if stored.tries >= MAX_TRIES:
            log.error("mail set aside", mail=str(stored.pk), tries=stored.tries)
            finished += stored.judge(Outcome.REFUSED, reason=Reason.UNREADABLE, now=now)
            continue
        stored.count_try()
        try:
            judge(stored, now=now)
            finished += 1
        except DatabaseError:
            raise
        except Exception:  # one mail that cannot be judged must not stop those behind it
            log.exception("mail not judged", mail=str(stored.pk))
    return finished


def forget_old_mail(*, now: datetime) -> int:
    """Drop the raw mails whose time for disputes is over; returns how many."""
    old = InboundMail.objects.kept_too_long(before=now - settings.RAW_MAIL_KEPT)[: 5 * BATCH]
    for stored in old:
        stored.forget_raw()
    return len(old)
