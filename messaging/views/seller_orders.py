"""The shop's orders: who may still be written to, and the first message about one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from accounts.doors import for_shop, require_writer
from accounts.models import SellerStaff
from messaging.contact import CannotWrite, ContactOption, contact_options, quota_left
from messaging.forms import ProactiveForm
from messaging.models import Message, ProactiveReason, Side, Thread, ThreadKind, Topic, Via
from messaging.posting import start_thread
from messaging.views import sending
from messaging.views.files import Uploads, read_uploads
from messaging.views.paging import decode_numbered, encode_key
from orders.models import Order, OrderState

PAGE_SIZE = 25
LONGEST_WORDS = 80
STATES: dict[str, tuple[Any, Q]] = {
    "": (gettext_lazy("All"), Q()),
    "open": (gettext_lazy("Open"), Q(state__in=[OrderState.PLACED, OrderState.SHIPPED])),
    "delivered": (gettext_lazy("Delivered"), Q(state__in=[OrderState.DELIVERED, OrderState.COMPLETED])),
    "cancelled": (gettext_lazy("Cancelled"), Q(state=OrderState.CANCELLED)),
}


@dataclass
class Row:
    """One order: what it holds, the thread about it, and whether the shop may write first."""

    order: Order
    items: list[Any]
    thread: Thread | None
    fulfil: ContactOption
    proactive: ContactOption
    days_left: int | None

    @property
    def may_write_first(self) -> bool:
        return self.fulfil.allowed or self.proactive.allowed


@require_safe
@for_shop
def seller_orders(request: HttpRequest, staff: SellerStaff) -> HttpResponse:
    now = timezone.now()
    state, words = request.GET.get("state", ""), _words(request)
    found = (
        _matching(staff, state, words)
        .select_related("buyer__user")
        .prefetch_related("items__product", "threads")
    )
    if key := decode_numbered(request.GET.get("after", "")):
        found = found.filter(Q(placed_at__lt=key[0]) | Q(placed_at=key[0], pk__lt=key[1]))
    rows = list(found.order_by("-placed_at", "-pk")[: PAGE_SIZE + 1])
    more, rows = len(rows) > PAGE_SIZE, rows[:PAGE_SIZE]
    left = quota_left(staff.seller, now=now)
    context = {
        "rows": [_row(order, staff, quota_left=left, now=now) for order in rows],
        "after": encode_key(rows[-1].placed_at, rows[-1].pk) if more else "",
        "states": [(value, label) for value, (label, _condition) in STATES.items()],
        "state": state,
        "q": words,
        "staff": staff,
        "tab": "orders",
        "queue": "orders",
    }
    return render(request, "seller/orders.html", context)


def _words(request: HttpRequest) -> str:
    return request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_WORDS]


def _matching(staff: SellerStaff, state: str, words: str) -> QuerySet[Order]:
    found: QuerySet[Order] = Order.objects.of_seller(staff.seller).filter(STATES.get(state, STATES[""])[1])
    for word in words.split()[:6]:
        found = found.filter(
            Q(number__icontains=word)
            | Q(items__product__sku__iexact=word)
            | Q(items__title__icontains=word)
            | Q(buyer__user__first_name__istartswith=word)
        ).distinct()
    return found


def _row(order: Order, staff: SellerStaff, *, quota_left: bool, now: datetime) -> Row:
    options = contact_options(
        side=Side.SELLER, buyer=order.buyer, seller=staff.seller, order=order, quota_left=quota_left, now=now
    )
    by_reason = {option.reason: option for option in options}
    proactive = by_reason[ProactiveReason.ORDER_UPDATE]
    until = order.proactive_until
    return Row(
        order=order,
        items=list(order.items.all()),
        thread=next((thread for thread in order.threads.all() if thread.kind == ThreadKind.ORDER), None),
        fulfil=by_reason[ProactiveReason.ADDRESS_PROBLEM],
        proactive=proactive,
        days_left=(until - now).days if until and proactive.allowed else None,
    )


@require_http_methods(["GET", "POST"])
@for_shop
def write_first(request: HttpRequest, staff: SellerStaff, number: str) -> HttpResponse:
    """The first message about an order; where a thread exists, it is opened instead."""
    require_writer(staff)
    order = get_object_or_404(
        Order.objects.of_seller(staff.seller).with_items().select_related("buyer__user"), number=number
    )
    thread = Thread.objects.filter(order=order, kind=ThreadKind.ORDER, last_seq__gt=0).first()
    if thread and request.method == "GET":
        return redirect(reverse("thread", args=[thread.pk]) + "#compose")
    now = timezone.now()
    options = contact_options(side=Side.SELLER, buyer=order.buyer, seller=staff.seller, order=order, now=now)
    uploads = read_uploads(request) if request.method == "POST" else Uploads()
    form = ProactiveForm(
        request.POST or None, options=options, has_files=bool(uploads.kept), auto_id="proactive-%s"
    )
    message = None
    if request.method == "POST" and "drop" not in request.POST and form.is_valid() and not uploads.refused:
        try:
            message = _send(request, staff, order, form, uploads, now=now)
        except CannotWrite as refusal:
            form.add_error(None, str(refusal))
    elif request.method == "POST":
        message = sending.made_before(request)
    if message is not None:
        messages.success(request, _("Your message is on its way."), extra_tags="accepted")
        return redirect(reverse("thread", args=[message.thread_id]) + f"#m{message.seq}")
    context = {
        "order": order,
        "proactive": form,
        "proactive_uploads": uploads,
        "staff": staff,
        "options": options,
    }
    context |= {
        "name": order.buyer.masked_name,
        "tab": "orders",
        "queue": "orders",
        "items": order.items.all(),
    }
    return render(request, "seller/write.html", context, status=422 if request.method == "POST" else 200)


def _send(
    request: HttpRequest,
    staff: SellerStaff,
    order: Order,
    form: ProactiveForm,
    uploads: Uploads,
    *,
    now: datetime,
) -> Message:
    return sending.once(
        request,
        lambda: start_thread(
            author=staff.user,
            side=Side.SELLER,
            buyer=order.buyer,
            seller=staff.seller,
            order=order,
            topic=Topic.FROM_SELLER,
            body=form.cleaned_data["body"],
            via=Via.WEB,
            attachments=uploads.kept,
            now=now,
            **form.chosen(),  # type: ignore[arg-type]
        ),
    )
