from __future__ import annotations

from django.db import models
from django.utils import timezone

from accounts.models import User


class IdempotencyKey(models.Model):
    """A request that made something: the same key gives the same answer for 24 h."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64)
    made = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=201)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="one_answer_per_key")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.made}"
