"""Live updates: who hears what, from where on, and that a lost nudge costs nothing."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
import redis
from asgiref.sync import async_to_sync, sync_to_async
from django.test import AsyncClient, Client
from django.utils import timezone

from accounts.models import AccessToken, Buyer, SellerStaff
from messaging.models import Mailbox, Side, Thread
from messaging.models.mailbox import change_entries
from notifications import events, presence, streaming
from notifications.channels import live
from notifications.models import Delivery
from tests import cast
from tests.needs import need_redis

URL = "/api/v1/events"
Heard = dict[str, Any]


@pytest.fixture
def stage(transactional_db: None) -> cast.Shop:
    return cast.make_shop()


@pytest.fixture
def asked(stage: cast.Shop) -> Thread:
    return cast.ask(stage).thread


def bearer(who: Buyer | SellerStaff) -> dict[str, str]:
    _token, plain = AccessToken.issue(who.user, now=timezone.now())
    return {"authorization": f"Bearer {plain}"}


def listening(
    headers: dict[str, str], then: Callable[[AsyncIterator[Heard]], Awaitable[None]], *, path: str = URL
) -> None:
    """Open the stream as a device would, and close it at the end."""

    async def run() -> None:
        answer: Any = await AsyncClient().get(path, headers=headers)
        assert answer.status_code == 200, answer.content
        assert answer["Content-Type"] == "text/event-stream"
        assert answer["X-Accel-Buffering"] == "no"
        stream = answer.streaming_content
        try:
            async with asyncio.timeout(20):
                await then(told(stream))
        finally:
            await stream.aclose()

    async_to_sync(run)()


async def told(stream: AsyncIterator[bytes]) -> AsyncIterator[Heard]:
    """The events of a stream, read as a browser reads them."""
    async for chunk in stream:
        for block in chunk.decode().strip().split("\n\n"):
            fields = dict(line.split(": ", 1) for line in block.split("\n") if not line.startswith(":"))
            if "event" in fields:
                yield {"id": int(fields["id"]), "event": fields["event"], **json.loads(fields["data"])}


async def until(heard: AsyncIterator[Heard], name: str) -> Heard:
    async for each in heard:
        if each["event"] == name:
            return each
    raise AssertionError(f"the stream ended without {name}")


def test_an_open_page_hears_of_a_new_message_and_the_badge(
    stage: cast.Shop, asked: Thread, sam: SellerStaff
) -> None:
    async def then(heard: AsyncIterator[Heard]) -> None:
        first = await until(heard, "unread")
        assert first["count"] == 0
        await sync_to_async(cast.say)(asked, stage.sam, "It leaves on Monday.")
        news = await until(heard, "thread")
        assert news["thread"] == str(asked.pk)
        assert news["id"] == news["state"] > first["id"]
        assert (await until(heard, "unread"))["count"] == 1

    listening(bearer(stage.bea), then)


@pytest.fixture
def sam(stage: cast.Shop) -> SellerStaff:
    return stage.sam


def test_a_shop_hears_when_a_reply_is_due(stage: cast.Shop) -> None:
    async def then(heard: AsyncIterator[Heard]) -> None:
        await until(heard, "unread")
        message = await sync_to_async(cast.ask)(stage)
        deadline = await until(heard, "deadline")
        assert deadline["thread"] == str(message.thread_id)
        assert deadline["due"].startswith("20")
        assert (await until(heard, "unread"))["count"] == 1
        await sync_to_async(cast.say)(message.thread, stage.sam, "It leaves on Monday.")
        while (deadline := await until(heard, "deadline"))["due"]:
            pass

    listening(bearer(stage.sam), then)


def test_a_device_that_was_away_catches_up_from_its_last_event(stage: cast.Shop, asked: Thread) -> None:
    away_since = Mailbox.objects.get(side=Side.SELLER).state
    cast.say(asked, stage.bea, "Hello?")

    async def then(heard: AsyncIterator[Heard]) -> None:
        news = await until(heard, "thread")
        assert news["thread"] == str(asked.pk)
        assert news["state"] > away_since

    listening({**bearer(stage.sam), "last-event-id": str(away_since)}, then)


def test_a_page_that_opens_a_new_stream_says_where_it_stopped(stage: cast.Shop, asked: Thread) -> None:
    before = Mailbox.objects.get(side=Side.SELLER).state
    cast.say(asked, stage.bea, "Hello?")

    async def then(heard: AsyncIterator[Heard]) -> None:
        assert (await until(heard, "thread"))["state"] > before

    listening(bearer(stage.sam), then, path=f"{URL}?since={before}")


@pytest.mark.parametrize("last", ["99999999", "x", "-1", "9" * 40, ""])
def test_a_strange_last_event_is_taken_for_now(stage: cast.Shop, asked: Thread, last: str) -> None:
    async def then(heard: AsyncIterator[Heard]) -> None:
        assert (await until(heard, "unread"))["count"] == 1

    listening({**bearer(stage.sam), "last-event-id": last}, then)


def test_reading_on_one_device_clears_the_badge_on_another(stage: cast.Shop, asked: Thread) -> None:
    cast.say(asked, stage.sam, "It leaves on Monday.")

    async def then(heard: AsyncIterator[Heard]) -> None:
        assert (await until(heard, "unread"))["count"] == 1
        entry = await sync_to_async(asked.entry_of)(Side.BUYER)
        await sync_to_async(change_entries)([entry], unread=False)
        assert (await until(heard, "unread"))["count"] == 0

    listening(bearer(stage.bea), then)


def test_eve_hears_nothing_of_other_peoples_threads(stage: cast.Shop, asked: Thread) -> None:
    eve = cast.make_buyer(cast.EVE_EMAIL, "Eve", "Stranger")

    async def then(heard: AsyncIterator[Heard]) -> None:
        assert (await until(heard, "unread"))["count"] == 0
        await sync_to_async(cast.say)(asked, stage.sam, "It leaves on Monday.")
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(2.5):
                await anext(heard)
        assert not await sync_to_async(_has_open)(eve.user_id, asked)

    listening(bearer(eve), then, path=f"{URL}?thread={asked.pk}")


def _has_open(user_id: int, thread: Thread) -> bool:
    from django.core.cache import cache

    return cache.get(presence._key(user_id, thread.pk)) is not None


def test_the_stream_of_an_open_thread_notes_who_looks_and_forgets_at_the_end(
    stage: cast.Shop, asked: Thread
) -> None:
    async def then(heard: AsyncIterator[Heard]) -> None:
        await until(heard, "unread")
        await asyncio.sleep(0)
        await sync_to_async(cast.say)(asked, stage.bea, "Hello?")
        await until(heard, "thread")
        assert await sync_to_async(_has_open)(stage.sam.user_id, asked)
        hubs.append(streaming.hub())

    hubs: list[streaming.Hub] = []
    listening(bearer(stage.sam), then, path=f"{URL}?thread={asked.pk}")
    hubs[0]._thread.shutdown(wait=True)
    assert not _has_open(stage.sam.user_id, asked)


def test_a_session_may_listen_too(stage: cast.Shop, asked: Thread) -> None:
    async def run() -> None:
        browser = AsyncClient()
        await sync_to_async(browser.force_login)(stage.bea.user, backend="accounts.backends.PersonBackend")
        answer: Any = await browser.get(URL)
        assert answer.status_code == 200
        async with asyncio.timeout(10):
            assert (await until(told(answer.streaming_content), "unread"))["count"] == 0
        await answer.streaming_content.aclose()

    async_to_sync(run)()


def test_the_stream_ends_by_itself_and_pings_meanwhile(
    stage: cast.Shop, asked: Thread, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Shortens the times: ten minutes are long for a test."""
    monkeypatch.setattr(events, "PING_SECONDS", 0.1)
    monkeypatch.setattr(events, "MOST_SECONDS", 0.5)

    async def run() -> list[str]:
        answer: Any = await AsyncClient().get(URL, headers=bearer_headers)
        return [chunk.decode() async for chunk in answer.streaming_content]

    bearer_headers = bearer(stage.bea)
    chunks = async_to_sync(run)()
    assert chunks[0].startswith("retry: ")
    assert chunks.count(": ping\n\n") >= 2


@pytest.mark.parametrize("path", [URL, URL + "/"])
@pytest.mark.parametrize(
    "headers", [{}, {"authorization": "Bearer nonsense"}, {"authorization": "Basic eDp5"}]
)
def test_nobody_listens_without_a_name(db: None, path: str, headers: dict[str, str]) -> None:
    answer = async_to_sync(AsyncClient().get)(path, headers=headers)
    assert answer.status_code == 401
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == 401


def test_only_listening_is_possible(db: None) -> None:
    answer = async_to_sync(AsyncClient().post)(URL)
    assert (answer.status_code, answer["Allow"]) == (405, "GET")


def test_a_process_that_cannot_stream_says_so(stage: cast.Shop) -> None:
    answer = Client().get(URL, headers=bearer(stage.bea))
    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    assert answer["Content-Type"] == "application/problem+json"


def test_a_nudge_through_redis_is_heard_at_once(
    stage: cast.Shop, asked: Thread, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.REDIS_URL = need_redis()
    # Without nudges this stream would look again after an hour.
    monkeypatch.setattr(streaming, "LOOK_EVERY_WITH_REDIS_SECONDS", 3600)

    async def then(heard: AsyncIterator[Heard]) -> None:
        await until(heard, "unread")
        await asyncio.sleep(0.5)
        await sync_to_async(cast.say)(asked, stage.sam, "It leaves on Monday.")
        mailbox = await sync_to_async(Mailbox.objects.get)(side=Side.BUYER)
        await sync_to_async(live.publish)([mailbox.pk])
        assert (await until(heard, "thread"))["thread"] == str(asked.pk)

    listening(bearer(stage.bea), then)


def test_without_redis_the_sender_goes_on(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Mocks Redis away."""

    class Gone:
        def publish(self, *_: object) -> None:
            raise redis.ConnectionError

    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    monkeypatch.setattr(live, "_client", lambda _url: Gone())
    live.publish([1, 2])


def test_one_look_serves_all_streams_of_a_process(
    stage: cast.Shop, asked: Thread, django_assert_num_queries: Any
) -> None:
    told_before = {mailbox.pk: mailbox.state for mailbox in Mailbox.objects.all()}
    assert len(told_before) == 2
    with django_assert_num_queries(1):
        assert streaming.news_since(told_before) == []
    with django_assert_num_queries(1 + 2 * 2):
        assert len(streaming.news_since(dict.fromkeys(told_before, 0))) == 2


def test_dispatch_says_which_mailboxes_changed(
    stage: cast.Shop, asked: Thread, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mocks the sending: what is told to Redis, after commit."""
    from messaging.ledger.models import LedgerEntry
    from notifications import dispatch as dispatching

    heard: list[list[int]] = []
    monkeypatch.setattr(dispatching, "publish", heard.append)
    entry = LedgerEntry.objects.pending().get(kind="message.delivered")
    dispatching.dispatch(entry.pk, now=timezone.now())
    assert [sorted(each) for each in heard] == [sorted(Mailbox.objects.values_list("pk", flat=True))]
    assert Delivery.objects.count() == 1
