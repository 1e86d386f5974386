"""The shape of each row the marketplace reports, checked before anything is looked up."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, ClassVar

from django.utils.translation import gettext as _
from rest_framework import serializers

from orders.models import Issuer, OrderState, ReturnReason

MAX_CENTS = 2_000_000_000
TIMES_IN_ORDER = ("placed_at", "shipped_at", "delivered_at", "completed_at")


class Row(serializers.Serializer[Any]):
    """A name that is not known is a mistake worth telling, not something to drop in silence."""

    key: ClassVar[str]

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, dict):
            unknown = sorted(str(name) for name in set(data) - set(self.fields))
            if unknown:
                raise serializers.ValidationError(
                    {name: [_("This name is not known here.")] for name in unknown}
                )
        return super().to_internal_value(data)


class BuyerRow(Row):
    key = "email"

    email = serializers.EmailField(max_length=254)
    first_name = serializers.CharField(max_length=80)
    last_name = serializers.CharField(max_length=80, required=False, allow_blank=True)
    company_name = serializers.CharField(max_length=120, required=False, allow_blank=True)
    language = serializers.CharField(max_length=8, required=False, allow_blank=True)


class SellerRow(Row):
    key = "name"

    name = serializers.CharField(max_length=80)


class ProductRow(Row):
    key = "sku"

    sku = serializers.SlugField(max_length=40)
    seller = serializers.CharField(max_length=80)
    title = serializers.CharField(max_length=160)
    description = serializers.CharField(required=False, allow_blank=True, max_length=10_000)
    price_cents = serializers.IntegerField(min_value=0, max_value=MAX_CENTS)
    currency = serializers.RegexField(r"\A[A-Z]{3}\Z", required=False)
    # A path below static/, so it must not climb out of it.
    picture = serializers.RegexField(
        r"\A(?!.*\.\.)[\w./-]*\Z", required=False, allow_blank=True, max_length=80
    )


class ItemRow(Row):
    sku = serializers.SlugField(max_length=40)
    title = serializers.CharField(max_length=160, required=False)
    quantity = serializers.IntegerField(min_value=1, max_value=10_000, default=1)
    price_cents = serializers.IntegerField(min_value=0, max_value=MAX_CENTS, required=False)


class ShipmentRow(Row):
    carrier = serializers.CharField(max_length=40)
    tracking_number = serializers.CharField(max_length=60)
    shipped_at = serializers.DateTimeField(required=False, allow_null=True)
    delivered_at = serializers.DateTimeField(required=False, allow_null=True)


class OrderRow(Row):
    key = "number"

    number = serializers.RegexField(r"\A[A-Za-z0-9][A-Za-z0-9-]*\Z", max_length=40)
    buyer = serializers.EmailField(max_length=254)
    seller = serializers.CharField(max_length=80)
    state = serializers.ChoiceField(OrderState.choices, required=False)
    currency = serializers.RegexField(r"\A[A-Z]{3}\Z", required=False)
    placed_at = serializers.DateTimeField()
    shipped_at = serializers.DateTimeField(required=False, allow_null=True)
    delivered_at = serializers.DateTimeField(required=False, allow_null=True)
    completed_at = serializers.DateTimeField(required=False, allow_null=True)
    cancelled_at = serializers.DateTimeField(required=False, allow_null=True)
    items = ItemRow(many=True, required=False, max_length=100)  # type: ignore[call-arg]
    shipments = ShipmentRow(many=True, required=False, max_length=100)  # type: ignore[call-arg]

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        times = [(name, attrs[name]) for name in TIMES_IN_ORDER if attrs.get(name)]
        for (earlier, before), (later, after) in pairwise(times):
            if after < before:
                raise serializers.ValidationError({later: [_("This is before %s.") % earlier]})
        for name, column in (("items", "sku"), ("shipments", "tracking_number")):
            keys = [row[column] for row in attrs.get(name, [])]
            if len(set(keys)) != len(keys):
                raise serializers.ValidationError({name: [_("The same %s appears twice.") % column]})
        return attrs


class ReturnRow(Row):
    key = "reference"

    reference = serializers.RegexField(r"\A[\w./-]+\Z", max_length=80)
    order = serializers.CharField(max_length=40)
    reason = serializers.ChoiceField(ReturnReason.choices, required=False)
    asked_cents = serializers.IntegerField(min_value=0, max_value=MAX_CENTS, required=False, allow_null=True)
    refund_cents = serializers.IntegerField(min_value=0, max_value=MAX_CENTS, required=False, allow_null=True)
    refunded_by = serializers.ChoiceField(Issuer.choices, required=False)
    requested_at = serializers.DateTimeField()
    approved_at = serializers.DateTimeField(required=False, allow_null=True)
    received_at = serializers.DateTimeField(required=False, allow_null=True)
    refunded_at = serializers.DateTimeField(required=False, allow_null=True)
    declined_at = serializers.DateTimeField(required=False, allow_null=True)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        for name in ("approved_at", "received_at", "refunded_at", "declined_at"):
            if attrs.get(name) and attrs[name] < attrs["requested_at"]:
                raise serializers.ValidationError({name: [_("This is before %s.") % "requested_at"]})
        if attrs.get("refunded_at"):
            for name in ("refund_cents", "refunded_by"):
                if attrs.get(name) in {None, ""}:
                    raise serializers.ValidationError({name: [_("A refund says how much, and by whom.")]})
        return attrs
