from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from messaging.ids import new_id
from messaging.models.thread import Thread
from messaging.sealing import SealedTextField


class Draft(models.Model):
    """What a person has begun to write in a thread: theirs alone, the same on all their devices."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="+")
    body = SealedTextField()
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("draft")
        constraints = [models.UniqueConstraint(fields=["user", "thread"], name="one_draft_per_thread")]

    def __str__(self) -> str:
        return str(self.pk)
