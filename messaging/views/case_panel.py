"""What stands at the end of a thread beside its messages: help for who waits too long, and a claim's next step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings

from messaging.claims.eligibility import window_of
from messaging.claims.models import Claim
from messaging.metrics.models import Obligation
from messaging.models import Side, Thread
from messaging.views.sending import overdue_wait


@dataclass(frozen=True)
class Offer:
    """Help for a buyer who has waited too long. `covered_until` is None while nothing was shipped."""

    may_claim: bool
    covered_until: datetime | None


def newest_claim(thread: Thread) -> Claim | None:
    """The claim about the thread's order; of several, those before it were withdrawn. One query where there is a case."""
    if not thread.has_case:
        return None
    claim = Claim.objects.filter(thread=thread.pk).order_by("-opened_at", "-id").first()
    if claim is not None:
        claim.thread = thread
    return claim


def buyer_panel(thread: Thread, *, waiting_since: datetime | None, now: datetime) -> dict[str, Any]:
    """Asks the database only where a case belongs to the thread, or nobody has answered for too long."""
    claim = newest_claim(thread)
    waited = overdue_wait(waiting_since, now=now)
    offer = None
    if waited is not None and not (claim and claim.is_open) and not _keeps_waiting(thread, now=now):
        offer = _offer(thread, claim, now=now)
    return {
        "unanswered": waited,
        "offer": offer,
        "claim": claim,
        "may_appeal": claim is not None and claim.may_be_appealed(now=now),
        "keep_waiting_hours": round(settings.KEEP_WAITING.total_seconds() / 3600),
    }


def seller_panel(thread: Thread, *, waiting_since: datetime | None, now: datetime) -> dict[str, Any]:
    """The same facts for the shop: what the buyer is offered, and what the shop has to do about a claim."""
    claim = newest_claim(thread)
    return {
        "claim": claim,
        "may_answer": claim is not None and claim.state == "opened",
        "may_appeal": claim is not None and claim.may_be_appealed(now=now),
        "is_answer_late": claim is not None and claim.answer_due_at <= now,
        "unanswered": overdue_wait(waiting_since, now=now),
        "side": Side.SELLER,
    }


def _keeps_waiting(thread: Thread, *, now: datetime) -> bool:
    running = Obligation.objects.running().filter(thread=thread.pk, keep_waiting_until__gt=now)
    return running.exists()


def _offer(thread: Thread, claim: Claim | None, *, now: datetime) -> Offer:
    if thread.order is None:
        return Offer(may_claim=False, covered_until=None)
    window = window_of(thread.order, thread, now=now)
    had_one = claim is not None and claim.state != "withdrawn"
    return Offer(may_claim=window.is_open(now) and not had_one, covered_until=window.closes_at)
