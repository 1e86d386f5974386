"""What the marketplace reports becomes rows: buyers, sellers, products, orders, returns.

Every function here is safe to run twice: a row is found by its natural key (a buyer by e-mail address, a
shop by name, a product by SKU, an order by number, a return by its reference), made when missing, changed where it differs. A row that
cannot be taken is reported with its reasons and leaves the others alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Buyer, Seller, User
from orders.models import Order, OrderItem, OrderState, Product, Return, ReturnState, Shipment
from orders.rows import MAX_CENTS, BuyerRow, OrderRow, ProductRow, ReturnRow, Row, SellerRow

MAX_ROWS = 500


class Taken(StrEnum):
    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True)
class Problem:
    """Why a row was refused; `field` is the path in the row, such as `items.0.sku`."""

    field: str
    because: str


@dataclass(frozen=True)
class RowResult:
    index: int
    key: str
    taken: Taken
    problems: tuple[Problem, ...] = ()


class RowRefused(Exception):
    """The row is well formed but does not fit what is already known."""

    def __init__(self, field: str, because: str) -> None:
        super().__init__(because)
        self.problem = Problem(field, because)


def import_rows(kind: str, rows: Iterable[dict[str, Any]]) -> list[RowResult]:
    """Take rows of one kind ("buyers", "sellers", "products", "orders", "returns"), in order, each in its own transaction.

    Raises KeyError for an unknown kind.
    """
    reader, take = KINDS[kind]
    return [_import_row(index, row, reader, take) for index, row in enumerate(rows)]


def _import_row(
    index: int, row: Any, reader: type[Row], take: Callable[[dict[str, Any]], Taken]
) -> RowResult:
    parsed = reader(data=row)
    key = str(row.get(reader.key, "")) if isinstance(row, dict) else ""
    if not parsed.is_valid():
        return RowResult(index, key, Taken.REFUSED, tuple(_problems(parsed.errors)))
    try:
        with transaction.atomic():
            return RowResult(index, key, take(parsed.validated_data))
    except RowRefused as refusal:
        return RowResult(index, key, Taken.REFUSED, (refusal.problem,))


def _problems(errors: Any, path: str = "") -> Iterable[Problem]:
    """Flatten nested errors to one problem per field path."""
    items = enumerate(errors) if isinstance(errors, list) else errors.items()
    for name, below in items:
        if isinstance(below, dict) or (isinstance(below, list) and any(isinstance(e, dict) for e in below)):
            yield from _problems(below, f"{path}{name}.")
        elif isinstance(errors, list):
            yield Problem(path.rstrip("."), str(below))
        else:
            place = path.rstrip(".") if name == "non_field_errors" else f"{path}{name}"
            yield from (Problem(place, str(text)) for text in below)


def take_buyer(row: dict[str, Any]) -> Taken:
    email = User.objects.fold(row.pop("email"))
    company = row.pop("company_name", None)
    user = User.people.filter(email=email).first()
    if user is None:
        user = User.objects.create_user(email, None, **row)
        Buyer.enrol(user, company_name=company or "")
        return Taken.CREATED
    enrolled = hasattr(user, "buyer")
    buyer = user.buyer if enrolled else Buyer.enrol(user, company_name=company or "")
    changed = _change(user, row) | _change(buyer, {} if company is None else {"company_name": company})
    return Taken.CHANGED if changed or not enrolled else Taken.UNCHANGED


def take_seller(row: dict[str, Any]) -> Taken:
    """A shop starts with Buyer Messages off: only its owner turns it on."""
    _seller, made = Seller.objects.get_or_create(name=row["name"])
    return Taken.CREATED if made else Taken.UNCHANGED


def take_product(row: dict[str, Any]) -> Taken:
    seller = _seller(row.pop("seller"))
    sku = row.pop("sku")
    product, made = Product.objects.get_or_create(sku=sku, defaults={**row, "seller": seller})
    if product.seller_id != seller.pk:
        raise RowRefused("seller", _("This SKU belongs to another seller."))
    if made:
        return Taken.CREATED
    return Taken.CHANGED if _change(product, row) else Taken.UNCHANGED


def take_order(row: dict[str, Any]) -> Taken:
    """Items and shipments given replace those known; left out, they stay."""
    seller = _seller(row.pop("seller"))
    buyer = Buyer.objects.filter(user__email=User.objects.fold(row.pop("buyer"))).first()
    if buyer is None:
        raise RowRefused("buyer", _("No buyer with this e-mail address is known."))
    number, items, shipments = row.pop("number"), row.pop("items", None), row.pop("shipments", None)
    found = Order.objects.select_for_update(no_key=True).filter(number=number).first()
    if found is None and not items:
        raise RowRefused("items", _("A new order needs at least one item."))
    row.setdefault("state", state_from_times({**_times(found), **row}))
    order = found or Order.objects.create(number=number, buyer=buyer, seller=seller, **row)
    if (order.buyer_id, order.seller_id) != (buyer.pk, seller.pk):
        raise RowRefused("number", _("This order number belongs to another buyer or seller."))
    changed = _change(order, row) if found else True
    changed |= _take_items(order, items) if items is not None else False
    changed |= _take_shipments(order, shipments) if shipments is not None else False
    if found is None:
        return Taken.CREATED
    return Taken.CHANGED if changed else Taken.UNCHANGED


def take_return(row: dict[str, Any]) -> Taken:
    """What is left out stays as it was; its state is what happened last."""
    order = Order.objects.filter(number=row.pop("order")).first()
    if order is None:
        raise RowRefused("order", _("No order of this number is known."))
    reference = row.pop("reference")
    known = Return.objects.select_for_update(no_key=True).filter(reference=reference).first()
    found = known or Return(reference=reference, order=order, requested_at=row["requested_at"])
    if found.order_id != order.pk:
        raise RowRefused("reference", _("This return belongs to another order."))
    times = {f"{state}_at": getattr(found, f"{state}_at") for state in ReturnState} | row
    reached = [state for state in ReturnState if times.get(f"{state}_at")]
    row["state"] = reached[-1]
    if known is None:
        Return.objects.create(reference=reference, order=order, **row)
        return Taken.CREATED
    return Taken.CHANGED if _change(known, row) else Taken.UNCHANGED


def state_from_times(times: dict[str, Any]) -> OrderState:
    """The furthest state that has a time; a cancelled order stays cancelled."""
    for state in (OrderState.CANCELLED, OrderState.COMPLETED, OrderState.DELIVERED, OrderState.SHIPPED):
        if times.get(f"{state}_at"):
            return state
    return OrderState.PLACED


def _times(order: Order | None) -> dict[str, Any]:
    return {} if order is None else {f"{state}_at": getattr(order, f"{state}_at") for state in OrderState}


def _take_items(order: Order, rows: list[dict[str, Any]]) -> bool:
    products = {p.sku: p for p in Product.objects.filter(sku__in=[row["sku"] for row in rows])}
    known = {item.product_id: item for item in order.items.all()}
    changed = False
    for index, row in enumerate(rows):
        product = products.get(row["sku"])
        if product is None or product.seller_id != order.seller_id:
            raise RowRefused(f"items.{index}.sku", _("This seller has no product with this SKU."))
        values = {
            "title": row.get("title") or product.title,
            "quantity": row["quantity"],
            "price_cents": row.get("price_cents", product.price_cents),
        }
        item = known.pop(product.pk, None)
        if item is None:
            OrderItem.objects.create(order=order, product=product, **values)
        changed |= item is None or _change(item, values)
    if known:
        order.items.filter(pk__in=[item.pk for item in known.values()]).delete()
    total = sum(item.quantity * item.price_cents for item in order.items.all())
    if total > MAX_CENTS:
        raise RowRefused("items", _("The order's total is too large."))
    return _change(order, {"total_cents": total}) | changed | bool(known)


def _take_shipments(order: Order, rows: list[dict[str, Any]]) -> bool:
    known = {shipment.tracking_number: shipment for shipment in order.shipments.all()}
    changed = False
    for row in rows:
        shipment = known.pop(row["tracking_number"], None)
        if shipment is None:
            Shipment.objects.create(order=order, **row)
        changed |= shipment is None or _change(shipment, row)
    if known:
        order.shipments.filter(pk__in=[shipment.pk for shipment in known.values()]).delete()
    return changed or bool(known)


def _seller(name: str) -> Seller:
    seller = Seller.objects.filter(name=name).first()
    if seller is None:
        raise RowRefused("seller", _("No seller of this name is known."))
    return seller


def _change(
    row: User | Buyer | Product | Order | OrderItem | Shipment | Return, values: dict[str, Any]
) -> bool:
    """Write the values that differ; False when there was nothing to write."""
    different = [name for name, value in values.items() if getattr(row, name) != value]
    for name in different:
        setattr(row, name, values[name])
    if different:
        row.save(update_fields=different)
    return bool(different)


KINDS: dict[str, tuple[type[Row], Callable[[dict[str, Any]], Taken]]] = {
    "buyers": (BuyerRow, take_buyer),
    "sellers": (SellerRow, take_seller),
    "products": (ProductRow, take_product),
    "orders": (OrderRow, take_order),
    "returns": (ReturnRow, take_return),
}
