"""What becomes findable, and when: each side finds what it may read in a thread, and nothing else.

Called inside the transaction that changes what a side may read, after the mailbox's row is locked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import structlog
from django.conf import settings
from django.db import transaction

from messaging.models import Mailbox, MailboxEntry, Message, Side, Thread
from messaging.sealing import CannotOpen
from messaging.search import index
from messaging.search.models import SearchKey
from messaging.search.tokens import tokens_of
from messaging.search.words import beginnings_of, stems_of
from orders.models import OrderItem

log = structlog.get_logger(__name__)

BATCH = 200


def add_text(entry: MailboxEntry, text: str) -> None:
    """Make a text findable in this entry's mailbox, beside what is there."""
    tokens = tokens_of(stems_of(text), SearchKey.of(entry.mailbox).secret)
    if tokens and not index.add(entry, tokens):
        index_entries([entry])


def index_entries(entries: Iterable[MailboxEntry]) -> None:
    """Write the entries' documents anew, from what each side may read now. Safe to repeat."""
    entries = list(entries)
    talk = _Talk.of(entries)
    documents = []
    for entry in entries:
        secret = SearchKey.of(entry.mailbox).secret
        documents.append((entry, tokens_of(talk.stems_for(entry), secret)))
    index.put(documents)


def index_all(*, batch: int = BATCH) -> Iterator[int]:
    """Write every document anew while everything runs; yields how many are done. Safe to break off and to repeat."""
    done, last = 0, None
    while True:
        with transaction.atomic():
            rows = MailboxEntry.objects.only("mailbox_id", "thread_id").order_by("pk")
            page = list((rows if last is None else rows.filter(pk__gt=last))[:batch])
            if not page:
                return
            boxes = _locked_mailboxes({entry.mailbox_id for entry in page})
            # Read again under the lock, so that no message comes in between.
            for entry in page:
                entry.mailbox = boxes[entry.mailbox_id]
            index_entries(page)
        done, last = done + len(page), page[-1].pk
        yield done


def _locked_mailboxes(keys: set[int]) -> dict[int, Mailbox]:
    boxes = Mailbox.objects.select_for_update(no_key=True, of=("self",)).select_related("search_key")
    return {box.pk: box for box in boxes.filter(pk__in=keys).order_by("pk")}


@dataclass(frozen=True)
class _Talk:
    """Everything the documents of some entries are made of, read in three queries."""

    threads: dict[object, Thread]
    titles: dict[int, list[str]]
    messages: dict[object, list[Message]]

    @classmethod
    def of(cls, entries: list[MailboxEntry]) -> _Talk:
        threads = Thread.objects.with_parties().in_bulk([entry.thread_id for entry in entries])
        titles: dict[int, list[str]] = {}
        orders = [thread.order_id for thread in threads.values() if thread.order_id]
        for order, title in OrderItem.objects.filter(order__in=orders).values_list("order_id", "title"):
            titles.setdefault(order, []).append(title)
        messages: dict[object, list[Message]] = {}
        for message in Message.objects.filter(thread__in=threads).order_by("seq"):
            messages.setdefault(message.thread_id, []).append(message)
        return cls(threads, titles, messages)

    def stems_for(self, entry: MailboxEntry) -> set[str]:
        thread, side = self.threads[entry.thread_id], Side(entry.mailbox.side)
        stems = stems_of_head(*head_of(thread, side, self.titles.get(thread.order_id or 0, [])))
        for message in self.messages.get(thread.pk, []):
            if message.is_seen_by(side):
                stems |= _stems_of_message(message, side)
        return stems


def _stems_of_message(message: Message, side: Side) -> set[str]:
    try:
        return stems_of(message.text_for(side))
    except CannotOpen:
        # A damaged one is found by nobody, and stops no other from being found.
        log.exception("message not indexed", message=str(message.pk))
        return set()


def head_of(thread: Thread, side: Side, titles: Iterable[str]) -> list[str]:
    """What a thread is called on one side: subject, the other side's shown name, order number, products."""
    head = [thread.subject, thread.name_for(side) or settings.MARKETPLACE_NAME, *titles]
    if side == Side.SELLER:
        head.append(thread.buyer.company_name)
    if thread.order:
        head.append(thread.order.number)
    if thread.product:
        head.append(thread.product.title)
    return head


def stems_of_head(*texts: str) -> set[str]:
    """A name or a title is also found by how its words begin."""
    return {stem for text in texts for stem in (stems_of(text) | beginnings_of(text))}
