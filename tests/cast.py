"""The cast of every test: Bea buys, Sam sells, Mo moderates, Eve has no business here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.utils import timezone

from accounts.models import Buyer, NotificationAddress, Role, Seller, SellerStaff, SenderAddress, User
from messaging.claiming import open_claim
from messaging.claims.models import Claim, Problem, Remedy
from messaging.models import Message, Side, Thread, Topic, Via
from messaging.posting import post_message, start_thread
from messaging.screening import screen
from orders.models import Order, OrderItem, OrderState, Product, Shipment

PASSWORD = "demo-demo-demo"
BEA_EMAIL = "bea.marlowe@buyers-post.example"
SAM_EMAIL = "sam.okafor@northwind-office.example"
EVE_EMAIL = "eve@elsewhere.example"


@dataclass
class Shop:
    """Sam's shop with one delivered order of Bea's."""

    bea: Buyer
    sam: SellerStaff
    order: Order
    product: Product

    @property
    def seller(self) -> Seller:
        return self.sam.seller


def make_buyer(email: str, first_name: str = "Bea", last_name: str = "Marlowe", **fields: object) -> Buyer:
    user = User.objects.create_user(email, PASSWORD, first_name=first_name, last_name=last_name)
    buyer = Buyer.enrol(user)
    if fields:
        Buyer.objects.filter(pk=buyer.pk).update(**fields)
        buyer.refresh_from_db()
    return buyer


def make_staff(
    email: str, *, seller: Seller | None = None, shop: str = "Northwind Audio", role: Role = Role.OWNER
) -> SellerStaff:
    """A staff member; without a seller, of a new shop that takes messages and mail from this address."""
    user = User.objects.create_user(email, PASSWORD, first_name="Sam", last_name="Okafor")
    if seller is None:
        now = timezone.now()
        seller = Seller.objects.create(name=shop, buyer_messages_on=True, return_messages_on=True)
        SenderAddress.objects.create(seller=seller, address=user.email, verified_at=now)
        NotificationAddress.objects.create(seller=seller, address=user.email, verified_at=now)
    return SellerStaff.objects.create(user=user, seller=seller, role=role)


def make_product(
    seller: Seller, *, sku: str = "NA-ARIA-GR", title: str = "Aria Pro wireless earbuds"
) -> Product:
    return Product.objects.create(seller=seller, sku=sku, title=title, price_cents=12900)


def make_order(
    buyer: Buyer,
    product: Product,
    *,
    number: str = "EM-204771-9330",
    state: OrderState = OrderState.DELIVERED,
    placed_at: datetime | None = None,
) -> Order:
    """An order placed 10 days ago (or when said), shipped a day later, delivered after three."""
    placed_at = placed_at or timezone.now() - timedelta(days=10)
    shipped = state in {OrderState.SHIPPED, OrderState.DELIVERED, OrderState.COMPLETED}
    delivered = state in {OrderState.DELIVERED, OrderState.COMPLETED}
    order = Order.objects.create(
        number=number,
        buyer=buyer,
        seller=product.seller,
        state=state,
        total_cents=product.price_cents,
        placed_at=placed_at,
        shipped_at=placed_at + timedelta(days=1) if shipped else None,
        delivered_at=placed_at + timedelta(days=3) if delivered else None,
        completed_at=placed_at + timedelta(days=3) if state == OrderState.COMPLETED else None,
        cancelled_at=placed_at + timedelta(days=1) if state == OrderState.CANCELLED else None,
    )
    OrderItem.objects.create(
        order=order, product=product, title=product.title, price_cents=product.price_cents
    )
    if shipped:
        Shipment.objects.create(order=order, carrier="Parcel Post", tracking_number="1Z999AA10123456784")
    return order


def make_shop() -> Shop:
    bea = make_buyer(BEA_EMAIL)
    sam = make_staff(SAM_EMAIL)
    product = make_product(sam.seller)
    return Shop(bea, sam, make_order(bea, product), product)


def ask(
    shop: Shop, text: str = "Where is my order?", *, now: datetime | None = None, **fields: object
) -> Message:
    """Bea writes about her order, and the message is screened."""
    now = now or timezone.now()
    message = start_thread(
        author=shop.bea.user,
        side=Side.BUYER,
        buyer=shop.bea,
        seller=shop.seller,
        order=shop.order,
        topic=fields.pop("topic", Topic.SHIPPING),  # type: ignore[arg-type]
        body=text,
        via=fields.pop("via", Via.WEB),  # type: ignore[arg-type]
        now=now,
        **fields,  # type: ignore[arg-type]
    )
    return screened(message, now=now)


def say(
    thread: Thread, who: Buyer | SellerStaff, text: str, *, now: datetime | None = None, **fields: object
) -> Message:
    """Somebody of the thread writes, and the message is screened."""
    now = now or timezone.now()
    message = post_message(
        thread=thread,
        author=who.user,
        side=Side.BUYER if isinstance(who, Buyer) else Side.SELLER,
        body=text,
        via=fields.pop("via", Via.API),  # type: ignore[arg-type]
        now=now,
        **fields,  # type: ignore[arg-type]
    )
    return screened(message, now=now)


def screened(message: Message, *, now: datetime) -> Message:
    screen(message.pk, now=max(now, message.send_after))
    return Message.objects.select_related("thread__buyer__user", "thread__seller", "thread__order").get(
        pk=message.pk
    )


def texts(thread: Thread, side: Side) -> list[str]:
    """What one side reads in the thread, in order."""
    return [message.text_for(side) for message in thread.messages.seen_by(side).order_by("seq")]


def wait_for_answer(shop: Shop, hours: float = 49, **fields: object) -> Thread:
    """Bea wrote so many hours ago and nobody answered."""
    return ask(shop, now=timezone.now() - timedelta(hours=hours), **fields).thread


def claim_of(
    shop: Shop, text: str = "Two of the three poles are missing.", *, now: datetime | None = None
) -> Claim:
    """Bea's claim about her order, filed after nobody had answered for two days."""
    if not Thread.objects.filter(order=shop.order).exists():
        wait_for_answer(shop)
    return open_claim(
        shop.order,
        by=shop.bea.user,
        problem=Problem.NOT_AS_ORDERED,
        remedy=Remedy.REPLACEMENT,
        statement=text,
        now=now or timezone.now(),
    )


def noon(day: int = 20) -> datetime:
    return datetime(2026, 11, day, 12, 0, tzinfo=UTC)
