"""The inbox's filters: they live in the query string, so that every view can be kept, shared and opened again."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from functools import cached_property

from django.db.models import Q
from django.http import QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import Buyer
from messaging.models import Category, Folder, MailboxEntry, Side
from messaging.models.mailbox import MailboxEntryQuerySet
from messaging.search.box import Asked, read_box
from messaging.search.finding import SEARCHED, found_in
from messaging.views.searching import address, chips_of

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

    @cached_property
    def asked(self) -> Asked:
        """What the search box says."""
        return read_box(self.q, zone=timezone.get_current_timezone())

    def entries_of(self, buyer: Buyer) -> MailboxEntryQuerySet:
        """The buyer's threads that fit every filter."""
        entries = found_in(
            MailboxEntry.objects.all(), self.asked, own=Q(mailbox__buyer=buyer), side=Side.BUYER
        )
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
        return entries

    def chips(self, query: QueryDict) -> list[tuple[str, str]]:
        """What narrows the list, in words, each with the address of the list without it."""
        cursors = ("older", "newer")
        chosen = {
            "from": self.seller and _("From %(name)s") % {"name": self.seller},
            "order": self.order and _("Order %(number)s") % {"number": self.order},
            "after": self.after and _("From %(date)s") % {"date": date_format(self.after)},
            "before": self.before and _("Until %(date)s") % {"date": date_format(self.before)},
        }
        return chips_of(self.asked, query, cursors=cursors) + [
            (label, address(query, cursors=cursors, **{name: ""})) for name, label in chosen.items() if label
        ]

    def _in_folder(self, entries: MailboxEntryQuerySet) -> MailboxEntryQuerySet:
        if self.folder == "deleted":
            return entries.in_folder(Folder.DELETED)
        if self.folder == "archive":
            return entries.in_folder(Folder.ARCHIVE)
        if self.folder == "sent":
            return entries.filter(folder__in=[Folder.INBOX, Folder.ARCHIVE], has_sent=True)
        # A search that names no folder looks among the archived as well.
        return entries.in_folder(Folder.INBOX) if self.asked.is_empty else entries.filter(folder__in=SEARCHED)


def _read_date(text: str) -> date | None:
    try:
        found = parse_date(text)
    except ValueError:
        return None
    # Far years do not fit every database's moments, and nobody wrote then.
    return found if found and 1990 <= found.year <= 2200 else None


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
