"""screen(): nothing reaches a person before the policy has seen it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext as _

from accounts.models import Seller, Standing
from messaging.delivering import deliver, hold_back
from messaging.failpoints import reach
from messaging.models import Kind, Message, Side, Status, Thread
from messaging.models.reason import RETURN_TOPICS
from messaging.policy import Action, Context, Direction, Outcome, ScanVerdict, scan
from messaging.repeating import is_repeated_too_often

REPEATED = "repeat.same_text"
SUSPENDED = "seller_suspended"
# How many waiting messages one sweep takes; the next sweep follows at once when there are more.
SWEEP_BATCH = 200


def screen(message_id: UUID | str, *, now: datetime) -> bool:
    """Judge a submitted message and move it on; returns False when there was nothing left to do.

    Safe to call any number of times and by several workers: the move is a conditional update.
    """
    message = (
        Message.objects.select_related("thread__buyer__user", "thread__seller", "thread__order", "author")
        .filter(pk=message_id, status=Status.SUBMITTED)
        .first()
    )
    if message is None or message.send_after > now:
        return False
    verdict = check_text(
        message.body, thread=message.thread, side=Side(message.side), is_proactive=is_proactive(message)
    )
    reach("screening.judged")
    with transaction.atomic():
        moved = _move(message, verdict, now=now)
        # Still uncommitted here: a kill takes the whole move back.
        reach("screening.delivered")
    return moved


def check_text(
    text: str,
    *,
    thread: Thread | None,
    side: Side,
    is_proactive: bool = False,
) -> ScanVerdict:
    """The policy's verdict on a text, with the thread's own order data spared."""
    direction = Direction.BUYER_TO_SELLER if side == Side.BUYER else Direction.SELLER_TO_BUYER
    context = Context(
        direction=direction,
        proactive=is_proactive,
        marketplace_domain=settings.MARKETPLACE_DOMAIN,
        allowed_domains=frozenset(settings.ALLOWED_LINK_DOMAINS),
        innocent=order_data(thread) if thread else frozenset(),
    )
    return scan(text, context)


def order_data(thread: Thread) -> frozenset[str]:
    """Numbers and words of the thread's own order: never a finding."""
    known: set[str] = set()
    if thread.order_id and thread.order:
        known.add(thread.order.number)
        known |= set(thread.order.shipments.values_list("tracking_number", flat=True))
        known |= set(thread.order.items.values_list("product__sku", flat=True))
    elif thread.product_id and thread.product:
        known.add(thread.product.sku)
    return frozenset(known)


def is_proactive(message: Message) -> bool:
    return message.side == Side.SELLER and message.kind in {Kind.PROACTIVE, Kind.IMPORTANT}


def describe(verdict: ScanVerdict) -> list[dict[str, Any]]:
    """Findings as they are stored and sent to doors: positions and rule texts, nothing of what was written."""
    return [
        {
            "label": finding.label,
            "start": finding.start,
            "end": finding.end,
            "rule": finding.rule,
            "action": str(finding.action),
            "because": str(finding.because),
            "fix": str(finding.fix),
        }
        for finding in verdict.findings
    ]


def deliver_waiting(seller: Seller, *, now: datetime) -> int:
    """Show everything that waited for Buyer Messages, in order; returns how many. Safe to call twice."""
    waiting = Message.objects.filter(thread__seller=seller, status=Status.WAITING).order_by(
        "submitted_at", "id"
    )
    delivered = 0
    for message in waiting.select_related("thread__buyer__user", "thread__seller", "thread__order", "author"):
        with transaction.atomic():
            delivered += _deliver(message, _redacted_text(message), was=Status.WAITING, now=now)
    return delivered


def sweep(*, now: datetime) -> int:
    """Screen what no worker has finished; returns how many were moved.

    Also shows what still waits although Buyer Messages is on: it was being screened when it was turned on.
    """
    moved = 0
    for message_id in _claim(now=now):
        moved += screen(message_id, now=now)
    left = Message.objects.filter(status=Status.WAITING, thread__seller__buyer_messages_on=True)
    for seller in Seller.objects.filter(pk__in=left.values("thread__seller")):
        moved += deliver_waiting(seller, now=now)
    return moved


def _claim(*, now: datetime) -> list[UUID]:
    due = Message.objects.to_screen(now=now).order_by("send_after")
    if not connection.features.has_select_for_update_skip_locked:
        return list(due.values_list("pk", flat=True)[:SWEEP_BATCH])
    with transaction.atomic():
        # Rows another worker is moving right now are left to it.
        return list(
            due.select_for_update(skip_locked=True, no_key=True).values_list("pk", flat=True)[:SWEEP_BATCH]
        )


def _move(message: Message, verdict: ScanVerdict, *, now: datetime) -> bool:
    message.findings = _objections(message, now=now) or describe(verdict)
    Message.objects.filter(pk=message.pk, status=Status.SUBMITTED).update(findings=message.findings)
    facts = {"rules": sorted({finding["rule"] for finding in message.findings})}
    if (
        any(finding["rule"] in {SUSPENDED, REPEATED} for finding in message.findings)
        or verdict.outcome == Outcome.BLOCK
    ):
        return hold_back(message, status=Status.BLOCKED, facts=facts, now=now)
    if verdict.outcome == Outcome.QUARANTINE:
        return hold_back(message, status=Status.QUARANTINED, facts=facts, now=now)
    if must_wait(message):
        return hold_back(message, status=Status.WAITING, facts=facts, now=now)
    return _deliver(message, verdict.delivered_text, was=Status.SUBMITTED, now=now)


def _objections(message: Message, *, now: datetime) -> list[dict[str, Any]]:
    """What forbids this message whatever it says; asked when it is screened, not only when it was written."""
    seller = message.thread.seller
    if message.side == Side.SELLER and seller and seller.standing_at(now) == Standing.SUSPENDED:
        return [
            _objection(
                SUSPENDED, _("Messaging is suspended for your shop."), _("See Account health to appeal.")
            )
        ]
    if is_repeated_too_often(message, now=now):
        because = _("The same text went to more than %(most)d buyers in 24 hours.") % {
            "most": settings.REPEAT_BLOCK_AFTER
        }
        return [_objection(REPEATED, because, _("Write what concerns this buyer, or wait until tomorrow."))]
    return []


def _objection(rule: str, because: str, fix: str) -> dict[str, Any]:
    return {
        "label": rule,
        "start": 0,
        "end": 0,
        "rule": rule,
        "action": str(Action.BLOCK),
        "because": because,
        "fix": fix,
    }


def must_wait(message: Message) -> bool:
    """A buyer's message waits while the seller has Buyer Messages off; returns and refunds always arrive."""
    seller = message.thread.seller
    if message.side != Side.BUYER or seller is None or seller.buyer_messages_on:
        return False
    return (message.topic or message.thread.topic) not in RETURN_TOPICS


def _deliver(message: Message, text: str, *, was: Status, now: datetime) -> bool:
    status = Status.REDACTED if text != message.body else Status.DELIVERED
    return deliver(message, status=status, text=text, was=(was,), now=now)


def _redacted_text(message: Message) -> str:
    """The waiting message's text under today's policy; what it removes is removed."""
    return check_text(message.body, thread=message.thread, side=Side(message.side)).delivered_text
