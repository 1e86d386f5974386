"""screen(): nothing reaches a person before the policy has seen it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

import structlog
from django.conf import settings
from django.db import connection, transaction

from accounts.models import Seller
from messaging.delivering import hold_back
from messaging.failpoints import reach
from messaging.models import Kind, Message, Side, Status, Thread, ThreadKind
from messaging.passing import pass_on
from messaging.policy import Action, Context, Direction, Outcome, ScanVerdict, scan
from messaging.repeating import repetition

log = structlog.get_logger(__name__)

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
    verdict = _verdict_on(message)
    reach("screening.judged")
    with transaction.atomic():
        moved = _move(message, verdict, was=Status.SUBMITTED, now=now)
        # Still uncommitted here: a kill takes the whole move back.
        reach("screening.delivered")
    return moved


def _verdict_on(message: Message) -> ScanVerdict:
    """Judged as of its writing: of a burst, the last ones are too many, however late a worker comes to the first."""
    return check_text(
        message.body,
        thread=message.thread,
        side=Side(message.side),
        is_proactive=is_proactive(message),
        now=message.submitted_at,
    )


def check_text(
    text: str,
    *,
    thread: Thread | None,
    side: Side,
    is_proactive: bool = False,
    now: datetime,
) -> ScanVerdict:
    """The verdict on a text before or after it is sent; `thread` may be one that is not saved yet.

    The policy spares the thread's own order data; a shop's text that many buyers get is a finding too. Between
    a buyer and customer service everything passes: what is found is noted for the staff.
    """
    direction = Direction.BUYER_TO_SELLER if side == Side.BUYER else Direction.SELLER_TO_BUYER
    context = Context(
        direction=direction,
        proactive=is_proactive,
        marketplace_domain=settings.MARKETPLACE_DOMAIN,
        allowed_domains=frozenset(settings.ALLOWED_LINK_DOMAINS),
        innocent=order_data(thread) if thread else frozenset(),
    )
    verdict = scan(text, context)
    if thread and thread.kind == ThreadKind.SERVICE:
        return replace(verdict, findings=tuple(replace(one, action=Action.FLAG) for one in verdict.findings))
    repeated = repetition(text, thread, now=now) if thread and side == Side.SELLER else None
    return replace(verdict, findings=(*verdict.findings, repeated)) if repeated else verdict


def holds_contact_details(text: str) -> bool:
    """Whether a text that is no message, such as a name, tells how to reach or pay somebody elsewhere."""
    context = Context(direction=Direction.BUYER_TO_SELLER, marketplace_domain=settings.MARKETPLACE_DOMAIN)
    return bool(scan(text, context).data)


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
    """Pass on what waited for Buyer Messages, in order, by today's policy and standing; returns how many are shown.

    Safe to call twice, and while Buyer Messages is off: then everything waits on.
    """
    waiting = Message.objects.filter(thread__seller=seller, status=Status.WAITING).order_by(
        "submitted_at", "id"
    )
    delivered = 0
    for message in waiting.select_related("thread__buyer__user", "thread__seller", "thread__order", "author"):
        with transaction.atomic():
            delivered += _move_on(message, now=now) and message.is_shown
    return delivered


def _move_on(message: Message, *, now: datetime) -> bool:
    if message.delivered_body:
        # A moderator has decided what of it may be read.
        return pass_on(message, message.delivered_body, was=(Status.WAITING,), is_released=True, now=now)
    return _move(message, _verdict_on(message), was=Status.WAITING, now=now)


def sweep(*, now: datetime) -> int:
    """Screen what no worker has finished; returns how many were moved.

    Also shows what still waits although Buyer Messages is on: it was being screened when it was turned on.
    What fails is logged and stays for the next sweep, and stops nothing behind it.
    """
    moved = 0
    for message_id in _claim(now=now):
        try:
            moved += screen(message_id, now=now)
        except Exception:
            log.exception("sweep failed", step="screen", row=str(message_id))
    left = Message.objects.filter(status=Status.WAITING, thread__seller__buyer_messages_on=True)
    for seller in Seller.objects.filter(pk__in=left.values("thread__seller")):
        try:
            moved += deliver_waiting(seller, now=now)
        except Exception:
            log.exception("sweep failed", step="deliver waiting", row=seller.pk)
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


def _move(message: Message, verdict: ScanVerdict, *, was: Status, now: datetime) -> bool:
    found, message.findings = message.findings, describe(verdict)
    if message.findings != found:
        Message.objects.filter(pk=message.pk, status=was).update(findings=message.findings)
    facts = {"rules": sorted({finding["rule"] for finding in message.findings})}
    if verdict.outcome == Outcome.BLOCK:
        return hold_back(message, status=Status.BLOCKED, was=(was,), facts=facts, now=now)
    if verdict.outcome == Outcome.QUARANTINE:
        return hold_back(message, status=Status.QUARANTINED, was=(was,), facts=facts, now=now)
    return pass_on(message, verdict.delivered_text, was=(was,), now=now)
