"""Customer service for a buyer: a case about an order, a product or anything; and “Keep waiting”."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access import buyer_of
from accounts.models import Buyer
from messaging.contact import CannotWrite
from messaging.delivering import keep_waiting as agree_to_wait
from messaging.forms import CaseForm
from messaging.models import Message, Side, Thread, ThreadKind, Via
from messaging.models.thread import parse_id
from messaging.serving import open_case
from messaging.views import sending
from messaging.views.claims import own_order, person
from messaging.views.compose import plain
from messaging.views.files import Uploads, read_uploads
from orders.models import Order, Product


@login_required
@require_http_methods(["GET", "POST"])
def service(request: HttpRequest) -> HttpResponse:
    """Write to customer service: `?about=` a thread, `?order=`, or neither."""
    buyer = buyer_of(request.user)
    if buyer is None:
        raise Http404
    order, product = _about(request)
    if request.method == "GET":
        return _page(request, buyer, CaseForm(), Uploads(), order=order, product=product)
    uploads = read_uploads(request)
    form = CaseForm(request.POST, has_files=bool(uploads.kept))
    if "drop" not in request.POST and form.is_valid() and not uploads.refused:
        try:
            message = _post(request, buyer, form, uploads, order=order, product=product)
        except CannotWrite as refusal:
            form.add_error(None, str(refusal))
        else:
            return _sent(request, message)
    elif (before := sending.made_before(request)) is not None:
        return _sent(request, before)
    return _page(request, buyer, form, uploads, order=order, product=product, status=422)


@login_required
@require_POST
def keep_waiting(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """The buyer goes on waiting; the offer comes back after KEEP_WAITING."""
    thread = get_object_or_404(Thread.objects.visible_to(request.user).with_parties(), pk=pk)
    if thread.side_of(request.user) != Side.BUYER:
        raise Http404
    if agree_to_wait(thread, by=person(request), now=timezone.now()):
        messages.success(request, _("We ask you again if there is still no reply by then."))
    return redirect("thread", pk)


def _about(request: HttpRequest) -> tuple[Order | None, Product | None]:
    given = request.POST if request.method == "POST" else request.GET
    if number := plain(given.get("order", "")):
        return own_order(request, number), None
    if key := parse_id(given.get("about", "")):
        thread = get_object_or_404(Thread.objects.visible_to(request.user).with_parties(), pk=key)
        if thread.side_of(request.user) != Side.BUYER:
            raise Http404
        return thread.order, thread.product
    return None, None


def _post(
    request: HttpRequest,
    buyer: Buyer,
    form: CaseForm,
    uploads: Uploads,
    *,
    order: Order | None,
    product: Product | None,
) -> Message:
    return sending.once(
        request,
        lambda: open_case(
            buyer=buyer,
            author=person(request),
            order=order,
            product=product,
            topic=form.cleaned_data["topic"],
            body=form.cleaned_data["body"],
            via=Via.WEB,
            attachments=uploads.kept,
            now=timezone.now(),
        ),
    )


def _sent(request: HttpRequest, message: Message) -> HttpResponse:
    messages.success(request, _("Your message is on its way."), extra_tags="accepted")
    return redirect(reverse("thread", args=[message.thread_id]) + f"#m{message.seq}")


def _page(
    request: HttpRequest,
    buyer: Buyer,
    form: CaseForm,
    uploads: Uploads,
    *,
    order: Order | None,
    product: Product | None,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "uploads": uploads,
        "order": order,
        "product": product,
        "items": list(order.items.select_related("product")) if order else [],
        "thread": _case_there_is(buyer, order, product),
        "about": request.POST.get("about", "") or request.GET.get("about", ""),
        "tab": "messages",
    }
    return render(request, "messaging/service.html", context, status=status)


def _case_there_is(buyer: Buyer, order: Order | None, product: Product | None) -> Thread | None:
    if order is None and product is None:
        return None
    cases = Thread.objects.filter(buyer=buyer, kind=ThreadKind.SERVICE, order=order, product=product)
    return cases.first()
