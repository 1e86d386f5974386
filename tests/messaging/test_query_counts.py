"""What a page costs, in queries: exactly, and the same for 10 threads and for 1,000."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from messaging.claiming import answer
from messaging.models import Mailbox, MailboxEntry, Thread, ThreadKind
from tests import cast

INBOX_QUERIES = 4
THREAD_QUERIES = 5
BADGE_QUERIES = 3


def add_threads(shop: cast.Shop, count: int) -> None:
    """Many threads in Bea's mailbox, as rows: their way in is tested elsewhere."""
    now = timezone.now()
    box = Mailbox.of(shop.bea)
    threads = [
        Thread(buyer=shop.bea, seller=shop.seller, kind=ThreadKind.NOTICE, subject=f"Notice {number}")
        for number in range(count)
    ]
    Thread.objects.bulk_create(threads)
    MailboxEntry.objects.bulk_create(
        MailboxEntry(
            mailbox=box, thread=thread, unread=number % 3 == 0, last_activity=now - timedelta(minutes=number)
        )
        for number, thread in enumerate(threads)
    )


def queries_of(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(path).status_code == 200
    return len(seen)


@pytest.mark.parametrize("count", [10, 1000])
def test_the_inbox_costs_the_same_however_full_it_is(
    client_of: Callable[..., Client], shop: cast.Shop, count: int
) -> None:
    add_threads(shop, count)
    client = client_of(shop.bea)
    assert queries_of(client, "/messages/") == INBOX_QUERIES
    assert queries_of(client, "/messages/?category=sellers&unread=1") == INBOX_QUERIES


@pytest.mark.parametrize("count", [10, 1000])
def test_a_thread_costs_the_same_however_full_the_mailbox_is(
    client_of: Callable[..., Client], shop: cast.Shop, count: int
) -> None:
    add_threads(shop, count)
    thread = cast.ask(shop).thread
    for number in range(20):
        cast.say(thread, shop.sam, f"Update {number}")
    client = client_of(shop.bea)
    client.get(f"/messages/t/{thread.pk}/")
    assert queries_of(client, f"/messages/t/{thread.pk}/") == THREAD_QUERIES


def test_a_thread_with_a_case_costs_three_queries_more_on_either_side(
    client_of: Callable[..., Client], shop: cast.Shop
) -> None:
    thread = cast.wait_for_answer(shop)
    for who in (shop.bea, shop.sam):
        client_of(who).get(f"/messages/t/{thread.pk}/")
    cast.say(thread, shop.sam, "On its way.")
    client_of(shop.bea).get(f"/messages/t/{thread.pk}/")
    before = [queries_of(client_of(who), f"/messages/t/{thread.pk}/") for who in (shop.bea, shop.sam)]
    claim = cast.claim_of(shop)
    answer(claim, by=shop.sam.user, statement="We sent the poles.", now=timezone.now())
    for who in (shop.bea, shop.sam):
        client_of(who).get(f"/messages/t/{thread.pk}/")
    after = [queries_of(client_of(who), f"/messages/t/{thread.pk}/") for who in (shop.bea, shop.sam)]
    # The steps of the claim, the returns, and the claim itself.
    assert after == [count + 3 for count in before]


@pytest.mark.parametrize("count", [10, 1000])
def test_the_badge_costs_one_query_beside_the_session_and_the_person(
    client_of: Callable[..., Client], shop: cast.Shop, count: int
) -> None:
    add_threads(shop, count)
    assert queries_of(client_of(shop.bea), "/messages/badge/") == BADGE_QUERIES
