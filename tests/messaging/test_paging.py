"""A cursor nobody gave out leads to the first page, whatever it holds."""

from __future__ import annotations

import base64
from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import Buyer, SellerStaff, User
from messaging.models import Thread
from tests import cast

SignIn = Callable[[Buyer | SellerStaff | User], Client]
KEY = "0198c0de-0000-7000-8000-000000000000"
EDGES = (
    f"0001-01-01T00:00:00+23:00 {KEY}",
    f"9999-12-31T23:59:59-23:00 {KEY}",
    "2026-01-01T00:00:00+00:00 " + "9" * 30,
    "2026-01-01T00:00:00+00:00 -5",
    f"2026-01-01T00:00:00 {KEY}",
)


@pytest.mark.parametrize("edge", EDGES)
def test_a_cursor_from_the_edge_of_time_opens_the_first_page(
    edge: str, shop: cast.Shop, thread: Thread, client_of: SignIn
) -> None:
    cursor = base64.urlsafe_b64encode(edge.encode()).decode()
    for name in ("older", "newer"):
        assert client_of(shop.bea).get("/messages/", {name: cursor}).status_code == 200
    for place in ("/seller/messages/", "/seller/orders/"):
        assert client_of(shop.sam).get(place, {"after": cursor}).status_code == 200
