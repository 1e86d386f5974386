"""The inbox's filters: they live in the query string, so that every view can be kept, shared and opened again."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.http import QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_date

from messaging.models import Category, Folder
from messaging.models.mailbox import MailboxEntryQuerySet

LONGEST_WORDS = 120


@dataclass(frozen=True)
class Filters:
    """What the buyer asked to see; words nobody offered are left out."""

    folder: str = ""
    category: str = ""
    q: str = ""
    unread: bool = False
    files: bool = False
    seller: str = ""
    order: str = ""
    after: date | None = None
    before: date | None = None

    @classmethod
    def read(cls, query: QueryDict) -> Filters:
        def words(name: str) -> str:
            return query.get(name, "").replace("\x00", "").strip()[:LONGEST_WORDS]

        folder, category = query.get("folder", ""), query.get("category", "")
        return cls(
            folder=folder if folder in {"sent", "archive", "deleted"} else "",
            category=category if category in Category.values else "",
            q=words("q"),
            unread=query.get("unread") == "1",
            files=query.get("has") == "attachment",
            seller=words("from"),
            order=words("order"),
            after=_read_date(query.get("after", "")),
            before=_read_date(query.get("before", "")),
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether anything beyond folder and category is asked for."""
        return any(
            getattr(self, field.name) for field in fields(self) if field.name not in {"folder", "category"}
        )

    def apply(self, entries: MailboxEntryQuerySet) -> MailboxEntryQuerySet:
        entries = self._in_folder(entries)
        if self.category:
            entries = entries.filter(category=self.category)
        if self.unread:
            entries = entries.unread()
        if self.files:
            entries = entries.filter(has_attachment=True)
        if self.seller:
            entries = entries.filter(thread__seller__name__icontains=self.seller)
        if self.order:
            entries = entries.filter(thread__order__number__icontains=self.order)
        if self.after:
            entries = entries.filter(last_activity__gte=_midnight(self.after))
        if self.before:
            entries = entries.filter(last_activity__lt=_midnight(self.before + timedelta(days=1)))
        for word in self.q.split()[:8]:
            entries = entries.filter(
                Q(thread__subject__icontains=word)
                | Q(thread__seller__name__icontains=word)
                | Q(thread__order__number__icontains=word)
            )
        return entries

    def _in_folder(self, entries: MailboxEntryQuerySet) -> MailboxEntryQuerySet:
        if self.folder == "deleted":
            return entries.in_folder(Folder.DELETED)
        if self.folder == "archive":
            return entries.in_folder(Folder.ARCHIVE)
        if self.folder == "sent":
            return entries.filter(folder__in=[Folder.INBOX, Folder.ARCHIVE], has_sent=True)
        return entries.in_folder(Folder.INBOX)


def _read_date(text: str) -> date | None:
    try:
        found = parse_date(text)
    except ValueError:
        return None
    # Far years do not fit every database's moments, and nobody wrote then.
    return found if found and 1990 <= found.year <= 2200 else None


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
