"""Communication Preferences: who may write first, and what is also mailed."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.access import buyer_of
from accounts.forms import PreferencesForm
from accounts.relay import RelayAddress, RelayKind


@login_required
@require_http_methods(["GET", "POST"])
def preferences(request: HttpRequest) -> HttpResponse:
    buyer = buyer_of(request.user)
    if buyer is None:
        raise Http404
    form = PreferencesForm(request.POST if request.method == "POST" else None, instance=buyer)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Your preferences are saved."))
        return redirect("preferences")
    context = {
        "form": form,
        "buyer": buyer,
        "alias": str(RelayAddress(RelayKind.ALIAS, buyer.alias)),
        "tab": "account",
    }
    return render(request, "accounts/preferences.html", context, status=422 if form.is_bound else 200)
