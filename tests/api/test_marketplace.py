"""The marketplace's own door: only its programs, every row with its result, nothing twice."""

from __future__ import annotations

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.models import AccessToken, ApiClient, Buyer
from messaging.models import Category, Message, Side, Thread, ThreadKind
from orders.models import Order, Return
from tests import cast
from tests.api.caller import Caller, problem_of

NOTICE = {"id": "N-1", "category": "orders", "subject": "Delivered", "body": "Your parcel was handed over."}


@pytest.fixture
def market(mo) -> Caller:
    """The marketplace's program, with the credentials the command prints."""
    out = StringIO()
    call_command("create_api_client", "--operator", mo.email, "--json", stdout=out)
    return Caller(headers={"Authorization": f"Bearer {json.loads(out.getvalue())['token']}"})


def notice(**changes: object) -> dict[str, object]:
    return {**NOTICE, "buyer": cast.BEA_EMAIL, **changes}


def taken(response) -> list[str]:
    assert response.status_code == 200, response.content
    return [result["taken"] for result in response.json()["results"]]


def test_orders_products_people_and_returns_are_taken_in_bulk(market, shop):
    order = {
        "number": "EM-1", "buyer": "new@buyer.example", "seller": "New Shop", "placed_at": "2026-11-01T10:00:00Z",
        "items": [{"sku": "NS-1"}],
    }  # fmt: skip
    product = {"sku": "NS-1", "seller": "New Shop", "title": "Mug", "price_cents": 900}
    assert taken(
        market.put("/marketplace/buyers", {"rows": [{"email": "new@buyer.example", "first_name": "Nia"}]})
    ) == ["created"]
    assert taken(market.put("/marketplace/sellers", {"rows": [{"name": "New Shop"}]})) == ["created"]
    assert taken(market.put("/marketplace/products", {"rows": [product, {"sku": "NS-2"}]})) == [
        "created",
        "refused",
    ]
    assert taken(market.put("/marketplace/orders", {"rows": [order, order]})) == ["created", "unchanged"]
    report = {"reference": "R-1", "order": "EM-1", "requested_at": "2026-11-05T10:00:00Z"}
    assert taken(market.put("/marketplace/returns", {"rows": [report]})) == ["created"]
    assert Order.objects.get(number="EM-1").returns.get().reference == "R-1"


def test_one_row_is_put_under_its_key_and_may_be_put_again(market, shop):
    path = "/marketplace/returns/R-7"
    report = {"order": shop.order.number, "requested_at": timezone.now().isoformat()}
    assert market.put(path, report).status_code == 201
    assert market.put(path, report).status_code == 200
    assert Return.objects.get().reference == "R-7"
    problem = problem_of(market.put(path, {**report, "order": "EM-0"}), 422)
    assert problem["errors"][0]["pointer"] == "/order"


def test_a_kind_nobody_knows_is_a_problem(market):
    assert "Known are" in problem_of(market.put("/marketplace/cats", {"rows": [{}]}), 400)["detail"]
    problem_of(market.put("/marketplace/cats/1", {}), 400)


def test_more_than_500_rows_are_refused_as_a_whole(market):
    problem_of(market.put("/marketplace/sellers", {"rows": [{"name": "A"}] * 501}), 400)


def test_a_notice_is_posted_once_and_shown_as_the_marketplaces(market, shop, client_of):
    items = [notice(), notice(), notice(id="N-2", order=shop.order.number, category="membership")]
    assert taken(market.post("/marketplace/notices", {"notices": items})) == [
        "created",
        "unchanged",
        "created",
    ]
    assert taken(market.post("/marketplace/notices", {"notices": items})) == ["unchanged"] * 3
    assert Thread.objects.filter(kind=ThreadKind.NOTICE).count() == 2
    assert Message.objects.filter(side=Side.PLATFORM).count() == 2
    page = client_of(shop.bea).get("/messages/?category=membership").content.decode()
    assert "Verified: sent by the marketplace" in page


def test_each_notice_that_cannot_be_posted_says_why(market, shop, eve):
    other = cast.make_order(eve, shop.product, number="EM-2")
    items = [
        notice(id="N-1", buyer="nobody@buyer.example"),
        notice(id="N-2", category="promotions"),
        notice(id="N-3", order=other.number),
        notice(id="N-4", category="sellers"),
        notice(id="N-5", unknown=1),
        "nothing",
        notice(id="N-6"),
    ]
    answer = market.post("/marketplace/notices", {"notices": items})
    results = answer.json()["results"]
    assert [result["taken"] for result in results] == ["refused"] * 6 + ["created"]
    assert [result["problems"][0]["field"] for result in results[:5]] == [
        "buyer", "category", "order", "category", "unknown",
    ]  # fmt: skip
    assert "not agreed to promotions" in results[1]["problems"][0]["because"]


def test_a_promotion_goes_to_who_agreed(market, shop):
    Buyer.objects.filter(pk=shop.bea.pk).update(promotions=True)
    item = notice(category="promotions")
    assert taken(market.post("/marketplace/notices", {"notices": [item]})) == ["created"]
    assert Thread.objects.get().entries.get().category == Category.PROMOTIONS


def test_a_transcript_becomes_a_case_once(market, shop):
    at = timezone.now() - timedelta(hours=2)
    body = {
        "buyer": cast.BEA_EMAIL,
        "subject": "Chat about a refund",
        "lines": [
            {"side": "service", "text": "It left on Monday.", "at": (at + timedelta(minutes=1)).isoformat()},
            {"side": "buyer", "text": "Where is my refund?", "at": at.isoformat()},
        ],
    }
    first = market.put("/marketplace/transcripts/CH-1", body)
    assert first.status_code == 201
    again = market.put("/marketplace/transcripts/CH-1", body)
    assert (again.status_code, again.json()) == (200, first.json())
    thread = Thread.objects.get(pk=first.json()["thread"])
    assert cast.texts(thread, Side.BUYER) == ["Where is my refund?", "It left on Monday."]
    problem_of(market.put("/marketplace/transcripts/CH-2", {**body, "buyer": "no@body.example"}), 400)
    problem_of(market.put("/marketplace/transcripts/" + "x" * 61, body), 400)


def test_a_notice_and_a_transcript_of_one_id_are_two_things(market, shop):
    line = {"side": "service", "text": "Hello.", "at": timezone.now().isoformat()}
    market.post("/marketplace/notices", {"notices": [notice(id="X-1")]})
    body = {"buyer": cast.BEA_EMAIL, "subject": "Chat", "lines": [line]}
    assert market.put("/marketplace/transcripts/X-1", body).status_code == 201
    assert Thread.objects.count() == 2


def test_the_scope_ends_with_the_persons_place_on_the_staff(market, mo):
    type(mo).objects.filter(pk=mo.pk).update(is_staff=False)
    problem_of(market.put("/marketplace/sellers", {"rows": [{"name": "A"}]}), 401)


def test_a_shops_program_has_no_such_scope(shop):
    client, _plain = ApiClient.issue(seller=shop.seller, user=shop.sam.user, name="shop")
    _token, plain = AccessToken.issue(shop.sam.user, now=timezone.now(), client=client)
    caller = Caller(headers={"Authorization": f"Bearer {plain}"})
    problem_of(caller.put("/marketplace/sellers", {"rows": [{"name": "A"}]}), 403)


def test_operator_credentials_are_for_the_operators_staff_only(shop):
    with pytest.raises(CommandError, match="operator's staff"):
        call_command("create_api_client", "--operator", shop.sam.user.email)
