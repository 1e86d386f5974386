"""What machines ask: alive, ready, figures."""

from __future__ import annotations

import functools
import time
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone
from kombu.exceptions import OperationalError
from pytest_django.fixtures import Settings

from messagecenter import health
from messaging.ledger.models import LedgerEntry
from messaging.ledger.recording import record

pytestmark = pytest.mark.django_db

# Nobody listens there.
NOWHERE = "redis://127.0.0.1:1/0"


def leave_pending(*, age: timedelta) -> None:
    with transaction.atomic():
        record("demo.thing", chain="demo:1", now=timezone.now() - age)


def test_a_living_process_says_ok(client: Client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")


def test_ready_when_every_part_answers(client: Client) -> None:
    leave_pending(age=timedelta(seconds=5))
    answer = client.get("/readyz")
    assert (answer.status_code, answer.content) == (200, b"ready\n")


def test_not_ready_when_nobody_works_off_the_outbox(client: Client) -> None:
    leave_pending(age=timedelta(seconds=61))
    answer = client.get("/readyz")
    assert (answer.status_code, answer.content) == (503, b"not ready: outbox\n")


def test_a_part_that_fails_is_named_and_its_words_are_not_shown(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> bool:
        raise DatabaseError("password of bea@example.com is wrong")

    # The database of a test cannot be taken away; its check can.
    monkeypatch.setitem(health.CHECKS, "database", fail)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.content) == (503, b"not ready: database\n")


def test_a_lost_broker_is_named(client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    from messagecenter.celery import app

    # The test's own broker lives in memory and cannot be lost; a port where nobody listens can.
    settings.CELERY_BROKER_URL = NOWHERE
    lost = functools.partial(app.connection_for_write, url=NOWHERE)
    monkeypatch.setattr(app, "connection_for_write", lost)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.content) == (503, b"not ready: broker\n")


@pytest.mark.parametrize("url", [NOWHERE, "amqp://127.0.0.1:1//"])
def test_a_door_does_not_wait_for_a_lost_broker(url: str) -> None:
    from messagecenter.celery import app

    started = time.monotonic()
    with app.connection_for_write(url=url) as broker, pytest.raises((OperationalError, OSError)):
        _ = broker.default_channel
    assert time.monotonic() - started < 4


def test_figures_tell_what_waits(client: Client) -> None:
    leave_pending(age=timedelta(seconds=30))
    lines = client.get("/metrics").content.decode().splitlines()
    assert "messagecenter_outbox_pending 1.0" in lines
    oldest = next(line for line in lines if line.startswith("messagecenter_outbox_oldest_seconds "))
    assert 30 <= float(oldest.split()[1]) < 60
    assert LedgerEntry.objects.pending().count() == 1


def test_figures_need_the_token_when_there_is_one(client: Client, settings: Settings) -> None:
    settings.METRICS_TOKEN = "only-for-prometheus"
    assert client.get("/metrics").status_code == 404
    assert client.get("/metrics", headers={"authorization": "Bearer wrong"}).status_code == 404
    assert client.get("/metrics", headers={"authorization": "Bearer only-for-prometheus"}).status_code == 200


def test_without_a_token_figures_do_not_exist_in_production(client: Client, settings: Settings) -> None:
    settings.EMBEDDED = False
    assert client.get("/metrics").status_code == 404
