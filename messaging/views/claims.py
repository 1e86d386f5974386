"""The buyer's claim page of an order: file it, see where it stands, appeal, withdraw."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access import buyer_of
from accounts.models import User
from messaging import claiming
from messaging.claims.eligibility import window_of
from messaging.claims.models import Claim, ClaimState, Problem, Remedy
from messaging.forms import ClaimForm, StatementForm
from messaging.models import Attachment, Side
from messaging.views.cards import cards_of
from messaging.views.case_panel import newest_claim
from orders.models import Order


def own_order(request: HttpRequest, number: str) -> Order:
    """The asker's own order; for everybody else there is none."""
    buyer = buyer_of(request.user)
    if buyer is None or "\x00" in number:
        raise Http404
    return get_object_or_404(Order.objects.of_buyer(buyer).with_items(), number=number)


def person(request: HttpRequest) -> User:
    assert isinstance(request.user, User), "login_required lets nobody else in"
    return request.user


@login_required
@require_http_methods(["GET", "POST"])
def claim(request: HttpRequest, number: str) -> HttpResponse:
    order = own_order(request, number)
    if request.method == "POST":
        return _file(request, order)
    found = _claim_of(order)
    if found is not None and found.state != ClaimState.WITHDRAWN:
        return _status(request, found, StatementForm())
    return _form(request, order, ClaimForm())


@login_required
@require_POST
def appeal_claim(request: HttpRequest, number: str) -> HttpResponse:
    found = _own_claim(request, number)
    form = StatementForm(request.POST)
    if not form.is_valid():
        return _status(request, found, form, status=422)
    try:
        moved = claiming.appeal(
            found,
            by=person(request),
            side=Side.BUYER,
            statement=form.cleaned_data["statement"],
            now=timezone.now(),
        )
    except claiming.StatementRefused as refusal:
        form.add_error("statement", str(refusal))
        return _status(request, found, form, status=422)
    return _done(request, number, moved=moved, words=_("Your appeal is filed."))


@login_required
@require_POST
def withdraw_claim(request: HttpRequest, number: str) -> HttpResponse:
    found = _own_claim(request, number)
    moved = claiming.withdraw(found, by=person(request), now=timezone.now())
    return _done(request, number, moved=moved, words=_("Your claim is withdrawn."))


def _file(request: HttpRequest, order: Order) -> HttpResponse:
    form = ClaimForm(request.POST)
    if not form.is_valid():
        return _form(request, order, form, status=422)
    try:
        claiming.open_claim(
            order,
            by=person(request),
            problem=Problem(form.cleaned_data["problem"]),
            remedy=Remedy(form.cleaned_data["remedy"]),
            statement=form.cleaned_data["statement"],
            now=timezone.now(),
        )
    except claiming.StatementRefused as refusal:
        form.add_error("statement", str(refusal))
        return _form(request, order, form, status=422)
    except claiming.CannotClaim as refusal:
        if refusal.rule == "claimed_before":
            messages.info(request, refusal.because)
            return redirect("claim", order.number)
        form.add_error(None, str(refusal))
        return _form(request, order, form, status=422)
    return _done(request, order.number, moved=True, words=_("Your claim is filed."))


def _done(request: HttpRequest, number: str, *, moved: bool, words: str) -> HttpResponseRedirect:
    if moved:
        messages.success(request, words)
    else:
        messages.warning(request, _("That is not possible any more; here is where the claim stands."))
    return redirect("claim", number)


def _claim_of(order: Order) -> Claim | None:
    thread = claiming.thread_of(order)
    found = newest_claim(thread) if thread else None
    if found is not None:
        found.order = order
    return found


def _own_claim(request: HttpRequest, number: str) -> Claim:
    found = _claim_of(own_order(request, number))
    if found is None:
        raise Http404
    return found


def _form(request: HttpRequest, order: Order, form: ClaimForm, *, status: int = 200) -> HttpResponse:
    now = timezone.now()
    thread = claiming.thread_of(order)
    window = window_of(order, thread, now=now)
    context: dict[str, Any] = {
        **_common(order),
        "form": form,
        "thread": thread,
        "refusal": claiming.why_not(window, now=now),
        "window": window,
        "remedies": form.fields["remedy"].choices,  # type: ignore[attr-defined]
    }
    if thread is not None:
        own = thread.messages.seen_by(Side.BUYER)
        context |= {
            "message_count": own.count(),
            "file_count": Attachment.objects.filter(message__in=own.order_by()).count(),
            "first_written": own.order_by("seq").values_list("submitted_at", flat=True).first(),
        }
    return render(request, "messaging/claim.html", context, status=status)


def _status(request: HttpRequest, found: Claim, form: StatementForm, *, status: int = 200) -> HttpResponse:
    now = timezone.now()
    cards = [card for card in cards_of(found.thread, Side.BUYER) if card.key.startswith("step-")]
    context = {
        **_common(found.order),
        "claim": found,
        "thread": found.thread,
        "cards": cards,
        "form": form,
        "may_appeal": found.may_be_appealed(now=now),
        "may_withdraw": found.state in {ClaimState.OPENED, ClaimState.ANSWERED},
        "is_decided": found.state in {ClaimState.DECIDED, ClaimState.FINAL},
    }
    return render(request, "messaging/claim_status.html", context, status=status)


def _common(order: Order) -> dict[str, Any]:
    return {
        "order": order,
        "items": list(order.items.all()),
        "seller_name": order.seller.name,
        "tab": "orders",
        "answer_hours": round(settings.CLAIM_ANSWER_DUE.total_seconds() / 3600),
        "after_hours": round(settings.CLAIM_AFTER.total_seconds() / 3600),
        "appeal_days": settings.CLAIM_APPEAL.days,
        "window_days": settings.CLAIM_WINDOW.days,
        "statement_chars": settings.MAX_MESSAGE_CHARS,
    }
