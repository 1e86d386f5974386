"""Returns and refunds as the marketplace reports them: the page, the cards, and the clock a refund stops."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Buyer, SellerStaff, User
from messaging.ledger.models import LedgerEntry
from messaging.metrics.models import Ending, Obligation
from messaging.models import Thread, Topic
from messaging.returning import report_returns
from orders.importing import Taken
from orders.models import Return
from tests import cast

SignIn = Callable[[Buyer | SellerStaff | User], Client]


def row(shop: cast.Shop, **changes: object) -> dict[str, object]:
    now = timezone.now()
    return {
        "reference": "R-1",
        "order": shop.order.number,
        "requested_at": now - timedelta(days=2),
        **changes,
    }


def refund(shop: cast.Shop, cents: int = 12900, by: str = "seller", **changes: object) -> dict[str, object]:
    at = timezone.now() + timedelta(minutes=1)
    return row(shop, refunded_at=at, refund_cents=cents, refunded_by=by, **changes)


def take(*rows: dict[str, object]) -> list[Taken]:
    return [result.taken for result in report_returns(rows, now=timezone.now())]


def told(thread: Thread) -> list[str]:
    kinds = thread.ledger.order_by("seq").values_list("kind", flat=True)
    return [kind for kind in kinds if kind.startswith("return.")]


def test_a_return_is_followed_from_request_to_refund_on_its_page(client_of: SignIn, shop):
    client = client_of(shop.bea)
    url = f"/orders/{shop.order.number}/return/"
    assert "No return or refund" in client.get(url).content.decode()
    assert "View return/refund status" not in client.get("/orders/").content.decode()
    take(row(shop, reason="damaged"))
    page = client.get(url).content.decode()
    assert "Damaged or faulty" in page
    assert "Requested" in page
    take(refund(shop))
    page = client.get(url).content.decode()
    assert "The seller returned $129.00." in page
    orders = client.get("/orders/?show=returns").content.decode()
    assert "View return/refund status" in orders
    assert shop.order.number in orders


def test_a_return_does_not_exist_for_strangers(client_of: SignIn, shop, eve):
    take(row(shop))
    for who in (eve, shop.sam):
        assert client_of(who).get(f"/orders/{shop.order.number}/return/").status_code == 404


def test_each_step_is_a_card_in_both_threads(client_of: SignIn, shop):
    thread = cast.ask(shop, topic=Topic.RETURN, now=timezone.now() - timedelta(days=3)).thread
    take(refund(shop, reason="damaged"))
    for who in (shop.bea, shop.sam):
        page = client_of(who).get(f"/messages/t/{thread.pk}/").content.decode()
        assert page.index("Where is my order?") < page.index("Return requested") < page.index("Refund issued")
        assert "Northwind Audio returned $129.00." in page
    assert told(thread) == ["return.requested", "return.refunded"]


def test_a_report_sent_again_changes_and_tells_nothing(shop):
    thread = cast.ask(shop).thread
    report = refund(shop)
    assert take(report, report) == [Taken.CREATED, Taken.UNCHANGED]
    assert told(thread) == ["return.requested", "return.refunded"]
    assert Return.objects.count() == 1


def test_a_refused_report_says_why_and_leaves_the_others_alone(shop):
    results = report_returns(
        [row(shop, order="EM-0"), row(shop, reference="R-2"), row(shop, refunded_at=timezone.now())],
        now=timezone.now(),
    )
    assert [result.taken for result in results] == [Taken.REFUSED, Taken.CREATED, Taken.REFUSED]
    assert [(result.index, result.problems[0].field) for result in results if result.problems] == [
        (0, "order"),
        (2, "refund_cents"),
    ]


def test_a_return_without_a_thread_is_recorded_in_a_chain_of_its_own(shop):
    take(row(shop))
    entry = LedgerEntry.objects.get(kind="return.requested")
    assert entry.thread is None
    assert entry.chain == f"return:{Return.objects.get().pk}"


#     what the buyer wrote about, what was asked, what was returned, by whom, and does it stop the clock?
CLOCK = [
    ("as asked", Topic.REFUND, None, 12900, "seller", True),
    ("a part, and that is what was asked", Topic.REFUND, 5000, 5000, "seller", True),
    ("less than asked", Topic.REFUND, 5000, 4999, "seller", False),
    ("less than was paid", Topic.RETURN, None, 12899, "seller", False),
    ("by the marketplace", Topic.REFUND, None, 12900, "marketplace", False),
    ("but the question was another", Topic.INVOICE, None, 12900, "seller", False),
]


@pytest.mark.parametrize(
    ("topic", "asked", "returned", "by", "stops"),
    [case[1:] for case in CLOCK],
    ids=[case[0] for case in CLOCK],
)
def test_a_refund_by_the_seller_as_asked_stops_the_clock(shop, topic, asked, returned, by, stops):
    thread = cast.ask(shop, topic=topic, now=timezone.now() - timedelta(hours=3)).thread
    take(refund(shop, returned, by, asked_cents=asked))
    run = Obligation.objects.get()
    assert (run.ending == Ending.REFUND) is stops
    assert thread.entries.filter(mailbox__side="seller", due_at=None).exists() is stops
    assert thread.ledger.filter(kind="clock.stopped").exists() is stops


def test_a_refund_before_the_question_does_not_answer_it(shop):
    cast.ask(shop, topic=Topic.REFUND)
    early: datetime = timezone.now() - timedelta(days=1)
    take(row(shop, refunded_at=early, refund_cents=12900, refunded_by="seller"))
    assert Obligation.objects.get().ended_at is None
