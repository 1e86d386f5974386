from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from messaging.ids import new_id
from messaging.models import Side, Thread

GENESIS = "0" * 64


class Chain(models.Model):
    """The head of one chain: entries are appended under its lock."""

    name = models.CharField(max_length=60, primary_key=True)
    last_seq = models.PositiveIntegerField(default=0)
    last_digest = models.CharField(max_length=64, default=GENESIS)

    def __str__(self) -> str:
        return self.name


class LedgerEntryQuerySet(models.QuerySet["LedgerEntry"]):
    def pending(self) -> LedgerEntryQuerySet:
        return self.filter(told_at=None).order_by("id")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise TypeError("The record is append-only; retention removes whole chains.")


class LedgerEntry(models.Model):
    """One thing that happened, recorded for good.

    `digest` covers every other column but `told_at`, and the digest before it: a change anywhere in a
    chain breaks every later link. Facts are ids, codes and figures, never addresses or text.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    chain = models.CharField(max_length=60)
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    thread = models.ForeignKey(Thread, null=True, blank=True, on_delete=models.PROTECT, related_name="ledger")
    side = models.CharField(max_length=8, choices=Side, blank=True)
    actor = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    facts = models.JSONField(default=dict)
    at = models.DateTimeField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    told_at = models.DateTimeField(null=True, blank=True)

    objects = LedgerEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("ledger entry")
        verbose_name_plural = _("ledger entries")
        constraints = [models.UniqueConstraint(fields=["chain", "seq"], name="one_place_per_ledger_entry")]
        indexes = [
            models.Index(fields=["id"], condition=models.Q(told_at=None), name="ledger_pending"),
            models.Index(fields=["thread", "id"], name="ledger_by_thread"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.chain}/{self.seq}"

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("The record is append-only; retention removes whole chains.")

    def compute_digest(self) -> str:
        """SHA-256 over the canonical JSON of the entry; offline verification uses the same form."""
        content = [
            self.chain,
            self.seq,
            str(self.id),
            self.kind,
            str(self.thread_id or ""),
            self.side,
            self.actor_id,
            self.facts,
            canonical_time(self.at),
            self.previous,
        ]
        text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


def canonical_time(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
