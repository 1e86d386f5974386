"""The shop's settings about people: sender addresses, staff, and the page behind a verifying link."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.doors import for_shop, require_owner
from accounts.forms import AddressForm
from accounts.models import Role, SellerStaff, SenderAddress
from accounts.proving import Address, CannotMailLink, add_address, mail_link
from accounts.tokens import read_link_token

# What the doors enforce (`accounts.doors`), in words: owner, agent, viewer.
PERMISSIONS: list[tuple[Any, bool, bool, bool]] = [
    (gettext_lazy("Read threads and orders"), True, True, True),
    (gettext_lazy("Answer, archive, mark no response needed"), True, True, False),
    (gettext_lazy("Write proactive and Important messages"), True, True, False),
    (gettext_lazy("Buyer Messages, notification and sender addresses"), True, False, False),
    (gettext_lazy("Staff"), True, False, False),
]


@require_http_methods(["GET", "POST"])
@for_shop
def senders(request: HttpRequest, staff: SellerStaff) -> HttpResponse:
    form = AddressForm(request.POST if request.POST.get("action") == "add" else None)
    if request.method == "POST":
        require_owner(staff)
        if change_addresses(request, staff, SenderAddress, form):
            return redirect("seller-senders")
    context = {
        "addresses": SenderAddress.objects.filter(seller=staff.seller).order_by("created_at"),
        "form": form,
        "staff": staff,
        "queue": "senders",
    }
    return render(request, "seller/senders.html", context, status=422 if form.errors else 200)


def change_addresses(request: HttpRequest, staff: SellerStaff, model: Any, form: AddressForm) -> bool:
    """Add, mail again or remove, and say so; False when the form holds the reason why not."""
    own = model.objects.filter(seller=staff.seller).select_related("seller")
    action = request.POST.get("action", "")
    if action == "remove":
        found = get_object_or_404(own, pk=_number(request, "address_id"))
        found.delete()
        messages.success(request, _("%(address)s was removed.") % {"address": found.address})
    elif action == "resend":
        found = get_object_or_404(own, pk=_number(request, "address_id"))
        try:
            messages.success(request, _mailed(found))
        except CannotMailLink as refusal:
            messages.warning(request, str(refusal))
    elif form.is_valid():
        fields = {"address": form.cleaned_data["address"], "added_by": staff.user}
        try:
            messages.success(request, _mailed(add_address(model, staff.seller, **fields)))
        except CannotMailLink as refusal:
            form.add_error("address", str(refusal))
    return not form.errors


def _mailed(address: Address) -> str:
    mail_link(address, now=timezone.now())
    return _("We mailed a link to %(address)s. Open it to verify the address.") % {"address": address.address}


def _number(request: HttpRequest, name: str) -> int:
    value = request.POST.get(name, "")
    if not (value.isascii() and value.isdigit() and len(value) < 19):
        raise Http404
    return int(value)


@never_cache
@require_http_methods(["GET", "POST"])
def verify_address(request: HttpRequest, token: str) -> HttpResponse:
    """Looking at the page verifies nothing: mail programs open links by themselves. The button does."""
    address = read_link_token(token)
    if address is None:
        return render(request, "seller/verify_address.html", {"broken": True}, status=404)
    if request.method == "POST":
        address.verify(now=timezone.now())
    context = {
        "address": address,
        "shop": address.seller.name,
        "is_sender": isinstance(address, SenderAddress),
        "done": address.is_verified,
    }
    return render(request, "seller/verify_address.html", context)


@require_http_methods(["GET", "POST"])
@for_shop
def staff_page(request: HttpRequest, staff: SellerStaff) -> HttpResponse:
    require_owner(staff)
    if request.method == "POST":
        _change_staff(request, staff)
        return redirect("seller-staff")
    team = SellerStaff.objects.filter(seller=staff.seller).select_related("user").order_by("created_at")
    second_factor = set(
        Authenticator.objects.filter(user__seller_staff__seller=staff.seller, type=Authenticator.Type.TOTP)
        .values_list("user_id", flat=True)
        .distinct()
    )
    context = {
        "team": team,
        "second_factor": second_factor,
        "roles": Role,
        "permissions": PERMISSIONS,
        "staff": staff,
        "queue": "staff",
    }
    return render(request, "seller/staff.html", context)


@transaction.atomic
def _change_staff(request: HttpRequest, by: SellerStaff) -> None:
    """Another role, or out of the shop; a shop keeps at least one owner."""
    team = SellerStaff.objects.select_for_update().filter(seller=by.seller)
    one = get_object_or_404(team.select_related("user"), pk=_number(request, "member"))
    role, action = request.POST.get("role", ""), request.POST.get("action", "")
    leaves_ownership = one.role == Role.OWNER and (action == "remove" or role != Role.OWNER)
    if leaves_ownership and team.filter(role=Role.OWNER).count() < 2:
        messages.warning(request, _("A shop needs an owner. Make somebody else an owner first."))
    elif action == "remove":
        one.delete()
        messages.success(
            request, _("%(name)s no longer works for the shop.") % {"name": one.user.get_full_name()}
        )
    elif role in Role.values:
        one.role = role
        one.save(update_fields=["role"])
        words = {"name": one.user.get_full_name(), "role": one.get_role_display()}
        messages.success(request, _("%(name)s is now: %(role)s.") % words)
