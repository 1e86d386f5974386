"""Bea's other pages, through the real doors; Eve sees nothing of hers."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.models import Buyer, SellerStaff, User
from messaging.models import Message, Status, Thread
from tests import cast
from tests.messaging.browsing import (
    SignIn,
    page,
    sent_file,
)


def test_your_orders_lead_to_the_seller_and_to_the_thread(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    text = page(client_of(shop.bea).get("/orders/"))
    assert shop.order.number in text
    assert "Contact Seller</button>" in text
    assert f"/messages/t/{thread.pk}/" in text
    assert shop.order.number in page(client_of(shop.bea).get(f"/orders/{shop.order.number}/"))


@pytest.mark.parametrize(
    "query", ["?q=aria", "?q=%00", "?show=cancelled", "?show=zzz", "?older=junk", "?older=2026-01-01"]
)
def test_orders_take_any_query(client_of: SignIn, shop: cast.Shop, query: str) -> None:
    assert client_of(shop.bea).get("/orders/" + query).status_code == 200


def test_preferences_are_kept(client_of: SignIn, bea: Buyer) -> None:
    client = client_of(bea)
    assert f"{bea.alias}@msg.example-market.com" in page(client.get("/preferences/"))
    client.post("/preferences/", {"time_zone": "Europe/Berlin", "language": "de", "undo_sends": "on"})
    bea.refresh_from_db()
    assert (bea.opted_out, bea.alert_mail, bea.promotions) == (True, False, False)
    assert User.objects.get(pk=bea.user_id).time_zone == "Europe/Berlin"


def test_a_wrong_time_zone_is_told_beside_its_field(client_of: SignIn, bea: Buyer) -> None:
    answer = client_of(bea).post("/preferences/", {"time_zone": "Mars/Olympus"})
    assert answer.status_code == 422
    assert "id_time_zone_error" in page(answer)


def test_the_way_in_by_role(client: Client, client_of: SignIn, bea: Buyer, sam: SellerStaff) -> None:
    assert "Sign in" in page(client.get("/"))
    assert "Your Messages" in page(client_of(bea).get("/"))
    assert client_of(sam).get("/")["Location"] == "/seller/"


@pytest.mark.parametrize("path", ["/messages/", "/orders/", "/preferences/", "/messages/new/"])
def test_strangers_are_sent_to_sign_in(client: Client, db: None, path: str) -> None:
    assert client.get(path)["Location"].startswith("/accounts/login/")


def test_for_eve_there_is_no_such_thing(
    client_of: SignIn, shop: cast.Shop, eve: Buyer, eve_sells: SellerStaff
) -> None:
    file = sent_file(shop, client_of)
    message = Message.objects.get()
    for stranger in (eve, eve_sells):
        client = client_of(stranger)
        for path in (
            f"/messages/t/{message.thread_id}/",
            f"/messages/files/{file.pk}/",
            f"/orders/{shop.order.number}/",
        ):
            assert client.get(path).status_code == 404, path
        for path in ("undo", "report", "dispute"):
            assert client.post(f"/messages/m/{message.pk}/{path}/").status_code == 404, path
        assert client.post(f"/messages/t/{message.thread_id}/", {"body": "Let me in"}).status_code == 404
        assert client.get(f"/messages/new/?order={shop.order.number}").status_code == 404


def test_the_other_sides_blocked_words_are_nowhere(
    client_of: SignIn, bea: Buyer, sam: SellerStaff, thread: Thread
) -> None:
    message = cast.say(thread, sam, "Leave us a 5-star review and get a full refund as a gift!")
    assert message.status == Status.BLOCKED
    client = client_of(bea)
    for path in (
        f"/messages/t/{thread.pk}/",
        f"/messages/t/{thread.pk}/?since=0",
        "/messages/",
        f"/messages/m/{message.pk}/report/",
    ):
        assert b"5-star" not in client.get(path).content, path
