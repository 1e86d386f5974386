"""The record in the operator's admin: to read, never to write."""

from __future__ import annotations

from django.contrib import admin

from accounts.read_only import ReadOnlyAdmin
from messaging.ledger.models import Chain, LedgerEntry


@admin.register(LedgerEntry)
class LedgerEntryAdmin(ReadOnlyAdmin):
    list_display = ["at", "kind", "chain", "seq", "side", "actor", "told_at"]
    list_filter = ["kind", "side"]
    search_fields = ["chain"]
    search_help_text = "thread:…, buyer:…, seller:…"
    list_select_related = ["actor"]
    ordering = ["-id"]


@admin.register(Chain)
class ChainAdmin(ReadOnlyAdmin):
    list_display = ["name", "last_seq", "last_digest"]
    search_fields = ["name"]
