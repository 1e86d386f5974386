"""Answers to people who wrote by mail: why it was refused, or what of it was not delivered.

Only to a proven author, once per mail, at most ten an hour to one address, with a null
envelope sender, so that nothing ever answers the answer. Nothing of a stranger's mail is
repeated in it.
"""

from __future__ import annotations

import re
import smtplib
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.smtp import EmailBackend
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import User
from messaging.gateway.incoming import IncomingMail, Proof
from messaging.gateway.models import InboundMail, author_digest
from messaging.gateway.posting_mail import MailRefused, WantedFile
from messaging.gateway.refusals import REFUSALS, Reason
from messaging.models import Message, Status
from messaging.policy import Action

log = structlog.get_logger(__name__)

MAX_ANSWERS_AN_HOUR = 10
_MESSAGE_ID = re.compile(r"[!-;=?-~]{1,250}@[!-;=?-~]{1,200}")


def answer_refusal(
    stored: InboundMail,
    mail: IncomingMail,
    refusal: MailRefused,
    files: Sequence[WantedFile],
    *,
    now: datetime,
) -> bool:
    """Tell the author why and what to do instead; returns False when nothing was or may be sent."""
    rule = REFUSALS[refusal.reason]
    if not rule.may_answer:
        return False
    with translation.override(_language_of(mail.author)):
        lines = [_("Your message was not delivered."), "", refusal.because or str(rule.because)]
        lines += [refusal.instead or str(rule.instead), *_about_files(files)]
        if refusal.reason == Reason.POLICY_BLOCK:
            lines += ["", _("You wrote:"), *(f"> {line}" for line in mail.text.split("\n"))]
        return _answer(stored, mail, _("Your message was not delivered"), lines, now=now)


def tell_what_is_missing(
    stored: InboundMail, mail: IncomingMail, message: Message, files: Sequence[WantedFile], *, now: datetime
) -> bool:
    """Tell the author what of a delivered message was left out; returns False when nothing was."""
    with translation.override(_language_of(mail.author)):
        lines = _about_files(files)
        if message.status == Status.REDACTED:
            removed = [finding for finding in message.findings if finding["action"] == Action.REDACT]
            because = dict.fromkeys(str(finding["because"]) for finding in removed)
            lines += ["", _("Some words were removed:"), *(f"- {sentence}" for sentence in because)]
        if not lines:
            return False
        lines = [_("Your message was delivered, but not all of it."), *lines]
        return _answer(stored, mail, _("Your message was delivered in part"), lines, now=now)


def _about_files(files: Sequence[WantedFile]) -> list[str]:
    dropped = [file for file in files if file.because]
    if not dropped:
        return []
    return ["", _("These files were not delivered:"), *(f"- {file.name}: {file.because}" for file in dropped)]


def _answer(
    stored: InboundMail, mail: IncomingMail, subject: str, lines: list[str], *, now: datetime
) -> bool:
    # The proof is asked again here: no path may ever write to an address that was only claimed.
    if mail.proof is not Proof.PROVEN or not mail.author or not stored.envelope_from.strip("<> "):
        return False
    recent = InboundMail.objects.answered_since(now - timedelta(hours=1), author_digest(mail.author))
    if recent.count() >= MAX_ANSWERS_AN_HOUR:
        log.info("answer held back", mail=str(stored.pk), limit=MAX_ANSWERS_AN_HOUR)
        return False
    if not stored.claim_answer(now=now):
        return False
    reference = next((name for name in mail.message_ids("message-id") if _MESSAGE_ID.fullmatch(name)), "")
    headers = {
        "Auto-Submitted": "auto-replied",
        "X-Auto-Response-Suppress": "All",
        **({"In-Reply-To": f"<{reference}>", "References": f"<{reference}>"} if reference else {}),
    }
    body = "\n".join([*lines, "", settings.MARKETPLACE_NAME, settings.SITE_URL])
    letter = EmailMessage(subject, body, to=[mail.author], headers=headers, connection=_connection())
    try:
        letter.send()
    except (OSError, smtplib.SMTPException) as problem:
        log.warning("answer not sent", mail=str(stored.pk), problem=type(problem).__name__)
        InboundMail.objects.filter(pk=stored.pk).update(answered_at=None)
        return False
    return True


def _language_of(address: str | None) -> str:
    user = User.objects.filter(email=address or "").only("language").first()
    return (user.language if user else "") or settings.LANGUAGE_CODE


def _connection() -> Any:
    if settings.EMAIL_BACKEND == "django.core.mail.backends.smtp.EmailBackend":
        return get_connection("messaging.gateway.answering.NullSenderBackend")
    return get_connection()


class NullSenderBackend(EmailBackend):
    """SMTP with an empty envelope sender: RFC 3834 wants it for automatic answers, Django has no way to say it."""

    def _send(self, email_message: EmailMessage) -> bool:
        recipients = email_message.recipients()
        if not recipients or self.connection is None:
            return False
        self.connection.sendmail("", recipients, email_message.message().as_bytes(linesep="\r\n"))  # type: ignore[call-arg]
        return True
