from __future__ import annotations

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Seller, User
from messaging.ids import new_id
from messaging.models import Message, Thread


class Ending(models.TextChoices):
    REPLY = "reply", _("answered")
    NOT_NEEDED = "not_needed", _("no response needed")
    REFUND = "refund", _("refund issued")


class ObligationQuerySet(models.QuerySet["Obligation"]):
    def running(self) -> ObligationQuerySet:
        return self.filter(ended_at=None)


class Obligation(models.Model):
    """One run of the clock: from the first unanswered buyer message until somebody answers (RULES §8).

    Until `keep_waiting_until` the buyer has chosen to wait, and is not offered help again.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    thread = models.ForeignKey(Thread, on_delete=models.PROTECT, related_name="obligations")
    seller = models.ForeignKey(Seller, on_delete=models.PROTECT, related_name="obligations")
    opened_by = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    due_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ending = models.CharField(max_length=12, choices=Ending, blank=True)
    ended_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    keep_waiting_until = models.DateTimeField(null=True, blank=True)
    answer = models.ForeignKey(Message, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = ObligationQuerySet.as_manager()

    class Meta:
        verbose_name = _("obligation")
        constraints = [
            models.UniqueConstraint(
                fields=["thread"], condition=models.Q(ended_at=None), name="one_running_clock"
            )
        ]
        indexes = [models.Index(fields=["seller", "started_at"], name="obligation_by_seller")]

    def __str__(self) -> str:
        return str(self.pk)

    def is_late(self, *, now: datetime) -> bool:
        return (self.ended_at or now) > self.due_at
