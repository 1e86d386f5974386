"""Sets the stage in a running stack's database, and tells what is in it: `python -m tests.flows.scene set|post|told|state`."""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "messagecenter.settings")


def main(command: str, *arguments: str) -> Any:
    import django

    django.setup()
    commands = {"set": set_stage, "post": post, "told": told, "state": state}
    return (commands | {"ask": ask, "answer": answer, "said": said})[command](*arguments)  # type: ignore[operator]


def set_stage() -> dict[str, Any]:
    """Bea with a delivered order at Sam's shop; both can sign in."""
    from allauth.account.models import EmailAddress

    from tests.cast import PASSWORD, make_shop

    shop = make_shop()
    for user in (shop.bea.user, shop.sam.user):
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return {
        "password": PASSWORD,
        "bea": shop.bea.user.email,
        "sam": shop.sam.user.email,
        "order": shop.order.number,
        "shop": shop.seller.name,
    }


def post(text: str) -> dict[str, str]:
    """Bea writes about an order of its own; nothing here screens it."""
    from django.utils import timezone

    from accounts.models import Buyer
    from messaging.ids import new_id
    from messaging.models import Side, Topic, Via
    from messaging.posting import start_thread
    from orders.models import Product
    from tests.cast import make_order

    product = Product.objects.select_related("seller").get()
    buyer = Buyer.objects.select_related("user").get()
    message = start_thread(
        author=buyer.user,
        side=Side.BUYER,
        buyer=buyer,
        seller=product.seller,
        order=make_order(buyer, product, number=f"EM-{new_id().hex[-12:]}"),
        topic=Topic.SHIPPING,
        body=text,
        via=Via.WEB,
        now=timezone.now(),
    )
    return {"message": str(message.pk), "thread": str(message.thread_id)}


def ask(email: str, text: str) -> dict[str, str]:
    """A buyer writes about a new order of theirs with the first shop that has Buyer Messages on; it is delivered."""
    from django.utils import timezone

    from accounts.models import Buyer, SellerStaff
    from messaging.ids import new_id
    from orders.models import Product
    from tests import cast

    buyer = Buyer.objects.select_related("user").get(user__email=email)
    product = Product.objects.select_related("seller").filter(seller__buyer_messages_on=True).first()
    assert product is not None
    sam = SellerStaff.objects.filter(seller=product.seller).first()
    assert sam is not None
    order = cast.make_order(buyer, product, number=f"EM-{new_id().hex[-12:]}")
    message = cast.ask(cast.Shop(buyer, sam, order, product), text, now=timezone.now())
    return {"thread": str(message.thread_id)}


def answer(thread_id: str, text: str) -> dict[str, str]:
    """Somebody of the thread's shop writes; it is delivered."""
    from accounts.models import SellerStaff
    from messaging.models import Thread
    from tests import cast

    thread = Thread.objects.select_related("seller").get(pk=thread_id)
    sam = SellerStaff.objects.select_related("user", "seller").filter(seller=thread.seller).first()
    assert sam is not None
    return {"message": str(cast.say(thread, sam, text).pk)}


def said(thread_id: str) -> dict[str, list[str]]:
    """What was written in a thread, in order."""
    from messaging.models import Message

    return {"texts": [m.body for m in Message.objects.filter(thread=thread_id).order_by("seq")]}


def fate(message_id: str) -> dict[str, Any]:
    """What became of one message: its status, how often it was delivered, and what is left to tell."""
    from messaging.ledger.models import LedgerEntry
    from messaging.ledger.verifying import verify
    from messaging.models import Message
    from notifications.models import Delivery

    message = Message.objects.get(pk=message_id)
    entries = LedgerEntry.objects.filter(thread=message.thread_id)
    return {
        "status": message.status,
        "delivered": entries.filter(kind="message.delivered").count(),
        "pending": entries.filter(told_at=None).count(),
        "mails": sorted(
            Delivery.objects.filter(event__in=entries, channel="email").values_list("state", flat=True)
        ),
        "broken": verify(f"thread:{message.thread_id}") is not None,
    }


def told(message_id: str, seconds: str, settle_seconds: str) -> dict[str, Any]:
    """Its fate a while after its alert was marked as sent: long enough for a second alert to show up.

    Waits here, in one process, so that asking takes nothing from the workers that are waited for.
    """
    end = time.monotonic() + float(seconds)
    while (found := fate(message_id))["pending"] or found["mails"] != ["sent"]:
        if time.monotonic() > end:
            return found
        time.sleep(0.2)
    time.sleep(float(settle_seconds))
    return fate(message_id)


def state() -> dict[str, Any]:
    """What the database holds, in figures and codes."""
    from messaging.ledger.models import LedgerEntry
    from messaging.ledger.verifying import verify_all
    from messaging.metrics.models import Obligation
    from messaging.models import Message, Side
    from notifications.models import Delivery

    return {
        "messages": [[m.side, m.status, m.via] for m in Message.objects.order_by("seq")],
        "delivered": LedgerEntry.objects.filter(kind="message.delivered").count(),
        "pending": LedgerEntry.objects.filter(told_at=None).count(),
        "deliveries": sorted(Delivery.objects.values_list("channel", "state")),
        "running_clocks": Obligation.objects.filter(ended_at=None).count(),
        "ended_clocks": Obligation.objects.exclude(ended_at=None).count(),
        "reply_addresses": {
            side: str(thread.reply_address(Side(side)))
            for thread in {m.thread for m in Message.objects.select_related("thread")}
            for side in ("buyer", "seller")
        },
        "breaks": [name for name, broken in verify_all() if broken],
    }


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))
