"""Orders in the operator's admin: as the marketplace reported them, so nothing is edited here."""

from __future__ import annotations

from django.contrib import admin

from accounts.read_only import ReadOnlyAdmin, ReadOnlyInline
from orders.models import Order, OrderItem, Product, Return, Shipment


class ItemInline(ReadOnlyInline):
    model = OrderItem


class ShipmentInline(ReadOnlyInline):
    model = Shipment


@admin.register(Order)
class OrderAdmin(ReadOnlyAdmin):
    list_display = ["number", "seller", "buyer", "state", "placed_at", "delivered_at"]
    list_filter = ["state"]
    search_fields = ["number"]
    list_select_related = ["seller", "buyer__user"]
    date_hierarchy = "placed_at"
    inlines = [ItemInline, ShipmentInline]


@admin.register(Product)
class ProductAdmin(ReadOnlyAdmin):
    list_display = ["sku", "title", "seller", "price_cents", "currency"]
    search_fields = ["sku", "title"]
    list_select_related = ["seller"]


@admin.register(Return)
class ReturnAdmin(ReadOnlyAdmin):
    list_display = ["reference", "order", "state", "reason", "refund_cents", "requested_at", "refunded_at"]
    list_filter = ["state", "reason"]
    search_fields = ["reference", "order__number"]
    list_select_related = ["order"]
    date_hierarchy = "requested_at"
