"""Live updates, the receiving end: one hub per process watches mailboxes for all its open streams.

However many pages are open, a process asks the database once: for the states of all watched mailboxes. It
asks when Redis says that something changed, and by itself every few seconds (without Redis: every second).
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import redis.asyncio
import structlog
from django.conf import settings
from django.db import DatabaseError, close_old_connections, connections

from messaging.models import Mailbox, MailboxEntry, Side
from notifications.channels.live import CHANNEL

log = structlog.get_logger(__name__)
T = TypeVar("T")

LOOK_EVERY_SECONDS = 1.0
LOOK_EVERY_WITH_REDIS_SECONDS = 3.0
# Nudges that come in a burst are looked after once.
BURST_SECONDS = 0.03
RECONNECT_SECONDS = 1.0
# A device that was away for longer than this many changes reloads its list anyway.
MOST_CHANGES = 100


@dataclass(frozen=True)
class Change:
    """One entry that changed: names only, the page fetches the rest."""

    thread: str
    state: int
    due_at: datetime | None = None


@dataclass(frozen=True)
class News:
    """What happened in one mailbox since the state before."""

    mailbox: int
    side: Side
    state: int
    badge: int
    changes: tuple[Change, ...]


@dataclass(eq=False)
class Watch:
    """One open stream's interest: its mailboxes, the state of each it has told, and news not told yet."""

    known: dict[int, int]
    queue: asyncio.Queue[News] = field(default_factory=lambda: asyncio.Queue(maxsize=MOST_CHANGES))


class Hub:
    """Watches mailboxes for all streams of this process; lives as long as one of them is open."""

    def __init__(self) -> None:
        self._watches: set[Watch] = set()
        self._wake = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        # One thread: its connection is the only one that streams hold, whatever their number.
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="live")

    def open(self, known: dict[int, int]) -> Watch:
        """Begin to watch; `known` gives the last state told, per mailbox."""
        watch = Watch(dict(known))
        self._watches.add(watch)
        if not self._tasks:
            self._tasks = [asyncio.create_task(self._look_forever())]
            if settings.REDIS_URL:
                self._tasks.append(asyncio.create_task(self._listen_forever()))
        self._wake.set()
        return watch

    def close(self, watch: Watch) -> None:
        self._watches.discard(watch)
        if not self._watches:
            for task in self._tasks:
                task.cancel()
            self._tasks = []
            # An idle process holds no connection.
            self._thread.submit(connections.close_all)

    async def ask(self, work: Callable[..., T], *arguments: Any) -> T:
        """Run database or cache work in the hub's one thread."""
        return await asyncio.get_running_loop().run_in_executor(
            self._thread, _with_connection, work, arguments
        )

    def tell(self, work: Callable[..., None], *arguments: Any) -> None:
        """As `ask`, for a caller that cannot wait for the answer."""
        self._thread.submit(_with_connection, work, arguments)

    async def _look_forever(self) -> None:
        pause = LOOK_EVERY_WITH_REDIS_SECONDS if settings.REDIS_URL else LOOK_EVERY_SECONDS
        while True:
            try:
                await asyncio.wait_for(self._wake.wait(), timeout=pause)
                await asyncio.sleep(BURST_SECONDS)
            except TimeoutError:
                pass
            self._wake.clear()
            try:
                await self._look()
            except DatabaseError as error:
                log.warning("live look failed", error=type(error).__name__)
                await asyncio.sleep(RECONNECT_SECONDS)

    async def _look(self) -> None:
        told: dict[int, int] = {}
        for watch in self._watches:
            for mailbox, state in watch.known.items():
                told[mailbox] = min(state, told.get(mailbox, state))
        for news in await self.ask(news_since, told):
            for watch in list(self._watches):
                _tell(watch, news)

    async def _listen_forever(self) -> None:
        while True:
            client = redis.asyncio.Redis.from_url(settings.REDIS_URL, socket_connect_timeout=2)
            try:
                async with client.pubsub() as channel:
                    await channel.subscribe(CHANNEL)
                    self._wake.set()
                    async for heard in channel.listen():
                        self._hear(heard)
            except (redis.RedisError, OSError) as error:
                log.warning("live channel lost", error=type(error).__name__)
                await asyncio.sleep(RECONNECT_SECONDS)
            finally:
                await client.aclose()

    def _hear(self, heard: dict[str, Any]) -> None:
        if heard["type"] != "message":
            return
        changed = set(json.loads(heard["data"]))
        if any(changed & watch.known.keys() for watch in self._watches):
            self._wake.set()


_hubs: WeakKeyDictionary[asyncio.AbstractEventLoop, Hub] = WeakKeyDictionary()


def hub() -> Hub:
    """This process's hub; each event loop has its own."""
    return _hubs.setdefault(asyncio.get_running_loop(), Hub())


def news_since(told: dict[int, int]) -> list[News]:
    """What changed in each of these mailboxes after the state given. One query while nothing did."""
    rows = Mailbox.objects.filter(pk__in=told).order_by("pk")
    return [_news(mailbox, told[mailbox.pk]) for mailbox in rows if mailbox.state > told[mailbox.pk]]


def badge_of(mailbox: Mailbox) -> int:
    """The figure beside “Messages”: unread for a buyer, needs a reply for a shop; 100 means “99+”."""
    return mailbox.needs_reply_badge() if mailbox.side == Side.SELLER else mailbox.unread_badge()


def _news(mailbox: Mailbox, since: int) -> News:
    entries = MailboxEntry.objects.filter(mailbox=mailbox, state__gt=since).order_by("-state")
    rows = list(entries.values_list("thread_id", "state", "due_at")[:MOST_CHANGES])
    changes = tuple(Change(str(thread), state, due) for thread, state, due in reversed(rows))
    return News(mailbox.pk, Side(mailbox.side), mailbox.state, badge_of(mailbox), changes)


def _tell(watch: Watch, news: News) -> None:
    """Give a stream what it has not told yet. One that does not read loses nothing it could not look up."""
    since = watch.known.get(news.mailbox)
    if since is None or news.state <= since:
        return
    fresh = tuple(change for change in news.changes if change.state > since)
    if watch.queue.full():
        watch.queue.get_nowait()
    watch.queue.put_nowait(News(news.mailbox, news.side, news.state, news.badge, fresh))
    watch.known[news.mailbox] = news.state


def _with_connection(work: Callable[..., T], arguments: Iterable[Any]) -> T:
    """Database work outside a request: a connection that went bad is not used again."""
    close_old_connections()
    return work(*arguments)
