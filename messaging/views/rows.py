"""The rows of the buyer's inbox: what is read for them, and how they are drawn."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from html import escape
from typing import Any

from django.conf import settings
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from messaging import timewords
from messaging.ids import new_id
from messaging.models import Category, MailboxEntry, Side
from messaging.models.mailbox import MailboxEntryQuerySet
from messaging.templatetags.messagecenter import avatar
from messaging.views.searching import Marks
from messaging.views.sending import overdue_wait
from messaging.views.skeletons import skeleton
from messaging.views.thread_entry import running_since

COLUMNS = (
    "mailbox_id",
    "thread_id",
    "category",
    "folder",
    "unread",
    "starred",
    "last_activity",
    "last_side",
    "preview",
    "has_attachment",
    "is_important",
    "is_held",
)


def for_rows(entries: MailboxEntryQuerySet) -> MailboxEntryQuerySet:
    """Only what a row shows: one object for each row, not three."""
    return entries.only(*COLUMNS).annotate(
        subject=F("thread__subject"),
        seller_name=F("thread__seller__name"),
        waiting_since=running_since(),
    )


def draw_rows(
    entries: Iterable[MailboxEntry], *, now: datetime, marks: Marks, first: MailboxEntry | None = None
) -> SafeString:
    """All rows under their day headings; `first`, when it is there, under a heading of its own."""
    draw = RowArtist(now=now, marks=marks)
    return SafeString("".join([draw.row(entry, is_first=entry is first) for entry in entries]))


class RowArtist:
    """Draws the rows of one page; what they have in common is looked up once."""

    def __init__(self, *, now: datetime, marks: Marks) -> None:
        self.now = now
        self.marks = marks
        self.today = timezone.localdate()
        self.skeleton = skeleton("parts/_row.html")
        self.last_day: date | None = None
        self.last_group = ""
        sample = new_id()
        self.url_before, self.url_after = reverse("thread", args=[sample]).split(str(sample))

    def row(self, entry: Any, *, is_first: bool = False) -> str:
        part, name = self.skeleton.part, entry.seller_name
        side, said = self.marks.said(entry)
        local = timezone.localtime(entry.last_activity)
        row = self.skeleton.put(
            "row",
            entry=entry.pk,
            url=f"{self.url_before}{entry.thread_id}{self.url_after}",
            unread_class=" is-unread" if entry.unread else "",
            dot_class="" if entry.unread else " mc-dot--off",
            unread=part("unread") if entry.unread else "",
            avatar=avatar(name) if name else part("our_avatar"),
            name=self.marks.head(name or self._our_name(entry)),
            verified="" if name else part("verified"),
            about=escape(entry.subject),
            subject=self.marks.head(entry.subject),
            you=part("you") if side == Side.BUYER else "",
            preview=said,
            chip=self._chip(entry),
            star=part("star") if entry.starred else "",
            clip=part("clip") if entry.has_attachment else "",
            machine_time=local.isoformat(timespec="seconds"),
            whole_time=timewords.full_title(local),
            time=timewords.in_list(local, self.today),
        )
        return (part("exact") if is_first else self._heading(local.date())) + row

    def _heading(self, day: date) -> str:
        """The day heading, when this row opens a new group."""
        if day == self.last_day:
            return ""
        self.last_day, before = day, self.last_group
        self.last_group = timewords.group_of(day, self.today)
        return self.skeleton.fill("day", day=self.last_group) if self.last_group != before else ""

    def _our_name(self, entry: Any) -> str:
        return (
            self.skeleton.part("service") if entry.category == Category.SERVICE else settings.MARKETPLACE_NAME
        )

    def _chip(self, entry: Any) -> str:
        """The one thing to know about a row: important, not delivered, waited for, else its kind."""
        if entry.is_important:
            return self.skeleton.part("important")
        if entry.is_held:
            return self.skeleton.part("held")
        if waited := overdue_wait(entry.waiting_since, now=self.now):
            return self.skeleton.fill("waited", span=timewords.span(waited))
        return self.skeleton.part("service_chip" if entry.category == Category.SERVICE else entry.category)
