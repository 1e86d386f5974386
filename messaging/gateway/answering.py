"""Answers to people who wrote by mail: why it was refused, or what of it was not delivered.

Here it is decided whether one is owed and what it says, in the commit that decides about the
mail; sending.py takes it to its receiver. Only to a proven author, once per mail, at most ten
an hour to one address. Nothing of a stranger's mail is repeated in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import User
from messaging.gateway.answers import AnswerState, MailAnswer
from messaging.gateway.incoming import IncomingMail, Proof
from messaging.gateway.models import InboundMail, author_digest
from messaging.gateway.posting_mail import MailRefused, WantedFile
from messaging.gateway.refusals import REFUSALS, Reason
from messaging.models import Message, Status
from messaging.policy import Action

log = structlog.get_logger(__name__)

MAX_ANSWERS_AN_HOUR = 10
_MESSAGE_ID = re.compile(r"[!-;=?-~]{1,250}@[!-;=?-~]{1,200}")


def owe_refusal(
    stored: InboundMail,
    mail: IncomingMail,
    refusal: MailRefused,
    files: Sequence[WantedFile],
    *,
    now: datetime,
) -> MailAnswer | None:
    """Write down why and what to do instead, in the caller's transaction; None when nothing may be said."""
    rule = REFUSALS[refusal.reason]
    if not rule.may_answer or not _may_answer(stored, mail):
        return None
    answer = _blank(stored, mail, now=now)
    if _has_enough(answer, now=now):
        return None
    with translation.override(_language_of(mail.author)):
        lines = [_("Your message was not delivered."), "", refusal.because or str(rule.because)]
        lines += [refusal.instead or str(rule.instead), *_about_files(files)]
        if refusal.reason == Reason.POLICY_BLOCK:
            lines += ["", _("You wrote:"), *(f"> {line}" for line in mail.text.split("\n"))]
        answer.subject, answer.body = _("Your message was not delivered"), _letter(lines)
    answer.state, answer.owed_at, answer.next_try_at = AnswerState.OWED, now, now
    answer.save(force_insert=True)
    return answer


def begin(
    stored: InboundMail, mail: IncomingMail, files: Sequence[WantedFile], *, now: datetime
) -> MailAnswer | None:
    """Keep what is known when a message is posted: whom to tell, and which files were left out.

    In the caller's transaction. `settle` turns it into a letter, or drops it, when the message is screened.
    """
    if not _may_answer(stored, mail):
        return None
    draft = _blank(stored, mail, now=now)
    with translation.override(_language_of(mail.author)):
        draft.body = "\n".join(_about_files(files))
    draft.save(force_insert=True)
    return draft


def settle(draft: MailAnswer, message: Message, *, now: datetime) -> bool:
    """Tell the author what of a screened message was left out; returns False when nothing was, or it was decided before.

    In the caller's transaction.
    """
    with translation.override(_language_of(draft.recipient)):
        lines = draft.body.split("\n") if draft.body else []
        if message.status == Status.REDACTED:
            removed = [finding for finding in message.findings if finding["action"] == Action.REDACT]
            because = dict.fromkeys(str(finding["because"]) for finding in removed)
            lines += ["", _("Some words were removed:"), *(f"- {sentence}" for sentence in because)]
        # The author of a blocked message is told as for every other door, by the notifications.
        if not lines or message.status == Status.BLOCKED or _has_enough(draft, now=now):
            draft.drop()
            return False
        if message.is_shown:
            subject = _("Your message was delivered in part")
            lines = [_("Your message was delivered, but not all of it."), *lines]
        else:
            subject = _("Your message was taken in part")
            lines = [_("Your message was taken, but not all of it. It is not delivered yet."), *lines]
        return draft.become_owed(subject, _letter(lines), now=now)


def _about_files(files: Sequence[WantedFile]) -> list[str]:
    dropped = [file for file in files if file.because]
    if not dropped:
        return []
    return ["", _("These files were not delivered:"), *(f"- {file.name}: {file.because}" for file in dropped)]


def _letter(lines: list[str]) -> str:
    return "\n".join([*lines, "", settings.MARKETPLACE_NAME, settings.SITE_URL])


def _may_answer(stored: InboundMail, mail: IncomingMail) -> bool:
    # The proof is asked again here: no path may ever write to an address that was only claimed.
    return mail.proof is Proof.PROVEN and bool(mail.author) and bool(stored.envelope_from.strip("<> "))


def _blank(stored: InboundMail, mail: IncomingMail, *, now: datetime) -> MailAnswer:
    author = mail.author or ""
    reference = next((name for name in mail.message_ids("message-id") if _MESSAGE_ID.fullmatch(name)), "")
    return MailAnswer(
        mail=stored,
        state=AnswerState.DRAFT,
        recipient=author,
        reference=reference,
        author_digest=author_digest(author),
        created_at=now,
    )


def _has_enough(answer: MailAnswer, *, now: datetime) -> bool:
    """Whether its receiver is owed as many answers as one may get in an hour."""
    recent = MailAnswer.objects.owed_since(now - timedelta(hours=1), answer.author_digest)
    # First the lock, then the count: of two processes at once the later one counts what the first one wrote.
    list(recent.select_for_update(no_key=True).order_by("pk").values_list("pk"))
    if recent.count() < MAX_ANSWERS_AN_HOUR:
        return False
    log.info("answer held back", mail=str(answer.mail_id), limit=MAX_ANSWERS_AN_HOUR)
    return True


def _language_of(address: str | None) -> str:
    user = User.objects.filter(email=address or "").only("language").first()
    return (user.language if user else "") or settings.LANGUAGE_CODE
