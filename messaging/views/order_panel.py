"""What stands beside a thread: the goods and how they travel, in one query."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from messaging.models import Thread
from messaging.views.kept_queries import KeptQuery, Key
from orders.models import Order, OrderItem, Product

_ITEM = ("pk", "title", "quantity", "price_cents", "product__sku", "product__picture")
_SHIPMENT = ("order__shipments__carrier", "order__shipments__tracking_number")
_ITEM_NAMES = ("pk", "title", "quantity", "price_cents", "sku", "picture")
_ITEMS = KeptQuery(
    lambda order: OrderItem.objects.filter(order=order).order_by("pk").values_list(*_ITEM),
    _ITEM_NAMES,
    Key(Order._meta.pk, stand_in=-1),
)
# Items times shipments, a handful of rows: cheaper than a second query.
_ITEMS_AND_SHIPMENTS = KeptQuery(
    lambda order: OrderItem.objects.filter(order=order).order_by("pk").values_list(*_ITEM, *_SHIPMENT),
    (*_ITEM_NAMES, "carrier", "tracking"),
    Key(Order._meta.pk, stand_in=-1),
)


@dataclass
class OrderPanel:
    """The order with its items and shipments, or the product somebody asks about."""

    order: Order | None
    product: Product | None
    items: list[dict[str, Any]] = field(default_factory=list)
    shipments: list[dict[str, Any]] = field(default_factory=list)


def items_of(thread: Thread) -> list[dict[str, Any]]:
    """What was ordered; empty for a thread that is not about an order."""
    return [_item(row) for row in _ITEMS.rows(thread.order_id)] if thread.order_id else []


def order_panel(thread: Thread) -> OrderPanel:
    panel = OrderPanel(thread.order, thread.product)
    if thread.order is None:
        return panel
    items: dict[int, dict[str, Any]] = {}
    shipments: dict[str, dict[str, Any]] = {}
    for row in _ITEMS_AND_SHIPMENTS.rows(thread.order.pk):
        items.setdefault(row.pk, _item(row))
        if row.tracking:
            shipments.setdefault(row.tracking, {"carrier": row.carrier, "tracking_number": row.tracking})
    panel.items, panel.shipments = list(items.values()), list(shipments.values())
    return panel


def _item(row: Any) -> dict[str, Any]:
    """As the templates read an OrderItem."""
    product = {"sku": row.sku, "picture": row.picture}
    return {
        "title": row.title,
        "quantity": row.quantity,
        "price_cents": row.price_cents,
        "product": product,
    }
