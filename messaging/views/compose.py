"""Contact Seller, Ask a question, and what the policy would say while somebody types."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access import buyer_of
from accounts.models import Buyer, Standing
from messaging.contact import CannotWrite, contact_options
from messaging.forms import ContactForm
from messaging.models import Message, Side, Thread, ThreadKind, Via
from messaging.models.thread import parse_id
from messaging.policy import Outcome, ScanVerdict
from messaging.policy.verdict import Action
from messaging.posting import start_thread
from messaging.screening import check_text
from messaging.views import sending
from messaging.views.files import Uploads, read_uploads
from orders.models import Order, Product

ORDERS_OFFERED = 50


def plain(words: str) -> str:
    """A name from a query string as a database takes it: no NUL, no spaces around."""
    return words.replace("\x00", "").strip()


@login_required
@require_http_methods(["GET", "POST"])
def contact(request: HttpRequest) -> HttpResponse:
    buyer = buyer_of(request.user)
    if buyer is None:
        raise Http404
    given = request.POST if request.method == "POST" else request.GET
    number, sku = plain(given.get("order", "")), plain(given.get("product", ""))
    if number:
        order = get_object_or_404(Order.objects.of_buyer(buyer).select_related("seller"), number=number)
        return _contact(request, buyer, order=order)
    if sku:
        return _contact(
            request, buyer, product=get_object_or_404(Product.objects.select_related("seller"), sku=sku)
        )
    offered = Order.objects.of_buyer(buyer).with_items().order_by("-placed_at")[:ORDERS_OFFERED]
    return render(request, "messaging/contact_choose.html", {"orders": offered, "tab": "orders"})


def _contact(
    request: HttpRequest, buyer: Buyer, *, order: Order | None = None, product: Product | None = None
) -> HttpResponse:
    uploads = read_uploads(request) if request.method == "POST" else Uploads()
    given = request.POST if request.method == "POST" else None
    form = ContactForm(given, about_order=order is not None, has_files=bool(uploads.kept))
    if request.method == "POST" and "drop" not in request.POST and form.is_valid() and not uploads.refused:
        try:
            return _sent(request, _post(request, buyer, form, uploads, order=order, product=product))
        except CannotWrite as refusal:
            form.add_error(None, str(refusal))
    elif request.method == "POST" and (before := sending.made_before(request)) is not None:
        return _sent(request, before)
    status = 422 if request.method == "POST" else 200
    about = order or product
    assert about is not None
    now = timezone.now()
    option = contact_options(
        side=Side.BUYER, buyer=buyer, seller=about.seller, order=order, product=product, now=now
    )[0]
    context: dict[str, Any] = {
        "form": form,
        "uploads": uploads,
        "order": order,
        "product": product,
        "seller": about.seller,
        "items": list(order.items.select_related("product")) if order else [],
        "thread": _thread_there_is(buyer, order=order, product=product),
        "option": option,
        "paused": about.seller.standing_at(now) == Standing.SUSPENDED,
        "tab": "orders",
    }
    return render(request, "messaging/contact.html", context, status=status)


def _thread_there_is(buyer: Buyer, *, order: Order | None, product: Product | None) -> Thread | None:
    if order is not None:
        return Thread.objects.filter(order=order, kind=ThreadKind.ORDER, last_seq__gt=0).first()
    return Thread.objects.filter(
        buyer=buyer, product=product, kind=ThreadKind.PRODUCT, last_seq__gt=0
    ).first()


def _post(
    request: HttpRequest,
    buyer: Buyer,
    form: ContactForm,
    uploads: Uploads,
    *,
    order: Order | None,
    product: Product | None,
) -> Message:
    about = order or product
    assert about is not None
    assert request.user.is_authenticated
    author = request.user
    return sending.once(
        request,
        lambda: start_thread(
            author=author,
            side=Side.BUYER,
            buyer=buyer,
            seller=about.seller,
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


@login_required
@require_POST
def check(request: HttpRequest) -> HttpResponse:
    """What would be removed or blocked in a text not sent yet. Nothing of it is kept."""
    body = request.POST.get("body", "").replace("\r\n", "\n")[: 2 * settings.MAX_MESSAGE_CHARS]
    side, thread = _side_and_thread(request)
    if not body.strip():
        return HttpResponse("")
    is_proactive = bool(request.POST.get("reason"))
    verdict = check_text(body, thread=thread, side=side, is_proactive=is_proactive, now=timezone.now())
    context = {
        "side": side,
        "verdict": verdict,
        "told": [one for one in found_words(verdict) if side == Side.SELLER or one["action"] != Action.FLAG],
        "cuts": len(verdict.data),
        "will_block": verdict.outcome in {Outcome.BLOCK, Outcome.QUARANTINE},
        "field": request.POST.get("field", "body"),
    }
    return render(request, "parts/_findings.html", context)


def found_words(verdict: ScanVerdict) -> list[dict[str, Any]]:
    """Findings with the words they are about, as the page numbers them."""
    return [
        {
            "number": number,
            "words": verdict.text[finding.start : finding.end],
            "start": finding.start,
            "end": finding.end,
            "action": str(finding.action),
            "because": finding.because,
            "fix": finding.fix,
        }
        for number, finding in enumerate(verdict.findings, start=1)
    ]


def _side_and_thread(request: HttpRequest) -> tuple[Side, Thread | None]:
    """Who is writing and about what; an order or product not the asker's own is simply not taken into account."""
    key = parse_id(request.POST.get("thread", ""))
    if key:
        thread = get_object_or_404(Thread.objects.visible_to(request.user).with_parties(), pk=key)
        return thread.side_of(request.user) or Side.BUYER, thread
    buyer = buyer_of(request.user)
    orders = Order.objects.select_related("buyer__user", "seller")
    order = orders.filter(number=plain(request.POST.get("order", ""))).first()
    if order is None:
        return (Side.BUYER if buyer else Side.SELLER), None
    thread = Thread(order=order, buyer=order.buyer, seller=order.seller)
    if buyer and order.buyer_id == buyer.pk:
        return Side.BUYER, thread
    staff = getattr(request.user, "seller_staff", None)
    if staff and order.seller_id == staff.seller_id:
        return Side.SELLER, thread
    return (Side.BUYER if buyer else Side.SELLER), None
