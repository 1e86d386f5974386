"""What was told to whom, in ids and codes: no text, no address."""

from __future__ import annotations

from django.contrib import admin

from accounts.read_only import ReadOnlyAdmin
from notifications.models import CapturedMail, Delivery, NotificationPreference, PushSubscription


@admin.register(Delivery)
class DeliveryAdmin(ReadOnlyAdmin):
    list_display = ["id", "notice", "channel", "side", "state", "because", "attempts", "due_at", "done_at"]
    list_filter = ["state", "notice", "channel", "side"]
    search_fields = ["reference__exact", "message_id__exact"]
    fields = [
        "event", "thread", "side", "person", "address", "channel", "notice", "state", "because", "gathered_into",
        "attempts", "due_at", "next_try_at", "done_at", "reference", "message_id",
    ]  # fmt: skip
    raw_id_fields = ["event", "thread", "person", "address", "gathered_into"]
    ordering = ["-id"]


@admin.register(NotificationPreference)
class NotificationPreferenceAdmin(ReadOnlyAdmin):
    list_display = ["user", "event", "channel", "is_on"]
    list_filter = ["event", "channel", "is_on"]
    list_select_related = ["user"]


@admin.register(PushSubscription)
class PushSubscriptionAdmin(ReadOnlyAdmin):
    list_display = ["id", "user", "created_at"]
    fields = ["user", "created_at"]
    list_select_related = ["user"]
    ordering = ["-id"]


@admin.register(CapturedMail)
class CapturedMailAdmin(ReadOnlyAdmin):
    list_display = ["id", "captured_at"]
    fields = ["captured_at"]
    ordering = ["-id"]
