from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Seller, User
from messaging.ids import new_id
from messaging.models import Side, Thread
from messaging.sealing import SealedTextField
from orders.models import Order


class Problem(models.TextChoices):
    NOT_ARRIVED = "not_arrived", _("It has not arrived")
    DAMAGED = "damaged", _("Damaged or faulty")
    NOT_AS_ORDERED = "not_as_ordered", _("Not what I ordered, or incomplete")
    NO_REFUND = "no_refund", _("Returned, but no refund")


class Remedy(models.TextChoices):
    REPLACEMENT = "replacement", _("The missing parts or a replacement")
    REFUND = "refund", _("A refund")
    PART_REFUND = "part_refund", _("A part refund")


class ClaimState(models.TextChoices):
    OPENED = "opened", _("Waiting for the seller's answer")
    ANSWERED = "answered", _("Answered by the seller")
    DECIDED = "decided", _("Decided")
    APPEALED = "appealed", _("Appealed")
    FINAL = "final", _("Decided for good")
    WITHDRAWN = "withdrawn", _("Withdrawn")


OPEN_STATES = (ClaimState.OPENED, ClaimState.ANSWERED, ClaimState.APPEALED)


class Outcome(models.TextChoices):
    GRANTED = "granted", _("Granted")
    PARTLY = "partly", _("Granted in part")
    REFUSED = "refused", _("Not granted")


class ClaimQuerySet(models.QuerySet["Claim"]):
    def open(self) -> ClaimQuerySet:
        """Somebody's turn: the seller's, or the operator's."""
        return self.filter(state__in=OPEN_STATES)

    def to_decide(self, *, now: datetime) -> ClaimQuerySet:
        """The operator's turn: answered, appealed, or the seller's time is over. `Claim.may_be_decided` in SQL."""
        unanswered = models.Q(state=ClaimState.OPENED, answer_due_at__lte=now)
        return self.filter(models.Q(state__in=(ClaimState.ANSWERED, ClaimState.APPEALED)) | unanswered)

    def to_answer(self, seller: Seller) -> ClaimQuerySet:
        """The shop's turn, due first; also past its time, for an answer counts until the decision."""
        waiting = self.filter(state=ClaimState.OPENED, thread__seller=seller)
        return waiting.select_related("order").order_by("answer_due_at")

    def with_parties(self) -> ClaimQuerySet:
        return self.select_related("order", "thread__buyer__user", "thread__seller", "thread__order")


class Claim(models.Model):
    """A buyer's claim under the guarantee. Its evidence is the order's thread; each turn is a ClaimStep."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="claims")
    thread = models.ForeignKey(Thread, on_delete=models.PROTECT, related_name="claims")
    problem = models.CharField(max_length=16, choices=Problem)
    remedy = models.CharField(max_length=12, choices=Remedy)
    state = models.CharField(max_length=10, choices=ClaimState, default=ClaimState.OPENED)
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    opened_at = models.DateTimeField()
    answer_due_at = models.DateTimeField()
    appeal_until = models.DateTimeField(null=True, blank=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim")
        constraints = [
            models.UniqueConstraint(
                fields=["order"], condition=~models.Q(state="withdrawn"), name="one_claim_per_order"
            )
        ]
        indexes = [
            models.Index(
                fields=["answer_due_at"],
                condition=models.Q(state__in=["opened", "answered", "appealed"]),
                name="claims_open",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES

    def may_be_decided(self, *, now: datetime) -> bool:
        """`ClaimQuerySet.to_decide` for one row; a test holds them equal."""
        is_unanswered = self.state == ClaimState.OPENED and self.answer_due_at <= now
        return is_unanswered or self.state in {ClaimState.ANSWERED, ClaimState.APPEALED}

    def may_be_appealed(self, *, now: datetime) -> bool:
        is_in_time = self.appeal_until is not None and now <= self.appeal_until
        return self.state == ClaimState.DECIDED and is_in_time

    def answer(self) -> bool:
        """The seller's one answer; also after the 72 hours, as long as nobody has decided."""
        return self._leave(ClaimState.OPENED, to=ClaimState.ANSWERED)

    def decide(self, outcome: Outcome, *, appeal_until: datetime, now: datetime) -> bool:
        """The operator's decision: the first can be appealed, the one after an appeal is final.

        Returns False when it is not the operator's turn, or somebody else decided first.
        """
        if not self.may_be_decided(now=now):
            return False
        if self.state == ClaimState.APPEALED:
            return self._leave(ClaimState.APPEALED, to=ClaimState.FINAL, outcome=outcome)
        was = ClaimState(self.state)
        return self._leave(was, to=ClaimState.DECIDED, outcome=outcome, appeal_until=appeal_until)

    def appeal(self, *, now: datetime) -> bool:
        return self.may_be_appealed(now=now) and self._leave(ClaimState.DECIDED, to=ClaimState.APPEALED)

    def withdraw(self) -> bool:
        """The buyer no longer needs it; not once it is decided."""
        return self._leave(ClaimState.OPENED, ClaimState.ANSWERED, to=ClaimState.WITHDRAWN)

    def _leave(self, *states: ClaimState, to: ClaimState, **changes: Any) -> bool:
        moved = type(self).objects.filter(pk=self.pk, state__in=states).update(state=to, **changes)
        if not moved:
            return False
        self.state = to
        for name, value in changes.items():
            setattr(self, name, value)
        return True


class StepKind(models.TextChoices):
    OPENED = "opened", _("Claim filed")
    ANSWERED = "answered", _("The seller answered")
    DECIDED = "decided", _("Decided")
    APPEALED = "appealed", _("Appealed")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class ClaimStep(models.Model):
    """One turn of a claim, with what its author said; never changed.

    `statement` is the text as written, for the operator; `shown` what the other side reads. Both are sealed.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=10, choices=StepKind)
    side = models.CharField(max_length=8, choices=Side)
    author = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    statement = SealedTextField()
    shown = SealedTextField()
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("step of a claim")
        verbose_name_plural = _("steps of claims")
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["claim", "at"], name="claim_steps_in_order")]

    def __str__(self) -> str:
        return f"{self.kind} {self.claim_id}"

    def text_for(self, side: Side) -> str:
        """Its author's side reads what was written, the other one what the policy lets through."""
        return self.statement if side == self.side else self.shown
