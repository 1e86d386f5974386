"""The seller's queues: which threads are in one, in which order, and how many, each counted to 99."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet, TextChoices
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from messaging.models import Folder, Mailbox, MailboxEntry, Side, ThreadKind
from messaging.models.mailbox import BADGE_LIMIT, QUEUE_CONDITIONS
from messaging.models.reason import RETURN_TOPICS
from messaging.search.box import Asked, read_box
from messaging.search.finding import SEARCHED, found_in, thread_of_number
from messaging.views.paging import decode, encode_key
from messaging.views.searching import address, chips_of
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
    ALL = "all", _("All threads")  # where a search looks that names no queue


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
        words = query.get("q", "").replace("\x00", "").strip()[:LONGEST_WORDS]
        anywhere = Queue.ALL if words else Queue.NEEDS_REPLY
        asked = query.get("queue", "")
        queue = Queue(asked) if asked in set(Queue.values) - {Queue.ALL} else anywhere
        usual: Sort = Sort.DUE if queue == Queue.NEEDS_REPLY else Sort.NEWEST
        wanted = query.get("sort", "")
        sort = Sort(wanted) if wanted in Sort.values else usual
        if sort == Sort.DUE and queue != Queue.NEEDS_REPLY:
            sort = usual
        kind = query.get("kind", "")
        return cls(queue, sort, kind if kind in Kind.values else "", words)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.kind or self.q)

    def entries(self, mailbox: Mailbox) -> QuerySet[MailboxEntry]:
        found: Any = MailboxEntry.objects.filter(_IN[self.queue])
        found = found_in(found, self.asked, own=Q(mailbox=mailbox), side=Side.SELLER)
        if self.kind == Kind.RETURNS:
            found = found.filter(thread__topic__in=RETURN_TOPICS)
        elif self.kind:
            found = found.filter(thread__kind=_KINDS[Kind(self.kind)])
        return found

    @cached_property
    def asked(self) -> Asked:
        """What the search box says."""
        return read_box(self.q, zone=timezone.get_current_timezone())

    def chips(self, query: QueryDict) -> list[tuple[str, str]]:
        """What narrows a search, in words, each with the address of the list without it."""
        chips = chips_of(self.asked, query, cursors=["after"])
        if self.q and self.queue != Queue.ALL:
            chips.append((str(self.queue.label), address(query, cursors=["after"], queue="")))
        return chips


_INBOX = Q(folder=Folder.INBOX)
_IN: dict[Queue, Q] = {
    Queue.NEEDS_REPLY: _INBOX & Q(due_at__isnull=False),
    Queue.ARCHIVED: Q(folder=Folder.ARCHIVE),
    Queue.ALL: Q(folder__in=SEARCHED),
    **{Queue(name): _INBOX & condition for name, condition in QUEUE_CONDITIONS.items()},
}
_KINDS = {Kind.ORDERS: ThreadKind.ORDER, Kind.PRODUCTS: ThreadKind.PRODUCT}


@dataclass(frozen=True)
class QueuePage:
    entries: list[MailboxEntry]
    after: str  # asks for the next page; "" on the last one


def page_of_queue(mailbox: Mailbox | None, wanted: Wanted, *, after: str = "") -> QueuePage:
    """One page by key: it costs the same however many came before it."""
    if mailbox is None:
        return QueuePage([], "")
    entries: Any = for_items(wanted.entries(mailbox))
    exact = thread_of_number(entries, wanted.asked)
    if exact:
        entries = entries.exclude(pk=exact.pk)
    first = [exact] if exact and not after else []
    size = PAGE_SIZE - len(first)
    column = "due_at" if wanted.sort == Sort.DUE else "last_activity"
    sign, compare = ("-", "lt") if wanted.sort == Sort.NEWEST else ("", "gt")
    if key := decode(after):
        entries = entries.filter(_beyond(column, compare, *key))
    rows = list(entries.order_by(f"{sign}{column}", f"{sign}id")[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    return QueuePage([*first, *rows], encode_key(getattr(rows[-1], column), rows[-1].pk) if more else "")


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
