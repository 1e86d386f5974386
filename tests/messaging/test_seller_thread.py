"""The shop in a thread: what it reads, how it answers, what it is told."""

from __future__ import annotations

import pytest

from accounts.models import Role, SellerStaff
from messaging.metrics.models import Ending, Obligation
from messaging.models import Side, Status, Thread
from messaging.models.review import Dispute
from messaging.screening import screen
from tests import cast
from tests.messaging.browsing import (
    PANE,
    SignIn,
    last,
    page,
    reply,
    sellers_entry,
)


@pytest.fixture
def agent(shop: cast.Shop) -> SellerStaff:
    return cast.make_staff("priya@northwind-office.example", seller=shop.seller, role=Role.AGENT)


def test_the_page_shows_the_talk_the_order_and_what_may_be_sent(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    text = page(client_of(shop.sam).get(f"/messages/t/{thread.pk}/"))
    for words in (
        "Where is my order?",
        "Reply by",
        "No response needed",
        "EM-204771-9330",
        "Aria Pro wireless earbuds",
        "1Z999AA10123456784",
        "What you can send",
        f"{shop.bea.alias}@msg.example-market.com",
        "It started the 24-hour clock.",
    ):
        assert words in text, words


def test_the_pane_is_the_thread_without_the_frame(client_of: SignIn, shop: cast.Shop, thread: Thread) -> None:
    response = client_of(shop.sam).get(f"/messages/t/{thread.pk}/", headers=PANE)
    text = page(response)
    assert "Where is my order?" in text
    assert "<html" not in text
    assert response["HX-Push-Url"] == f"/messages/t/{thread.pk}/"


def test_back_gets_the_whole_page(client_of: SignIn, shop: cast.Shop, thread: Thread) -> None:
    headers = {**PANE, "HX-History-Restore-Request": "true"}
    assert "<html" in page(client_of(shop.sam).get(f"/messages/t/{thread.pk}/", headers=headers))


def test_opening_marks_as_read_for_the_shop_but_not_when_a_viewer_looks_in(
    client_of: SignIn, shop: cast.Shop, viewer: SellerStaff, thread: Thread
) -> None:
    client_of(viewer).get(f"/messages/t/{thread.pk}/")
    assert sellers_entry(thread).unread
    client_of(shop.sam).get(f"/messages/t/{thread.pk}/")
    assert not sellers_entry(thread).unread


def test_a_reply_can_be_undone_and_its_text_comes_back(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    client = client_of(shop.sam)
    response = reply(client, thread, "It arrives on Munday.")
    assert response.status_code == 302
    message = last(thread)
    assert "Sending in" in page(client.get(f"/messages/t/{thread.pk}/"))
    again = client.post(f"/messages/m/{message.pk}/undo/", follow=True)
    assert "It arrives on Munday.</textarea>" in page(again)
    message.refresh_from_db()
    assert message.status == Status.WITHDRAWN


def test_an_answer_stops_the_clock_and_reaches_bea(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    reply(client_of(shop.sam), thread, "It arrives on Monday.")
    message = last(thread)
    screen(message.pk, now=message.send_after)
    assert cast.texts(thread, Side.BUYER)[-1] == "It arrives on Monday."
    assert Obligation.objects.get(thread=thread).ending == Ending.REPLY
    assert sellers_entry(thread).due_at is None


def test_htmx_gets_the_new_message_and_an_empty_composer(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    response = client_of(shop.sam).post(
        f"/messages/t/{thread.pk}/",
        {"body": "On its way.", "mode": "reply"},
        headers={"HX-Request": "true", "HX-Target": "reply-form"},
    )
    text = page(response)
    assert response["HX-Trigger"] == "accepted"
    assert 'hx-swap-oob="beforeend:#messages"' in text
    assert "On its way." in text
    assert "<html" not in text


@pytest.mark.parametrize("place", ["²", "9" * 30, "9" * 5000, "-1", "x"])
def test_a_place_that_is_none_shows_the_thread_all_the_same(
    client_of: SignIn, shop: cast.Shop, thread: Thread, place: str
) -> None:
    client = client_of(shop.sam)
    for name in ("before", "since"):
        assert client.get(f"/messages/t/{thread.pk}/", {name: place}).status_code == 200


def test_pressing_send_twice_sends_once(client_of: SignIn, shop: cast.Shop, thread: Thread) -> None:
    client = client_of(shop.sam)
    for _press in range(2):
        reply(client, thread, "On its way.", key="one-form")
    assert thread.messages.filter(side=Side.SELLER).count() == 1


def test_an_empty_reply_is_told_beside_the_field(client_of: SignIn, shop: cast.Shop, thread: Thread) -> None:
    response = reply(client_of(shop.sam), thread, "   ")
    assert response.status_code == 422
    assert "There is nothing to send yet" in page(response)


def test_what_was_blocked_shows_the_words_and_the_way_on(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    blocked = cast.say(thread, shop.sam, "All good. Please leave us a 5 star review.")
    assert blocked.status == Status.BLOCKED
    client = client_of(shop.sam)
    text = page(client.get(f"/messages/t/{thread.pk}/"))
    assert "<mark" in text
    assert "Blocked: Bea M. has not seen it." in text
    edited = page(client.get(f"/messages/t/{thread.pk}/?edit={blocked.pk}"))
    assert "Please leave us a 5 star review.</textarea>" in edited
    assert str(thread.pk) in page(client.get("/seller/messages/?queue=held"))
    client.post(f"/messages/m/{blocked.pk}/dispute/")
    assert Dispute.objects.get(message=blocked).by == shop.sam.user


def test_removed_words_are_told_to_their_author(client_of: SignIn, shop: cast.Shop, thread: Thread) -> None:
    cast.say(thread, shop.sam, "The label comes from care@northwind-office.example on Monday.")
    text = page(client_of(shop.sam).get(f"/messages/t/{thread.pk}/"))
    assert "Delivered without the marked words" in text
    assert '<mark class="mc-cut">care@northwind-office.example</mark>' in text


def test_colleagues_are_named_to_each_other(
    client_of: SignIn, shop: cast.Shop, agent: SellerStaff, thread: Thread
) -> None:
    cast.say(thread, shop.sam, "On its way.")
    assert "Sam O." in page(client_of(agent).get(f"/messages/t/{thread.pk}/"))
    assert "Sam O." not in page(client_of(shop.bea).get(f"/messages/t/{thread.pk}/"))


def test_news_bring_the_message_and_take_the_deadline_away(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    client = client_of(shop.sam)
    cast.say(thread, shop.bea, "And which parcel service is it?")
    cast.say(thread, shop.sam, "Parcel Post.")
    text = page(client.get(f"/messages/t/{thread.pk}/?since=1&pending="))
    assert "And which parcel service" in text
    assert "Where is my order?" not in text
    assert '<div id="due-bar" hx-swap-oob="outerHTML"></div>' in text
