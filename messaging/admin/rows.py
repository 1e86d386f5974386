"""Threads, messages and what hangs on them: who, when and which state, never what was written."""

from __future__ import annotations

from django.contrib import admin
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from accounts.read_only import ReadOnlyAdmin
from messaging.admin import looking, review, service
from messaging.admin.posting_notices import post_notice
from messaging.models import (
    Attachment,
    Dispute,
    Draft,
    IdempotencyKey,
    Mailbox,
    MailboxEntry,
    Message,
    ReplyAddress,
    Report,
    Thread,
)


@admin.register(Thread)
class ThreadAdmin(ReadOnlyAdmin):
    list_display = ["id", "subject", "kind", "buyer", "seller", "order", "last_seq", "created_at"]
    list_filter = ["kind", "topic"]
    search_fields = ["id", "order__number", "seller__name"]
    list_select_related = ["buyer__user", "seller", "order"]
    ordering = ["-id"]
    readonly_fields = ["look"]

    def get_urls(self) -> list[URLPattern]:
        look = self.admin_site.admin_view(looking.look_at_thread)
        queue = self.admin_site.admin_view(service.service_queue)
        case = self.admin_site.admin_view(service.answer)
        return [
            path("service/", queue, name="messaging_service"),
            path("notice/", self.admin_site.admin_view(post_notice), name="messaging_notice"),
            path("<uuid:thread_id>/look/", look, name="messaging_thread_look"),
            path("<uuid:thread_id>/answer/", case, name="messaging_thread_answer"),
            *super().get_urls(),
        ]

    @admin.display(description=_("The text"))
    def look(self, thread: Thread) -> SafeString:
        address = reverse("admin:messaging_thread_look", args=[thread.pk])
        return format_html('<a class="button" href="{}">{}</a>', address, _("Look at this thread"))


@admin.register(Message)
class MessageAdmin(ReadOnlyAdmin):
    list_display = ["id", "thread", "side", "kind", "via", "status", "submitted_at", "delivered_at"]
    list_filter = ["status", "kind", "via", "side"]
    search_fields = ["id", "thread__id", "thread__order__number"]
    ordering = ["-id"]

    def get_urls(self) -> list[URLPattern]:
        queue = self.admin_site.admin_view(review.review_queue)
        one = self.admin_site.admin_view(review.review_message)
        return [
            path("review/", queue, name="messaging_review"),
            path("<uuid:message_id>/review/", one, name="messaging_message_review"),
            *super().get_urls(),
        ]


@admin.register(Attachment)
class AttachmentAdmin(ReadOnlyAdmin):
    list_display = ["id", "message", "content_type", "size_bytes", "state", "because", "created_at"]
    list_filter = ["state", "content_type"]
    ordering = ["-id"]


@admin.register(Draft)
class DraftAdmin(ReadOnlyAdmin):
    list_display = ["id", "thread", "updated_at"]
    ordering = ["-id"]


@admin.register(Dispute)
class DisputeAdmin(ReadOnlyAdmin):
    list_display = ["id", "message", "by", "decision", "decided_by", "created_at", "decided_at"]
    list_filter = ["decision"]
    ordering = ["-id"]


@admin.register(Report)
class ReportAdmin(ReadOnlyAdmin):
    list_display = ["id", "message", "by", "reason", "created_at", "closed_at"]
    list_filter = ["reason"]
    ordering = ["-id"]


@admin.register(Mailbox)
class MailboxAdmin(ReadOnlyAdmin):
    list_display = ["id", "side", "buyer", "seller", "state"]
    list_filter = ["side"]
    list_select_related = ["buyer__user", "seller"]


@admin.register(MailboxEntry)
class MailboxEntryAdmin(ReadOnlyAdmin):
    list_display = ["id", "mailbox", "thread", "category", "folder", "unread", "due_at", "last_activity"]
    list_filter = ["folder", "category"]
    list_select_related = ["mailbox"]
    ordering = ["-id"]


@admin.register(ReplyAddress)
class ReplyAddressAdmin(ReadOnlyAdmin):
    """The code itself is sealed, and its digest is no use to anybody."""

    list_display = ["id", "thread", "side", "created_at"]
    exclude = ["digest"]


@admin.register(IdempotencyKey)
class IdempotencyKeyAdmin(ReadOnlyAdmin):
    list_display = ["user", "made", "status", "created_at"]
    fields = ["user", "made", "status", "created_at"]
