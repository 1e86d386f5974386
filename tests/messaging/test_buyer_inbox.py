"""Bea's list of threads: what it shows, how it is filtered, filed and undone."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Buyer, SellerStaff
from messaging.filing import Filing, file_entries
from messaging.models import Folder, Thread
from tests import cast
from tests.messaging.browsing import (
    SignIn,
    buyers_entry,
    page,
)


def test_the_inbox_lists_a_thread_with_its_seller_and_its_last_words(
    client_of: SignIn, bea: Buyer, sam: SellerStaff, thread: Thread
) -> None:
    cast.say(thread, sam, "A new pair leaves on Monday.")
    text = page(client_of(bea).get("/messages/"))
    assert "Northwind Audio" in text
    assert "A new pair leaves on Monday." in text
    assert f"/messages/t/{thread.pk}/" in text
    assert sam.user.email not in text


def test_opening_a_thread_marks_it_as_read_and_the_badge_follows(
    client_of: SignIn, bea: Buyer, sam: SellerStaff, thread: Thread
) -> None:
    cast.say(thread, sam, "On its way.")
    client = client_of(bea)
    assert client.get("/messages/badge/").json()["unread"] == 1
    client.get(f"/messages/t/{thread.pk}/")
    assert client.get("/messages/badge/").json()["unread"] == 0


def test_filters_live_in_the_query_string(
    client_of: SignIn, bea: Buyer, sam: SellerStaff, thread: Thread
) -> None:
    cast.say(thread, sam, "On its way.")
    client = client_of(bea)
    for shown in (
        "?unread=1",
        "?q=northwind",
        "?q=EM-204771-9330",
        "?order=204771",
        "?from=north",
        "?category=sellers",
    ):
        assert str(thread.pk) in page(client.get("/messages/" + shown)), shown
    for hidden in ("?has=attachment", "?q=trailhead", "?order=99", "?category=orders", "?before=2001-01-01"):
        assert str(thread.pk) not in page(client.get("/messages/" + hidden)), hidden


@pytest.mark.parametrize(
    "query",
    [
        "?older=x",
        "?newer=%00",
        "?after=2026-13-40",
        "?category=%00",
        "?q=%00%ff",
        "?folder=nowhere",
        "?before=9999-12-31",
    ],
)
def test_the_inbox_takes_any_query(client_of: SignIn, bea: Buyer, thread: Thread, query: str) -> None:
    assert client_of(bea).get("/messages/" + query).status_code == 200


def test_pages_follow_each_other_by_key(client_of: SignIn, shop: cast.Shop) -> None:
    now = timezone.now()
    for number in range(30):
        product = cast.make_product(shop.seller, sku=f"SKU-{number}", title=f"Thing {number}")
        order = cast.make_order(shop.bea, product, number=f"EM-{number:06}")
        shop.order = order
        cast.ask(shop, now=now - timedelta(hours=number))
    client = client_of(shop.bea)
    first = page(client.get("/messages/"))
    assert first.count("data-row") == 25
    older = re.search(r'href="(\?[^"]*older=[^"]+)"', first)
    assert older is not None
    second = page(client.get("/messages/" + older[1].replace("&amp;", "&")))
    assert second.count("data-row") == 5
    newer = re.search(r'href="(\?[^"]*newer=[^"]+)"', second)
    assert newer is not None
    assert page(client.get("/messages/" + newer[1].replace("&amp;", "&"))).count("data-row") == 25


@pytest.mark.parametrize(
    ("action", "folder", "unread"),
    [
        ("read", Folder.INBOX, False),
        ("unread", Folder.INBOX, True),
        ("archive", Folder.ARCHIVE, False),
        ("delete", Folder.DELETED, False),
    ],
)
def test_an_action_on_chosen_threads_can_be_undone(
    client_of: SignIn, bea: Buyer, thread: Thread, action: str, folder: Folder, unread: bool
) -> None:
    if action == "read":
        file_entries([buyers_entry(thread)], Filing.UNREAD, now=timezone.now())
    client = client_of(bea)
    answer = client.post(
        "/messages/file/", {"action": action, "entry": str(buyers_entry(thread).pk)}, follow=True
    )
    assert (buyers_entry(thread).folder, buyers_entry(thread).unread) == (folder, unread)
    token = re.search(r'name="token" value="([^"]+)"', page(answer))
    assert token is not None
    client.post("/messages/undo/", {"token": token[1]})
    assert buyers_entry(thread).folder == Folder.INBOX
    assert buyers_entry(thread).unread is (action == "read")


def test_a_deleted_thread_waits_in_deleted_and_comes_back(
    client_of: SignIn, bea: Buyer, thread: Thread
) -> None:
    client = client_of(bea)
    client.post("/messages/file/", {"action": "delete", "entry": str(buyers_entry(thread).pk)})
    assert str(thread.pk) not in page(client.get("/messages/"))
    assert str(thread.pk) in page(client.get("/messages/?folder=deleted"))
    client.post("/messages/file/", {"action": "restore", "entry": str(buyers_entry(thread).pk)})
    assert str(thread.pk) in page(client.get("/messages/"))


def test_after_thirty_days_nothing_is_restored(bea: Buyer, thread: Thread) -> None:
    now = timezone.now()
    file_entries([buyers_entry(thread)], Filing.DELETE, now=now - timedelta(days=31))
    assert file_entries([buyers_entry(thread)], Filing.RESTORE, now=now) == 0


def test_nobody_files_somebody_elses_threads(
    client_of: SignIn, bea: Buyer, eve: Buyer, thread: Thread
) -> None:
    client_of(eve).post("/messages/file/", {"action": "delete", "entry": str(buyers_entry(thread).pk)})
    assert buyers_entry(thread).folder == Folder.INBOX


def test_an_undo_token_is_worth_nothing_to_somebody_else(
    client_of: SignIn, bea: Buyer, eve: Buyer, thread: Thread
) -> None:
    answer = client_of(bea).post(
        "/messages/file/", {"action": "delete", "entry": str(buyers_entry(thread).pk)}, follow=True
    )
    token = re.search(r'name="token" value="([^"]+)"', page(answer))
    assert token is not None
    client_of(eve).post("/messages/undo/", {"token": token[1]})
    assert buyers_entry(thread).folder == Folder.DELETED


def test_an_action_leads_back_to_the_list_and_never_off_the_site(
    client_of: SignIn, bea: Buyer, thread: Thread
) -> None:
    form = {"action": "read", "entry": str(buyers_entry(thread).pk)}
    client = client_of(bea)
    here = client.post("/messages/file/", {**form, "next": "/messages/?unread=1"})
    away = client.post("/messages/file/", {**form, "next": "https://evil.example/"})
    assert (here["Location"], away["Location"]) == ("/messages/?unread=1", "/messages/")
