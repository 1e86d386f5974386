"""Many hands at once, on a database with row locks."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections
from django.utils import timezone

from messaging.ledger.verifying import verify_all
from messaging.models import Mailbox, Message, Side, Status, Via
from messaging.posting import post_message
from messaging.screening import screen
from tests.cast import ask, make_order, say

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def at_once(works):
    def run(work):
        try:
            return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(works)) as pool:
        return [done.result(timeout=60) for done in [pool.submit(run, work) for work in works]]


def test_both_sides_writing_in_many_threads_at_once_lose_nothing_and_block_nobody(transactional_db, request):
    if connection.vendor == "sqlite":
        # One writer at a time by nature, and a test database in memory: nothing to race for.
        return
    shop = request.getfixturevalue("shop")
    threads = [ask(shop).thread]
    for number in range(3):
        shop.order = make_order(shop.bea, shop.product, number=f"EM-{number}")
        threads.append(ask(shop).thread)

    def talk(thread, who):
        return lambda: [say(thread, who, f"Line {number} of the talk.") for number in range(5)]

    at_once([talk(thread, who) for thread in threads for who in (shop.bea, shop.sam)])
    for thread in threads:
        places = list(thread.messages.order_by("seq").values_list("seq", flat=True))
        assert places == list(range(1, 12))
        assert not thread.messages.exclude(status=Status.DELIVERED).exists()
    assert all(broken is None for _name, broken in verify_all())
    states = list(Mailbox.objects.get(seller=shop.seller).entries.values_list("state", flat=True))
    assert len(states) == len(set(states))


def test_a_message_screened_by_many_workers_is_delivered_once(transactional_db, request):
    shop = request.getfixturevalue("shop")
    thread = ask(shop).thread
    now = timezone.now()
    message = post_message(
        thread=thread, author=shop.sam.user, side=Side.SELLER, body="Soon.", via=Via.API, now=now
    )
    if connection.vendor == "sqlite":
        moved = [screen(message.pk, now=now) for _ in range(4)]
    else:
        moved = at_once([lambda: screen(message.pk, now=now)] * 4)
    assert sorted(moved) == [False, False, False, True]
    assert Message.objects.get(pk=message.pk).status == Status.DELIVERED
