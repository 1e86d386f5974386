"""What the workers do by the clock."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from accounts.models import AccessToken
from accounts.models.api_client import TOKEN_LIFE
from messagecenter.celery import app
from messaging.idempotency import KEY_LIFE
from messaging.models import IdempotencyKey


def planned() -> set[str]:
    app.loader.import_default_modules()
    app.finalize()
    return {str(entry["task"]) for entry in app.conf.beat_schedule.values()}


def test_every_planned_task_is_one_that_the_workers_know():
    assert planned()
    assert planned() <= set(app.tasks)


def test_tokens_that_open_nothing_are_forgotten_by_the_clock(bea):
    now = timezone.now()
    _old, spent = AccessToken.issue(bea.user, now=now - TOKEN_LIFE - timedelta(seconds=1))
    _new, good = AccessToken.issue(bea.user, now=now - TOKEN_LIFE + timedelta(hours=1))
    assert "accounts.forget_expired_tokens" in planned()
    assert app.tasks["accounts.forget_expired_tokens"]() == 1
    assert AccessToken.objects.count() == 1
    assert AccessToken.find(spent, now=now) is None
    assert AccessToken.find(good, now=now)
    assert app.tasks["accounts.forget_expired_tokens"]() == 0


def test_request_keys_are_forgotten_when_their_day_is_over(bea):
    now = timezone.now()
    for key, age in (("old", KEY_LIFE + timedelta(seconds=1)), ("fresh", KEY_LIFE - timedelta(hours=1))):
        IdempotencyKey.objects.create(user=bea.user, key=key, fingerprint="", made="1", created_at=now - age)
    assert "messaging.forget_old_keys" in planned()
    assert app.tasks["messaging.forget_old_keys"]() == 1
    assert [kept.key for kept in IdempotencyKey.objects.all()] == ["fresh"]
