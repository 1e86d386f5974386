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


def once(request: HttpRequest, key: str, make: Callable[[], Message]) -> Message:
    """The message made for this form's key: the first press makes it, later ones find it.

    Other words under the same key are another message: the browser's Back brings an old form again.
    """
    assert request.user.is_authenticated
    if not key:
        return make()
    user, name = request.user, f"page:{key}:{_what_is_posted(request)}"
    if (before := _made_before(user.pk, name)) is not None:
        return before
    try:
        with transaction.atomic():
            message = make()
            IdempotencyKey.objects.create(user=user, key=name, fingerprint="", made=str(message.pk))
            return message
    except (IntegrityError, CannotWrite):
        # The other press was first, and has taken the files; what this one made is rolled back.
        found = _made_before(user.pk, name)
        if found is None:
            raise
        return found


def _what_is_posted(request: HttpRequest) -> str:
    """As it was posted, not as it was read: the first press has taken the files away from the second."""
    fields = [request.POST.get(name, "") for name in ("body", "topic", "reason")]
    files = [file.name or "" for file in request.FILES.getlist("attachments")]
    return fingerprint_of(*fields, *request.POST.getlist("stored"), *files)


def _made_before(user_id: int, name: str) -> Message | None:
    kept = IdempotencyKey.objects.filter(user_id=user_id, key=name).first()
    return Message.objects.filter(pk=kept.made).first() if kept else None


def overdue_wait(since: datetime | None, *, now: datetime) -> timedelta | None:
    """How long a buyer has waited for an answer; None until it is worth saying (NO_ANSWER_AFTER)."""
    if since is None or now - since < settings.NO_ANSWER_AFTER:
        return None
    return now - since
