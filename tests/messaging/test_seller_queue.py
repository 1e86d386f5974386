"""The shop's queues: what is due first, what they count, what they cost."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from messaging.models import Folder, Mailbox, MailboxEntry, Thread
from messaging.views.seller_queue import Queue, Wanted, counts_of
from tests import cast
from tests.messaging.browsing import (
    PANE,
    SignIn,
    page,
)

# The queues ------------------------------------------------------------------------------------------------------------


def test_needs_reply_shows_what_is_due_first_on_top(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    later = cast.ask(
        cast.Shop(shop.bea, shop.sam, cast.make_order(shop.bea, shop.product, number="EM-2"), shop.product),
        "A question from three days ago.",
        now=timezone.now() - timedelta(days=3),
    ).thread
    text = page(client_of(shop.sam).get("/seller/messages/"))
    assert text.index(str(later.pk)) < text.index(str(thread.pk))
    assert "late" in text
    assert "Bea M." in text
    assert "Marlowe" not in text
    assert shop.bea.user.email not in text


def test_an_answer_moves_the_thread_to_waiting_on_buyer(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    client = client_of(shop.sam)
    cast.say(thread, shop.sam, "It arrives on Monday.")
    assert str(thread.pk) not in page(client.get("/seller/messages/"))
    assert "Nothing needs a reply" in page(client.get("/seller/messages/"))
    for queue in ("waiting", "sent"):
        assert str(thread.pk) in page(client.get(f"/seller/messages/?queue={queue}")), queue


def test_each_queue_counts_what_it_lists(shop: cast.Shop, thread: Thread) -> None:
    """The counts are written in SQL, the lists in the query language: they must say the same."""
    box = Mailbox.of(shop.seller)
    for number, flags in enumerate(
        [{}, {"is_held": True}, {"is_important": True}, {"folder": Folder.ARCHIVE}, {"last_side": "seller"}]
    ):
        order = cast.make_order(shop.bea, shop.product, number=f"EM-{number}")
        other = Thread.objects.create(buyer=shop.bea, seller=shop.seller, order=order, kind="order")
        MailboxEntry.objects.create(mailbox=box, thread=other, **flags)
    counted = counts_of(box)
    listed = {
        queue: Wanted.read(_query(f"queue={queue}")).entries(box).count()
        for queue in Queue.values
        if queue in counted
    }
    assert counted == listed
    assert set(counted.values()) == {1}


def _query(text: str) -> Any:
    from django.http import QueryDict

    return QueryDict(text)


@pytest.mark.parametrize(
    "words", ["queue=nonsense", "sort=x&kind=y", "after=%00%FF", "after=MjAyNg", "q=%00", "q=%25%27"]
)
def test_words_nobody_offered_are_left_out(
    client_of: SignIn, shop: cast.Shop, thread: Thread, words: str
) -> None:
    assert client_of(shop.sam).get(f"/seller/messages/?{words}").status_code == 200


def test_a_thread_is_found_by_order_number_and_first_name_never_by_surname(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    client = client_of(shop.sam)
    for words, found in (("204771", True), ("bea", True), ("marlowe", False), ("nothing", False)):
        assert (str(thread.pk) in page(client.get("/seller/messages/", {"q": words}))) is found, words


@pytest.mark.parametrize("sort", ["due", "newest", "oldest"])
def test_pages_follow_each_other_without_loss(client_of: SignIn, shop: cast.Shop, sort: str) -> None:
    add_threads(shop, 60)
    client, seen, after = client_of(shop.sam), [], ""
    for _page in range(4):
        text = page(client.get("/seller/messages/", {"sort": sort, "after": after}))
        seen += re.findall(r'data-thread="([0-9a-f-]{36})"', text)
        found = re.search(r'id="more"><a[^>]*after=([\w-]+)', text)
        if not found:
            break
        after = found[1]
    assert len(seen) == len(set(seen)) == 60


# What it costs ---------------------------------------------------------------------------------------------------------


def add_threads(shop: cast.Shop, count: int) -> None:
    """Many threads in the shop's mailbox, as rows: their way in is tested elsewhere."""
    now = timezone.now()
    box = Mailbox.of(shop.seller)
    buyers = [cast.make_buyer(f"buyer{number}@many.example", f"Buyer{number}") for number in range(3)]
    threads = [
        Thread(buyer=buyers[number % 3], seller=shop.seller, kind="notice", subject=f"Question {number}")
        for number in range(count)
    ]
    Thread.objects.bulk_create(threads)
    MailboxEntry.objects.bulk_create(
        MailboxEntry(
            mailbox=box,
            thread=thread,
            unread=number % 3 == 0,
            last_activity=now - timedelta(minutes=number),
            due_at=now + timedelta(minutes=number % 7),
        )
        for number, thread in enumerate(threads)
    )


@pytest.mark.parametrize("count", [10, 1000])
def test_the_queue_costs_the_same_however_full_it_is(
    client_of: SignIn, shop: cast.Shop, django_assert_num_queries: Any, count: int
) -> None:
    add_threads(shop, count)
    client = client_of(shop.sam)
    with django_assert_num_queries(5):  # session, person, mailbox, entries, counts
        client.get("/seller/messages/")
    with django_assert_num_queries(5):
        client.get("/seller/messages/?queue=held&kind=orders&q=question")


@pytest.mark.parametrize("count", [10, 1000])
def test_a_thread_costs_the_same_however_full_the_mailbox_is(
    client_of: SignIn, shop: cast.Shop, django_assert_num_queries: Any, count: int
) -> None:
    add_threads(shop, count)
    thread = cast.ask(shop).thread
    for number in range(20):
        cast.say(thread, shop.sam, f"Update {number}")
    client = client_of(shop.sam)
    client.get(f"/messages/t/{thread.pk}/")
    # session, person, entry with its thread, today's quota, messages, order
    with django_assert_num_queries(6):
        client.get(f"/messages/t/{thread.pk}/")
    with django_assert_num_queries(6):
        client.get(f"/messages/t/{thread.pk}/", headers=PANE)
