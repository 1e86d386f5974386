"""A thread in the mailbox of whoever is asking: the entry, the thread and the other party in one query.

Half of what a page costs is writing its queries, and most of that is columns: only what a page shows is named.
A thread about a product names none of it here, for most are about orders; it pays one small query more.
Not `first()`, which would have the one row sorted.
"""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import CharField, DateTimeField, IntegerField
from django.db.models.expressions import RawSQL

from accounts.models import Buyer, SellerStaff
from messaging.models import Folder, MailboxEntry, Thread
from messaging.models.mailbox import BADGE_LIMIT

_ORDER = tuple(
    f"thread__order__{name}"
    for name in (
        *("number", "state", "currency", "placed_at"),
        *("shipped_at", "delivered_at", "completed_at", "cancelled_at"),
    )
)
_THREAD = (
    "folder",
    "unread",
    "thread__buyer",
    "thread__product",
    "thread__subject",
    "thread__buyer_has_written",
)
_BUYER = (*_THREAD, "thread__seller__name", "thread__seller__standing", *_ORDER)
_SELLER = (
    *_THREAD,
    *("due_at", "thread__seller", "thread__topic", "thread__order__total_cents"),
    *_ORDER,
    *(f"thread__buyer__{name}" for name in ("user", "company_name", "opted_out", "restricted_at")),
    *(f"thread__buyer__user__{name}" for name in ("first_name", "last_name")),
)
_TO_WRITE = ("buyer", "order", "product", "topic", "subject", "last_seq", "seller__name", "seller__standing")
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


def buyers_entry(buyer: Buyer, thread: uuid.UUID) -> Any:
    """The entry with its `thread`, `waiting_since` and the mailbox's `unread_total`; None when it is not theirs."""
    entries = MailboxEntry.objects.filter(mailbox__buyer=buyer, thread=thread, thread__buyer=buyer)
    entries = entries.select_related("thread__seller", "thread__order").only(*_BUYER)
    entries = entries.annotate(waiting_since=running_since(), unread_total=_capped("other.unread"))
    found: Any = next(iter(entries), None)
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
    shop = staff.seller_id
    entries = MailboxEntry.objects.filter(mailbox__seller=shop, thread=thread, thread__seller=shop)
    entries = entries.select_related("thread__buyer__user", "thread__order").only(*_SELLER)
    entries = entries.annotate(
        alias=RawSQL(_CURRENT_ALIAS, [], output_field=CharField()),  # noqa: S611 (no user data)
        needs_reply_total=_capped("other.due_at IS NOT NULL"),
    )
    found: Any = next(iter(entries), None)
    if found is not None:
        found.thread.seller = staff.seller
    return found


def _capped(condition: str) -> RawSQL:
    """How many entries of the mailbox's inbox meet it, counted to 99 and no further."""
    words = _CAPPED.format(condition=condition)
    return RawSQL(words, [Folder.INBOX.value, BADGE_LIMIT + 1], output_field=IntegerField())  # noqa: S611
