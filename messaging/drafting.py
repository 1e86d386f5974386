"""Drafts: kept as they are written, told to the person's other devices, gone when nothing is left of them."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from accounts.models import User
from messaging.models import Draft, MailboxEntry


def draft_of(user: User, entry: MailboxEntry) -> str:
    found = Draft.objects.filter(user=user, thread=entry.thread_id).first()
    return found.body if found else ""


def keep_draft(user: User, entry: MailboxEntry, body: str, *, now: datetime) -> bool:
    """Keep what the person has written so far; nothing means no draft. Returns whether it changed.

    Takes the entry's mailbox to its next state, so that other devices ask for it. Needs `mailbox` loaded.
    """
    if draft_of(user, entry) == body:
        return False
    with transaction.atomic():
        # Locks the mailbox: of two devices that write at once one waits for the other.
        state = entry.mailbox.advance()
        mine = Draft.objects.filter(user=user, thread=entry.thread_id)
        if not body:
            mine.delete()
        elif (before := mine.first()) is not None:
            before.body, before.updated_at = body, now
            before.save(update_fields=["body", "updated_at"])
        else:
            Draft.objects.create(user=user, thread_id=entry.thread_id, body=body, updated_at=now)
        MailboxEntry.objects.filter(pk=entry.pk).update(state=state)
    return True
