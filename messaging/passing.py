"""pass_on(): the last question before a message is shown is what holds today (RULES §2).

Between writing and showing a message is checked, held, disputed, or waits for Buyer Messages; meanwhile its
author may have been suspended or restricted. Every way to the recipient ends here.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from messaging.contact import Refusal, author_refusal
from messaging.delivering import deliver, hold_back
from messaging.models import Message, Side, Status
from messaging.models.reason import RETURN_TOPICS
from messaging.policy import Action


def pass_on(
    message: Message, text: str, *, was: tuple[Status, ...], is_released: bool = False, now: datetime
) -> bool:
    """Show the message with this text, keep it waiting, or return it to its author.

    `is_released`: a moderator has said what of it may be read, and the policy is not asked again. Returns
    False when the message stays where it is. What was shown before is not taken back: only its words change.
    """
    if not message.is_shown:
        if refusal := _refusal(message, now=now):
            return _return_to_author(message, refusal, was=was, now=now)
        if must_wait(message):
            return _keep_waiting(message, text if is_released else "", was=was, now=now)
    shown_as = Status.REDACTED if text != message.body else Status.DELIVERED
    return deliver(message, status=Status.RELEASED if is_released else shown_as, text=text, was=was, now=now)


def must_wait(message: Message) -> bool:
    """A buyer's message waits while the seller has Buyer Messages off; returns and refunds always arrive."""
    seller = message.thread.seller
    if message.side != Side.BUYER or seller is None or seller.buyer_messages_on:
        return False
    return (message.topic or message.thread.topic) not in RETURN_TOPICS


def _refusal(message: Message, *, now: datetime) -> Refusal | None:
    thread = message.thread
    if thread.seller is None or message.side == Side.PLATFORM:
        return None
    return author_refusal(side=Side(message.side), buyer=thread.buyer, seller=thread.seller, now=now)


def _return_to_author(message: Message, refusal: Refusal, *, was: tuple[Status, ...], now: datetime) -> bool:
    if message.status == Status.BLOCKED:
        return False
    findings = [_as_finding(refusal)]
    facts = {"rules": [refusal.rule]}
    return hold_back(message, status=Status.BLOCKED, was=was, facts=facts, findings=findings, now=now)


def _keep_waiting(message: Message, text: str, *, was: tuple[Status, ...], now: datetime) -> bool:
    if message.status == Status.WAITING:
        return False
    rules = sorted({finding["rule"] for finding in message.findings})
    if not hold_back(message, status=Status.WAITING, was=was, facts={"rules": rules}, now=now):
        return False
    if text:
        message.delivered_body = text
        message.save(update_fields=["delivered_body"])
    return True


def _as_finding(refusal: Refusal) -> dict[str, Any]:
    """What its author reads beside the message; about all of it, so it marks no words."""
    return {
        "label": refusal.rule,
        "start": 0,
        "end": 0,
        "rule": refusal.rule,
        "action": str(Action.BLOCK),
        "because": refusal.because,
        "fix": refusal.instead,
    }
