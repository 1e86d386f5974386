"""Addresses of the buyer's pages and of what both sides share: threads, files, the check while typing."""

from django.urls import path

from messaging.views import compose, deciding, drafts, files, home, inbox, thread

urlpatterns = [
    path("", home.home, name="home"),
    path("messages/", inbox.inbox, name="inbox"),
    path("messages/file/", inbox.file_threads, name="file-threads"),
    path("messages/undo/", inbox.undo_filing, name="messages-undo"),
    path("messages/badge/", inbox.badge, name="badge"),
    path("messages/new/", compose.contact, name="contact"),
    path("messages/check/", compose.check, name="check"),
    path("messages/files/", files.upload, name="upload"),
    path("messages/files/<uuid:pk>/", files.download, name="file"),
    path("messages/t/<uuid:pk>/", thread.thread, name="thread"),
    path("messages/t/<uuid:pk>/draft/", drafts.draft, name="draft"),
    path("messages/m/<uuid:pk>/undo/", deciding.undo_send, name="undo-send"),
    path("messages/m/<uuid:pk>/report/", deciding.report_message, name="report"),
    path("messages/m/<uuid:pk>/dispute/", deciding.dispute_message, name="dispute"),
]
