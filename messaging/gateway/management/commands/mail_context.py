"""A fresh thread between demo buyer and seller, and everything a mail needs to answer in it. Demo and tests only."""

from __future__ import annotations

import json
import secrets
from datetime import datetime, timedelta
from typing import Any

from celery import current_app
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from accounts.models import Buyer, Seller, SellerStaff, SenderAddress, User
from accounts.relay import RelayAddress, RelayKind
from messaging.gateway.models import AlertReference
from messaging.gateway.references import remember_alert
from messaging.ledger.models import LedgerEntry
from messaging.models import Message, Side, Thread, Topic, Via
from messaging.posting import post_message, start_thread
from messaging.screening import screen
from orders.models import Order, OrderItem, OrderState, Product

BUYER, SELLER = "buyer@example.com", "seller@example.com"


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="print JSON (the only form there is)")
        parser.add_argument("--buyer", default=BUYER)
        parser.add_argument("--seller", default=SELLER)

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("mail_context prints secret addresses: it runs in the demo only (DEMO=true).")
        buyer = Buyer.objects.filter(user__email=options["buyer"]).select_related("user").first()
        staff = (
            SellerStaff.objects.filter(user__email=options["seller"]).select_related("seller", "user").first()
        )
        if buyer is None or staff is None:
            missing = options["seller"] if buyer else options["buyer"]
            raise CommandError(f"There is no {missing}: run manage.py seed_demo first, or name who is there.")
        self.stdout.write(json.dumps(mail_context(buyer, staff, now=timezone.now())))


def mail_context(buyer: Buyer, staff: SellerStaff, *, now: datetime) -> dict[str, object]:
    """Make the threads, send their alerts, and say where each side would answer."""
    seller = staff.seller
    order = fresh_order(buyer, seller, now=now)
    thread = _talk(buyer, staff, order, now=now)
    sellers_second = _talk(_other_buyer(buyer), staff, None, now=now)
    buyers_second = _talk(buyer, _other_staff(seller), None, now=now)
    sender = SenderAddress.objects.filter(seller=seller, verified_at__isnull=False).order_by("pk").first()
    return {
        "thread": str(thread.pk),
        "order_id": order.number,
        "alias": str(RelayAddress(RelayKind.ALIAS, buyer.alias)),
        "seller_email": sender.address if sender else "",
        "buyer_email": buyer.user.email,
        "reply_address": {side.value: str(thread.reply_address(side)) for side in (Side.SELLER, Side.BUYER)},
        "reply_address_2": {
            "seller": str(sellers_second.reply_address(Side.SELLER)),
            "buyer": str(buyers_second.reply_address(Side.BUYER)),
        },
        "alert_message_id": {side.value: _alert_id(thread, side) for side in (Side.SELLER, Side.BUYER)},
        "report_address": str(RelayAddress(RelayKind.REPORT)),
    }


def fresh_order(buyer: Buyer, seller: Seller, *, now: datetime) -> Order:
    product = Product.objects.filter(seller=seller).order_by("pk").first()
    if product is None:
        product = Product.objects.create(
            seller=seller, sku=f"MC-{secrets.token_hex(4)}", title="Desk lamp", price_cents=4900
        )
    order = Order.objects.create(
        number=f"EM-{secrets.randbelow(10**6):06}-{secrets.randbelow(10**4):04}",
        buyer=buyer,
        seller=seller,
        state=OrderState.SHIPPED,
        total_cents=product.price_cents,
        placed_at=now - timedelta(days=2),
        shipped_at=now - timedelta(days=1),
    )
    OrderItem.objects.create(
        order=order, product=product, title=product.title, price_cents=product.price_cents
    )
    return order


def _talk(buyer: Buyer, staff: SellerStaff, order: Order | None, *, now: datetime) -> Thread:
    """A question, an answer, and a question that waits."""
    order = order or fresh_order(buyer, staff.seller, now=now)
    first = start_thread(
        author=buyer.user,
        side=Side.BUYER,
        buyer=buyer,
        seller=staff.seller,
        order=order,
        topic=Topic.SHIPPING,
        body="When will my order arrive?",
        via=Via.API,
        now=now,
    )
    _screen(first, now=now)
    thread = Thread.objects.with_parties().get(pk=first.thread_id)
    answer = post_message(
        thread=thread,
        author=staff.user,
        side=Side.SELLER,
        body="It should be with you on Thursday.",
        via=Via.API,
        now=now,
    )
    _screen(answer, now=now)
    again = post_message(
        thread=thread,
        author=buyer.user,
        side=Side.BUYER,
        body="Thanks! Is assembly needed?",
        via=Via.API,
        now=now,
    )
    _screen(again, now=now)
    return thread


def _screen(message: Message, *, now: datetime) -> None:
    screen(message.pk, now=max(now, message.send_after))
    # By name and in this process: the alert must be out before this command ends, worker or not.
    dispatch = current_app.tasks.get("notifications.dispatch_entry")
    if dispatch is not None:
        for entry in LedgerEntry.objects.filter(thread=message.thread_id, told_at=None).order_by("seq"):
            dispatch.apply(args=(str(entry.pk),))
    if (send := current_app.tasks.get("notifications.sweep_deliveries")) is not None:
        send.apply()


def _alert_id(thread: Thread, side: Side) -> str:
    alert = AlertReference.objects.filter(thread=thread, side=side).order_by("pk").first()
    if alert is None:
        # Its owner takes no alerts: a Message-ID as one would have had.
        remember_alert(f"{secrets.token_hex(16)}@{settings.RELAY_DOMAIN}", thread, side)
        return _alert_id(thread, side)
    return alert.message_id


def _other_buyer(buyer: Buyer) -> Buyer:
    other = (
        Buyer.objects.exclude(pk=buyer.pk).filter(opted_out=False, restricted_at=None).order_by("pk").first()
    )
    if other is None:
        user = User.objects.create_user("buyer-two@example.com", first_name="Robin", last_name="Vale")
        other = Buyer.enrol(user)
    return other


def _other_staff(seller: Seller) -> SellerStaff:
    staff = SellerStaff.objects.exclude(seller=seller).filter(seller__buyer_messages_on=True)
    found = staff.select_related("seller", "user").order_by("pk").first()
    if found is None:
        other = Seller.objects.create(name="Second Shop", buyer_messages_on=True)
        user = User.objects.create_user("second-shop@example.com", first_name="Kim", last_name="Rowe")
        found = SellerStaff.objects.create(user=user, seller=other)
    return found
