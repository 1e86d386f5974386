"""One-line Celery tasks of the timetable."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone


@shared_task(name="accounts.forget_expired_tokens")
def forget_expired_tokens() -> int:
    from accounts.models import AccessToken

    return AccessToken.forget_expired(now=timezone.now())
