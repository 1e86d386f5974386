"""What the marketplace reports becomes rows, once, whatever is sent twice or wrong."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from accounts.models import Buyer, BuyerAlias, Seller, User
from orders.importing import RowResult, Taken, import_rows
from orders.models import Order, OrderState, Product

pytestmark = pytest.mark.django_db

BEA = {"email": "Bea@Example.org", "first_name": "Bea", "last_name": "Martens"}
SHOP = {"name": "Northwind Audio"}
MUG = {"sku": "NW-MUG", "seller": "Northwind Audio", "title": "Mug", "price_cents": 1200}
LAMP = {"sku": "NW-LAMP", "seller": "Northwind Audio", "title": "Lamp", "price_cents": 4900}
ORDER: dict[str, Any] = {
    "number": "EM-204771-9330",
    "buyer": "bea@example.org",
    "seller": "Northwind Audio",
    "placed_at": "2026-11-09T10:00:00Z",
    "shipped_at": "2026-11-10T08:00:00Z",
    "items": [{"sku": "NW-MUG", "quantity": 2}, {"sku": "NW-LAMP", "price_cents": 4500}],
    "shipments": [{"carrier": "Parcelline", "tracking_number": "PL123456789"}],
}


@pytest.fixture
def shop() -> None:
    for kind, rows in (("sellers", [SHOP]), ("buyers", [BEA]), ("products", [MUG, LAMP])):
        assert {result.taken for result in import_rows(kind, deepcopy(rows))} == {Taken.CREATED}


def take_order(**changes: Any) -> RowResult:
    row = {name: value for name, value in {**deepcopy(ORDER), **changes}.items() if value != "left out"}
    return import_rows("orders", [row])[0]


def problems(result: RowResult) -> dict[str, str]:
    assert result.taken == Taken.REFUSED
    return {problem.field: problem.because for problem in result.problems}


def test_a_buyer_gets_one_alias_however_often_reported():
    for taken in (Taken.CREATED, Taken.UNCHANGED):
        assert import_rows("buyers", [dict(BEA)])[0].taken == taken
    assert BuyerAlias.objects.count() == 1
    assert User.objects.get().email == "bea@example.org"
    assert not User.objects.get().has_usable_password()


def test_a_buyer_who_changed_her_name_is_changed():
    import_rows("buyers", [dict(BEA)])
    assert import_rows("buyers", [{**BEA, "last_name": "Okoro"}])[0].taken == Taken.CHANGED
    assert Buyer.objects.get().masked_name == "Bea O."


def test_a_new_shop_has_buyer_messages_off():
    assert import_rows("sellers", [SHOP])[0].taken == Taken.CREATED
    assert import_rows("sellers", [SHOP])[0].taken == Taken.UNCHANGED
    assert not Seller.objects.get().buyer_messages_on


@pytest.mark.usefixtures("shop")
def test_an_order_comes_with_its_items_and_shipments():
    assert take_order().taken == Taken.CREATED
    order = Order.objects.get()
    assert order.state == OrderState.SHIPPED
    assert order.total_cents == 2 * 1200 + 4500
    assert [item.title for item in order.items.order_by("id")] == ["Mug", "Lamp"]
    assert order.shipments.get().tracking_number == "PL123456789"


@pytest.mark.usefixtures("shop")
def test_the_same_order_twice_changes_nothing():
    take_order()
    before = Order.objects.values().get()
    assert take_order().taken == Taken.UNCHANGED
    assert Order.objects.values().get() == before


@pytest.mark.usefixtures("shop")
def test_a_later_report_moves_the_order_on():
    take_order()
    later = take_order(delivered_at="2026-11-12T15:00:00Z", items="left out", shipments="left out")
    assert later.taken == Taken.CHANGED
    order = Order.objects.get()
    assert (order.state, order.items.count(), order.shipments.count()) == (OrderState.DELIVERED, 2, 1)


@pytest.mark.usefixtures("shop")
def test_items_no_longer_reported_are_gone():
    take_order()
    assert take_order(items=[{"sku": "NW-MUG"}]).taken == Taken.CHANGED
    order = Order.objects.get()
    assert (order.items.count(), order.total_cents) == (1, 1200)


@pytest.mark.usefixtures("shop")
def test_a_cancelled_order_stays_cancelled():
    take_order(cancelled_at="2026-11-09T12:00:00Z", shipped_at=None)
    take_order()
    assert Order.objects.get().state == OrderState.CANCELLED


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"buyer": "nobody@example.org"}, "buyer"),
        ({"seller": "Nobody's Shop"}, "seller"),
        ({"items": []}, "items"),
        ({"items": [{"sku": "XX-1"}]}, "items.0.sku"),
        ({"items": [{"sku": "NW-MUG"}, {"sku": "NW-MUG"}]}, "items"),
        ({"items": [{"sku": "NW-MUG", "quantity": 0}]}, "items.0.quantity"),
        ({"items": [{"sku": "NW-MUG", "quantity": 10_000, "price_cents": 2_000_000_000}]}, "items"),
        ({"items": "two mugs"}, "items"),
        ({"placed_at": "yesterday"}, "placed_at"),
        ({"placed_at": "left out"}, "placed_at"),
        ({"placed_at": "2026-11-11T10:00:00Z"}, "shipped_at"),
        ({"number": "EM 1; DROP"}, "number"),
        ({"state": "lost"}, "state"),
        ({"colour": "red"}, "colour"),
        ({"seller": "North\x00wind"}, "seller"),
        ({"currency": "dollar"}, "currency"),
    ],
)
def test_a_wrong_row_names_its_field_and_writes_nothing(changes, field):
    assert field in problems(take_order(**changes))
    assert not Order.objects.exists()


@pytest.mark.parametrize("row", [None, "order", 7, [], {}])
@pytest.mark.parametrize("kind", ["buyers", "sellers", "products", "orders"])
def test_what_is_no_row_is_refused(kind, row):
    assert import_rows(kind, [row])[0].taken == Taken.REFUSED


@pytest.mark.usefixtures("shop")
def test_one_wrong_row_leaves_the_others_alone():
    rows = [{**MUG, "sku": "NW-A"}, {**MUG, "sku": "NW-B", "price_cents": -1}, {**MUG, "sku": "NW-C"}]
    assert [result.taken for result in import_rows("products", rows)] == ["created", "refused", "created"]
    assert set(Product.objects.values_list("sku", flat=True)) == {"NW-MUG", "NW-LAMP", "NW-A", "NW-C"}


@pytest.mark.usefixtures("shop")
def test_neither_an_order_nor_a_product_changes_hands():
    take_order()
    import_rows("sellers", [{"name": "Eve's Shop"}])
    import_rows("buyers", [{"email": "eve@example.org", "first_name": "Eve"}])
    assert "number" in problems(take_order(buyer="eve@example.org"))
    assert "number" in problems(take_order(seller="Eve's Shop", items="left out"))
    assert "seller" in problems(import_rows("products", [{**MUG, "seller": "Eve's Shop"}])[0])


def test_a_picture_stays_below_static():
    import_rows("sellers", [SHOP])
    assert "picture" in problems(import_rows("products", [{**MUG, "picture": "../secrets.env"}])[0])
