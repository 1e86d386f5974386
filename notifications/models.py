from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import NotificationAddress, User
from accounts.relay import ALPHABET, keyed_digest
from messaging.ids import new_id
from messaging.ledger.models import LedgerEntry
from messaging.models import Side, Thread
from messaging.sealing import SealedTextField

# How long a worker may hold a mail it is sending; after that another one takes it over.
LEASE = timedelta(seconds=10 if settings.EMBEDDED else 60)
ID_CHARS = 26
TOKEN_CHARS = 12
REFERENCE_CHARS = 8


class Channel(models.TextChoices):
    EMAIL = "email", _("E-mail")
    PUSH = "push", _("Push")


class Event(models.TextChoices):
    """What a seller's staff may be told of, person by person."""

    BUYER_MESSAGE = "buyer_message", _("Buyer message")
    RETURN_REFUND = "return_refund", _("Return or refund")
    DEADLINE_NEAR = "deadline_near", _("Deadline near")
    OVERDUE = "overdue", _("Overdue")
    VIOLATION = "violation", _("Violations and penalties")
    ACCOUNT_NOTICE = "account_notice", _("Account notices")


class Notice(models.TextChoices):
    """What an alert says; each has a pair of templates of that name in `templates/notifications/mail/`."""

    NEW_MESSAGE = "new_message", _("New message")
    NOT_SENT = "not_sent", _("Message not sent")
    HELD = "held", _("Message held for review")
    WAITING = "waiting", _("Message waiting")
    REMOVED = "removed", _("Message removed after review")
    DECIDED = "decided", _("Decision on a dispute")
    CLAIM = "claim", _("Guarantee claim")
    RETURN = "return", _("Return or refund")


class DeliveryState(models.TextChoices):
    PENDING = "pending", _("Pending")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Failed")
    SKIPPED = "skipped", _("Skipped")


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def due(self, *, now: datetime) -> DeliveryQuerySet:
        return self.filter(state=DeliveryState.PENDING, next_try_at__lte=now).order_by("next_try_at")

    def to_the_same(self, other: Delivery) -> DeliveryQuerySet:
        """Alerts about the same thread to the same receiver by the same channel."""
        return self.filter(
            thread_id=other.thread_id,
            person_id=other.person_id,
            address_id=other.address_id,
            channel=other.channel,
            notice=other.notice,
        )


class Delivery(models.Model):
    """One event told to one person, or one shop address, by one channel: the guard against telling it twice.

    `next_try_at` is also the lease: a worker that takes the row moves it ahead, so a killed worker's mail
    is repeated after the lease, with the same Message-ID.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    event = models.ForeignKey(LedgerEntry, on_delete=models.PROTECT, related_name="deliveries")
    thread = models.ForeignKey(Thread, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=8, choices=Side, help_text=_("The receiver's side of the thread."))
    person = models.ForeignKey(User, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    address = models.ForeignKey(
        NotificationAddress, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    channel = models.CharField(max_length=8, choices=Channel, default=Channel.EMAIL)
    notice = models.CharField(max_length=16, choices=Notice)
    state = models.CharField(max_length=8, choices=DeliveryState, default=DeliveryState.PENDING)
    gathered_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="gathered"
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    message_id = models.CharField(max_length=200, unique=True)
    reference = models.CharField(max_length=REFERENCE_CHARS + 1)
    because = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "person", "channel"],
                condition=models.Q(person__isnull=False),
                name="one_delivery_per_person",
            ),
            models.UniqueConstraint(
                fields=["event", "address", "channel"],
                condition=models.Q(address__isnull=False),
                name="one_delivery_per_address",
            ),
            models.CheckConstraint(
                condition=models.Q(person__isnull=False, address=None)
                | models.Q(person=None, address__isnull=False),
                name="one_receiver_per_delivery",
            ),
        ]
        indexes = [
            models.Index(fields=["next_try_at"], condition=models.Q(state="pending"), name="deliveries_due"),
            models.Index(fields=["thread", "-due_at"], name="deliveries_by_thread"),
            models.Index(fields=["reference"], name="deliveries_by_reference"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.message_id:
            self.message_id, self.reference = message_id_of(self.pk), reference_of(self.pk)
        super().save(*args, **kwargs)

    @property
    def receiver(self) -> str:
        """The real address it goes to. Never logged, never shown to the other side."""
        if self.person:
            return self.person.email
        assert self.address is not None, "a delivery has a person or an address"
        return self.address.address

    def claim(self, *, now: datetime) -> bool:
        """Take it for one try; returns False when it is not due or another worker has it.

        This object keeps why it had to wait; the row forgets it.
        """
        taken = (
            type(self)
            .objects.filter(pk=self.pk, state=DeliveryState.PENDING, next_try_at__lte=now)
            .update(next_try_at=now + LEASE, attempts=models.F("attempts") + 1, because="")
        )
        if taken:
            self.attempts += 1
            self.next_try_at = now + LEASE
        return bool(taken)

    def finish(self, state: DeliveryState, *, because: str = "", now: datetime) -> bool:
        """Leave PENDING for good; what was gathered into it ends with it."""
        pending = type(self).objects.filter(state=DeliveryState.PENDING)
        moved = pending.filter(pk=self.pk).update(state=state, because=because[:120], done_at=now)
        if moved:
            self.state, self.because, self.done_at = state, because[:120], now
        return bool(moved)

    def postpone(self, until: datetime, *, because: str) -> None:
        """Stay pending, to be tried again at `until`."""
        pending = type(self).objects.filter(pk=self.pk, state=DeliveryState.PENDING)
        pending.update(next_try_at=until, because=because[:120])


class NotificationPreference(models.Model):
    """One cell of a staff member's table: event × channel. What has no row stands at its default."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="notification_preferences")
    event = models.CharField(max_length=16, choices=Event)
    channel = models.CharField(max_length=8, choices=Channel)
    is_on = models.BooleanField()

    class Meta:
        verbose_name = _("notification preference")
        constraints = [
            models.UniqueConstraint(fields=["user", "event", "channel"], name="one_preference_per_cell")
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.event} {self.channel}"


class PushSubscription(models.Model):
    """One browser that takes push notices for one person. Where it is reached is a secret, so it is sealed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="push_subscriptions")
    endpoint = SealedTextField()
    endpoint_digest = models.CharField(max_length=64, unique=True)
    p256dh = SealedTextField()
    auth = SealedTextField()
    device_digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("push subscription")

    def __str__(self) -> str:
        return str(self.pk)


class CapturedMail(models.Model):
    """A mail that was kept instead of sent: the demo's outbox. Everything a mail says is sealed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    envelope_from = SealedTextField()
    envelope_to = SealedTextField()
    raw = SealedTextField()
    captured_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("captured mail")

    def __str__(self) -> str:
        return str(self.pk)


def message_id_of(delivery_id: uuid.UUID) -> str:
    """The alert's Message-ID: made from the delivery's id and a key, so a retry repeats it and nobody guesses it.

    Short enough that the header is not folded: some mail programs do not find a folded one.
    """
    token = keyed_digest("alert-message-id", str(delivery_id))
    local = f"{_spell(delivery_id.int, ID_CHARS)}.{_spell(int(token, 16), TOKEN_CHARS)}"
    return f"<{local}@{settings.RELAY_DOMAIN}>"


def reference_of(delivery_id: uuid.UUID) -> str:
    """The short code printed in the mail, such as `7Q4K-2M9X`: answers “is this mail really from us?”."""
    code = _spell(int(keyed_digest("alert-reference", str(delivery_id)), 16), REFERENCE_CHARS).upper()
    half = REFERENCE_CHARS // 2
    return f"{code[:half]}-{code[half:]}"


def _spell(number: int, chars: int) -> str:
    """The lowest bits of a number in our base32, the highest of them first."""
    return "".join(ALPHABET[number >> (5 * place) & 31] for place in reversed(range(chars)))
