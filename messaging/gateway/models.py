"""Mail as it came in, kept sealed for disputes, and the alerts it may answer."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.relay import keyed_digest
from messaging.gateway.answers import MailAnswer
from messaging.ids import new_id
from messaging.models import Message, Side, Thread
from messaging.sealing import SealedTextField, about, open_sealed, seal

# Headers that each server on the way adds again when it delivers the same mail once more.
_TRACE = re.compile(
    rb"(?im)^(?:received|return-path|delivered-to|x-received|x-original-to|authentication-results|arc-[a-z-]+|received-spf"
    rb"|x-spam-[a-z-]+):[^\n]*\n(?:[ \t][^\n]*\n)*"
)


class Outcome(models.TextChoices):
    """The words are a contract with those who feed mails in (docs/mail-in.md)."""

    STORED = "stored", _("Stored, not judged yet")
    MESSAGE = "message", _("Became a message")
    REFUSED = "refused", _("Refused")
    IGNORED = "ignored", _("Ignored")
    REPORT = "report", _("Report")
    TEMPFAIL = "tempfail", _("Asked for a later try")


UNDECIDED = (Outcome.STORED, Outcome.TEMPFAIL)


class InboundMailQuerySet(models.QuerySet["InboundMail"]):
    def unfinished(self, *, before: datetime) -> InboundMailQuerySet:
        """Stored and never judged: the process that stored them ended too early."""
        return self.filter(outcome=Outcome.STORED, received_at__lt=before)

    def kept_too_long(self, *, before: datetime) -> InboundMailQuerySet:
        return self.filter(received_at__lt=before).exclude(raw=b"").exclude(outcome=Outcome.STORED)


class InboundMail(models.Model):
    """One mail for one recipient, as it came off the wire; stored before it is accepted.

    The same mail for the same recipient is one row, however often it is delivered: the
    content decides, not the Message-ID, which its sender chooses freely.
    """

    # Sealed as bytes: `rotate_keys` seals these columns anew, too.
    SEALED_BYTES = ("raw",)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    recipient_digest = models.CharField(max_length=64, editable=False)
    content_digest = models.CharField(max_length=64, editable=False)
    raw = models.BinaryField(default=b"", editable=False)
    size_bytes = models.PositiveIntegerField(default=0)
    recipient = SealedTextField()
    envelope_from = SealedTextField()
    authserv_id = models.CharField(max_length=200, blank=True)
    author_digest = models.CharField(max_length=64, blank=True, editable=False)
    outcome = models.CharField(max_length=8, choices=Outcome, default=Outcome.STORED)
    reason = models.CharField(max_length=40, blank=True)
    message = models.ForeignKey(
        Message, null=True, blank=True, on_delete=models.PROTECT, related_name="inbound_mails"
    )
    thread = models.ForeignKey(
        Thread, null=True, blank=True, on_delete=models.PROTECT, related_name="inbound_mails"
    )
    tries = models.PositiveSmallIntegerField(default=0)
    received_at = models.DateTimeField(default=timezone.now)
    judged_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = InboundMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("inbound mail")
        verbose_name_plural = _("inbound mails")
        constraints = [
            models.UniqueConstraint(fields=["recipient_digest", "content_digest"], name="one_row_per_mail")
        ]
        indexes = [
            models.Index(fields=["received_at"], condition=models.Q(outcome="stored"), name="mail_unjudged"),
            models.Index(fields=["outcome", "-received_at"], name="mail_by_outcome"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @classmethod
    def store(
        cls, *, raw: bytes, recipient: str, envelope_from: str, authserv_id: str, now: datetime
    ) -> InboundMail:
        """Keep the mail; returns the row there is when it came before."""
        mail = cls(
            recipient_digest=keyed_digest("mail-recipient", recipient.strip().lower()),
            content_digest=content_digest(raw),
            size_bytes=len(raw),
            recipient=recipient,
            envelope_from=envelope_from,
            authserv_id=authserv_id,
            received_at=now,
        )
        mail.raw = seal(raw, mail._about_raw)
        same = {"recipient_digest": mail.recipient_digest, "content_digest": mail.content_digest}
        values: dict[str, Any] = {
            name: getattr(mail, name)
            for name in (
                "id",
                "size_bytes",
                "raw",
                "recipient",
                "envelope_from",
                "authserv_id",
                "received_at",
            )
        }
        found, made = cls.objects.get_or_create(**same, defaults=values)
        if not made and found.outcome == Outcome.TEMPFAIL:
            # It comes again with a new word of our edge server on top: that is the mail to judge and to keep.
            found.raw = seal(raw, found._about_raw)
            found.save(update_fields=["raw"])
        return found

    def open_raw(self) -> bytes:
        """The mail as it came; empty when its time is over."""
        return open_sealed(bytes(self.raw), self._about_raw) if self.raw else b""

    @transaction.atomic
    def forget_raw(self) -> None:
        """Drop what was written and by whom, from the answer too."""
        self.raw, self.recipient, self.envelope_from = b"", "", ""
        self.save(update_fields=["raw", "recipient", "envelope_from"])
        for answer in MailAnswer.objects.filter(mail=self):
            answer.forget(now=timezone.now())

    def judge(self, outcome: Outcome, *, reason: str = "", now: datetime, **facts: Any) -> bool:
        """Note what became of it; returns False when that was decided before."""
        moved = (
            type(self)
            .objects.filter(pk=self.pk, outcome__in=UNDECIDED)
            .update(outcome=outcome, reason=reason, judged_at=now, **facts)
        )
        if moved:
            self.outcome, self.reason, self.judged_at = outcome, reason, now
            for name, value in facts.items():
                setattr(self, name, value)
        return bool(moved)

    def twin_in(self, thread: Thread | None) -> InboundMail | None:
        """The same mail when it reached the same thread by another address, as after "reply to all"."""
        if thread is None:
            return None
        same = type(self).objects.filter(content_digest=self.content_digest, message__thread=thread)
        return same.exclude(pk=self.pk).select_related("message").first()

    def count_try(self) -> None:
        type(self).objects.filter(pk=self.pk).update(tries=models.F("tries") + 1)

    @property
    def _about_raw(self) -> str:
        return about(self, "raw")


class AlertReference(models.Model):
    """An alert mail we sent: who answers it by mail names its Message-ID."""

    message_id = models.CharField(max_length=255, unique=True)
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="alert_references")
    side = models.CharField(max_length=8, choices=Side)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("alert reference")

    def __str__(self) -> str:
        return f"alert {self.pk}"


def content_digest(raw: bytes) -> str:
    """What makes two deliveries the same mail: everything but the traces of the way."""
    head, gap, body = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    return hashlib.sha256(_TRACE.sub(b"", head + b"\n") + gap + body.rstrip(b"\n")).hexdigest()


def author_digest(address: str) -> str:
    return keyed_digest("mail-author", address.strip().lower())
