"""The 24-hour clock: start, stop. Called inside the transaction of the move that starts or stops it."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet

from accounts.models import User
from messaging.metrics.models import Ending, Obligation
from messaging.models import MailboxEntry, Message, Side, Thread


def start(message: Message, *, since: datetime) -> Obligation | None:
    """Start the clock for a buyer's message if none runs; `since` is when the buyer sent it."""
    thread = message.thread
    if thread.seller_id is None:
        return None
    running = Obligation.objects.filter(thread=thread, ended_at=None).first()
    if running is not None:
        # A message that waited has started it before the seller had the thread at all.
        _show_due(running)
        return None
    running = Obligation.objects.create(
        thread=thread,
        seller_id=thread.seller_id,
        opened_by=message,
        started_at=since,
        due_at=since + settings.REPLY_DUE,
    )
    _show_due(running)
    return running


def stop(
    thread: Thread, *, ending: Ending, at: datetime, by: User | None = None, answer: Message | None = None
) -> Obligation | None:
    """Stop the running clock; returns None when none ran, or when it began only after `at`."""
    running = Obligation.objects.select_for_update(no_key=True).filter(thread=thread, ended_at=None).first()
    if running is None or running.started_at > at:
        return None
    running.ended_at, running.ending, running.ended_by, running.answer = at, ending, by, answer
    running.save(update_fields=["ended_at", "ending", "ended_by", "answer"])
    _seller_entry(thread).update(needs_reply_since=None, due_at=None)
    return running


def withdraw(message: Message) -> bool:
    """Undo the start by a message that reaches nobody after all; False when another one started the clock."""
    gone, _by_model = Obligation.objects.filter(opened_by=message, ended_at=None).delete()
    if gone:
        _seller_entry(message.thread).update(needs_reply_since=None, due_at=None)
    return gone > 0


def postpone_help(thread: Thread, *, until: datetime) -> bool:
    """The buyer has chosen to wait on; the clock itself runs on. False when none runs."""
    return Obligation.objects.running().filter(thread=thread).update(keep_waiting_until=until) > 0


def _show_due(running: Obligation) -> None:
    _seller_entry(running.thread).update(needs_reply_since=running.started_at, due_at=running.due_at)


def _seller_entry(thread: Thread) -> QuerySet[MailboxEntry]:
    return MailboxEntry.objects.filter(thread=thread, mailbox__side=Side.SELLER)
