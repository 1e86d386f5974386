"""Addresses of the API. Each works with and without a slash at its end; none redirects."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http.response import HttpResponseBase
from django.urls import URLPattern, path

from messaging.api.views import changes, docs, files, marketplace, messages, orders, policy, threads, token
from messaging.filing import Filing

app_name = "api"


def both(route: str, view: Callable[..., HttpResponseBase], name: str) -> list[URLPattern]:
    return [path(route, view, name=name), path(f"{route}/", view, name=f"{name}-slash")]


def filing(action: Filing) -> list[URLPattern]:
    view: Any = threads.FilingView.as_view(action=action)
    return both(f"threads/<uuid:thread_id>/{action}", view, f"thread-{action}")


urlpatterns = [
    *both("token", token.TokenView.as_view(), "token"),
    *both("threads", threads.ThreadsView.as_view(), "threads"),
    *both("threads/<uuid:thread_id>", threads.ThreadView.as_view(), "thread"),
    *both("threads/<uuid:thread_id>/messages", messages.MessagesView.as_view(), "messages"),
    *both(
        "threads/<uuid:thread_id>/no-response-needed",
        threads.NoResponseNeededView.as_view(),
        "no-response-needed",
    ),
    *(pattern for action in Filing for pattern in filing(action)),
    *both("messages/<uuid:message_id>", messages.MessageView.as_view(), "message"),
    *both("messages/<uuid:message_id>/report", messages.ReportView.as_view(), "report"),
    *both("messages/<uuid:message_id>/dispute", messages.DisputeView.as_view(), "dispute"),
    *both("messages/<uuid:message_id>/undo", messages.UndoView.as_view(), "undo"),
    *both("attachments", files.AttachmentsView.as_view(), "attachments"),
    *both("attachments/<uuid:attachment_id>", files.AttachmentView.as_view(), "attachment"),
    *both("orders/<str:number>/contact", orders.OrderContactView.as_view(), "order-contact"),
    *both("changes", changes.ChangesView.as_view(), "changes"),
    *both("policy/check", policy.PolicyCheckView.as_view(), "policy-check"),
    *both("marketplace/notices", marketplace.NoticesView.as_view(), "marketplace-notices"),
    *both(
        "marketplace/transcripts/<slug:reference>",
        marketplace.TranscriptView.as_view(),
        "marketplace-transcript",
    ),
    *both("marketplace/<slug:kind>", marketplace.RowsView.as_view(), "marketplace-rows"),
    *both("marketplace/<slug:kind>/<str:key>", marketplace.RowView.as_view(), "marketplace-row"),
    *both("schema", docs.SchemaView.as_view(), "schema"),
    *both("docs", docs.DocsView.as_view(), "docs"),
]
