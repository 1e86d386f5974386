"""Live updates, the sending end: tells every web process which mailboxes changed. A nudge, never the news itself.

Streams read what changed from the mailboxes (`notifications.streaming`), so a lost nudge costs a second
and nothing else. Without Redis there is nothing to send: streams look by themselves.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable

import redis
import structlog
from django.conf import settings

log = structlog.get_logger(__name__)

CHANNEL = "mc:live"


def publish(mailboxes: Iterable[int]) -> None:
    """Say that these mailboxes changed. Call after commit; a lost Redis is logged, never raised."""
    if not settings.REDIS_URL:
        return
    try:
        _client(settings.REDIS_URL).publish(CHANNEL, json.dumps(sorted(set(mailboxes))))
    except redis.RedisError as error:
        log.warning("nudge lost", channel="live", error=type(error).__name__)


@functools.cache
def _client(url: str) -> redis.Redis:
    return redis.Redis.from_url(url, socket_timeout=1, socket_connect_timeout=1)
