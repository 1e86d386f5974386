"""“Look at this thread”: asks why, records that somebody looked, then shows the text once."""

from __future__ import annotations

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.models import User
from messaging.admin.reasons import LookForm
from messaging.ledger.recording import record
from messaging.models import Message, Side, Thread


@never_cache
def look_at_thread(request: HttpRequest, thread_id: object) -> HttpResponse:
    """GET asks for the reason; POST records the look and shows the messages. Nothing shows them again."""
    require(request, "messaging.view_thread", "messaging.view_message")
    thread = get_object_or_404(Thread.objects.with_parties(), pk=thread_id)
    form = LookForm(request.POST or None)
    context = {**frame(request, _("Look at this thread")), "thread": thread, "form": form}
    if request.method == "POST" and form.is_valid():
        note_look(thread, by=staff(request), **form.cleaned_data)
        context["shown"] = messages_of(thread)
    return render(request, "admin/messaging/look.html", context)


def messages_of(thread: Thread) -> list[Message]:
    return list(
        thread.messages.select_related("author", "dispute").prefetch_related("attachments").order_by("seq")
    )


def note_look(thread: Thread, *, by: User, reason: str, case: str = "") -> None:
    facts = {"reason": reason, "case": case}
    with transaction.atomic():
        record("staff.looked", thread=thread, actor=by, side=Side.PLATFORM, facts=facts, now=timezone.now())


def require(request: HttpRequest, *permissions: str) -> None:
    if not staff(request).has_perms(permissions):
        raise PermissionDenied


def staff(request: HttpRequest) -> User:
    assert isinstance(request.user, User), "admin_view lets nobody else in"
    return request.user


def frame(request: HttpRequest, title: str) -> dict[str, object]:
    """What the admin's own templates need around a page of ours."""
    return {**admin.site.each_context(request), "title": title, "opts": Thread._meta}
