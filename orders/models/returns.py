from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from orders.models.order import Order


class ReturnState(models.TextChoices):
    """What happened last. Each has a time of its name, but for the first: a return begins when it is requested."""

    REQUESTED = "requested", _("Requested")
    APPROVED = "approved", _("Approved")
    RECEIVED = "received", _("Received by the seller")
    REFUNDED = "refunded", _("Refunded")
    DECLINED = "declined", _("Declined")


class ReturnReason(models.TextChoices):
    DAMAGED = "damaged", _("Damaged or faulty")
    NOT_AS_ORDERED = "not_as_ordered", _("Not what was ordered")
    NOT_NEEDED = "not_needed", _("No longer needed")
    NOT_ARRIVED = "not_arrived", _("It has not arrived")
    OTHER = "other", _("Another reason")


class Issuer(models.TextChoices):
    SELLER = "seller", _("The seller")
    MARKETPLACE = "marketplace", _("The marketplace")


class Return(models.Model):
    """A return or refund of an order, as the marketplace reports it; `reference` is the marketplace's own id.

    `asked_cents` is what the buyer asked to get back; None means all that was paid.
    """

    reference = models.CharField(_("reference"), max_length=80, unique=True)
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="returns")
    state = models.CharField(max_length=10, choices=ReturnState, default=ReturnState.REQUESTED)
    reason = models.CharField(max_length=16, choices=ReturnReason, default=ReturnReason.OTHER)
    asked_cents = models.PositiveIntegerField(null=True, blank=True)
    refund_cents = models.PositiveIntegerField(null=True, blank=True)
    refunded_by = models.CharField(max_length=12, choices=Issuer, blank=True)
    requested_at = models.DateTimeField()
    approved_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField(null=True, blank=True)
    refunded_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("return")
        indexes = [models.Index(fields=["order", "requested_at"], name="returns_of_order")]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_open(self) -> bool:
        return self.state not in {ReturnState.REFUNDED, ReturnState.DECLINED}

    @property
    def is_as_asked(self) -> bool:
        """Whether the refund is at least what the buyer asked for."""
        asked = self.order.total_cents if self.asked_cents is None else self.asked_cents
        return self.refund_cents is not None and self.refund_cents >= asked

    def times(self) -> dict[ReturnState, datetime]:
        """When what happened, in order."""
        known = {state: getattr(self, f"{state}_at") for state in ReturnState}
        return dict(sorted(((state, at) for state, at in known.items() if at), key=lambda pair: pair[1]))
