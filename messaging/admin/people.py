"""Buyers and sellers: what the operator may change takes a reason, and is recorded in their chain."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Buyer, Seller
from accounts.read_only import KeptAdmin
from messaging.admin.reasons import ReasonField
from messaging.ledger.recording import record
from messaging.models import Side


class BuyerForm(forms.ModelForm):
    restricted = forms.BooleanField(label=_("May not write to sellers"), required=False)
    new_alias = forms.BooleanField(
        label=_("Give a new alias"), required=False, help_text=_("The old one works for replies for 30 days.")
    )
    reason = ReasonField()

    class Meta:
        model = Buyer
        fields = ["opted_out"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["restricted"].initial = self.instance.restricted_at is not None


class SellerForm(forms.ModelForm):
    reason = ReasonField()

    class Meta:
        model = Seller
        fields = ["standing", "standing_until", "reduced_visibility"]


class RecordedAdmin(KeptAdmin):
    """Every change lands in the chain of the person it is about, with its reason, in the same transaction."""

    chain = ""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        now = timezone.now()
        changed = {name: _value(form.cleaned_data[name]) for name in form.changed_data if name != "reason"}
        self.apply(obj, form.cleaned_data, now=now)
        super().save_model(request, obj, form, change)
        record(
            f"{self.chain}.changed",
            chain=f"{self.chain}:{obj.pk}",
            actor=request.user,  # type: ignore[arg-type]
            side=Side.PLATFORM,
            facts={"changed": changed, "reason": form.cleaned_data["reason"]},
            now=now,
        )

    def apply(self, obj: Any, wanted: dict[str, Any], *, now: datetime) -> None:
        """What the form's own fields mean for the row."""


@admin.register(Buyer)
class BuyerAdmin(RecordedAdmin):
    form = BuyerForm
    chain = "buyer"
    list_display = ["masked_name", "company_name", "opted_out", "restricted_at", "created_at"]
    list_filter = ["opted_out"]
    # The whole of it: who knows a part learns nothing of the rest.
    search_fields = ["aliases__local__exact", "user__email__iexact"]
    list_select_related = ["user"]
    readonly_fields = ["masked_name", "company_name", "restricted_at", "created_at"]
    fields = [*readonly_fields, "opted_out", "restricted", "new_alias", "reason"]

    def apply(self, obj: Buyer, wanted: dict[str, Any], *, now: datetime) -> None:
        if wanted["restricted"] != (obj.restricted_at is not None):
            obj.restricted_at = now if wanted["restricted"] else None
        if wanted["new_alias"]:
            obj.rotate_alias(now=now)


@admin.register(Seller)
class SellerAdmin(RecordedAdmin):
    form = SellerForm
    chain = "seller"
    list_display = ["name", "standing", "standing_until", "reduced_visibility", "buyer_messages_on"]
    list_filter = ["standing", "buyer_messages_on"]
    search_fields = ["name"]
    readonly_fields = ["name", "buyer_messages_on", "return_messages_on", "created_at"]
    fields = [*readonly_fields, "standing", "standing_until", "reduced_visibility", "reason"]


def _value(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
