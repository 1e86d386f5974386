"""receive(): a raw mail to a Message, a refusal, a report, or nothing; the same for every door mail comes through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import structlog
from django.conf import settings
from django.db import transaction

from messaging.failpoints import reach
from messaging.gateway import answering
from messaging.gateway.answers import MailAnswer
from messaging.gateway.automatic import Automatic, automatic
from messaging.gateway.incoming import IncomingMail, Proof, UnreadableMail
from messaging.gateway.models import InboundMail, Outcome, author_digest
from messaging.gateway.posting_mail import Draft, MailRefused, WantedFile, make_draft, post_draft
from messaging.gateway.reading import read_mail
from messaging.gateway.refusals import REFUSALS, Reason
from messaging.gateway.routing import Destination, destination_of, writing_of
from messaging.gateway.sending import send_answer
from messaging.gateway.signals import alert_bounced, unsubscribe_asked
from messaging.ledger.recording import record
from messaging.models import Message, Status, Thread
from messaging.screening import screen

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Receipt:
    """What became of a mail for one recipient. `text` is what the other side reads of it."""

    outcome: Outcome
    reason: str = ""
    message: Message | None = None
    thread: Thread | None = None
    text: str = ""
    files: tuple[WantedFile, ...] = ()
    is_repeat: bool = False

    @property
    def exit_code(self) -> int:
        """The sysexits code of receive_mail."""
        if self.outcome == Outcome.TEMPFAIL:
            return 75
        return REFUSALS[Reason(self.reason)].exit_code if self.outcome == Outcome.REFUSED else 0


@dataclass
class _Judgement:
    """Facts gathered on the way to a decision."""

    mail: IncomingMail | None = None
    files: tuple[WantedFile, ...] = ()
    thread: Thread | None = None
    problems: list[str] = field(default_factory=list)


def receive(
    raw: bytes, *, envelope_from: str, recipients: Sequence[str], authserv_id: str, now: datetime
) -> list[Receipt]:
    """Store the mail for each recipient, then judge it; one receipt per recipient, in order.

    `authserv_id` names the edge server whose Authentication-Results are believed. When this
    returns, everything is committed, screening included. The same mail again makes nothing new.
    """
    if len(raw) > settings.MAX_MAIL_BYTES:
        return [Receipt(Outcome.REFUSED, Reason.TOO_LARGE) for _ in recipients]
    kept: list[InboundMail | None] = []
    with transaction.atomic():
        for recipient in recipients:
            known = destination_of(recipient, now=now) is not None
            kept.append(
                InboundMail.store(
                    raw=raw,
                    recipient=recipient,
                    envelope_from=envelope_from,
                    authserv_id=authserv_id,
                    now=now,
                )
                if known
                else None
            )
    reach("mail.stored")
    return [
        judge(stored, raw=raw, now=now) if stored else Receipt(Outcome.REFUSED, Reason.UNKNOWN_RECIPIENT)
        for stored in kept
    ]


def judge(stored: InboundMail, *, raw: bytes | None = None, now: datetime) -> Receipt:
    """Decide what becomes of a stored mail. Safe to call twice and by two processes at once."""
    if stored.outcome not in (Outcome.STORED, Outcome.TEMPFAIL):
        return _repeat(stored)
    raw = stored.open_raw() if raw is None else raw
    facts = _Judgement()
    destination = destination_of(stored.recipient, now=now)
    try:
        if destination is None:
            raise MailRefused(Reason.UNKNOWN_RECIPIENT)
        facts.mail = _read(raw, stored.authserv_id)
        early = _without_a_message(stored, destination, facts.mail, now=now)
        if early is not None:
            return early
        draft = _draft(destination, facts, now=now)
        return _post(stored, draft, facts, now=now)
    except MailRefused as refusal:
        return _refuse(stored, refusal, facts, now=now)


def _read(raw: bytes, authserv_id: str) -> IncomingMail:
    try:
        return read_mail(raw, authserv_id)
    except UnreadableMail as problem:
        log.info("mail unreadable", because=problem.because)
        raise MailRefused(Reason.UNREADABLE) from problem


def _without_a_message(
    stored: InboundMail, destination: Destination, mail: IncomingMail, *, now: datetime
) -> Receipt | None:
    """Reports, automatic mail and mail to come again; None when the mail may become a message."""
    if destination.kind == "report":
        stored.judge(Outcome.REPORT, now=now)
        return Receipt(Outcome.REPORT)
    if destination.kind == "unsubscribe":
        unsubscribe_asked.send_robust(InboundMail, token=destination.token, now=now)
        stored.judge(Outcome.IGNORED, reason="unsubscribe", now=now)
        return Receipt(Outcome.IGNORED, "unsubscribe")
    if destination.kind == "bounce":
        return _note_returned(stored, mail, now=now)
    envelope_from = stored.envelope_from
    kind = automatic(mail, envelope_from=envelope_from, own_domains=frozenset({settings.RELAY_DOMAIN}))
    if kind is not None:
        if kind == Automatic.BOUNCE and destination.thread is not None:
            alert_bounced.send_robust(InboundMail, thread=destination.thread, side=destination.side, now=now)
        stored.judge(Outcome.IGNORED, reason=kind, thread=destination.thread, now=now)
        return Receipt(Outcome.IGNORED, kind, thread=destination.thread)
    if mail.proof is Proof.UNSURE:
        stored.judge(Outcome.TEMPFAIL, now=now)
        return Receipt(Outcome.TEMPFAIL)
    return None


def _note_returned(stored: InboundMail, mail: IncomingMail, *, now: datetime) -> Receipt:
    """Mail to the address that nobody reads: a delivery report is noted as trouble, all else ignored."""
    kind = automatic(mail, envelope_from=stored.envelope_from, own_domains=frozenset({settings.RELAY_DOMAIN}))
    reason = kind or "not_read"
    if kind == Automatic.BOUNCE:
        log.warning("mail of ours was returned", mail=str(stored.pk))
    stored.judge(Outcome.IGNORED, reason=reason, now=now)
    return Receipt(Outcome.IGNORED, reason)


def _draft(destination: Destination, facts: _Judgement, *, now: datetime) -> Draft:
    mail = facts.mail
    assert mail is not None
    if mail.proof is not Proof.PROVEN:
        raise MailRefused(Reason.NOT_AUTHENTICATED)
    writing = writing_of(destination, mail)
    if writing is None:
        raise MailRefused(Reason.NOT_AUTHORISED)
    facts.thread = writing.thread
    if writing.thread is None and writing.order is None:
        raise MailRefused(Reason.NO_THREAD_OR_ORDER)
    draft = make_draft(writing, mail)
    facts.files = draft.files
    draft.require_something_to_say()
    draft.require_policy(now=now)
    return draft


def _post(stored: InboundMail, draft: Draft, facts: _Judgement, *, now: datetime) -> Receipt:
    with transaction.atomic():
        # The lock makes two deliveries of the same mail at once one message.
        held = InboundMail.objects.select_for_update(no_key=True).get(pk=stored.pk)
        if held.outcome not in (Outcome.STORED, Outcome.TEMPFAIL):
            return _repeat(held)
        twin = held.twin_in(draft.writing.thread)
        message = twin.message if twin and twin.message else post_draft(draft, now=now)
        held.judge(
            Outcome.MESSAGE,
            message=message,
            thread=message.thread,
            author_digest=author_digest(draft.mail.author or ""),
            now=now,
        )
        if twin is None:
            answering.begin(held, draft.mail, draft.files, now=now)
    if twin is not None:
        return _repeat(InboundMail.objects.select_related("message", "thread").get(pk=held.pk))
    reach("mail.posted")
    screen(message.pk, now=now)
    message = Message.objects.select_related("thread").get(pk=message.pk)
    _send(conclude(held, message, now=now), now=now)
    if message.status == Status.BLOCKED:
        return Receipt(Outcome.REFUSED, Reason.POLICY_BLOCK, message, message.thread, files=draft.files)
    reason = "held" if message.status == Status.QUARANTINED else ""
    return Receipt(Outcome.MESSAGE, reason, message, message.thread, message.delivered_body, draft.files)


def conclude(stored: InboundMail, message: Message, *, now: datetime) -> MailAnswer | None:
    """What follows when the message of a mail is screened: its outcome, and the word owed to its author, if any.

    Safe to call twice, and before it is screened: then it is left for later.
    """
    if message.status == Status.SUBMITTED:
        return None
    draft = MailAnswer.objects.drafts().filter(mail=stored).first()
    if draft is None:
        return None
    with transaction.atomic():
        if message.status == Status.BLOCKED:
            posted = InboundMail.objects.filter(pk=stored.pk, outcome=Outcome.MESSAGE)
            posted.update(outcome=Outcome.REFUSED, reason=Reason.POLICY_BLOCK)
        return draft if answering.settle(draft, message, now=now) else None


def _refuse(stored: InboundMail, refusal: MailRefused, facts: _Judgement, *, now: datetime) -> Receipt:
    author = facts.mail.author if facts.mail else None
    answer = None
    with transaction.atomic():
        moved = stored.judge(
            Outcome.REFUSED,
            reason=refusal.reason,
            thread=facts.thread,
            author_digest=author_digest(author) if author else "",
            now=now,
        )
        if moved and facts.thread is not None:
            noted = {"mail": str(stored.pk), "reason": str(refusal.reason), "rules": list(refusal.rules)}
            record("mail.refused", thread=facts.thread, facts=noted, now=now)
        if moved and facts.mail is not None:
            answer = answering.owe_refusal(stored, facts.mail, refusal, facts.files, now=now)
    _send(answer, now=now)
    return Receipt(Outcome.REFUSED, refusal.reason, thread=facts.thread, files=facts.files)


def _send(answer: MailAnswer | None, *, now: datetime) -> None:
    """At once; what fails or is cut off here the sweep sends."""
    if answer is not None:
        reach("answer.owed")
        send_answer(answer.pk, now=now)


def _repeat(stored: InboundMail) -> Receipt:
    message = stored.message
    return Receipt(
        Outcome(stored.outcome),
        stored.reason,
        message,
        stored.thread,
        message.delivered_body if message else "",
        is_repeat=True,
    )
