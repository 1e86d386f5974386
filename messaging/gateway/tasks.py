"""One-line Celery tasks; the work is in sweeping.py."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone


@shared_task(name="gateway.finish_stored")
def finish_stored() -> int:
    from messaging.gateway.sweeping import finish_stored

    return finish_stored(now=timezone.now())


@shared_task(name="gateway.finish_answers")
def finish_answers() -> int:
    from messaging.gateway.sweeping import finish_answers

    return finish_answers(now=timezone.now())


@shared_task(name="gateway.forget_old_mail")
def forget_old_mail() -> int:
    from messaging.gateway.sweeping import forget_old_mail

    return forget_old_mail(now=timezone.now())
