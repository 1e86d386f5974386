"""Your Orders and the small product page: where a buyer's questions begin."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_safe

from accounts.access import buyer_of
from orders.models import Order, OrderState, Product
from orders.models.order import OrderQuerySet

ORDERS_SHOWN = 10
SHOWN = {"": None, "open": OrderState.PLACED, "returns": None, "cancelled": OrderState.CANCELLED}


@login_required
@require_safe
def orders(request: HttpRequest) -> HttpResponse:
    buyer = buyer_of(request.user)
    if buyer is None:
        raise Http404
    show = request.GET.get("show", "") if request.GET.get("show", "") in SHOWN else ""
    words = request.GET.get("q", "").replace("\x00", "").strip()[:120]
    found = _narrow(Order.objects.of_buyer(buyer), show=show, words=words)
    older = _moment(request.GET.get("older", ""))
    if older:
        found = found.filter(placed_at__lt=older)
    rows = list(found.with_items().order_by("-placed_at", "-pk")[: ORDERS_SHOWN + 1])
    context: dict[str, Any] = {
        "orders": rows[:ORDERS_SHOWN],
        "older": rows[ORDERS_SHOWN - 1].placed_at.isoformat() if len(rows) > ORDERS_SHOWN else "",
        "show": show,
        "q": words,
        "tab": "orders",
    }
    return render(request, "orders/orders.html", context)


def _narrow(found: OrderQuerySet, *, show: str, words: str) -> OrderQuerySet:
    if state := SHOWN[show]:
        found = found.filter(state=state)
    if show == "returns":
        found = found.with_a_return()
    for word in words.split()[:8]:
        matching = (
            Q(number__icontains=word) | Q(seller__name__icontains=word) | Q(items__title__icontains=word)
        )
        found = found.filter(pk__in=Order.objects.filter(matching).values("pk"))
    return found


def _moment(text: str) -> datetime | None:
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    return moment if moment and moment.tzinfo and 1990 <= moment.year <= 2200 else None


@login_required
@require_safe
def order(request: HttpRequest, number: str) -> HttpResponse:
    buyer = buyer_of(request.user)
    if buyer is None or "\x00" in number:
        raise Http404
    found = get_object_or_404(Order.objects.of_buyer(buyer).with_items(), number=number)
    return render(request, "orders/order.html", {"order": found, "only_order": [found], "tab": "orders"})


@require_safe
def product(request: HttpRequest, sku: str) -> HttpResponse:
    found = get_object_or_404(Product.objects.select_related("seller"), sku=sku)
    return render(request, "orders/product.html", {"product": found})
