from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from messaging.ids import new_id
from messaging.models.message import Message
from messaging.sealing import SealedTextField


class Decision(models.TextChoices):
    OPEN = "open", _("Open")
    UPHELD = "upheld", _("The finding was right")
    OVERTURNED = "overturned", _("The finding was wrong")


class Dispute(models.Model):
    """An author says a finding is wrong; a moderator's decision is final and becomes a labelled example."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    message = models.OneToOneField(Message, on_delete=models.PROTECT, related_name="dispute")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    note = SealedTextField()
    decision = models.CharField(max_length=10, choices=Decision, default=Decision.OPEN)
    decided_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("dispute")

    def __str__(self) -> str:
        return str(self.pk)


class ReportReason(models.TextChoices):
    SPAM = "spam", _("Spam")
    PHISHING = "phishing", _("Phishing")
    HARASSMENT = "harassment", _("Harassment")
    MISUSE = "misuse", _("Misuse of [Important]")


class Report(models.Model):
    """A recipient reports a message."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="reports")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=12, choices=ReportReason)
    created_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("report")
        constraints = [models.UniqueConstraint(fields=["message", "by"], name="one_report_per_person")]

    def __str__(self) -> str:
        return str(self.pk)
