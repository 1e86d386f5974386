"""What a buyer has begun to write in a thread, kept by the page's script and fetched by their other devices."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.models import User
from messaging.drafting import draft_of, keep_draft
from messaging.models import MailboxEntry


@login_required
@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    assert isinstance(request.user, User)
    own = MailboxEntry.objects.filter(mailbox__buyer__user=request.user).select_related("mailbox")
    entry = get_object_or_404(own, thread=pk)
    if request.method == "GET":
        return JsonResponse({"body": draft_of(request.user, entry)})
    # As long as a message may be: what is over it is on the screen all the same.
    body = (
        request.POST.get("body", "").replace("\r\n", "\n").replace("\x00", "")[: settings.MAX_MESSAGE_CHARS]
    )
    keep_draft(request.user, entry, body, now=timezone.now())
    return HttpResponse(status=204)
