from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.access import buyer_of, staff_of
from accounts.models import Buyer, Seller, User
from accounts.relay import RelayAddress, RelayKind, keyed_digest, new_reply_code
from messaging.ids import new_id
from messaging.models.reason import Topic
from messaging.sealing import SealedTextField
from orders.models import Order, Product

if TYPE_CHECKING:
    from messaging.models.mailbox import MailboxEntry


class Side(models.TextChoices):
    BUYER = "buyer", _("Buyer")
    SELLER = "seller", _("Seller")
    PLATFORM = "platform", _("Marketplace")

    @property
    def other(self) -> Side:
        return Side.SELLER if self is Side.BUYER else Side.BUYER


class ThreadKind(models.TextChoices):
    ORDER = "order", _("About an order")
    PRODUCT = "product", _("About a product")
    NOTICE = "notice", _("From the marketplace")
    SERVICE = "service", _("With customer service")


class ThreadQuerySet(models.QuerySet["Thread"]):
    def visible_to(self, user: User | AnonymousUser) -> ThreadQuerySet:
        """The only way a door reaches a thread: everybody else's do not exist."""
        buyer, staff = buyer_of(user), staff_of(user)
        mine = models.Q(pk__in=[])
        if buyer:
            mine |= models.Q(buyer=buyer)
        if staff:
            mine |= models.Q(seller_id=staff.seller_id)
        return self.filter(mine)

    def with_parties(self) -> ThreadQuerySet:
        return self.select_related("buyer__user", "seller", "order", "product")


class Thread(models.Model):
    """The talk between one buyer and one seller about an order or a product.

    Without a seller it is the marketplace's: a notice, or a case with customer service. `reference` is the
    marketplace's own id of what it posted; `has_case` says that a claim or return of the order belongs to it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    buyer = models.ForeignKey(Buyer, on_delete=models.PROTECT, related_name="threads")
    seller = models.ForeignKey(
        Seller, null=True, blank=True, on_delete=models.PROTECT, related_name="threads"
    )
    order = models.ForeignKey(Order, null=True, blank=True, on_delete=models.PROTECT, related_name="threads")
    product = models.ForeignKey(
        Product, null=True, blank=True, on_delete=models.PROTECT, related_name="threads"
    )
    kind = models.CharField(max_length=8, choices=ThreadKind)
    topic = models.CharField(max_length=24, choices=Topic, default=Topic.OTHER)
    subject = models.CharField(max_length=200)
    last_seq = models.PositiveIntegerField(default=0)
    buyer_has_written = models.BooleanField(default=False)
    has_case = models.BooleanField(default=False)
    reference = models.CharField(max_length=80, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = ThreadQuerySet.as_manager()

    class Meta:
        verbose_name = _("thread")
        constraints = [
            models.UniqueConstraint(
                fields=["order"], condition=models.Q(kind="order"), name="one_thread_per_order"
            ),
            models.UniqueConstraint(
                fields=["buyer", "product"],
                condition=models.Q(kind="product"),
                name="one_thread_per_question",
            ),
            models.UniqueConstraint(
                fields=["order"], condition=models.Q(kind="service"), name="one_case_per_order"
            ),
            models.UniqueConstraint(
                fields=["buyer", "product"], condition=models.Q(kind="service"), name="one_case_per_product"
            ),
            models.UniqueConstraint(
                fields=["reference"], condition=~models.Q(reference=""), name="one_thread_per_reference"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_two_way(self) -> bool:
        """Whether the buyer can answer in it; a notice of the marketplace only tells."""
        return self.kind != ThreadKind.NOTICE

    def side_of(self, user: User | AnonymousUser) -> Side | None:
        buyer, staff = buyer_of(user), staff_of(user)
        if buyer and buyer.pk == self.buyer_id:
            return Side.BUYER
        if staff and staff.seller_id == self.seller_id:
            return Side.SELLER
        return None

    def name_for(self, side: Side) -> str:
        """How the counterpart is called on this side: the shop's name, or the buyer's masked name."""
        if side == Side.SELLER:
            return self.buyer.masked_name
        return self.seller.name if self.seller else ""

    def entry_of(self, side: Side) -> MailboxEntry:
        return self.entries.select_related("mailbox").get(mailbox__side=side)

    def reply_address(self, side: Side) -> RelayAddress:
        """Where the person on this side answers by mail; made on first use."""
        found, _made = ReplyAddress.objects.get_or_create(thread=self, side=side)
        return RelayAddress(RelayKind.REPLY, found.code)


class ReplyAddress(models.Model):
    """A mail address for one thread and one side: 130 random bits, looked up by a keyed digest, kept sealed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="reply_addresses")
    side = models.CharField(max_length=8, choices=Side)
    digest = models.CharField(max_length=64, unique=True)
    code = SealedTextField()
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("reply address")
        verbose_name_plural = _("reply addresses")
        constraints = [models.UniqueConstraint(fields=["thread", "side"], name="one_reply_address_per_side")]

    def __str__(self) -> str:
        return f"{self.side} of {self.thread_id}"

    def save(self, *args: object, **kwargs: object) -> None:
        if not self.code:
            self.code = new_reply_code()
            self.digest = self.digest_of(self.code)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @staticmethod
    def digest_of(code: str) -> str:
        return keyed_digest("reply-address", code.lower())

    @classmethod
    def find(cls, code: str) -> ReplyAddress | None:
        if not code:
            return None
        return (
            cls.objects.select_related(
                "thread__buyer__user", "thread__seller", "thread__order", "thread__product"
            )
            .filter(digest=cls.digest_of(code))
            .first()
        )


def thread_subject(topic: Topic, about: str) -> str:
    """A subject made of the topic and the thing: never of what people wrote."""
    return f"{topic.label}: {about}"[:200]


def parse_id(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
