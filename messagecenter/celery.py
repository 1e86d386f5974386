"""Workers and their timetable."""

from __future__ import annotations

import os
from pathlib import Path

from celery import Celery
from celery.signals import worker_ready

from messagecenter.environment import told_in_one_sentence

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "messagecenter.settings")

app = Celery("messagecenter")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@app.on_configure.connect
def read_settings(**about: object) -> None:
    """Before Celery reads the first of them, so that a wrong one is told and not traced."""
    from django.conf import settings

    with told_in_one_sentence():
        _ = settings.SECRET_KEY


@app.on_after_finalize.connect
def set_timetable(sender: Celery, **_: object) -> None:
    """The sweeps take over what no worker has finished; a nudge is only speed."""
    from django.conf import settings

    every = settings.SWEEP_EVERY.total_seconds()
    sender.conf.beat_schedule = {
        "screen what waits": {
            "task": "messaging.sweep_submitted",
            "schedule": every,
            "options": {"expires": every * 2},
        },
        "tell what is pending": {
            "task": "notifications.sweep_pending",
            "schedule": every,
            "options": {"expires": every * 2},
        },
        "send what is due": {
            "task": "notifications.sweep_deliveries",
            "schedule": every,
            "options": {"expires": every * 2},
        },
        "answer who wrote by mail": {
            "task": "gateway.finish_answers",
            "schedule": every,
            "options": {"expires": every * 2},
        },
        "judge mail left behind": {"task": "gateway.finish_stored", "schedule": max(every, 30.0)},
        "forget old raw mail": {"task": "gateway.forget_old_mail", "schedule": 3600.0},
        "forget expired tokens": {"task": "accounts.forget_expired_tokens", "schedule": 3600.0},
        "forget old request keys": {"task": "messaging.forget_old_keys", "schedule": 3600.0},
    }


@worker_ready.connect
def tell_it_is_ready(**_: object) -> None:
    """Whoever started this worker and waits for it names a file, and sees it appear."""
    if path := os.environ.get("WORKER_READY_FILE"):
        Path(path).touch()
