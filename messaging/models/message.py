from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from messaging.ids import new_id
from messaging.models.thread import Side, Thread
from messaging.sealing import SealedTextField


class Via(models.TextChoices):
    WEB = "web", _("web")
    MAIL = "mail", _("e-mail")
    API = "api", _("API")
    SPAPI = "spapi", _("SP-API")
    SYSTEM = "system", _("system")


class Kind(models.TextChoices):
    REPLY = "reply", _("Message")
    PROACTIVE = "proactive", _("Proactive message")
    IMPORTANT = "important", _("Important")
    NOTICE = "notice", _("Notice")


class Status(models.TextChoices):
    SUBMITTED = "submitted", _("Being checked")
    WITHDRAWN = "withdrawn", _("Undone")
    DELIVERED = "delivered", _("Delivered")
    REDACTED = "redacted", _("Delivered with words removed")
    WAITING = "waiting", _("Waiting")
    BLOCKED = "blocked", _("Not sent")
    QUARANTINED = "quarantined", _("Held for review")
    RELEASED = "released", _("Released after review")
    DISCARDED = "discarded", _("Removed after review")


SHOWN = (Status.DELIVERED, Status.REDACTED, Status.RELEASED)


class MessageQuerySet(models.QuerySet["Message"]):
    def seen_by(self, side: Side) -> MessageQuerySet:
        """What one side may read: all of its own but the undone, and of the other side only what was delivered.

        As `Message.is_seen_by`; a test holds them equal.
        """
        own = models.Q(side=side) & ~models.Q(status=Status.WITHDRAWN)
        return self.filter(own | models.Q(status__in=SHOWN))

    def reached_or_waiting(self) -> MessageQuerySet:
        """What the other side has, or will have as soon as it takes messages."""
        return self.filter(status__in=(*SHOWN, Status.WAITING))

    def to_screen(self, *, now: datetime) -> MessageQuerySet:
        return self.filter(status=Status.SUBMITTED, send_after__lte=now)


class Message(models.Model):
    """What a person wrote in a thread, through any door.

    `body` is the text as written, `delivered_body` what the other side reads; both are sealed. `findings`
    holds the policy's verdict as positions and rule codes, without any of the text.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    thread = models.ForeignKey(Thread, on_delete=models.PROTECT, related_name="messages")
    seq = models.PositiveIntegerField()
    side = models.CharField(max_length=8, choices=Side)
    author = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="messages")
    via = models.CharField(max_length=6, choices=Via)
    kind = models.CharField(max_length=9, choices=Kind, default=Kind.REPLY)
    topic = models.CharField(max_length=24, blank=True)
    reason = models.CharField(max_length=24, blank=True)
    important_reason = models.CharField(max_length=16, blank=True)
    likeness = models.CharField(max_length=32, blank=True)
    is_automatic = models.BooleanField(default=False)
    body = SealedTextField()
    delivered_body = SealedTextField()
    status = models.CharField(max_length=12, choices=Status, default=Status.SUBMITTED)
    findings = models.JSONField(default=list, blank=True)
    submitted_at = models.DateTimeField(default=timezone.now)
    send_after = models.DateTimeField(default=timezone.now)
    screened_at = models.DateTimeField(null=True, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)
    counts_for_clock = models.BooleanField(null=True)
    counts_because = models.CharField(max_length=120, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        constraints = [models.UniqueConstraint(fields=["thread", "seq"], name="one_place_per_message")]
        indexes = [
            models.Index(
                fields=["send_after"], condition=models.Q(status="submitted"), name="messages_to_screen"
            ),
            models.Index(
                fields=["submitted_at"], condition=models.Q(status="quarantined"), name="messages_held"
            ),
            models.Index(
                fields=["likeness", "submitted_at"], condition=~models.Q(likeness=""), name="messages_alike"
            ),
            models.Index(
                fields=["submitted_at"], condition=models.Q(kind="proactive"), name="messages_proactive"
            ),
            models.Index(fields=["thread"], condition=models.Q(status="waiting"), name="messages_waiting"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_shown(self) -> bool:
        return self.status in SHOWN

    def is_seen_by(self, side: Side) -> bool:
        """As `seen_by`, for a message at hand; a test holds them equal."""
        return self.is_shown or (side == self.side and self.status != Status.WITHDRAWN)

    def text_for(self, side: Side) -> str:
        """The author reads what was written, everybody else what was delivered."""
        return self.body if side == self.side else self.delivered_body

    def leave(self, *states: Status, to: Status, **changes: Any) -> bool:
        """Move on from one of `states`; returns False when somebody else was first. Sealed columns are saved after."""
        moved = type(self).objects.filter(pk=self.pk, status__in=states).update(status=to, **changes)
        if not moved:
            return False
        self.status = to
        for name, value in changes.items():
            setattr(self, name, value)
        return True
