"""The seller's queues: which threads are in one, in which order, and how many, each counted to 99."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet, TextChoices
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from messaging.models import Folder, Mailbox, MailboxEntry, ThreadKind
from messaging.models.mailbox import BADGE_LIMIT, QUEUE_CONDITIONS
from messaging.models.reason import RETURN_TOPICS
from messaging.views.paging import decode, encode_key
from messaging.views.seller_rows import for_items

PAGE_SIZE = 25
LONGEST_WORDS = 120


class Queue(TextChoices):
    NEEDS_REPLY = "needs_reply", _("Needs reply")
    WAITING = "waiting", _("Waiting on buyer")
    SENT = "sent", _("Sent")
    PROACTIVE = "proactive", _("Proactive")
    IMPORTANT = "important", _("Important")
    HELD = "held", _("Held & undelivered")
    ARCHIVED = "archived", _("Archived")


class Sort(TextChoices):
    DUE = "due", _("Due first")
    NEWEST = "newest", _("Newest first")
    OLDEST = "oldest", _("Oldest first")


class Kind(TextChoices):
    ORDERS = "orders", _("Orders")
    PRODUCTS = "products", _("Products")
    RETURNS = "returns", _("Returns")


@dataclass(frozen=True)
class Wanted:
    """What the query string asks for; words nobody offered are left out."""

    queue: Queue
    sort: Sort
    kind: str = ""
    q: str = ""

    @classmethod
    def read(cls, query: QueryDict) -> Wanted:
        asked = query.get("queue", "")
        queue = Queue(asked) if asked in Queue.values else Queue.NEEDS_REPLY
        usual: Sort = Sort.DUE if queue == Queue.NEEDS_REPLY else Sort.NEWEST
        wanted = query.get("sort", "")
        sort = Sort(wanted) if wanted in Sort.values else usual
        if sort == Sort.DUE and queue != Queue.NEEDS_REPLY:
            sort = usual
        kind = query.get("kind", "")
        words = query.get("q", "").replace("\x00", "").strip()[:LONGEST_WORDS]
        return cls(queue, sort, kind if kind in Kind.values else "", words)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.kind or self.q)

    def entries(self, mailbox: Mailbox) -> QuerySet[MailboxEntry]:
        found = MailboxEntry.objects.filter(mailbox=mailbox).filter(_IN[self.queue])
        if self.kind == Kind.RETURNS:
            found = found.filter(thread__topic__in=RETURN_TOPICS)
        elif self.kind:
            found = found.filter(thread__kind=_KINDS[Kind(self.kind)])
        for word in self.q.split()[:8]:
            found = found.filter(_said(word))
        return found


_INBOX = Q(folder=Folder.INBOX)
_IN: dict[Queue, Q] = {
    Queue.NEEDS_REPLY: _INBOX & Q(due_at__isnull=False),
    Queue.ARCHIVED: Q(folder=Folder.ARCHIVE),
    **{Queue(name): _INBOX & condition for name, condition in QUEUE_CONDITIONS.items()},
}
_KINDS = {Kind.ORDERS: ThreadKind.ORDER, Kind.PRODUCTS: ThreadKind.PRODUCT}


def _said(word: str) -> Q:
    """Order number, subject, or the buyer as the seller may see them: never the surname."""
    return (
        Q(thread__order__number__icontains=word)
        | Q(thread__subject__icontains=word)
        | Q(thread__buyer__user__first_name__istartswith=word)
        | Q(thread__buyer__company_name__icontains=word)
    )


@dataclass(frozen=True)
class QueuePage:
    entries: list[MailboxEntry]
    after: str  # asks for the next page; "" on the last one


def page_of_queue(mailbox: Mailbox | None, wanted: Wanted, *, after: str = "") -> QueuePage:
    """One page by key: it costs the same however many came before it."""
    if mailbox is None:
        return QueuePage([], "")
    entries: Any = for_items(wanted.entries(mailbox))
    column = "due_at" if wanted.sort == Sort.DUE else "last_activity"
    sign, compare = ("-", "lt") if wanted.sort == Sort.NEWEST else ("", "gt")
    if key := decode(after):
        entries = entries.filter(_beyond(column, compare, *key))
    rows = list(entries.order_by(f"{sign}{column}", f"{sign}id")[: PAGE_SIZE + 1])
    more, rows = len(rows) > PAGE_SIZE, rows[:PAGE_SIZE]
    return QueuePage(rows, encode_key(getattr(rows[-1], column), rows[-1].pk) if more else "")


def _beyond(column: str, compare: str, moment: datetime, key: uuid.UUID) -> Q:
    return Q(**{f"{column}__{compare}": moment}) | Q(**{column: moment, f"id__{compare}": key})


def counts_of(mailbox: Mailbox | None) -> dict[str, int]:
    """How many threads are in the queues that show a figure, in one query; 100 means "99+"."""
    if mailbox is None:
        return dict.fromkeys(_COUNTED, 0)
    capped = (
        "(SELECT COUNT(*) FROM (SELECT 1 FROM messaging_mailboxentry"
        " WHERE mailbox_id = %s AND folder = %s AND {} LIMIT %s) counted)"
    )
    sql = "SELECT " + ", ".join(capped.format(condition) for condition in _COUNTED.values())
    with connection.cursor() as cursor:
        cursor.execute(sql, [mailbox.pk, Folder.INBOX.value, BADGE_LIMIT + 1] * len(_COUNTED))
        return dict(zip(_COUNTED, cursor.fetchone() or (), strict=True))


# The conditions of `_IN` in SQL; a test holds them equal.
_COUNTED = {
    Queue.NEEDS_REPLY.value: "due_at IS NOT NULL",
    Queue.WAITING.value: "due_at IS NULL AND last_side = 'seller'",
    Queue.IMPORTANT.value: "is_important",
    Queue.HELD.value: "is_held",
}
