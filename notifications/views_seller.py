"""The shop's notification preferences: Buyer Messages on or off, where alerts go, what each person is told."""

from __future__ import annotations

from itertools import product
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from accounts.doors import for_shop, require_owner
from accounts.forms import AddressForm
from accounts.models import NotificationAddress, SellerStaff
from accounts.views_seller import change_addresses
from notifications.models import Channel, Event
from notifications.preferences import (
    ALWAYS_ON,
    NoVerifiedAddress,
    preference_matrix,
    set_preference_matrix,
    set_return_messages,
    turn_off_messages,
    turn_on_messages,
)

HINTS: dict[Event, Any] = {
    Event.BUYER_MESSAGE: gettext_lazy("A copy for you, besides the shop’s notification address"),
    Event.RETURN_REFUND: gettext_lazy("A copy for you; needs Return/Refund Messages"),
    Event.DEADLINE_NEAR: gettext_lazy("4 hours before a reply is due"),
    Event.OVERDUE: gettext_lazy("No reply after 24 hours"),
    Event.VIOLATION: gettext_lazy("With the message, the reason and how to appeal"),
    Event.ACCOUNT_NOTICE: gettext_lazy("Changes to your account or the rules"),
}
CELL_LABELS: dict[Channel, Any] = {
    Channel.EMAIL: gettext_lazy("%(what)s by e-mail"),
    Channel.PUSH: gettext_lazy("%(what)s by push"),
}


@require_http_methods(["GET", "POST"])
@for_shop
def notification_preferences(request: HttpRequest, staff: SellerStaff) -> HttpResponse:
    action = request.POST.get("action", "")
    form = AddressForm(request.POST if action == "add" else None)
    errors: dict[str, str] = {}
    if request.method == "POST" and action == "save":
        errors = _save(request, staff)
        if not errors:
            return redirect("seller-notifications")
    elif request.method == "POST":
        require_owner(staff)
        if change_addresses(request, staff, NotificationAddress, form):
            return redirect("seller-notifications")
    context = {
        "addresses": NotificationAddress.objects.filter(seller=staff.seller).order_by("created_at"),
        "form": form,
        "errors": errors,
        "wants": _wants(request, staff, keep=bool(errors)),
        "matrix": _matrix(staff),
        "staff": staff,
        "queue": "notifications",
    }
    return render(request, "seller/notifications.html", context, status=422 if errors or form.errors else 200)


def _save(request: HttpRequest, staff: SellerStaff) -> dict[str, str]:
    """Store the page; the errors by field. With an error nothing of the shop's part is stored."""
    now = timezone.now()
    wanted = [cell for cell in product(Event, Channel) if request.POST.get(".".join(cell))]
    try:
        with transaction.atomic():
            set_preference_matrix(staff.user, wanted)
            delivered = _save_shop(request, staff, now=now) if staff.may_manage else 0
    except _Refused as refusal:
        return {refusal.field: str(refusal)}
    if delivered:
        text = ngettext(
            "Saved. %(n)d message that waited has been delivered.",
            "Saved. %(n)d messages that waited have been delivered, in order.",
            delivered,
        )
        messages.success(request, text % {"n": delivered})
    else:
        messages.success(request, _("Saved."))
    return {}


class _Refused(Exception):
    def __init__(self, field: str, because: str) -> None:
        super().__init__(because)
        self.field = field


def _save_shop(request: HttpRequest, staff: SellerStaff, *, now: Any) -> int:
    """Returns how many waiting messages were delivered."""
    delivered = 0
    try:
        if request.POST.get("buyer_messages"):
            delivered = turn_on_messages(staff.seller, by=staff.user, now=now)
        else:
            turn_off_messages(staff.seller, by=staff.user, now=now)
    except NoVerifiedAddress as refusal:
        raise _Refused("buyer_messages", str(refusal)) from refusal
    try:
        set_return_messages(
            staff.seller, value=bool(request.POST.get("return_messages")), by=staff.user, now=now
        )
    except NoVerifiedAddress as refusal:
        raise _Refused("return_messages", str(refusal)) from refusal
    return delivered


def _wants(request: HttpRequest, staff: SellerStaff, *, keep: bool) -> dict[str, bool]:
    """The two boxes as stored, or after an error as they were ticked."""
    if keep:
        return {name: bool(request.POST.get(name)) for name in ("buyer_messages", "return_messages")}
    return {
        "buyer_messages": staff.seller.buyer_messages_on,
        "return_messages": staff.seller.return_messages_on,
    }


def _matrix(staff: SellerStaff) -> list[dict[str, Any]]:
    stored = preference_matrix(staff.user)
    return [
        {
            "label": event.label,
            "hint": HINTS[event],
            "cells": [
                {
                    "name": f"{event}.{channel}",
                    "label": CELL_LABELS[channel] % {"what": event.label},
                    "is_on": stored[event][channel],
                    "always": (event, channel) in ALWAYS_ON,
                }
                for channel in Channel
            ],
        }
        for event in Event
    ]
