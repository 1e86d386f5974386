from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import connection, models
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from accounts.models import Buyer, Seller
from messaging.ids import new_id
from messaging.models.thread import Side, Thread, ThreadKind
from messaging.sealing import SealedTextField

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

BADGE_LIMIT = 99
# What puts a thread into a queue of the seller's inbox; the same words stand in the indexes.
QUEUE_CONDITIONS = {
    "waiting": models.Q(due_at__isnull=True, last_side=Side.SELLER),
    "sent": models.Q(has_sent=True),
    "proactive": models.Q(is_proactive=True),
    "important": models.Q(is_important=True),
    "held": models.Q(is_held=True),
}


class Category(models.TextChoices):
    ORDERS = "orders", _("Orders & updates")
    SELLERS = "sellers", _("Sellers")
    SERVICE = "service", _("Customer service")
    PROMOTIONS = "promotions", _("Promotions")
    NOTICES = "notices", _("Important notices")
    MEMBERSHIP = "membership", _("Membership")


class Folder(models.TextChoices):
    INBOX = "inbox", _("Inbox")
    ARCHIVE = "archive", _("Archived")
    DELETED = "deleted", _("Deleted")


class Mailbox(models.Model):
    """One side's view of all its threads: one per buyer, one per seller.

    `state` grows with every change in it; a device that knows a state asks for what came after.
    """

    side = models.CharField(max_length=8, choices=Side)
    buyer = models.OneToOneField(
        Buyer, null=True, blank=True, on_delete=models.CASCADE, related_name="mailbox"
    )
    seller = models.OneToOneField(
        Seller, null=True, blank=True, on_delete=models.CASCADE, related_name="mailbox"
    )
    state = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("mailbox")
        verbose_name_plural = _("mailboxes")

    def __str__(self) -> str:
        return f"{self.side} {self.buyer_id or self.seller_id}"

    @classmethod
    def of(cls, owner: Buyer | Seller) -> Mailbox:
        """The owner's mailbox, made on first use."""
        if isinstance(owner, Buyer):
            return cls.objects.get_or_create(buyer=owner, defaults={"side": Side.BUYER})[0]
        return cls.objects.get_or_create(seller=owner, defaults={"side": Side.SELLER})[0]

    def advance(self) -> int:
        """The next state. Locks the row until the transaction ends, so states are seen in order."""
        with connection.cursor() as cursor:
            # One trip instead of two: every message and every click on a thread comes through here.
            cursor.execute(
                "UPDATE messaging_mailbox SET state = state + 1 WHERE id = %s RETURNING state", [self.pk]
            )
            self.state = cursor.fetchone()[0]
        return self.state

    def unread_badge(self) -> int:
        """Unread threads in the inbox, counted to 99 and no further: 100 means “99+”."""
        unread = self.entries.filter(folder=Folder.INBOX, unread=True).order_by()
        return len(unread.values_list("pk", flat=True)[: BADGE_LIMIT + 1])

    def needs_reply_badge(self) -> int:
        waiting = self.entries.filter(folder=Folder.INBOX, due_at__isnull=False).order_by()
        return len(waiting.values_list("pk", flat=True)[: BADGE_LIMIT + 1])


class MailboxEntryQuerySet(models.QuerySet["MailboxEntry"]):
    def in_folder(self, folder: Folder) -> MailboxEntryQuerySet:
        return self.filter(folder=folder)

    def unread(self) -> MailboxEntryQuerySet:
        return self.filter(unread=True)

    def awaiting_seller(self) -> MailboxEntryQuerySet:
        return self.filter(due_at__isnull=False)

    def overdue(self, *, now: datetime) -> MailboxEntryQuerySet:
        return self.filter(due_at__lt=now)

    def newest_first(self) -> MailboxEntryQuerySet:
        return self.order_by("-last_activity", "-id")

    def due_first(self) -> MailboxEntryQuerySet:
        return self.order_by("due_at", "id")

    def before(self, moment: datetime, pk: object) -> MailboxEntryQuerySet:
        """Keyset: the entries after this one in `newest_first`."""
        return self.filter(models.Q(last_activity__lt=moment) | models.Q(last_activity=moment, id__lt=pk))

    def with_thread(self) -> MailboxEntryQuerySet:
        return self.select_related(
            "thread__buyer__user", "thread__seller", "thread__order", "thread__product"
        )


class MailboxEntry(models.Model):
    """One thread in one mailbox: the inbox is read from these alone."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    mailbox = models.ForeignKey(Mailbox, on_delete=models.CASCADE, related_name="entries")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="entries")
    category = models.CharField(max_length=12, choices=Category, default=Category.SELLERS)
    folder = models.CharField(max_length=8, choices=Folder, default=Folder.INBOX)
    unread = models.BooleanField(default=False)
    starred = models.BooleanField(default=False)
    last_activity = models.DateTimeField(default=timezone.now)
    last_side = models.CharField(max_length=8, choices=Side, blank=True)
    preview = SealedTextField()
    has_attachment = models.BooleanField(default=False)
    is_important = models.BooleanField(default=False)
    is_proactive = models.BooleanField(default=False)
    is_held = models.BooleanField(default=False, help_text=_("The last own message was blocked or is held."))
    has_sent = models.BooleanField(default=False)
    needs_reply_since = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)
    state = models.PositiveBigIntegerField(default=0)

    objects = MailboxEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("mailbox entry")
        verbose_name_plural = _("mailbox entries")
        constraints = [models.UniqueConstraint(fields=["mailbox", "thread"], name="one_entry_per_thread")]
        indexes = [
            models.Index(fields=["mailbox", "folder", "-last_activity", "-id"], name="entry_newest"),
            models.Index(
                fields=["mailbox", "folder", "category", "-last_activity", "-id"], name="entry_category"
            ),
            models.Index(fields=["mailbox", "folder"], condition=models.Q(unread=True), name="entry_unread"),
            models.Index(
                fields=["mailbox", "folder", "due_at", "id"],
                condition=models.Q(due_at__isnull=False),
                name="entry_due",
            ),
            models.Index(fields=["mailbox", "state"], name="entry_state"),
            # The seller's queues: few rows of many, newest first.
            *(
                models.Index(
                    fields=["mailbox", "folder", "-last_activity", "-id"],
                    condition=condition,
                    name=f"entry_{queue}",
                )
                for queue, condition in QUEUE_CONDITIONS.items()
            ),
            models.Index(
                fields=["last_activity"],
                condition=models.Q(category="service", last_side=Side.BUYER),
                name="entry_case_to_answer",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @classmethod
    def of(
        cls, thread: Thread, side: Side, *, category: Category | None = None, now: datetime
    ) -> MailboxEntry | None:
        """The thread's entry in this side's mailbox, made on first use; the marketplace has no mailbox."""
        owner = {Side.BUYER: thread.buyer, Side.SELLER: thread.seller}.get(side)
        if owner is None:
            return None
        column = "mailbox__buyer" if side == Side.BUYER else "mailbox__seller"
        found = cls.objects.select_related("mailbox__search_key").filter(thread=thread, **{column: owner})
        # Only what is asked when a message comes through: most of the rest is about to be written.
        columns = ("thread", "folder", "last_activity", "has_attachment", "mailbox__state", "mailbox__side")
        for entry in found.only(*columns, "mailbox__search_key__key"):
            return entry
        usual = Category.SERVICE if thread.kind == ThreadKind.SERVICE else Category.SELLERS
        entry, _made = cls.objects.select_related("mailbox").get_or_create(
            mailbox=Mailbox.of(owner),
            thread=thread,
            defaults={"last_activity": now, "category": category or usual},
        )
        return entry

    def bring_up(self, preview: str, *, is_news: bool, now: datetime) -> None:
        """Say what happened in the thread beside its messages; news bring it back to the inbox, unread."""
        self.preview = preview
        changes: dict[str, Any] = {"last_activity": max(self.last_activity, now)}
        if is_news:
            changes |= {"unread": True, "folder": Folder.INBOX, "deleted_at": None}
        if self.mailbox.side == Side.BUYER:
            # A shop's queues go by who wrote last, and this is nobody's message.
            changes["last_side"] = Side.PLATFORM
        for name, value in changes.items():
            setattr(self, name, value)
        self.state = self.mailbox.advance()
        self.save(update_fields=["preview", "state", *changes])

    def mark_read(self) -> bool:
        return change_entries([self], unread=False) > 0


def bring_up(thread: Thread, preview: StrOrPromise, *, by: Side | None = None, now: datetime) -> None:
    """Tell both mailboxes, each in its owner's language, what happened around the thread; news but for its doer."""
    entries = [MailboxEntry.of(thread, side, now=now) for side in (Side.BUYER, Side.SELLER)]
    # In the order of their mailboxes, as when a message is delivered: two at once must not wait for each other.
    for entry in sorted(filter(None, entries), key=lambda entry: entry.mailbox_id):
        language = thread.buyer.user.language if entry.mailbox.side == Side.BUYER else ""
        with translation.override(language or settings.LANGUAGE_CODE):
            entry.bring_up(str(preview), is_news=entry.mailbox.side != by, now=now)


def change_entries(entries: Iterable[MailboxEntry], **changes: object) -> int:
    """Change entries of one mailbox that differ, under its next state; returns how many changed.

    Only columns that are not sealed. Runs in one transaction with the state it announces.
    """
    from django.db import transaction

    entries = list(entries)
    if not entries:
        return 0
    mailbox = entries[0].mailbox
    same = models.Q(**changes)
    chosen = MailboxEntry.objects.filter(mailbox=mailbox, pk__in=[entry.pk for entry in entries])
    if not chosen.exclude(same).exists():
        return 0
    with transaction.atomic():
        state = mailbox.advance()
        changed = chosen.exclude(same).update(state=state, **changes)
    for entry in entries:
        for name, value in changes.items():
            setattr(entry, name, value)
    return changed
