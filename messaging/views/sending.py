"""Sending from a page: once per form however often the button is pressed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import HttpRequest

from messaging.contact import CannotWrite
from messaging.idempotency import fingerprint_of
from messaging.models import IdempotencyKey, Message


def once(request: HttpRequest, make: Callable[[], Message]) -> Message:
    """The message made for this form's key: the first press makes it, later ones run into it and find it.

    Other words under the same key are another message: the browser's Back brings an old form again.
    """
    assert request.user.is_authenticated
    if not request.POST.get("key"):
        return make()
    try:
        with transaction.atomic():
            message = make()
            IdempotencyKey.objects.create(
                user=request.user, key=_name_of(request), fingerprint="", made=str(message.pk)
            )
            return message
    except (IntegrityError, CannotWrite):
        # Another press was first, and has taken the files; what this one made is rolled back.
        found = made_before(request)
        if found is None:
            raise
        return found


def made_before(request: HttpRequest) -> Message | None:
    """What an earlier press of this very form made.

    To be asked before a form is refused: the first press has taken the files, so that a message of files
    alone looks empty to the second.
    """
    assert request.user.is_authenticated
    if not request.POST.get("key") or "drop" in request.POST:
        return None
    kept = IdempotencyKey.objects.filter(user=request.user, key=_name_of(request)).first()
    return Message.objects.filter(pk=kept.made).first() if kept else None


def _name_of(request: HttpRequest) -> str:
    """By what was posted, not by what was read: the first press has taken the files away from the second."""
    fields = [request.POST.get(name, "") for name in ("key", "body", "topic", "reason")]
    files = [file.name or "" for file in request.FILES.getlist("attachments")]
    return f"page:{fingerprint_of(*fields, *request.POST.getlist('stored'), *files)}"


def overdue_wait(since: datetime | None, *, now: datetime) -> timedelta | None:
    """How long a buyer has waited for an answer; None until it is worth saying (NO_ANSWER_AFTER)."""
    if since is None or now - since < settings.NO_ANSWER_AFTER:
        return None
    return now - since
