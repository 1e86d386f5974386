"""What the marketplace itself tells a buyer: announce() posts a notice, once, in the category it belongs to."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from accounts.models import Buyer, User
from messaging.delivering import preview_of
from messaging.ledger.recording import record
from messaging.models import (
    Category,
    Folder,
    Kind,
    MailboxEntry,
    Message,
    Side,
    Status,
    Thread,
    ThreadKind,
    Topic,
    Via,
)
from messaging.search.indexing import add_text
from orders.models import Order

# What the marketplace may post under; a case with customer service is a talk (`serving`), sellers write themselves.
ANNOUNCED = (Category.ORDERS, Category.PROMOTIONS, Category.NOTICES, Category.MEMBERSHIP)


class NoConsent(Exception):
    """The buyer takes no promotions."""


def announce(
    reference: str,
    *,
    buyer: Buyer,
    category: Category,
    subject: str,
    body: str,
    order: Order | None = None,
    by: User | None = None,
    now: datetime,
) -> tuple[Thread, bool]:
    """Post a notice in the buyer's Message Center; the second value says whether this call made it.

    Safe to repeat: a reference is posted once, whatever came with it later. An alert mail follows as the
    buyer has chosen. Raises NoConsent for a promotion the buyer did not ask for. `by`: who posts it by hand.
    """
    reference = f"notice:{reference}"
    if before := thread_posted(reference):
        return before, False
    if category == Category.PROMOTIONS and not buyer.promotions:
        raise NoConsent
    try:
        with transaction.atomic():
            return _post(reference, buyer, category, subject, body, order, by=by, now=now), True
    except IntegrityError:
        # The same reference at the same moment, from another process.
        before = thread_posted(reference)
        if before is None:
            raise
        return before, False


def thread_posted(reference: str) -> Thread | None:
    return Thread.objects.filter(reference=reference).first()


def keep_message(
    thread: Thread,
    entry: MailboxEntry,
    text: str,
    *,
    side: Side,
    kind: Kind,
    at: datetime,
    tell: bool = True,
    now: datetime,
) -> Message:
    """A message that came from the marketplace: no person posted it here, so nothing of it is judged or masked.

    `tell`: alert the buyer as of any new message. Runs in the caller's transaction.
    """
    thread.last_seq += 1
    Thread.objects.filter(pk=thread.pk).update(last_seq=thread.last_seq)
    message = Message.objects.create(
        thread=thread,
        seq=thread.last_seq,
        side=side,
        via=Via.SYSTEM,
        kind=kind,
        body=text,
        delivered_body=text,
        status=Status.DELIVERED,
        submitted_at=at,
        send_after=at,
        screened_at=now,
        delivered_at=now,
        counts_for_clock=False,
    )
    entry.preview, entry.last_activity = preview_of(text), max(at, entry.last_activity)
    # Nobody has to answer what was said elsewhere, whoever said it.
    entry.last_side, entry.unread, entry.folder = Side.PLATFORM, True, Folder.INBOX
    entry.state = entry.mailbox.advance()
    entry.save(update_fields=["preview", "last_side", "last_activity", "unread", "folder", "state"])
    add_text(entry, text)
    facts: dict[str, Any] = {"message": str(message.pk), "status": message.status, "was": [], "kind": kind}
    record("message.delivered" if tell else "message.kept", thread=thread, side=side, facts=facts, now=now)
    return message


def _post(
    reference: str,
    buyer: Buyer,
    category: Category,
    subject: str,
    body: str,
    order: Order | None,
    *,
    by: User | None,
    now: datetime,
) -> Thread:
    thread = Thread.objects.create(
        buyer=buyer,
        order=order,
        kind=ThreadKind.NOTICE,
        topic=Topic.OTHER,
        subject=subject,
        reference=reference,
        created_at=now,
    )
    facts = {"kind": thread.kind, "category": category, "reference": reference}
    record("thread.opened", thread=thread, actor=by, side=Side.PLATFORM, facts=facts, now=now)
    entry = MailboxEntry.of(thread, Side.BUYER, category=category, now=now)
    assert entry is not None, "a buyer has a mailbox"
    keep_message(thread, entry, body, side=Side.PLATFORM, kind=Kind.NOTICE, at=now, now=now)
    return thread
