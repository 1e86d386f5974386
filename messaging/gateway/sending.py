"""send_answer(): an answer that is owed becomes a mail, once.

With a null envelope sender, so that nothing ever answers the answer.
"""

from __future__ import annotations

import smtplib
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.smtp import EmailBackend
from django.db import transaction

from messaging.failpoints import reach
from messaging.gateway.answers import MailAnswer
from messaging.gateway.models import InboundMail

log = structlog.get_logger(__name__)

# Pauses between tries, the last one repeated. After a day nobody waits for the word any more.
PAUSES = tuple(timedelta(seconds=s) for s in (30, 120, 600, 1800, 3600, 4 * 3600))
GIVE_UP_AFTER = timedelta(days=1)
# Whoever delivered the mail waits for our 250 meanwhile.
SMTP_SECONDS = 10


def send_answer(answer_id: UUID, *, now: datetime) -> bool:
    """Send one answer if it is due; returns whether it went out.

    A killed process's answer is repeated when its lease ends, with the same Message-ID.
    What fails is noted with the row, tried again with growing pauses and given up after a day.
    """
    answer = MailAnswer.objects.filter(pk=answer_id).first()
    if answer is None or not answer.claim(now=now):
        return False
    reach("answer.claimed")
    try:
        if not _letter(answer).send():
            raise smtplib.SMTPException("no connection was made")
    except (OSError, smtplib.SMTPException) as problem:
        code, is_final = _meaning_of(problem)
        _retry_or_give_up(answer, code, is_final=is_final, now=now)
        return False
    except Exception as fault:  # ours: the mail is judged all the same, and its sender must not hear of it
        log.exception("answer failed", answer=str(answer.pk))
        _retry_or_give_up(answer, type(fault).__name__, is_final=False, now=now)
        return False
    reach("answer.sent")
    with transaction.atomic():
        if answer.finish(now=now):
            InboundMail.objects.filter(pk=answer.mail_id).update(answered_at=now)
    return True


def _letter(answer: MailAnswer) -> EmailMessage:
    reference = f"<{answer.reference}>" if answer.reference else ""
    headers = {
        "Message-ID": answer.message_id,
        "Auto-Submitted": "auto-replied",
        "X-Auto-Response-Suppress": "All",
        **({"In-Reply-To": reference, "References": reference} if reference else {}),
    }
    return EmailMessage(
        answer.subject, answer.body, to=[answer.recipient], headers=headers, connection=_connection()
    )


def _meaning_of(problem: Exception) -> tuple[str, bool]:
    """A code for our records, and whether the receiver's server said no for good."""
    if isinstance(problem, smtplib.SMTPRecipientsRefused):
        code = max((code for code, _why in problem.recipients.values()), default=550)
        return f"recipient refused {code}", code >= 500
    if isinstance(problem, smtplib.SMTPDataError):
        return f"refused {problem.smtp_code}", problem.smtp_code >= 500
    # Ours to mend (credentials, network, server): tried again.
    return type(problem).__name__, False


def _retry_or_give_up(answer: MailAnswer, code: str, *, is_final: bool, now: datetime) -> None:
    assert answer.owed_at is not None, "only what is owed is claimed"
    about = {"answer": str(answer.pk), "code": code, "tries": answer.tries}
    pause = PAUSES[min(answer.tries, len(PAUSES)) - 1]
    if is_final or now + pause > answer.owed_at + GIVE_UP_AFTER:
        answer.give_up(because=code, now=now)
        log.error("answer given up", **about)
        return
    answer.postpone(now + pause, because=code)
    log.warning("answer delayed", **about)


def _connection() -> Any:
    if settings.EMAIL_BACKEND == "django.core.mail.backends.smtp.EmailBackend":
        return get_connection("messaging.gateway.sending.NullSenderBackend", timeout=SMTP_SECONDS)
    return get_connection()


class NullSenderBackend(EmailBackend):
    """SMTP with an empty envelope sender: RFC 3834 wants it for automatic answers, Django has no way to say it."""

    def _send(self, email_message: EmailMessage) -> bool:
        recipients = email_message.recipients()
        if not recipients or self.connection is None:
            return False
        self.connection.sendmail("", recipients, email_message.message().as_bytes(linesep="\r\n"))  # type: ignore[call-arg]
        return True
