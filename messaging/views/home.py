"""The way in, by role; signed out: what this is, and sign in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from accounts.access import buyer_of, seller_of


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return render(request, "messaging/welcome.html")
    buyer, seller = buyer_of(request.user), seller_of(request.user)
    if seller and not buyer:
        return redirect("/seller/")
    return render(request, "messaging/home.html", {"tab": "home", "buyer": buyer, "seller": seller})
