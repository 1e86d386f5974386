from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.buyer import Buyer
from accounts.relay import new_alias


class BuyerAliasQuerySet(models.QuerySet["BuyerAlias"]):
    def working(self, *, now: datetime) -> BuyerAliasQuerySet:
        return self.filter(models.Q(is_current=True) | models.Q(works_until__gt=now))


class BuyerAlias(models.Model):
    """The buyer's one mask towards all sellers: the local part of an address at the relay domain."""

    buyer = models.ForeignKey(Buyer, on_delete=models.CASCADE, related_name="aliases")
    local = models.CharField(_("alias"), max_length=15, unique=True, default=new_alias)
    is_current = models.BooleanField(default=True)
    works_until = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = BuyerAliasQuerySet.as_manager()

    class Meta:
        verbose_name = _("buyer alias")
        verbose_name_plural = _("buyer aliases")
        constraints = [
            models.UniqueConstraint(
                fields=["buyer"], condition=models.Q(is_current=True), name="one_current_alias"
            ),
        ]

    def __str__(self) -> str:
        return self.local

    @classmethod
    def issue(cls, buyer: Buyer) -> BuyerAlias:
        return cls.objects.create(buyer=buyer)
