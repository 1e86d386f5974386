"""A claim as the shop meets it: its answer and its appeal, posted from the thread."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.doors import for_shop, require_writer
from accounts.models import SellerStaff
from messaging import claiming
from messaging.claims.models import Claim
from messaging.forms import StatementForm
from messaging.models import Side

ACTIONS = ("answer", "appeal")


@require_POST
@for_shop
def seller_claim(request: HttpRequest, staff: SellerStaff, pk: uuid.UUID, action: str) -> HttpResponse:
    """Another shop's claim does not exist here (404); a viewer reads only (403)."""
    own = Claim.objects.with_parties().filter(thread__seller=staff.seller)
    claim = get_object_or_404(own, pk=pk)
    if action not in ACTIONS:
        raise Http404
    require_writer(staff)
    form = StatementForm(request.POST)
    if form.is_valid():
        try:
            moved = _move(claim, staff, action, form.cleaned_data["statement"])
        except claiming.StatementRefused as refusal:
            form.add_error("statement", str(refusal))
        else:
            if moved:
                messages.success(request, _("The buyer and the marketplace can read it now."))
            else:
                messages.warning(request, _("That is not possible any more; here is where the claim stands."))
            return redirect(reverse("thread", args=[claim.thread_id]) + "#case")
    context = {
        "claim": claim,
        "form": form,
        "action": action,
        "statement_chars": settings.MAX_MESSAGE_CHARS,
        "tab": "messages",
    }
    return render(request, "seller/claim.html", context, status=422)


def _move(claim: Claim, staff: SellerStaff, action: str, statement: str) -> bool:
    now = timezone.now()
    if action == "answer":
        return claiming.answer(claim, by=staff.user, statement=statement, now=now)
    return claiming.appeal(claim, by=staff.user, side=Side.SELLER, statement=statement, now=now)
