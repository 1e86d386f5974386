"""For machines: /healthz (alive), /readyz (able to do its work), /metrics (Prometheus)."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from hmac import compare_digest

import structlog
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector

from messaging.ledger.models import LedgerEntry
from messaging.metrics.models import Obligation
from messaging.models import Message

log = structlog.get_logger(__name__)

# Older than this, and nobody is working off the outbox.
OLDEST_PENDING = timedelta(seconds=60)
BROKER_TIMEOUT_SECONDS = 2


@require_safe
@never_cache
def alive(request: HttpRequest) -> HttpResponse:
    """This process answers; nothing else is asked."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
@never_cache
def ready(request: HttpRequest) -> HttpResponse:
    """200 when everything a message needs on its way is there; else 503 and the names of what is missing."""
    missing = [name for name, check in CHECKS.items() if not _passes(name, check)]
    if missing:
        return HttpResponse(f"not ready: {', '.join(missing)}\n", content_type="text/plain", status=503)
    return HttpResponse("ready\n", content_type="text/plain")


@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """Open in the embedded mode; elsewhere only with METRICS_TOKEN, and without one it does not exist."""
    if settings.METRICS_TOKEN:
        given = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if not compare_digest(given.encode(), settings.METRICS_TOKEN.encode()):
            raise Http404
    elif not settings.EMBEDDED:
        raise Http404
    return HttpResponse(generate_latest(_registry), content_type=CONTENT_TYPE_LATEST)


def database_answers() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def broker_answers() -> bool:
    from messagecenter.celery import app

    if settings.CELERY_BROKER_URL.startswith("memory"):
        return True
    with app.connection_for_write(connect_timeout=BROKER_TIMEOUT_SECONDS) as broker:
        broker.ensure_connection(max_retries=1, timeout=BROKER_TIMEOUT_SECONDS)
        return bool(broker.connected)


def storage_answers() -> bool:
    """Writes, finds and removes a small file: rights and space are only known by trying."""
    name = default_storage.save(f"health/{uuid.uuid4().hex}", ContentFile(b"ok"))
    found = default_storage.exists(name)
    default_storage.delete(name)
    return found


def outbox_moves() -> bool:
    oldest = oldest_pending()
    return oldest is None or timezone.now() - oldest < OLDEST_PENDING


def oldest_pending() -> datetime | None:
    return LedgerEntry.objects.pending().values_list("at", flat=True).first()


CHECKS: dict[str, Callable[[], bool]] = {
    "database": database_answers,
    "broker": broker_answers,
    "storage": storage_answers,
    "outbox": outbox_moves,
}


def _passes(name: str, check: Callable[[], bool]) -> bool:
    try:
        passed = check()
    except Exception as error:  # noqa: BLE001 (whatever a part answers with, it is not ready; the log says why)
        log.warning("not ready", part=name, error=type(error).__name__)
        return False
    if not passed:
        log.warning("not ready", part=name)
    return passed


class QueueCollector(Collector):
    """Gauges read from partial indexes at each scrape: true whichever of many processes is asked."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        now = timezone.now()
        oldest = oldest_pending()
        submitted = Message.objects.to_screen(now=now)
        first = submitted.order_by("send_after").values_list("send_after", flat=True).first()
        figures = {
            "messagecenter_outbox_pending": (
                "Ledger entries nobody was told of yet",
                LedgerEntry.objects.pending().count(),
            ),
            "messagecenter_outbox_oldest_seconds": ("Age of the oldest of them", _age(oldest, now)),
            "messagecenter_screening_pending": ("Messages due for screening", submitted.count()),
            "messagecenter_screening_oldest_seconds": (
                "Time the longest waiting one waits",
                _age(first, now),
            ),
            "messagecenter_moderation_pending": (
                "Messages held for a moderator",
                Message.objects.filter(status="quarantined").count(),
            ),
            "messagecenter_clock_running": (
                "Threads that wait for a seller",
                Obligation.objects.running().count(),
            ),
            "messagecenter_clock_overdue": (
                "Threads that waited longer than allowed",
                Obligation.objects.running().filter(due_at__lt=now).count(),
            ),
        }
        for name, (meaning, value) in figures.items():
            yield GaugeMetricFamily(name, meaning, value=value)


def _age(moment: datetime | None, now: datetime) -> float:
    return (now - moment).total_seconds() if moment else 0.0


# A registry of our own: the default one adds figures of whichever process happened to answer.
_registry = CollectorRegistry()
_registry.register(QueueCollector())
