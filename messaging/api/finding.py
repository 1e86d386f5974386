"""How a request reaches rows: through what the person may see, and nothing else. A stranger gets 404."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db.models import Q
from django.http import Http404

from accounts.access import buyer_of, seller_of
from accounts.models import User
from messaging.api.problems import NoMailbox
from messaging.models import Mailbox, MailboxEntry, Message, Side, Thread
from orders.models import Order


@dataclass(frozen=True)
class Place:
    """A thread as one person sees it: their side of it and its entry in their mailbox."""

    thread: Thread
    side: Side
    entry: MailboxEntry


def mailbox_of(user: User, side: str = "") -> tuple[Mailbox, Side]:
    """The person's mailbox; who has two gets the shop's unless they ask for `side`. Raises NoMailbox."""
    seller, buyer = seller_of(user), buyer_of(user)
    if seller is not None and side in {"", Side.SELLER}:
        return Mailbox.of(seller), Side.SELLER
    if buyer is not None and side in {"", Side.BUYER}:
        return Mailbox.of(buyer), Side.BUYER
    raise NoMailbox


def find_place(user: User, thread_id: uuid.UUID) -> Place:
    """A thread that has reached this person. Raises Http404.

    Being a party is not enough: while the other side's first message is held, there is nothing here yet.
    """
    buyer, seller = buyer_of(user), seller_of(user)
    mine = Q(pk__in=[])
    if buyer:
        mine |= Q(mailbox__buyer=buyer)
    if seller:
        mine |= Q(mailbox__seller=seller)
    entry = (
        MailboxEntry.objects.with_thread()
        .select_related("mailbox")
        .filter(mine, thread_id=thread_id, thread__in=Thread.objects.visible_to(user))
        # Who buys from their own shop is the buyer there, as in `Thread.side_of`.
        .order_by("mailbox__side")
        .first()
    )
    side = entry.thread.side_of(user) if entry else None
    if entry is None or side is None:
        raise Http404
    return Place(entry.thread, side, entry)


def find_message(user: User, message_id: uuid.UUID) -> tuple[Message, Side]:
    """A message this person may read, and their side of its thread. Raises Http404."""
    message = (
        Message.objects.select_related("thread__buyer__user", "thread__seller", "author")
        .filter(pk=message_id, thread__in=Thread.objects.visible_to(user))
        .first()
    )
    side = message.thread.side_of(user) if message else None
    if message is None or side is None:
        raise Http404
    if not Message.objects.seen_by(side).filter(pk=message.pk).exists():
        raise Http404
    return message, side


def find_order(user: User, number: str) -> tuple[Order, Side]:
    """An order this person bought, or their shop sold. Raises Http404."""
    buyer, seller = buyer_of(user), seller_of(user)
    order = Order.objects.select_related("buyer__user", "seller").filter(number=number).first()
    if order is not None and buyer is not None and order.buyer_id == buyer.pk:
        return order, Side.BUYER
    if order is not None and seller is not None and order.seller_id == seller.pk:
        return order, Side.SELLER
    raise Http404
