from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.user import User


class Buyer(models.Model):
    """A person who buys, for themselves or for a company."""

    user = models.OneToOneField(User, on_delete=models.PROTECT, related_name="buyer")
    company_name = models.CharField(_("company"), max_length=120, blank=True)
    opted_out = models.BooleanField(_("no unsolicited seller messages"), default=False)
    alert_mail = models.BooleanField(_("e-mail on each new message"), default=True)
    promotions = models.BooleanField(_("promotions by e-mail"), default=False)
    restricted_at = models.DateTimeField(_("restricted since"), null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("buyer")

    def __str__(self) -> str:
        return self.masked_name

    @property
    def masked_name(self) -> str:
        """What sellers see: first name and initial (RULES: people and masks)."""
        return self.user.short_name or str(_("Buyer"))

    @property
    def is_business(self) -> bool:
        return bool(self.company_name)

    @property
    def alias(self) -> str:
        """The one current alias, the local part only; `accounts.relay` spells the address."""
        return self.aliases.get(is_current=True).local

    @classmethod
    @transaction.atomic
    def enrol(cls, user: User, *, company_name: str = "") -> Buyer:
        """Make the user a buyer with an alias; safe to call twice."""
        from accounts.models.alias import BuyerAlias

        buyer, made = cls.objects.get_or_create(user=user, defaults={"company_name": company_name})
        if made:
            BuyerAlias.issue(buyer)
        return buyer

    @transaction.atomic
    def rotate_alias(self, *, now: datetime) -> None:
        """Give a new alias; the old one keeps working for replies for the grace time, then bounces."""
        from accounts.models.alias import BuyerAlias

        self.aliases.filter(is_current=True).update(is_current=False, works_until=now + settings.ALIAS_GRACE)
        BuyerAlias.issue(self)
