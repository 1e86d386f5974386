from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.user import User


class Standing(models.TextChoices):
    GOOD = "good", _("Good standing")
    RESTRICTED = "proactive_restricted", _("Proactive messages restricted")
    SUSPENDED = "suspended", _("Messaging suspended")


class Seller(models.Model):
    """A shop. Buyers see its name and nothing of its people."""

    name = models.CharField(_("shop name"), max_length=80, unique=True)
    standing = models.CharField(max_length=24, choices=Standing, default=Standing.GOOD)
    standing_until = models.DateTimeField(null=True, blank=True)
    reduced_visibility = models.BooleanField(default=False)
    buyer_messages_on = models.BooleanField(_("Buyer Messages"), default=False)
    return_messages_on = models.BooleanField(_("Return/Refund Messages"), default=False)
    away_note = models.CharField(_("away note"), max_length=200, blank=True)
    usual_reply_hours = models.PositiveSmallIntegerField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("seller")

    def __str__(self) -> str:
        return self.name

    def standing_at(self, now: datetime) -> Standing:
        """The standing in force: a restriction with an end is over when the end has passed."""
        if self.standing == Standing.RESTRICTED and self.standing_until and self.standing_until <= now:
            return Standing.GOOD
        return Standing(self.standing)

    @property
    def may_turn_on_messages(self) -> bool:
        return self.notification_addresses.filter(verified_at__isnull=False).exists()


class Role(models.TextChoices):
    OWNER = "owner", _("Owner")
    AGENT = "agent", _("Agent")
    VIEWER = "viewer", _("Viewer")


class SellerStaff(models.Model):
    """A person who works for one shop."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="seller_staff")
    seller = models.ForeignKey(Seller, on_delete=models.CASCADE, related_name="staff")
    role = models.CharField(max_length=8, choices=Role, default=Role.AGENT)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("staff member")

    def __str__(self) -> str:
        return f"{self.get_role_display()} of {self.seller_id}"

    @property
    def may_write(self) -> bool:
        return self.role != Role.VIEWER

    @property
    def may_manage(self) -> bool:
        return self.role == Role.OWNER
