from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Seller


class Product(models.Model):
    seller = models.ForeignKey(Seller, on_delete=models.CASCADE, related_name="products")
    sku = models.SlugField(_("SKU"), max_length=40, unique=True)
    title = models.CharField(_("title"), max_length=160)
    description = models.TextField(_("description"), blank=True)
    price_cents = models.PositiveIntegerField(_("price in cents"))
    currency = models.CharField(max_length=3, default="USD")
    picture = models.CharField(_("picture"), max_length=80, blank=True, help_text=_("Path below static/."))

    class Meta:
        verbose_name = _("product")

    def __str__(self) -> str:
        return self.title
