"""What follows when a message is shown: both mailboxes, the clock, the record. Runs inside the caller's transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_noop

from accounts.models import User
from messaging.ledger.recording import record
from messaging.metrics import clock
from messaging.metrics.models import Ending
from messaging.models import Folder, Kind, Mailbox, MailboxEntry, Message, Side, Status, Thread
from messaging.search.indexing import add_text, index_entries

PREVIEW_CHARS = 140
COUNTS_STARTED = gettext_noop("It started the 24-hour clock.")
COUNTS_RUNNING = gettext_noop("The clock was already running since an earlier message.")
COUNTS_ANSWER = gettext_noop("A person on the seller's side answered: it stopped the clock.")
COUNTS_NOTHING = gettext_noop("No clock was running.")
COUNTS_AUTOMATIC = gettext_noop("Automatic answers never stop the clock.")
COUNTS_NOT_SHOWN = gettext_noop("It has not reached the buyer, so it does not stop the clock.")
COUNTS_KEPT_BACK = gettext_noop("It does not reach the seller, so it starts no clock.")


def show_to_author(message: Message, *, has_attachment: bool, now: datetime) -> None:
    """The author's own mailbox shows the message at once, whatever the screening will say; search finds it after that."""
    entry = MailboxEntry.of(message.thread, Side(message.side), now=now)
    # Nothing is newer: its place was taken under the thread's lock.
    newest: dict[str, Any] = {"preview": preview_of(message.body), "last_side": message.side}
    if entry and entry.folder == Folder.DELETED:
        # Written in a page opened before: who goes on writing has not done with the thread.
        newest |= {"folder": Folder.INBOX, "deleted_at": None}
    _touch(entry, has_attachment=has_attachment, now=now, has_sent=True, **newest)


def hide_from_author(message: Message) -> None:
    """An undone message leaves the author's list again: the row shows what was said before it."""
    side = Side(message.side)
    before = Message.objects.filter(thread=message.thread_id).seen_by(side).order_by("-seq").first()
    entry = MailboxEntry.of(message.thread, side, now=message.submitted_at)
    if entry is None:
        return
    entry.state = entry.mailbox.advance()
    changed = ["state"]
    if before is not None:
        entry.preview = preview_of(before.text_for(side))
        entry.last_side = before.side
        entry.last_activity = before.delivered_at or before.submitted_at
        changed += ["preview", "last_side", "last_activity"]
    entry.save(update_fields=changed)
    index_entries([entry])


def deliver(message: Message, *, status: Status, text: str, was: tuple[Status, ...], now: datetime) -> bool:
    """Show the message to its recipient; returns False when somebody else moved it first."""
    was_shown, is_new = message.is_shown, message.status == Status.SUBMITTED
    if not message.leave(*was, to=status, delivered_at=now, screened_at=message.screened_at or now):
        return False
    message.delivered_body = text
    message.save(update_fields=["delivered_body"])
    thread = message.thread
    _note_writing(message)
    _lock_mailboxes(thread)
    has_attachment = message.attachments.filter(state="clean").exists()
    recipient = MailboxEntry.of(thread, Side(message.side).other, now=now)
    flags: dict[str, Any] = {"unread": True, "folder": Folder.INBOX, "deleted_at": None}
    if message.kind == Kind.IMPORTANT:
        flags["is_important"] = True
    news = _news(message, text, Side(message.side).other)
    _touch(recipient, has_attachment=has_attachment, now=now, **flags, **news)
    if recipient:
        add_text(recipient, text)
    own = MailboxEntry.of(thread, Side(message.side), now=now)
    news = _news(message, message.body, Side(message.side), is_held=False)
    _touch(own, has_attachment=has_attachment, now=now, **news, **_own_flags(message))
    if own and is_new:
        add_text(own, message.body)
    if not was_shown:
        # Words given back after a dispute are no new message: the clock has run for this one.
        run_clock(message)
    facts = {
        "message": str(message.pk),
        "status": status,
        "was": [str(state) for state in was],
        "kind": message.kind,
    }
    record("message.delivered", thread=thread, actor=message.author, side=message.side, facts=facts, now=now)
    return True


def _note_writing(message: Message) -> None:
    """The seller may answer from now on (RULES §2). Before any mailbox is locked, in the order of posting."""
    if message.side == Side.BUYER and not message.thread.buyer_has_written:
        message.thread.buyer_has_written = True
        Thread.objects.filter(pk=message.thread_id).update(buyer_has_written=True)


def _lock_mailboxes(thread: Thread) -> None:
    """Both mailboxes, always in the same order: two deliveries in opposite directions must not wait for each other."""
    owners = Q(buyer_id=thread.buyer_id) | Q(seller_id=thread.seller_id, seller_id__isnull=False)
    list(Mailbox.objects.select_for_update(no_key=True).filter(owners).order_by("pk").values_list("pk"))


def _own_flags(message: Message) -> dict[str, Any]:
    """The queues of the seller's own mailbox that the thread joins; it stays in them."""
    if message.side != Side.SELLER or message.kind not in {Kind.PROACTIVE, Kind.IMPORTANT}:
        return {}
    return (
        {"is_proactive": True, "is_important": True}
        if message.kind == Kind.IMPORTANT
        else {"is_proactive": True}
    )


def hold_back(
    message: Message,
    *,
    status: Status,
    was: tuple[Status, ...] = (Status.SUBMITTED,),
    facts: dict[str, Any],
    findings: list[dict[str, Any]] | None = None,
    now: datetime,
) -> bool:
    """Keep the message from its recipient (blocked, quarantined, waiting); its author sees the state and why.

    `findings` stand in for those the message has. Returns False when somebody else moved it first.
    """
    has_waited, is_new = message.status == Status.WAITING, message.status == Status.SUBMITTED
    changes = {} if findings is None else {"findings": findings}
    if not message.leave(*was, to=status, screened_at=now, **changes):
        return False
    if status == Status.WAITING:
        _note_writing(message)
    elif has_waited:
        _forget_writing(message)
    entry = MailboxEntry.of(message.thread, Side(message.side), now=now)
    held = status in {Status.BLOCKED, Status.QUARANTINED}
    news = _news(message, message.body, Side(message.side), is_held=held)
    _touch(entry, has_attachment=False, now=now, **news)
    if entry and is_new:
        add_text(entry, message.body)
    if status == Status.WAITING:
        run_clock(message)
    elif has_waited:
        _take_back_clock(message)
    elif message.side == Side.SELLER:
        note_clock(message, counts=False, because=COUNTS_NOT_SHOWN)
    record(
        f"message.{status}",
        thread=message.thread,
        actor=message.author,
        side=message.side,
        facts={"message": str(message.pk), **facts},
        now=now,
    )
    return True


def _forget_writing(message: Message) -> None:
    """A message that waited reaches nobody after all: is there another by which the buyer has written?"""
    left = Message.objects.filter(thread=message.thread_id, side=Side.BUYER).reached_or_waiting()
    message.thread.buyer_has_written = left.exists()
    Thread.objects.filter(pk=message.thread_id).update(buyer_has_written=message.thread.buyer_has_written)


def _take_back_clock(message: Message) -> None:
    """A blocked message never starts the clock (RULES §8); the next one that stands does."""
    note_clock(message, counts=False, because=COUNTS_KEPT_BACK)
    if clock.withdraw(message):
        _record_clock("clock.withdrawn", message, since=message.submitted_at)
        if later := _first_written_after(message):
            _start_clock(later)


def run_clock(message: Message) -> None:
    """Start or stop the 24-hour clock for a message that reached the other side, and note why (RULES §8)."""
    if message.thread.seller_id is None:
        return
    if message.side == Side.BUYER:
        _start_clock(message)
        return
    if message.is_automatic or message.side != Side.SELLER:
        note_clock(message, counts=False, because=COUNTS_AUTOMATIC)
        return
    stopped = clock.stop(
        message.thread, ending=Ending.REPLY, at=message.submitted_at, by=message.author, answer=message
    )
    note_clock(message, counts=stopped is not None, because=COUNTS_ANSWER if stopped else COUNTS_NOTHING)
    if stopped:
        _record_clock("clock.stopped", message, since=stopped.started_at)
        if later := _first_written_after(message):
            _start_clock(later)


def _start_clock(message: Message) -> None:
    started = clock.start(message, since=message.submitted_at)
    if started:
        note_clock(message, counts=True, because=COUNTS_STARTED)
        _record_clock("clock.started", message, since=message.submitted_at)
    elif not message.counts_for_clock:
        # One that waited may have started the running clock itself, before it was shown.
        note_clock(message, counts=False, because=COUNTS_RUNNING)


def _first_written_after(answer: Message) -> Message | None:
    """The buyer's first message that this answer, written before it, does not answer."""
    later = Message.objects.select_related("thread").filter(
        thread=answer.thread_id, side=Side.BUYER, submitted_at__gt=answer.submitted_at
    )
    return later.reached_or_waiting().order_by("seq").first()


def note_clock(message: Message, *, counts: bool, because: str) -> None:
    message.counts_for_clock, message.counts_because = counts, because
    Message.objects.filter(pk=message.pk).update(counts_for_clock=counts, counts_because=because)


def stop_without_answer(thread: Thread, *, by: User, now: datetime) -> bool:
    """“No response needed”: stops the clock, audited; returns False when none ran."""
    stopped = clock.stop(thread, ending=Ending.NOT_NEEDED, at=now, by=by)
    if stopped is None:
        return False
    if entry := MailboxEntry.of(thread, Side.SELLER, now=now):
        MailboxEntry.objects.filter(pk=entry.pk).update(state=entry.mailbox.advance())
    record("thread.no_response_needed", thread=thread, actor=by, side=Side.SELLER, now=now)
    return True


@transaction.atomic
def keep_waiting(thread: Thread, *, by: User, now: datetime) -> bool:
    """“Keep waiting”: the buyer is not offered help again for KEEP_WAITING; False when no clock runs. Safe to repeat."""
    if not clock.postpone_help(thread, until=now + settings.KEEP_WAITING):
        return False
    record("thread.kept_waiting", thread=thread, actor=by, side=Side.BUYER, now=now)
    return True


def _record_clock(kind: str, message: Message, *, since: datetime) -> None:
    facts = {"message": str(message.pk), "since": since.isoformat()}
    record(kind, thread=message.thread, side=message.side, facts=facts, now=message.submitted_at)


def _news(message: Message, text: str, side: Side, **flags: bool) -> dict[str, Any]:
    """What a side's row says of this message if it is the last one it may read; `flags` tell of the last own one."""
    later = Message.objects.filter(thread=message.thread_id, seq__gt=message.seq)
    if not later.seen_by(side).exists():
        return {"preview": preview_of(text), "last_side": message.side, **flags}
    has_later_own = later.filter(side=side).exclude(status=Status.WITHDRAWN).exists()
    return {} if has_later_own else flags


def _touch(entry: MailboxEntry | None, *, has_attachment: bool, now: datetime, **changes: Any) -> None:
    """Nothing where that side has no mailbox: the marketplace reads in its admin."""
    if entry is None:
        return
    entry.last_activity = max(entry.last_activity, now)
    entry.has_attachment = entry.has_attachment or has_attachment
    for name, value in changes.items():
        setattr(entry, name, value)
    entry.state = entry.mailbox.advance()
    # Not the clock's columns: they are moved by `clock` alone.
    entry.save(update_fields=["last_activity", "has_attachment", "state", *changes])


def preview_of(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= PREVIEW_CHARS else line[: PREVIEW_CHARS - 1].rstrip() + "…"
