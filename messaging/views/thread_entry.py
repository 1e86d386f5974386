"""A thread in the mailbox of whoever is asking: the entry, the thread and the other party in one query.

Only what a page shows is named, and the SQL is written once (`kept_queries.py`): to write it anew cost more than
all else about the entry. A thread about a product names none of it here, for most are about orders; it pays one
small query more. Nothing is ordered or cut to one: there is one row, and it would be sorted.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import CharField, DateTimeField, IntegerField, Model, QuerySet
from django.db.models.expressions import RawSQL

from accounts.models import Buyer, Seller, SellerStaff, User
from messaging.models import Folder, MailboxEntry, Thread
from messaging.models.mailbox import BADGE_LIMIT
from messaging.views.kept_queries import KeptQuery, Key
from orders.models import Order

_TO_WRITE = (
    "buyer",
    "kind",
    "order",
    "product",
    "topic",
    "subject",
    "last_seq",
    "seller__name",
    "seller__standing",
)
# Raw, for these are the same words each time: the general way to write them costs a third of the query.
_RUNNING_SINCE = (
    "(SELECT started_at FROM metrics_obligation"
    " WHERE thread_id = messaging_mailboxentry.thread_id AND ended_at IS NULL LIMIT 1)"
)
_CURRENT_ALIAS = (
    "(SELECT local FROM accounts_buyeralias"
    " WHERE buyer_id = messaging_thread.buyer_id AND is_current LIMIT 1)"
)
_CAPPED = (
    "(SELECT COUNT(*) FROM (SELECT 1 FROM messaging_mailboxentry other"
    " WHERE other.mailbox_id = messaging_mailboxentry.mailbox_id AND other.folder = %s"
    " AND {condition} LIMIT %s) counted)"
)


def running_since() -> RawSQL:
    """Since when the buyer's side of an entry waits for an answer; null when the clock does not run."""
    return RawSQL(_RUNNING_SINCE, [], output_field=DateTimeField())  # noqa: S611 (no user data)


def _capped(condition: str) -> RawSQL:
    """How many entries of the mailbox's inbox meet it, counted to 99 and no further."""
    words = _CAPPED.format(condition=condition)
    return RawSQL(words, [Folder.INBOX.value, BADGE_LIMIT + 1], output_field=IntegerField())  # noqa: S611


@dataclass(frozen=True)
class _Part:
    """Some columns of one model in a row; `path` leads from the entry to it, empty for the entry itself."""

    path: str
    model: type[Model]
    columns: tuple[str, ...]

    @classmethod
    def of(cls, path: str, model: type[Model], *columns: str) -> _Part:
        """With its key first, and in the order of the model's fields, as `from_db` takes them."""
        fields = model._meta.concrete_fields
        unknown = set(columns) - {field.attname for field in fields}
        if unknown:
            raise ValueError(f"{model.__name__} has no {', '.join(sorted(unknown))}")
        named = tuple(field.attname for field in fields if field.primary_key or field.attname in columns)
        if not fields[0].primary_key:
            raise ValueError(f"{model.__name__} does not begin with its key")
        return cls(path, model, named)

    @property
    def lookups(self) -> tuple[str, ...]:
        return tuple(f"{self.path}__{column}" if self.path else column for column in self.columns)


_ENTRY = _Part.of("", MailboxEntry, "folder", "unread", "thread_id")
_THREAD = (
    "buyer_id",
    "order_id",
    "product_id",
    "subject",
    "kind",
    "buyer_has_written",
    "has_case",
    "seller_id",
)
_ORDER = (
    *("number", "state", "currency", "placed_at"),
    *("shipped_at", "delivered_at", "completed_at", "cancelled_at"),
)
_BUYERS = (
    _Part.of("", MailboxEntry, *_ENTRY.columns, "starred"),
    _Part.of("thread", Thread, *_THREAD),
    _Part.of("thread__seller", Seller, "name", "standing"),
    _Part.of("thread__order", Order, *_ORDER),
)
_SELLERS = (
    _Part.of("", MailboxEntry, *_ENTRY.columns, "due_at", "needs_reply_since"),
    _Part.of("thread", Thread, *_THREAD, "topic"),
    _Part.of("thread__order", Order, *_ORDER, "total_cents"),
    _Part.of("thread__buyer", Buyer, "user_id", "company_name", "opted_out", "restricted_at"),
    _Part.of("thread__buyer__user", User, "first_name", "last_name"),
)


class _KeptEntry:
    """A mailbox's entry with all it leads to, read as models whose other columns are deferred."""

    def __init__(self, entries: Any, parts: tuple[_Part, ...], owner: Key, **counted: RawSQL) -> None:
        """`entries(owner, thread)` finds the entry; `counted` is set on it under its names."""
        self._parts, self._counted = parts, tuple(counted)
        columns = tuple(lookup for part in parts for lookup in part.lookups) + self._counted
        self._query = KeptQuery(
            lambda owner, thread: self._columns(entries(owner, thread), counted, columns),
            columns,
            owner,
            Key(Thread._meta.pk, stand_in=uuid.UUID(int=0)),
        )

    def find(self, owner: int, thread: uuid.UUID) -> Any:
        rows = self._query.rows(owner, thread)
        return self._read(rows[0]) if rows else None

    @staticmethod
    def _columns(
        entries: QuerySet[MailboxEntry], counted: dict[str, RawSQL], columns: tuple[str, ...]
    ) -> QuerySet[Any, Any]:
        return entries.annotate(**counted).values_list(*columns)

    def _read(self, row: Any) -> Any:
        read: dict[str, Any] = {}
        place = 0
        for part in self._parts:
            values = row[place : place + len(part.columns)]
            place += len(part.columns)
            # Without a key the entry leads nowhere here.
            one = (
                part.model.from_db(connection.alias, part.columns, values) if values[0] is not None else None
            )
            read[part.path] = one
            if part.path:
                before, _, name = part.path.rpartition("__")
                setattr(read[before], name, one)
        for name, value in zip(self._counted, row[place:], strict=True):
            setattr(read[""], name, value)
        return read[""]


_BUYERS_ENTRY = _KeptEntry(
    lambda buyer, thread: MailboxEntry.objects.filter(
        mailbox__buyer=buyer, thread=thread, thread__buyer=buyer
    ),
    _BUYERS,
    Key(Buyer._meta.pk, stand_in=-1),
    waiting_since=running_since(),
    unread_total=_capped("other.unread"),
)
_SELLERS_ENTRY = _KeptEntry(
    lambda shop, thread: MailboxEntry.objects.filter(
        mailbox__seller=shop, thread=thread, thread__seller=shop
    ),
    _SELLERS,
    Key(Seller._meta.pk, stand_in=-1),
    alias=RawSQL(_CURRENT_ALIAS, [], output_field=CharField()),  # noqa: S611 (no user data)
    needs_reply_total=_capped("other.due_at IS NOT NULL"),
)


def buyers_entry(buyer: Buyer, thread: uuid.UUID) -> Any:
    """The entry with its `thread`, `waiting_since` and the mailbox's `unread_total`; None when it is not theirs."""
    found = _BUYERS_ENTRY.find(buyer.pk, thread)
    if found is not None:
        found.thread.buyer = buyer
    return found


def buyers_thread(buyer: Buyer, thread: uuid.UUID) -> Thread | None:
    """The thread to write in, with its seller and no more; None when it is not theirs."""
    mine = Thread.objects.filter(pk=thread, buyer=buyer).select_related("seller").only(*_TO_WRITE)
    found = next(iter(mine), None)
    if found is not None:
        found.buyer = buyer
    return found


def sellers_entry(staff: SellerStaff, thread: uuid.UUID) -> Any:
    """The entry with its `thread`, the buyer's `alias` and the mailbox's `needs_reply_total`; None for strangers."""
    found = _SELLERS_ENTRY.find(staff.seller_id, thread)
    if found is not None:
        found.thread.seller = staff.seller
    return found
