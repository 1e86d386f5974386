"""Pages by key, not by number: a page costs the same however many came before it."""

from __future__ import annotations

import base64
import binascii
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TypeVar

from django.db.models import Q

from messaging.models import MailboxEntry
from messaging.models.mailbox import MailboxEntryQuerySet

PAGE_SIZE = 25
LONGEST_KEY = 36
Key = TypeVar("Key")


@dataclass(frozen=True)
class Page:
    entries: list[MailboxEntry]
    newer: str
    older: str


def encode(entry: MailboxEntry) -> str:
    return encode_key(entry.last_activity, entry.pk)


def encode_key(moment: datetime, key: uuid.UUID | int) -> str:
    return base64.urlsafe_b64encode(f"{moment.isoformat()} {key}".encode()).decode().rstrip("=")


def decode(cursor: str) -> tuple[datetime, uuid.UUID] | None:
    """None for a cursor nobody gave out: the first page is shown then."""
    return _decoded(cursor, uuid.UUID)


def decode_numbered(cursor: str) -> tuple[datetime, int] | None:
    """The same for rows whose key is a number."""
    return _decoded(cursor, _row_number)


def _row_number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 19):
        raise ValueError(text)
    return int(text)


def _decoded(cursor: str, read_key: Callable[[str], Key]) -> tuple[datetime, Key] | None:
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
        moment, _space, key = raw.partition(" ")
        at = datetime.fromisoformat(moment)
        # A moment at the edge of time does not exist in every zone, a longer number not in every database.
        if at.tzinfo is None or not 1990 <= at.year <= 2200 or len(key) > LONGEST_KEY:
            return None
        return at.astimezone(UTC), read_key(key)
    except (ValueError, binascii.Error):
        return None


def page_of(
    entries: MailboxEntryQuerySet,
    *,
    older: str = "",
    newer: str = "",
    first: MailboxEntry | None = None,
    size: int = PAGE_SIZE,
) -> Page:
    """One page in `newest_first`, reached by "older than this" or "newer than this".

    `first` stands above all others, wherever its place would be.
    """
    if first is not None:
        page = page_of(entries.exclude(pk=first.pk), older=older, newer=newer, size=size - 1)
        return page if page.newer else replace(page, entries=[first, *page.entries])
    if newer and (key := decode(newer)):
        after = entries.filter(Q(last_activity__gt=key[0]) | Q(last_activity=key[0], id__gt=key[1]))
        rows = list(after.order_by("last_activity", "id")[: size + 1])
        has_newer, rows = len(rows) > size, rows[:size][::-1]
        return _page(rows, has_newer=has_newer, has_older=True)
    key = decode(older) if older else None
    rows = list((entries.before(*key) if key else entries).newest_first()[: size + 1])
    return _page(rows[:size], has_newer=key is not None, has_older=len(rows) > size)


def _page(rows: list[MailboxEntry], *, has_newer: bool, has_older: bool) -> Page:
    if not rows:
        return Page([], "", "")
    return Page(rows, encode(rows[0]) if has_newer else "", encode(rows[-1]) if has_older else "")
