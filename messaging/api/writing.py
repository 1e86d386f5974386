"""From a request to a message: the rules of contact, then the policy, then the flow every door ends in."""

from __future__ import annotations

import json
import uuid
from datetime import datetime
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework.exceptions import NotFound, ValidationError

from accounts.access import buyer_of
from accounts.models import User
from messaging.api.finding import find_order
from messaging.api.problems import BlockedByPolicy, refusal_of
from messaging.contact import CannotWrite, require_may_write
from messaging.models import Attachment, Message, Side, Thread, ThreadKind, Topic, Via
from messaging.policy import Outcome
from messaging.posting import post_message, start_thread
from messaging.screening import check_text
from orders.models import Order, Product


def require_sendable(thread: Thread, side: Side, asked: dict[str, Any], *, now: datetime) -> None:
    """Ask the contact table and the policy before anything is made. Raises the problem to answer with.

    `thread` may be one that is not yet there. Quarantine is no refusal: such a message is taken and held.
    """
    try:
        require_may_write(
            thread=thread,
            side=side,
            now=now,
            reason=_reason(side, asked),
            important_reason=_important_reason(side, asked),
        )
    except CannotWrite as refused:
        raise refusal_of(refused) from refused
    verdict = check_text(
        asked["body"], thread=thread, side=side, is_proactive=_is_proactive(side, asked), now=now
    )
    if verdict.outcome == Outcome.BLOCK:
        raise BlockedByPolicy(verdict)


def write_in(thread: Thread, user: User, side: Side, asked: dict[str, Any], *, now: datetime) -> Message:
    """Raises the problem to answer with when a rule forbids it."""
    try:
        return post_message(
            thread=thread,
            author=user,
            side=side,
            body=asked["body"],
            via=Via.API,
            attachments=_files(user, asked["attachments"]),
            now=now,
            reason=_reason(side, asked),
            important_reason=_important_reason(side, asked),
        )
    except CannotWrite as refused:
        raise refusal_of(refused) from refused


def open_about(about: Thread, user: User, side: Side, asked: dict[str, Any], *, now: datetime) -> Message:
    """Write about what `about` names, joining the thread there is or opening it."""
    assert about.seller is not None, "what is asked for here always has a shop"
    try:
        return start_thread(
            author=user,
            side=side,
            buyer=about.buyer,
            seller=about.seller,
            order=about.order,
            product=about.product,
            topic=Topic(asked.get("topic") or about.topic),
            body=asked["body"],
            via=Via.API,
            attachments=_files(user, asked["attachments"]),
            now=now,
            reason=_reason(side, asked),
            important_reason=_important_reason(side, asked),
        )
    except CannotWrite as refused:
        raise refusal_of(refused) from refused


def thread_about(user: User, asked: dict[str, Any]) -> tuple[Thread, Side]:
    """The thread about this order or product, perhaps not yet saved, and the person's side of it.

    Raises NotFound for an order of other people just as for none at all.
    """
    if "product" in asked:
        return _about_product(user, asked["product"])
    try:
        order, side = find_order(user, asked["order"])
    except Http404 as error:
        raise nothing_at("/order") from error
    return about_order(order, side), side


def about_order(order: Order, side: Side) -> Thread:
    found = Thread.objects.with_parties().filter(order=order, kind=ThreadKind.ORDER).first()
    topic = Topic.FROM_SELLER if side == Side.SELLER else Topic.OTHER
    made = Thread(buyer=order.buyer, seller=order.seller, order=order, kind=ThreadKind.ORDER, topic=topic)
    return found or made


def _about_product(user: User, sku: str) -> tuple[Thread, Side]:
    buyer = buyer_of(user)
    if buyer is None:
        sentence = _("A shop writes about an order; a product question is the buyer's.")
        raise ValidationError({"product": [sentence]}, code="not_a_buyer")
    product = Product.objects.select_related("seller").filter(sku=sku).first()
    if product is None:
        raise nothing_at("/product")
    found = (
        Thread.objects.with_parties().filter(buyer=buyer, product=product, kind=ThreadKind.PRODUCT).first()
    )
    made = Thread(
        buyer=buyer,
        seller=product.seller,
        product=product,
        kind=ThreadKind.PRODUCT,
        topic=Topic.PRODUCT_QUESTION,
    )
    return found or made, Side.BUYER


def check_reasons(side: Side, asked: dict[str, Any], *, has_order: bool = True) -> None:
    """Reasons are the shop's, topics the buyer's. Raises ValidationError."""
    if side == Side.BUYER:
        for name in ("reason", "important"):
            if name in asked:
                raise ValidationError(
                    {name: [_("Only a shop gives a reason to write.")]}, code="not_for_buyers"
                )
        allowed = Topic.for_orders() if has_order else [Topic.PRODUCT_QUESTION]
        if asked.get("topic") and asked["topic"] not in allowed:
            names = ", ".join(str(topic.value) for topic in allowed)
            raise ValidationError(
                {"topic": [_("Choose one of: %(names)s.") % {"names": names}]}, code="topic"
            )
    elif "topic" in asked and asked["topic"] != Topic.FROM_SELLER:
        raise ValidationError({"topic": [_("A topic is the buyer's; give a reason instead.")]}, code="topic")


def canonical(asked: dict[str, Any]) -> str:
    """What was asked for, in one spelling, for telling a repeat from another request."""
    return json.dumps(asked, sort_keys=True, default=str, ensure_ascii=False)


def _reason(side: Side, asked: dict[str, Any]) -> str:
    return "" if side == Side.BUYER else str(asked.get("reason", ""))


def _important_reason(side: Side, asked: dict[str, Any]) -> str:
    return "" if side == Side.BUYER else str(asked.get("important", {}).get("reason", ""))


def _is_proactive(side: Side, asked: dict[str, Any]) -> bool:
    return side == Side.SELLER and bool(asked.get("reason") or asked.get("important"))


def _files(user: User, ids: list[uuid.UUID]) -> list[Attachment]:
    """The person's uploaded files in the order named. Raises ValidationError for any other."""
    loose = {file.pk: file for file in Attachment.objects.loose(user).filter(pk__in=ids)}
    for place, wanted in enumerate(ids):
        if wanted not in loose:
            sentence = _("This file is not yours, or was sent before. Upload it again.")
            raise ValidationError({"attachments": {str(place): [sentence]}}, code="unknown_file")
    return [loose[wanted] for wanted in ids]


def nothing_at(pointer: str) -> NotFound:
    problem = NotFound(_("There is nothing here, or it belongs to somebody else."))
    problem.errors = [{"code": "not_found", "detail": str(problem.detail), "pointer": pointer}]  # type: ignore[attr-defined]
    return problem
