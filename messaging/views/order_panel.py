"""What stands beside a thread: the goods and how they travel, in one query."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import F

from messaging.models import Thread
from orders.models import Order, OrderItem, Product


@dataclass
class OrderPanel:
    """The order with its items and shipments, or the product somebody asks about."""

    order: Order | None
    product: Product | None
    items: list[OrderItem] = field(default_factory=list)
    shipments: list[dict[str, Any]] = field(default_factory=list)


def order_panel(thread: Thread) -> OrderPanel:
    panel = OrderPanel(thread.order, thread.product)
    if thread.order is None:
        return panel
    # Items times shipments, a handful of rows: cheaper than a second query.
    rows = (
        OrderItem.objects.filter(order=thread.order)
        .select_related("product")
        .only("order_id", "title", "quantity", "price_cents", "product__sku", "product__picture")
        .annotate(carrier=F("order__shipments__carrier"), tracking=F("order__shipments__tracking_number"))
        .order_by("pk")
    )
    items: dict[int, OrderItem] = {}
    shipments: dict[str, dict[str, Any]] = {}
    for row in rows:
        items.setdefault(row.pk, row)
        if row.tracking:
            shipments.setdefault(row.tracking, {"carrier": row.carrier, "tracking_number": row.tracking})
    panel.items, panel.shipments = list(items.values()), list(shipments.values())
    return panel
