from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.seller import Seller
from accounts.models.user import User


class VerifiableAddress(models.Model):
    """An e-mail address that counts only after the link mailed to it was opened."""

    address = models.EmailField(_("e-mail address"))
    added_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    link_sent_at = models.DateTimeField(null=True, blank=True)
    verified_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    @property
    def is_verified(self) -> bool:
        return self.verified_at is not None

    def verify(self, *, now: datetime) -> bool:
        """Returns False when it was verified before."""
        moved = type(self)._default_manager.filter(pk=self.pk, verified_at=None).update(verified_at=now)
        if moved:
            self.verified_at = now
        return bool(moved)


class SenderAddress(VerifiableAddress):
    """An address the shop's people may write from; only proven mail from a verified one is accepted."""

    seller = models.ForeignKey(Seller, on_delete=models.CASCADE, related_name="sender_addresses")

    class Meta:
        verbose_name = _("sender address")
        verbose_name_plural = _("sender addresses")
        constraints = [models.UniqueConstraint(fields=["seller", "address"], name="one_sender_address")]
        indexes = [models.Index(fields=["address"], name="sender_by_address")]


class NotificationAddress(VerifiableAddress):
    """Where the shop's alerts go; Buyer Messages needs a verified one."""

    seller = models.ForeignKey(Seller, on_delete=models.CASCADE, related_name="notification_addresses")
    bouncing_since = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("notification address")
        verbose_name_plural = _("notification addresses")
        constraints = [models.UniqueConstraint(fields=["seller", "address"], name="one_notification_address")]
