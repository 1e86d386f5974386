"""From when until when a claim is possible (RULES §11), as plain times, and where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import F, Q

from messaging.models import Side, Thread
from orders.models import Order


@dataclass(frozen=True)
class ClaimWindow:
    """`opens_at` is None while the seller was not written to, `closes_at` while nothing was shipped."""

    opens_at: datetime | None
    closes_at: datetime | None

    def is_open(self, now: datetime) -> bool:
        return self.opens_at is not None and self.opens_at <= now and not self.is_over(now)

    def is_over(self, now: datetime) -> bool:
        return self.closes_at is not None and self.closes_at < now


def claim_window(
    *, contacted_at: datetime | None, late_twice_at: datetime | None, latest_delivery: datetime | None
) -> ClaimWindow:
    """Possible CLAIM_AFTER the seller was first written to, or when the clock ran out for the second time."""
    opens = [contacted_at + settings.CLAIM_AFTER] if contacted_at else []
    opens += [late_twice_at] if late_twice_at else []
    closes_at = latest_delivery + settings.CLAIM_WINDOW if latest_delivery else None
    return ClaimWindow(min(opens, default=None), closes_at)


def window_of(order: Order, thread: Thread | None, *, now: datetime) -> ClaimWindow:
    """The window of an order and its thread (None when nobody wrote). Three queries."""
    return claim_window(
        contacted_at=_contacted_at(thread) if thread else None,
        late_twice_at=_late_twice_at(thread, now=now) if thread else None,
        latest_delivery=order.latest_delivery,
    )


def _contacted_at(thread: Thread) -> datetime | None:
    """The buyer's first message that reached the seller, or waits until the shop turns its messages on."""
    written = thread.messages.filter(side=Side.BUYER).reached_or_waiting().order_by("seq")
    return written.values_list("submitted_at", flat=True).first()


def _late_twice_at(thread: Thread, *, now: datetime) -> datetime | None:
    """`Obligation.is_late` in SQL."""
    late = Q(ended_at__gt=F("due_at")) | Q(ended_at=None, due_at__lt=now)
    return thread.obligations.filter(late).order_by("due_at").values_list("due_at", flat=True)[1:2].first()
