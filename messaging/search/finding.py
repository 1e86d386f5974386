"""Which threads of one mailbox a search finds."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Q, QuerySet

from messaging.models import Folder, MailboxEntry, Side, ThreadKind
from messaging.search import index
from messaging.search.box import Asked
from messaging.search.models import SearchKey

# A search that names no folder looks everywhere but among the deleted.
SEARCHED = (Folder.INBOX, Folder.ARCHIVE)
Entries = TypeVar("Entries", bound=QuerySet[MailboxEntry])


def found_in(entries: Entries, asked: Asked, *, own: Q, side: Side) -> Entries:
    """Those entries of one mailbox that a search asks for; `own` says which mailbox, such as Q(mailbox__buyer=bea).

    `entries` are of all mailboxes. One query more when there are words: they are looked for by the mailbox's
    key, which finds nothing in any other.
    """
    entries = entries.filter(asked.condition(side))
    if not asked.words:
        return entries.filter(own)
    key = SearchKey.objects.filter(own).first()
    return entries.filter(index.found_by(key, asked.words)) if key else entries.none()


def thread_of_number(entries: QuerySet[MailboxEntry], asked: Asked) -> MailboxEntry | None:
    """The entry of the order whose very number was typed, among those found: it stands first."""
    if not asked.number:
        return None
    # Customer service may have a case about the same order.
    about = entries.filter(thread__kind=ThreadKind.ORDER)
    return about.filter(thread__order__number__in={asked.number, asked.number.upper()}).first()
