"""The items of the shop's lists: what is read for them, and how they are drawn."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from html import escape
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce, Left
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from messaging import timewords
from messaging.ids import new_id
from messaging.models import MailboxEntry, Side, Topic
from messaging.templatetags.messagecenter import due
from messaging.views.searching import UNMARKED, Marks
from messaging.views.skeletons import skeleton

COLUMNS = (
    "mailbox_id",
    "thread_id",
    "unread",
    "last_activity",
    "last_side",
    "preview",
    "has_attachment",
    "is_important",
    "is_held",
    "due_at",
)


def for_items(entries: QuerySet[MailboxEntry]) -> QuerySet[MailboxEntry]:
    """Only what an item shows: one object for each, not six; of the surname no more than its initial."""
    return entries.only(*COLUMNS).annotate(
        subject=F("thread__subject"),
        topic=F("thread__topic"),
        first_name=F("thread__buyer__user__first_name"),
        initial=Left("thread__buyer__user__last_name", 1),
        company=F("thread__buyer__company_name"),
        about=Coalesce("thread__order__number", "thread__product__title"),
    )


def name_of(entry: Any) -> str:
    """As `Buyer.masked_name`; a test holds them equal."""
    return f"{entry.first_name} {entry.initial}." if entry.initial else entry.first_name or _("Buyer")


def draw_items(entries: Iterable[MailboxEntry], *, now: datetime, marks: Marks = UNMARKED) -> SafeString:
    draw = ItemArtist(now=now, marks=marks)
    return SafeString("".join([draw.item(entry) for entry in entries]))


class ItemArtist:
    """Draws the items of one list; what they have in common is looked up once."""

    def __init__(self, *, now: datetime, marks: Marks) -> None:
        self.now = now
        self.marks = marks
        self.skeleton = skeleton("parts/_item.html")
        self.topics = {topic.value: escape(str(topic.label)) for topic in Topic}
        sample = new_id()
        self.url_before, self.url_after = reverse("thread", args=[sample]).split(str(sample))

    def item(self, entry: Any) -> str:
        part = self.skeleton.part
        name = name_of(entry)
        side, said = self.marks.said(entry)
        return self.skeleton.put(
            "item",
            thread=entry.thread_id,
            url=f"{self.url_before}{entry.thread_id}{self.url_after}",
            unread_class=" is-unread" if entry.unread else "",
            dot_class="" if entry.unread else " mc-dot--off",
            unread=part("unread") if entry.unread else "",
            name=self.marks.head(f"{name} · {entry.company}" if entry.company else name),
            time=self._deadline(entry.due_at) if entry.due_at else self._time(entry.last_activity),
            subject=self.marks.head(entry.subject),
            you=f"{part('you')} " if side == Side.SELLER else "",
            preview=said,
            chip=self._chip(entry),
            about=self.marks.head(entry.about or ""),
            clip=part("clip") if entry.has_attachment else "",
        )

    def _chip(self, entry: Any) -> str:
        """The one thing to know about an item: not delivered, important, a company's, else its topic."""
        if entry.is_held:
            return self.skeleton.part("held")
        if entry.is_important:
            return self.skeleton.part("important")
        if entry.company:
            return self.skeleton.part("business")
        return self.skeleton.put("topic", topic=self.topics.get(entry.topic, ""))

    def _deadline(self, due_at: datetime) -> str:
        words = due(due_at, self.now)
        return self.skeleton.put(
            "late" if words["level"] == "late" else "due",
            level=words["level"],
            machine_time=timezone.localtime(due_at).isoformat(timespec="seconds"),
            whole_time=timewords.spell(due_at, "full"),
            share=words["share"],
            text=escape(words["text"]),
        )

    def _time(self, moment: datetime) -> str:
        local = timezone.localtime(moment)
        return self.skeleton.put(
            "time",
            machine_time=local.isoformat(timespec="seconds"),
            whole_time=timewords.full_title(local),
            time=escape(timewords.spell(moment, "short")),
        )
