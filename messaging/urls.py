"""Addresses of the buyer's pages and of what both sides share: threads, files, the check while typing."""

from django.urls import path

from messaging.views import claims, compose, deciding, drafts, files, home, inbox, returns, service, thread

urlpatterns = [
    path("", home.home, name="home"),
    path("messages/", inbox.inbox, name="inbox"),
    path("messages/file/", inbox.file_threads, name="file-threads"),
    path("messages/undo/", inbox.undo_filing, name="messages-undo"),
    path("messages/badge/", inbox.badge, name="badge"),
    path("messages/new/", compose.contact, name="contact"),
    path("messages/service/", service.service, name="service"),
    path("messages/check/", compose.check, name="check"),
    path("messages/files/", files.upload, name="upload"),
    path("messages/files/<uuid:pk>/", files.download, name="file"),
    path("messages/t/<uuid:pk>/", thread.thread, name="thread"),
    path("messages/t/<uuid:pk>/draft/", drafts.draft, name="draft"),
    path("messages/t/<uuid:pk>/keep-waiting/", service.keep_waiting, name="keep-waiting"),
    path("orders/<str:number>/claim/", claims.claim, name="claim"),
    path("orders/<str:number>/claim/appeal/", claims.appeal_claim, name="claim-appeal"),
    path("orders/<str:number>/claim/withdraw/", claims.withdraw_claim, name="claim-withdraw"),
    path("orders/<str:number>/return/", returns.returns, name="returns"),
    path("messages/m/<uuid:pk>/undo/", deciding.undo_send, name="undo-send"),
    path("messages/m/<uuid:pk>/report/", deciding.report_message, name="report"),
    path("messages/m/<uuid:pk>/dispute/", deciding.dispute_message, name="dispute"),
]
