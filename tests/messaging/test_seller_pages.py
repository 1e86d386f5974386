"""Who of a shop sees and may do what, through the real doors; Eve finds nothing there."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from accounts.models import Buyer, Seller, SellerStaff
from messaging.models import Side, Thread
from tests import cast
from tests.messaging.browsing import (
    SignIn,
    file,
    page,
    reply,
)

PAGES = [
    "/seller/",
    "/seller/messages/",
    "/seller/orders/",
    "/seller/settings/notifications/",
    "/seller/settings/senders/",
]


def test_a_viewer_reads_everything_and_changes_nothing(
    client_of: SignIn, shop: cast.Shop, viewer: SellerStaff, thread: Thread
) -> None:
    client = client_of(viewer)
    for path in [*PAGES, f"/messages/t/{thread.pk}/"]:
        assert client.get(path).status_code == 200, path
    text = page(client.get(f"/messages/t/{thread.pk}/"))
    assert "<textarea" not in text
    assert "No response needed</button>" not in text
    sent = cast.say(thread, shop.sam, "Please leave us a 5 star review.")
    for response in (
        reply(client, thread, "Hello"),
        file(client, thread, "archive"),
        client.get(f"/seller/orders/{shop.order.number}/write/"),
        client.post(f"/messages/m/{sent.pk}/dispute/"),
    ):
        assert response.status_code == 403
    assert thread.messages.filter(side=Side.SELLER).count() == 1


def test_eve_finds_no_page_of_a_shop(client_of: SignIn, eve: Buyer, thread: Thread, shop: cast.Shop) -> None:
    client = client_of(eve)
    for path in [
        *PAGES,
        "/seller/settings/staff/",
        f"/messages/t/{thread.pk}/",
        f"/seller/orders/{shop.order.number}/write/",
    ]:
        assert client.get(path).status_code == 404, path
    assert file(client, thread, "archive").status_code == 404
    assert reply(client, thread, "Hello").status_code == 404


def test_another_shop_finds_nothing_of_this_one(
    client_of: SignIn, eve_sells: SellerStaff, thread: Thread, shop: cast.Shop
) -> None:
    client = client_of(eve_sells)
    for path in (f"/messages/t/{thread.pk}/", f"/seller/orders/{shop.order.number}/write/"):
        assert client.get(path).status_code == 404, path
    assert file(client, thread, "archive").status_code == 404
    assert str(thread.pk) not in page(client.get("/seller/messages/"))
    assert shop.order.number not in page(client.get("/seller/orders/"))


def test_signed_out_people_are_asked_to_sign_in(client: Client, shop: cast.Shop, thread: Thread) -> None:
    for path in PAGES:
        response = client.get(path)
        assert (response.status_code, response["Location"].split("?")[0]) == (302, "/accounts/login/"), path


def test_the_dashboard_says_what_is_due_and_what_is_late(client_of: SignIn, shop: cast.Shop) -> None:
    cast.ask(shop, now=timezone.now() - timedelta(days=2))
    text = page(client_of(shop.sam).get("/seller/"))
    assert "Over 24 hours without an answer" in text
    assert "0 of 1 in 30 days" in text
    assert "Good standing" in text


def test_every_page_says_how_many_messages_wait_while_buyer_messages_are_off(
    client_of: SignIn, shop: cast.Shop
) -> None:
    Seller.objects.filter(pk=shop.seller.pk).update(buyer_messages_on=False)
    cast.ask(cast.Shop(shop.bea, SellerStaff.objects.get(pk=shop.sam.pk), shop.order, shop.product))
    client = client_of(shop.sam)
    for path in PAGES:
        assert "1 message is waiting" in page(client.get(path)), path
