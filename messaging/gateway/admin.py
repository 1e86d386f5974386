"""What became of each mail, in ids and codes: no text, no address."""

from __future__ import annotations

from django.contrib import admin

from accounts.read_only import ReadOnlyAdmin
from messaging.gateway.answers import MailAnswer
from messaging.gateway.models import AlertReference, InboundMail


@admin.register(InboundMail)
class InboundMailAdmin(ReadOnlyAdmin):
    list_display = ["id", "outcome", "reason", "size_bytes", "received_at", "judged_at", "answered_at"]
    list_filter = ["outcome", "reason"]
    fields = [
        "outcome", "reason", "message", "thread", "size_bytes", "tries", "received_at", "judged_at", "answered_at",
    ]  # fmt: skip
    raw_id_fields = ["message", "thread"]
    ordering = ["-received_at"]


@admin.register(MailAnswer)
class MailAnswerAdmin(ReadOnlyAdmin):
    list_display = ["id", "state", "because", "tries", "owed_at", "next_try_at", "done_at"]
    list_filter = ["state"]
    fields = [
        "mail", "state", "because", "tries", "created_at", "owed_at", "next_try_at", "done_at", "message_id",
    ]  # fmt: skip
    readonly_fields = ["message_id"]
    raw_id_fields = ["mail"]
    ordering = ["-id"]


@admin.register(AlertReference)
class AlertReferenceAdmin(ReadOnlyAdmin):
    list_display = ["id", "thread", "side", "created_at"]
    ordering = ["-id"]
