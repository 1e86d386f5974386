"""Where a mail goes and on whose behalf its author may write.

A reply address decides alone: its token names thread and side. An alias chooses only
among the threads of that buyer and the proven seller; To and Subject decide nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from accounts.models import Buyer, BuyerAlias, Role, Seller, SellerStaff, SenderAddress, User
from accounts.relay import RelayAddress, RelayKind
from messaging.gateway.incoming import IncomingMail
from messaging.gateway.references import alerts_named
from messaging.models import ReplyAddress, Side, Thread, ThreadKind
from orders.models import Order


@dataclass(frozen=True)
class Destination:
    """What one recipient address stands for: a thread's side, a buyer, a desk, returned mail, an unsubscribe link."""

    kind: RelayKind
    thread: Thread | None = None
    side: Side = Side.SELLER
    buyer: Buyer | None = None
    token: str = ""


@dataclass(frozen=True)
class Writing:
    """A proven author's place to write: in a thread, or about an order that has none yet."""

    author: User | None
    side: Side
    buyer: Buyer
    seller: Seller | None
    thread: Thread | None
    order: Order | None

    @property
    def about(self) -> Thread:
        """The thread, or the one that this mail would open, not saved."""
        opened = Thread(buyer=self.buyer, seller=self.seller, order=self.order, kind=ThreadKind.ORDER)
        return self.thread or opened


def destination_of(recipient: str, *, now: datetime) -> Destination | None:
    """None when nobody here has this address."""
    address = RelayAddress.parse(recipient)
    if address is None:
        return None
    if address.kind == RelayKind.REPLY:
        found = ReplyAddress.find(address.code)
        return Destination(address.kind, thread=found.thread, side=Side(found.side)) if found else None
    if address.kind == RelayKind.ALIAS:
        alias = (
            BuyerAlias.objects.working(now=now)
            .select_related("buyer__user")
            .filter(local=address.code)
            .first()
        )
        return Destination(address.kind, buyer=alias.buyer) if alias else None
    return Destination(address.kind, token=address.code)


def writing_of(destination: Destination, mail: IncomingMail) -> Writing | None:
    """On whose behalf the author writes; None when this address may not write to this destination."""
    address = mail.author or ""
    thread = destination.thread
    if thread is not None:
        if not thread.is_two_way:
            return None
        author = _buyer_user(thread.buyer, address) if destination.side == Side.BUYER else None
        if destination.side == Side.BUYER and author is None:
            return None
        if destination.side == Side.SELLER and not _sellers_of(address).filter(seller=thread.seller).exists():
            return None
        author = author or _staff_user(thread.seller, address)
        return Writing(author, destination.side, thread.buyer, thread.seller, thread, thread.order)
    if destination.buyer is None:
        return None
    return _writing_to_alias(destination.buyer, address, mail)


def _writing_to_alias(buyer: Buyer, address: str, mail: IncomingMail) -> Writing | None:
    sellers = [found.seller for found in _sellers_of(address).select_related("seller").order_by("seller_id")]
    if not sellers:
        return None
    for alert in alerts_named(mail.message_ids("in-reply-to") + mail.message_ids("references")[::-1]):
        thread = alert.thread
        if thread.buyer_id == buyer.pk and thread.seller in sellers and alert.side == Side.SELLER:
            return Writing(
                _staff_user(thread.seller, address), Side.SELLER, buyer, thread.seller, thread, thread.order
            )
    order = _order_named(buyer, sellers, mail)
    if order is None:
        return Writing(None, Side.SELLER, buyer, sellers[0], None, None)
    found = (
        Thread.objects.select_related("buyer__user", "seller", "order")
        .filter(order=order, kind=ThreadKind.ORDER)
        .first()
    )
    return Writing(_staff_user(order.seller, address), Side.SELLER, buyer, order.seller, found, order)


def _order_named(buyer: Buyer, sellers: list[Seller], mail: IncomingMail) -> Order | None:
    """The order of this pair that the subject names, else the first one the words name, else the whole text."""
    orders = {
        order.number.lower(): order
        for order in Order.objects.filter(buyer=buyer, seller__in=sellers).select_related("seller")
    }
    for text in (mail.subject, mail.text, mail.whole_text):
        lowered = text.lower()
        places = {number: _place_of(number, lowered) for number in orders}
        named = [(place, number) for number, place in places.items() if place is not None]
        if named:
            return orders[min(named)[1]]
    return None


def _place_of(number: str, text: str) -> int | None:
    match = re.search(rf"(?<![\w-]){re.escape(number)}(?![\w-]*\w)", text)
    return match.start() if match else None


def _sellers_of(address: str) -> QuerySet[SenderAddress]:
    """The shops this address may write for; a viewer's own address for none, as on the web and in programs."""
    if not address:
        return SenderAddress.objects.none()
    viewers = SellerStaff.objects.filter(user__email__iexact=address, role=Role.VIEWER).values("seller")
    proven = SenderAddress.objects.filter(address__iexact=address, verified_at__isnull=False)
    return proven.exclude(seller__in=viewers)


def _buyer_user(buyer: Buyer, address: str) -> User | None:
    user = buyer.user
    return user if user.is_active and address and user.email == address else None


def _staff_user(seller: Seller | None, address: str) -> User | None:
    """Whose message it is on the shop's side: the one with this address, who added it, or the owner."""
    staff = SellerStaff.objects.filter(seller=seller, user__is_active=True).select_related("user")
    same = staff.filter(user__email=address).first()
    if same is None:
        added_by = SenderAddress.objects.filter(seller=seller, address__iexact=address).values("added_by")
        same = staff.filter(user__in=added_by).first() or staff.filter(role="owner").order_by("pk").first()
    return same.user if same else None
