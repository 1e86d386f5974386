"""What a buyer has begun to write, and what they marked with a star: theirs alone, on all their devices."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test import Client

from accounts.models import Buyer, SellerStaff
from messaging.models import Draft, Mailbox, MailboxEntry, Side, Thread
from tests import cast

SignIn = Callable[[Any], Client]


def url(thread: Thread) -> str:
    return f"/messages/t/{thread.pk}/draft/"


def state(side: Side = Side.BUYER) -> int:
    return Mailbox.objects.get(side=side).state


def test_a_draft_begun_on_one_device_goes_on_on_another(
    thread: Thread, bea: Buyer, client_of: SignIn
) -> None:
    laptop, phone = client_of(bea), client_of(bea)
    assert laptop.get(url(thread)).json() == {"body": ""}
    assert phone.post(url(thread), {"body": "I would\r\nlike"}).status_code == 204
    assert laptop.get(url(thread)).json() == {"body": "I would\nlike"}
    laptop.post(url(thread), {"body": "I would like two"})
    assert phone.get(url(thread)).json() == {"body": "I would like two"}
    phone.post(url(thread), {"body": ""})
    assert laptop.get(url(thread)).json() == {"body": ""}
    assert not Draft.objects.exists()


def test_other_devices_hear_of_a_change_and_of_nothing_else(
    thread: Thread, bea: Buyer, client_of: SignIn
) -> None:
    phone, before = client_of(bea), state()
    phone.post(url(thread), {"body": "Hello"})
    assert state() == before + 1
    assert MailboxEntry.objects.get(mailbox__side=Side.BUYER).state == before + 1
    phone.post(url(thread), {"body": "Hello"})
    assert state() == before + 1
    phone.post(url(thread), {"body": ""})
    phone.post(url(thread), {"body": ""})
    assert state() == before + 2


def test_the_shop_learns_nothing_of_a_draft(
    thread: Thread, bea: Buyer, sam: SellerStaff, client_of: SignIn
) -> None:
    before = state(Side.SELLER)
    client_of(bea).post(url(thread), {"body": "I am thinking about a refund"})
    assert state(Side.SELLER) == before
    assert "thinking about" not in client_of(sam).get(f"/messages/t/{thread.pk}/").content.decode()
    assert client_of(sam).get(url(thread)).status_code == 404


def test_a_draft_is_sealed(thread: Thread, bea: Buyer, client_of: SignIn) -> None:
    client_of(bea).post(url(thread), {"body": "A secret wish"})
    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM messaging_draft")
        assert b"secret" not in bytes(cursor.fetchone()[0])


def test_eve_neither_reads_nor_writes_a_draft(
    thread: Thread, bea: Buyer, eve: Buyer, client_of: SignIn
) -> None:
    client_of(bea).post(url(thread), {"body": "Hello"})
    for who in (client_of(eve), Client()):
        assert who.get(url(thread)).status_code in {302, 404}
        assert who.post(url(thread), {"body": "Mine"}).status_code in {302, 404}
    assert client_of(bea).get(url(thread)).json() == {"body": "Hello"}


def test_a_draft_is_no_longer_than_a_message(thread: Thread, bea: Buyer, client_of: SignIn) -> None:
    client_of(bea).post(url(thread), {"body": "a\x00b" + "x" * 5000})
    kept = client_of(bea).get(url(thread)).json()["body"]
    assert len(kept) == 4000
    assert kept.startswith("abx")


def test_keeping_a_draft_costs_a_steady_number_of_queries(
    thread: Thread, bea: Buyer, client_of: SignIn, django_assert_num_queries: Any
) -> None:
    phone = client_of(bea)
    phone.post(url(thread), {"body": "Hell"})
    # Session, person, entry, draft; savepoint, mailbox, draft again, its update, entry, end of the savepoint.
    with django_assert_num_queries(10):
        phone.post(url(thread), {"body": "Hello"})
    with django_assert_num_queries(4):
        phone.get(url(thread))


def test_a_star_is_given_while_reading_and_shown_in_the_list(
    thread: Thread, bea: Buyer, sam: SellerStaff, client_of: SignIn
) -> None:
    cast.say(thread, sam, "It leaves on Monday.")
    browser, entry = client_of(bea), thread.entry_of(Side.BUYER)
    before = state()
    answer = browser.post("/messages/file/", {"action": "star", "entry": entry.pk})
    assert answer["Location"] == f"/messages/t/{thread.pk}/"
    assert state() == before + 1
    assert "Take the star away" in browser.get(f"/messages/t/{thread.pk}/").content.decode()
    assert "Starred" in browser.get("/messages/").content.decode()
    browser.post("/messages/file/", {"action": "unstar", "entry": entry.pk})
    assert "Starred" not in browser.get("/messages/").content.decode()
    assert "Add a star" in browser.get(f"/messages/t/{thread.pk}/").content.decode()
