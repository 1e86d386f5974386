"""Alerts in tests: what was recorded is dispatched and sent as a worker would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.utils import timezone

from messaging.ledger.models import LedgerEntry
from notifications.dispatch import dispatch, send_delivery
from notifications.models import Delivery
from tests.notifications.push_service import Browser, PushService

Alert = Callable[..., list[mail.EmailMultiAlternatives]]


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    cache.clear()


@pytest.fixture
def alert(db: None) -> Alert:
    """Do all that is due at `now`; returns the mails that left by it, oldest first."""

    def work(now: datetime | None = None) -> list[mail.EmailMultiAlternatives]:
        now = now or timezone.now()
        before = len(mail.outbox)
        for pk in LedgerEntry.objects.pending().values_list("pk", flat=True):
            dispatch(pk, now=now)
        for pk in Delivery.objects.due(now=now).values_list("pk", flat=True):
            send_delivery(pk, now=now)
        return mail.outbox[before:]  # type: ignore[return-value]

    return work


def words_of(sent: mail.EmailMultiAlternatives) -> str:
    """Everything a reader or a curious program could see of a mail but its recipient: headers and decoded parts."""
    message = sent.message()
    del message["To"]
    parts = [message.as_string(), str(sent.body), *(str(body) for body, _kind in sent.alternatives)]
    return "\n".join([*parts, *(str(value) for value in message.values())])


def pending_entry(kind: str = "message.delivered") -> LedgerEntry:
    return LedgerEntry.objects.pending().get(kind=kind)


@pytest.fixture
def service(settings: Any) -> Iterator[PushService]:
    running = PushService()
    settings.PUSH_LOOPBACK = running.origin
    yield running
    running.close()


@pytest.fixture
def phone(service: PushService) -> Browser:
    return Browser(service, "phone")


@pytest.fixture
def laptop(service: PushService) -> Browser:
    return Browser(service, "laptop")
