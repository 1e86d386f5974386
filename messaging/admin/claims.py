"""Guarantee claims: the evidence with its record verified, and the decision with its reason, told to both."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from accounts.read_only import ReadOnlyAdmin
from messaging import claiming
from messaging.admin.looking import frame, messages_of, note_look, require, staff
from messaging.admin.reasons import LookForm, LookReason, ReasonField
from messaging.claims.models import Claim, ClaimStep, Outcome
from messaging.ledger.verifying import verify

DECISION_CHARS = 1000


class DecideForm(forms.Form):
    outcome = forms.ChoiceField(label=gettext_lazy("Decision"), choices=[("", "—"), *Outcome.choices])
    reason = ReasonField(
        label=gettext_lazy("Reason"),
        max_length=DECISION_CHARS,
        widget=forms.Textarea(attrs={"rows": 5, "cols": 80}),
        help_text=gettext_lazy("Buyer and seller read it. No addresses, no phone numbers."),
    )


@never_cache
def decide(request: HttpRequest, claim_id: object) -> HttpResponse:
    """GET asks why; POST with a look shows the evidence and the form; POST with a decision takes it."""
    require(request, "messaging.view_message", "claims.view_claim", "claims.change_claim")
    claim = get_object_or_404(Claim.objects.with_parties(), pk=claim_id)
    look = LookForm(request.POST if "look" in request.POST else None, initial={"reason": LookReason.CLAIM})
    decision = DecideForm(request.POST if "decide" in request.POST else None)
    context: dict[str, Any] = {
        **frame(request, _("Decide a claim")),
        "claim": claim,
        "thread": claim.thread,
        "form": look,
        "decision": decision,
        "may_decide": claim.may_be_decided(now=timezone.now()),
    }
    if "decide" in request.POST and decision.is_valid():
        _take(request, claim, decision)
        return redirect("admin:messaging_service")
    if "decide" in request.POST:
        # The text stays for the second try; that is a look of its own.
        note_look(claim.thread, by=staff(request), reason=LookReason.CLAIM)
        context |= _evidence(claim)
    elif "look" in request.POST and look.is_valid():
        note_look(claim.thread, by=staff(request), **look.cleaned_data)
        context |= _evidence(claim)
    return render(request, "admin/messaging/decide_claim.html", context)


def _evidence(claim: Claim) -> dict[str, Any]:
    return {
        "shown": messages_of(claim.thread),
        "steps": list(claim.steps.all()),
        "returns": list(claim.order.returns.order_by("requested_at")),
        "broken": verify(f"thread:{claim.thread_id}"),
    }


def _take(request: HttpRequest, claim: Claim, decision: DecideForm) -> None:
    outcome, reason = Outcome(decision.cleaned_data["outcome"]), decision.cleaned_data["reason"]
    if claiming.decide(claim, by=staff(request), outcome=outcome, reason=reason, now=timezone.now()):
        messages.success(request, _("Decided: buyer and seller are told, with your reason."))
    else:
        messages.warning(
            request, _("It is not to be decided now, or somebody was first; nothing was changed.")
        )


@admin.register(Claim)
class ClaimAdmin(ReadOnlyAdmin):
    list_display = ["id", "order", "problem", "remedy", "state", "outcome", "opened_at", "answer_due_at"]
    list_filter = ["state", "outcome", "problem"]
    search_fields = ["id", "order__number"]
    list_select_related = ["order"]
    ordering = ["-id"]
    readonly_fields = ["look"]

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(decide)
        return [path("<uuid:claim_id>/decide/", view, name="claims_claim_decide"), *super().get_urls()]

    @admin.display(description=gettext_lazy("Evidence and decision"))
    def look(self, claim: Claim) -> SafeString:
        address = reverse("admin:claims_claim_decide", args=[claim.pk])
        return format_html('<a class="button" href="{}">{}</a>', address, _("Look at this claim"))


@admin.register(ClaimStep)
class ClaimStepAdmin(ReadOnlyAdmin):
    """What was said is sealed, and read only where the claim is decided."""

    list_display = ["id", "claim", "kind", "side", "outcome", "at"]
    list_filter = ["kind", "side", "outcome"]
    ordering = ["-id"]
