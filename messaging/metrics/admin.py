"""The 24-hour clock's runs in the operator's admin."""

from __future__ import annotations

from django.contrib import admin

from accounts.read_only import ReadOnlyAdmin
from messaging.metrics.models import Obligation


@admin.register(Obligation)
class ObligationAdmin(ReadOnlyAdmin):
    list_display = ["thread", "seller", "started_at", "due_at", "ended_at", "ending"]
    list_filter = ["ending"]
    search_fields = ["seller__name"]
    list_select_related = ["seller"]
    ordering = ["-started_at"]
