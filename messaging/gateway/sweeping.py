"""What is done later: mails and answers left behind by a process that ended, and raw mails whose time is over."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.db import Error as DatabaseError
from django.utils import timezone

from messaging.gateway.answers import MailAnswer
from messaging.gateway.models import InboundMail, Outcome
from messaging.gateway.receiving import conclude, judge
from messaging.gateway.refusals import Reason
from messaging.gateway.sending import send_answer
from messaging.models import Status

log = structlog.get_logger(__name__)

UNFINISHED_AFTER = timedelta(minutes=2)
MAX_TRIES = 5
BATCH = 100
# A sweep ends well before the worker's time limit; the next one goes on.
SWEEP_TIME = timedelta(seconds=45)


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


def finish_answers(*, now: datetime) -> int:
    """Decide what is owed for messages screened meanwhile, and send what is due; returns how many answers went out."""
    screened = MailAnswer.objects.drafts().exclude(mail__message__status=Status.SUBMITTED)
    for draft in screened.select_related("mail__message").defer("mail__raw").order_by("created_at")[:BATCH]:
        try:
            assert draft.mail.message is not None, "a draft is begun with its message"
            conclude(draft.mail, draft.mail.message, now=now)
        except DatabaseError:
            raise
        except Exception:  # one that cannot be decided must not stop those behind it
            log.exception("answer not decided", answer=str(draft.pk))
    started, sent = time.monotonic(), 0
    for pk in list(MailAnswer.objects.due(now=now).values_list("pk", flat=True)[:BATCH]):
        if time.monotonic() - started > SWEEP_TIME.total_seconds():
            break
        # A slow mail server must not make later rows' leases begin in the past.
        sent += send_answer(pk, now=max(now, timezone.now()))
    return sent


def forget_old_mail(*, now: datetime) -> int:
    """Drop the raw mails whose time for disputes is over; returns how many."""
    old = InboundMail.objects.kept_too_long(before=now - settings.RAW_MAIL_KEPT)[: 5 * BATCH]
    for stored in old:
        stored.forget_raw()
    return len(old)
