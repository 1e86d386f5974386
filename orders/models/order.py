from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Buyer, Seller
from orders.models.product import Product


class OrderState(models.TextChoices):
    PLACED = "placed", _("Placed")
    SHIPPED = "shipped", _("Shipped")
    DELIVERED = "delivered", _("Delivered")
    COMPLETED = "completed", _("Completed")
    CANCELLED = "cancelled", _("Cancelled")


class OrderQuerySet(models.QuerySet["Order"]):
    def of_buyer(self, buyer: Buyer) -> OrderQuerySet:
        return self.filter(buyer=buyer)

    def of_seller(self, seller: Seller) -> OrderQuerySet:
        return self.filter(seller=seller)

    def with_items(self) -> OrderQuerySet:
        found = self.select_related("seller").prefetch_related("items__product", "shipments")
        return found.annotate(has_return=self._a_return())

    def with_a_return(self) -> OrderQuerySet:
        return self.filter(self._a_return())

    @staticmethod
    def _a_return() -> models.Exists:
        from orders.models.returns import Return

        return models.Exists(Return.objects.filter(order=models.OuterRef("pk")))


class Order(models.Model):
    number = models.CharField(_("order number"), max_length=40, unique=True)
    buyer = models.ForeignKey(Buyer, on_delete=models.PROTECT, related_name="orders")
    seller = models.ForeignKey(Seller, on_delete=models.PROTECT, related_name="orders")
    state = models.CharField(max_length=10, choices=OrderState, default=OrderState.PLACED)
    currency = models.CharField(max_length=3, default="USD")
    total_cents = models.PositiveIntegerField(default=0)
    placed_at = models.DateTimeField()
    shipped_at = models.DateTimeField(null=True, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    objects = OrderQuerySet.as_manager()

    class Meta:
        verbose_name = _("order")
        indexes = [
            models.Index(fields=["buyer", "-placed_at"], name="order_by_buyer"),
            models.Index(fields=["seller", "-placed_at"], name="order_by_seller"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def is_cancelled(self) -> bool:
        return self.state == OrderState.CANCELLED

    def is_open_at(self, now: datetime) -> bool:
        """Still being fulfilled: the seller may need to reach the buyer.

        A parcel nobody reports as delivered ends it too, when `completion` has come.
        """
        is_under_way = self.state in {OrderState.PLACED, OrderState.SHIPPED}
        return is_under_way and (self.completion is None or now < self.completion)

    @property
    def completion(self) -> datetime | None:
        """Delivery, else ship date + 14 days (RULES §2); None while nothing was shipped."""
        if self.delivered_at:
            return self.delivered_at
        if self.completed_at:
            return self.completed_at
        return self.shipped_at + settings.DELIVERY_ASSUMED if self.shipped_at else None

    @property
    def latest_delivery(self) -> datetime | None:
        """When the last of it came or was called off; None while nothing was shipped.

        Asks for the shipments, unless they were prefetched.
        """
        parcels = [shipment.delivered_at for shipment in self.shipments.all()]
        ends = [*parcels, self.completion or self.cancelled_at]
        return max((end for end in ends if end), default=None)

    @property
    def proactive_until(self) -> datetime | None:
        """The last moment for a proactive message; None means not yet limited."""
        done = self.completion
        return done + settings.PROACTIVE_WINDOW if done else None


class OrderItem(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="items")
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="order_items")
    title = models.CharField(max_length=160)
    quantity = models.PositiveSmallIntegerField(default=1)
    price_cents = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("order item")
        constraints = [models.UniqueConstraint(fields=["order", "product"], name="one_item_per_product")]

    def __str__(self) -> str:
        return self.title


class Shipment(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="shipments")
    carrier = models.CharField(max_length=40)
    tracking_number = models.CharField(max_length=60)
    shipped_at = models.DateTimeField(null=True, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("shipment")
        constraints = [
            models.UniqueConstraint(fields=["order", "tracking_number"], name="one_shipment_per_number")
        ]

    def __str__(self) -> str:
        return f"{self.carrier} {self.tracking_number}"
