"""Return and refund status of an order, as the marketplace reports it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from messaging.claiming import thread_of
from messaging.views.claims import own_order
from orders.models import Return, ReturnState

WAY = (ReturnState.REQUESTED, ReturnState.APPROVED, ReturnState.RECEIVED, ReturnState.REFUNDED)


@dataclass(frozen=True)
class Step:
    """`at` is None for what has not happened yet."""

    label: str
    at: datetime | None
    is_now: bool


@login_required
@require_safe
def returns(request: HttpRequest, number: str) -> HttpResponse:
    order = own_order(request, number)
    found = list(order.returns.order_by("-requested_at"))
    context = {
        "order": order,
        "items": list(order.items.all()),
        "seller_name": order.seller.name,
        "returns": [(one, _way(one)) for one in found],
        "thread": thread_of(order),
        "tab": "orders",
    }
    return render(request, "messaging/returns.html", context)


def _way(reported: Return) -> list[Step]:
    """The steps there are; a declined return ends with that, and one refunded at once skips the parcel."""
    times = reported.times()
    states = [state for state in WAY if state in times or reported.is_open]
    if reported.state == ReturnState.DECLINED:
        states = [*states, ReturnState.DECLINED]
    return [Step(str(state.label), times.get(state), state == reported.state) for state in states]
