"""Searching as Bea and Sam do it: in the box of their inbox, and through the API."""

from __future__ import annotations

import html
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from messaging.models import Folder, MailboxEntry
from tests import cast
from tests.messaging.browsing import SignIn, page

# Session, person, unread figures, the rows; for a search the mailbox's key and the rows' messages.
INBOX_QUERIES = 4
SEARCH_QUERIES = 6
SELLER_INBOX_QUERIES = 5
SELLER_SEARCH_QUERIES = 7


def rows_of(text: str) -> list[str]:
    """The links of the list, in order."""
    return re.findall(r'href="(/messages/t/[^"]+)"', text)


def marks_of(text: str) -> list[str]:
    return [html.unescape(found) for found in re.findall(r'<mark class="mc-hit">([^<]*)</mark>', text)]


@pytest.fixture
def parcel(shop: cast.Shop) -> cast.Thread:
    """Two orders: the older one's thread tells of a parcel and of the newer one's number."""
    now = timezone.now()
    thread = cast.ask(shop, "Where is my <b>parcel</b>? I also wait for EM-300000-1111.").thread
    other = cast.make_product(shop.seller, sku="NA-MUG", title="Stoneware mug")
    shop.order = cast.make_order(shop.bea, other, number="EM-300000-1111")
    cast.ask(shop, "Is it dishwasher safe?", now=now - timedelta(days=60))
    return thread


@pytest.mark.parametrize("side", ["bea", "sam"])
def test_a_word_leads_to_its_thread_and_is_marked_in_the_message(
    client_of: SignIn, shop: cast.Shop, parcel: cast.Thread, side: str
) -> None:
    cast.say(parcel, shop.sam, "It was sent.")
    path = {"bea": "/messages/", "sam": "/seller/messages/"}[side]
    text = page(client_of(getattr(shop, side)).get(path, {"q": "parcels"}))
    assert set(rows_of(text)) == {f"/messages/t/{parcel.pk}/"}
    assert marks_of(text) == ["parcel"]
    assert "Where is my &lt;b&gt;<mark" in text  # what people write stays text
    assert "It was sent." not in text


def test_subject_and_name_are_marked_too(client_of: SignIn, shop: cast.Shop, parcel: cast.Thread) -> None:
    text = page(client_of(shop.bea).get("/messages/", {"q": "earbuds north"}))
    assert marks_of(text) == ["Northwind", "earbuds"]


@pytest.mark.parametrize("side", ["bea", "sam"])
def test_an_orders_number_leads_to_its_thread_first(
    client_of: SignIn, shop: cast.Shop, parcel: cast.Thread, side: str
) -> None:
    path = {"bea": "/messages/", "sam": "/seller/messages/"}[side]
    client = client_of(getattr(shop, side))
    for number in ("EM-300000-1111", "em-300000-1111"):
        first, second = dict.fromkeys(rows_of(page(client.get(path, {"q": number}))))
        assert (first != f"/messages/t/{parcel.pk}/", second) == (True, f"/messages/t/{parcel.pk}/")


@pytest.mark.parametrize("side", ["bea", "sam"])
def test_operators_become_chips_that_can_be_taken_off(
    client_of: SignIn, shop: cast.Shop, parcel: cast.Thread, side: str
) -> None:
    path = {"bea": "/messages/", "sam": "/seller/messages/"}[side]
    client = client_of(getattr(shop, side))
    text = page(client.get(path, {"q": 'parcel has:attachment after:2020-01-01 order:"EM-204771-9330"'}))
    assert rows_of(text) == []
    chips = {
        label.strip(): html.unescape(link)
        for link, label in re.findall(r'<li><a class="mc-pill" href="([^"]*)">([^<]*)<', text)
    }
    assert set(chips) == {"Has attachment", "After 2020-01-01", "Order EM-204771-9330"}
    without = page(client.get(path + chips["Has attachment"]))
    assert set(rows_of(without)) == {f"/messages/t/{parcel.pk}/"}
    assert "Has attachment</a>" in without or side == "sam"
    assert 'value="parcel after:2020-01-01 order:&quot;EM-204771-9330&quot;"' in without


def test_the_other_filters_of_the_inbox_can_be_taken_off_one_by_one(
    client_of: SignIn, shop: cast.Shop, parcel: cast.Thread
) -> None:
    client = client_of(shop.bea)
    text = page(client.get("/messages/?q=where&from=north&order=204771&after=2020-01-01&older=x"))
    links = [html.unescape(link) for link in re.findall(r'<li><a class="mc-pill" href="([^"]*)">', text)]
    assert links == [
        "?q=where&order=204771&after=2020-01-01",
        "?q=where&from=north&after=2020-01-01",
        "?q=where&from=north&order=204771",
    ]


def test_a_date_nobody_can_read_is_told_and_the_rest_is_searched(
    client_of: SignIn, shop: cast.Shop, parcel: cast.Thread
) -> None:
    text = page(client_of(shop.bea).get("/messages/", {"q": "parcel before:soon"}))
    assert "“soon” is not a date" in text
    assert rows_of(text)


def test_a_search_looks_among_the_archived_and_not_among_the_deleted(
    client_of: SignIn, shop: cast.Shop, parcel: cast.Thread
) -> None:
    client = client_of(shop.bea)
    own = MailboxEntry.objects.filter(thread=parcel, mailbox__buyer=shop.bea)
    for folder, is_found in ((Folder.ARCHIVE, True), (Folder.DELETED, False)):
        own.update(folder=folder)
        assert bool(rows_of(page(client.get("/messages/", {"q": "parcel"})))) is is_found
    assert rows_of(page(client.get("/messages/", {"q": "parcel", "folder": "deleted"})))


def test_a_shops_search_looks_in_every_queue_unless_one_is_named(
    client_of: SignIn, shop: cast.Shop, parcel: cast.Thread
) -> None:
    cast.say(parcel, shop.sam, "It was sent.")
    client = client_of(shop.sam)
    assert rows_of(page(client.get("/seller/messages/", {"q": "parcel"})))
    named = page(client.get("/seller/messages/", {"q": "parcel", "queue": "needs_reply"}))
    assert not rows_of(named)
    assert '<a class="mc-pill" href="?q=parcel">Needs reply ' in named


def test_a_stranger_finds_nothing(client_of: SignIn, eve: cast.Buyer, parcel: cast.Thread) -> None:
    assert rows_of(page(client_of(eve).get("/messages/", {"q": "parcel"}))) == []


def test_pages_of_results_follow_each_other_and_show_the_order_asked_for_once(
    client_of: SignIn, shop: cast.Shop
) -> None:
    now = timezone.now()
    for number in range(30):
        product = cast.make_product(shop.seller, sku=f"SKU-{number}", title=f"Thing {number}")
        shop.order = cast.make_order(shop.bea, product, number=f"EM-{number:06}")
        cast.ask(shop, "It goes with EM-000029.", now=now - timedelta(hours=number))
    for who, path in ((shop.bea, "/messages/"), (shop.sam, "/seller/messages/")):
        client = client_of(who)
        text = page(client.get(path, {"q": "EM-000029"}))
        first = list(dict.fromkeys(rows_of(text)))
        (following,) = re.findall(r'href="(\?[^"]*(?:older|after)=[^"]+)"', text)[:1]
        second = list(dict.fromkeys(rows_of(page(client.get(path + html.unescape(following))))))
        assert (len(first), len(second)) == (25, 5)
        assert len({*first, *second}) == 30
        assert "Thing 29" in text.partition("Thing 0")[0]


@pytest.mark.parametrize("count", [2, 40])
def test_a_search_costs_two_queries_more_than_the_list_however_much_it_finds(
    client_of: SignIn, shop: cast.Shop, count: int
) -> None:
    for number in range(count):
        product = cast.make_product(shop.seller, sku=f"SKU-{number}", title=f"Thing {number}")
        shop.order = cast.make_order(shop.bea, product, number=f"EM-{number:06}")
        cast.ask(shop, "Where is the parcel?")
    bea, sam = client_of(shop.bea), client_of(shop.sam)
    assert queries(bea, "/messages/") == INBOX_QUERIES
    assert queries(bea, "/messages/?q=parcel+where") == SEARCH_QUERIES
    assert queries(bea, "/messages/?q=is:unread") == INBOX_QUERIES
    assert queries(bea, "/messages/?q=EM-000001") == SEARCH_QUERIES + 1
    assert queries(sam, "/seller/messages/") == SELLER_INBOX_QUERIES
    assert queries(sam, "/seller/messages/?q=parcel") == SELLER_SEARCH_QUERIES


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(path).status_code == 200
    return len(seen)


@pytest.mark.parametrize(
    "q",
    [
        "%00",
        '"',
        'from:"',
        ":::",
        "from:",
        "-" * 300,
        "'; DROP TABLE",
        "🙂",
        "a OR b NOT",
        "* ( ) & | !",
        "\u202e",
    ],
)
def test_the_box_takes_anything(client_of: SignIn, shop: cast.Shop, parcel: cast.Thread, q: str) -> None:
    assert client_of(shop.bea).get("/messages/", {"q": q}).status_code == 200
    assert client_of(shop.sam).get("/seller/messages/", {"q": q}).status_code == 200
