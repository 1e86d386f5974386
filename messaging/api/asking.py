"""What the filters of a list and its `q` say, as conditions on mailbox entries.

Nothing a caller sends becomes the name of a column: each key of the table below is one condition.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from rest_framework.exceptions import ValidationError

from messaging.models import Folder, Mailbox, MailboxEntry, Side
from messaging.models.mailbox import MailboxEntryQuerySet
from messaging.search.box import Asked, of_buyer, read_box
from messaging.search.finding import SEARCHED, found_in


def read_q(q: str) -> Asked:
    """Raises ValidationError for an operator whose value cannot be read."""
    asked = read_box(q, zone=UTC)
    if asked.mistakes:
        raise ValidationError({"q": list(asked.mistakes)}, code="unknown_search")
    return asked


def matching(mailbox: Mailbox, filters: dict[str, Any], asked: Asked, side: Side) -> MailboxEntryQuerySet:
    """The entries that fit every filter given.

    Without `folder`, those of the inbox; a search looks among the archived as well.
    """
    wanted = _in_folder(filters.get("folder", ""), is_search=not asked.is_empty)
    for name, condition in CONDITIONS.items():
        if name in filters:
            wanted &= condition(filters[name], side)
    own = Q(mailbox=mailbox)
    return found_in(MailboxEntry.objects.filter(wanted), asked, own=own, side=side)


def _in_folder(folder: str, *, is_search: bool) -> Q:
    return Q(folder__in=SEARCHED) if is_search and not folder else Q(folder=folder or Folder.INBOX)


def _of_counterpart(name: str, side: Side) -> Q:
    """By the name or mask this side sees, whole."""
    return Q(thread__seller__name__iexact=" ".join(name.split())) if side == Side.BUYER else of_buyer(name)


CONDITIONS: dict[str, Callable[[Any, Side], Q]] = {
    "category": lambda category, side: Q(category=category),
    "unread": lambda unread, side: Q(unread=unread),
    "order": lambda number, side: Q(thread__order__number=number),
    "with": _of_counterpart,
    "after": lambda moment, side: Q(last_activity__gt=moment),
    "before": lambda moment, side: Q(last_activity__lt=moment),
    "needs_reply": lambda needs, side: Q(due_at__isnull=not needs),
}


# The keys of a cursor that stands above every entry.
FROM_THE_TOP = (datetime(2200, 1, 1, tzinfo=UTC).isoformat(), str(UUID(int=2**128 - 1)))


def page_after(entries: MailboxEntryQuerySet, keys: list[Any]) -> MailboxEntryQuerySet:
    """The entries that come after the one a cursor names."""
    return entries.before(datetime.fromisoformat(keys[0]), keys[1]) if keys else entries


def keys_of(entry: MailboxEntry) -> tuple[str, str]:
    return entry.last_activity.isoformat(), str(entry.pk)
