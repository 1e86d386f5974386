from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from messaging.metrics.models import Obligation
from messaging.models import MailboxEntry, Thread
from tests.api.caller import Caller, problem_of
from tests.cast import BEA_EMAIL, SAM_EMAIL, ask, make_buyer, make_order, make_product, say


def ask_about_many(shop, count: int) -> list[Thread]:
    """Bea asks about so many orders, one a minute."""
    start = timezone.now() - timedelta(hours=5)
    threads = []
    for place in range(count):
        shop.order = make_order(shop.bea, shop.product, number=f"EM-{place:06}-1000")
        threads.append(ask(shop, f"Question {place}", now=start + timedelta(minutes=place)).thread)
    return threads


def test_the_shop_sees_the_masked_name_and_the_alias(shop, thread, sam_calls):
    row = sam_calls.get("/threads").json()["results"][0]
    assert row["id"] == str(thread.pk)
    assert row["buyer"] == {
        "name": "Bea M.",
        "company": "",
        "alias": f"{shop.bea.alias}@msg.example-market.com",
    }
    assert row["order"] == shop.order.number
    assert row["preview"] == "Where is my order?"
    assert row["unread"] is True
    assert row["due_at"] > row["needs_reply_since"]
    assert row["due_at"].endswith("Z")


def test_the_buyer_sees_the_shop_and_nothing_of_its_clock(thread, bea_calls):
    row = bea_calls.get("/threads").json()["results"][0]
    assert row["seller"] == {"name": "Northwind Audio", "usual_reply_hours": None}
    assert not {"due_at", "needs_reply_since", "buyer"} & set(row)


def test_a_thread_whose_first_message_is_held_does_not_exist_for_the_other_side(shop, bea_calls, sam_calls):
    shop.seller.buyer_messages_on = False
    shop.seller.save()
    thread = ask(shop, "Hello?").thread
    assert sam_calls.get("/threads").json()["results"] == []
    problem_of(sam_calls.get(f"/threads/{thread.pk}"), 404)
    problem_of(sam_calls.get(f"/threads/{thread.pk}/messages"), 404)
    assert sam_calls.get(f"/orders/{shop.order.number}/contact").json()["thread"] is None
    assert bea_calls.get(f"/threads/{thread.pk}").status_code == 200


def test_pages_follow_each_other_without_gap_or_repeat(shop, sam_calls):
    threads = ask_about_many(shop, 7)
    seen, query = [], {"limit": 3}
    while True:
        page = sam_calls.get("/threads", query).json()
        seen += [row["id"] for row in page["results"]]
        if page["next"] is None:
            break
        query = {"limit": 3, "cursor": page["next"]}
    assert seen == [str(thread.pk) for thread in reversed(threads)]


def test_a_cursor_fits_one_person_and_one_set_of_filters(shop, sam_calls, bea_calls):
    ask_about_many(shop, 3)
    cursor = sam_calls.get("/threads", {"limit": 1}).json()["next"]
    assert sam_calls.get("/threads", {"limit": 2, "cursor": cursor}).status_code == 200
    for caller, query in (
        (bea_calls, {"cursor": cursor}),
        (sam_calls, {"cursor": cursor, "unread": "true"}),
        (sam_calls, {"cursor": cursor[:-2]}),
        (sam_calls, {"cursor": "x"}),
    ):
        problem = problem_of(caller.get("/threads", query), 400)
        assert [(error["code"], error["pointer"]) for error in problem["errors"]] == [
            ("bad_cursor", "/cursor")
        ]


FILTERS = (
    ({"folder": "archive"}, 0),
    ({"category": "sellers"}, 2),
    ({"category": "promotions"}, 0),
    ({"unread": "true"}, 2),
    ({"unread": "false"}, 0),
    ({"order": "EM-204771-9330"}, 1),
    ({"order": "EM-204771-933"}, 0),
    ({"with": "bea m."}, 1),
    ({"with": "Bea"}, 1),
    ({"with": "Bea Ma"}, 0),
    ({"with": "Bea Marlowe"}, 0),
    ({"with": BEA_EMAIL}, 0),
    ({"needs_reply": "true"}, 2),
    ({"needs_reply": "false"}, 0),
    ({"after": "2020-01-01T00:00:00Z"}, 2),
    ({"before": "2020-01-01T00:00:00Z"}, 0),
    ({"q": "from:Bea"}, 1),
    ({"q": 'from:"Bea M."'}, 1),
    ({"q": "from:Marlowe"}, 0),
    ({"q": "order:EM-204771-9330 is:unread"}, 1),
    ({"q": "EM-204771-9330"}, 1),
    ({"q": "has:attachment"}, 0),
    ({"q": "is:unread after:2020-01-01"}, 2),
    ({"q": "before:2020-01-01"}, 0),
    ({"q": ""}, 2),
    ({"q": "order where"}, 1),
    ({"q": '"is it" new'}, 1),
    ({"q": "refund please"}, 0),
    ({"q": "password:x"}, 0),
    ({"q": 'from:"Bea'}, 1),
    ({"q": "Marlowe"}, 0),
    ({"q": "is:starred"}, 0),
    ({"q": "where from:Ada"}, 0),
)


@pytest.mark.parametrize(("query", "count"), FILTERS, ids=str)
def test_filters_narrow_the_list_and_probe_no_mask(query, count, shop, thread, sam_calls):
    _second_thread(shop)
    assert len(sam_calls.get("/threads", query).json()["results"]) == count


@pytest.mark.parametrize("edge", ["before:0001-01-01T00:00:00+14:00", "after:9999-12-31T23:59:59-14:00"])
def test_a_moment_at_the_edge_of_time_is_refused(edge, sam_calls):
    problem_of(sam_calls.get("/threads", {"q": edge}), 400)


def _second_thread(shop) -> None:
    ada = make_buyer("ada@buyers-post.example", "Ada", "Quill")
    order, bea = shop.order, shop.bea
    shop.bea, shop.order = ada, make_order(ada, shop.product, number="EM-300000-1111")
    ask(shop, "Is it new?")
    shop.bea, shop.order = bea, order


def test_the_alias_finds_its_buyer_and_the_shops_name_its_shop(shop, thread, sam_calls, bea_calls):
    alias = f"{shop.bea.alias}@msg.example-market.com"
    assert len(sam_calls.get("/threads", {"with": alias}).json()["results"]) == 1
    assert len(bea_calls.get("/threads", {"with": "northwind audio"}).json()["results"]) == 1
    assert bea_calls.get("/threads", {"with": SAM_EMAIL}).json()["results"] == []


BAD_QUERIES = (
    ({"limit": "101"}, "/limit"),
    ({"limit": "0"}, "/limit"),
    ({"limit": "9" * 400}, "/limit"),
    ({"folder": "spam"}, "/folder"),
    ({"after": "yesterday"}, "/after"),
    ({"q": "after:2026-13-40"}, "/q"),
    ({"q": "before:soon"}, "/q"),
    ({"order": "\x00"}, "/order"),
    ({"mailbox__buyer": "1"}, "/mailbox__buyer"),
    ({"ordering": "thread__buyer__user__email"}, "/ordering"),
    ({"fields": "email"}, "/fields"),
)


@pytest.mark.parametrize(("query", "pointer"), BAD_QUERIES, ids=str)
def test_what_a_list_does_not_understand_is_an_error(query, pointer, thread, sam_calls):
    problem = problem_of(sam_calls.get("/threads", query), 400)
    assert {error["pointer"] for error in problem["errors"]} == {pointer}


def test_filing_a_thread_moves_it_for_its_own_side_alone(thread, sam_calls, bea_calls):
    for action, folder, unread in (
        ("read", "inbox", False),
        ("unread", "inbox", True),
        ("archive", "archive", True),
        ("unarchive", "inbox", True),
        ("delete", "deleted", True),
        ("restore", "inbox", True),
    ):
        answer = sam_calls.post(f"/threads/{thread.pk}/{action}")
        assert answer.status_code == 200
        assert (answer.json()["folder"], answer.json()["unread"]) == (folder, unread)
        assert bea_calls.get(f"/threads/{thread.pk}").json()["folder"] == "inbox"


def test_a_thread_deleted_long_ago_cannot_be_restored(thread, sam_calls):
    sam_calls.post(f"/threads/{thread.pk}/delete")
    MailboxEntry.objects.filter(mailbox__seller=thread.seller).update(
        deleted_at=timezone.now() - timedelta(days=31)
    )
    assert (
        problem_of(sam_calls.post(f"/threads/{thread.pk}/restore"), 409)["errors"][0]["code"]
        == "not_restorable"
    )


def test_no_response_needed_stops_the_clock_once(thread, sam_calls, bea_calls):
    for _again in range(2):
        answer = sam_calls.post(f"/threads/{thread.pk}/no-response-needed")
        assert answer.json()["due_at"] is None
    assert Obligation.objects.get(thread=thread).ending == "not_needed"
    assert problem_of(bea_calls.post(f"/threads/{thread.pk}/no-response-needed"), 403)


def test_a_thread_says_what_may_be_written_now(thread, sam_calls, bea_calls):
    options = {
        option["reason"]: option for option in sam_calls.get(f"/threads/{thread.pk}").json()["contact"]
    }
    assert options["answer"]["allowed"]
    assert options["shipping_confirmation"]["until"]
    assert not options["address_problem"]["allowed"]
    assert options["address_problem"]["rule"] == "order_completed"
    assert [option["reason"] for option in bea_calls.get(f"/threads/{thread.pk}").json()["contact"]] == [
        "question"
    ]


def test_contact_about_an_order_is_known_before_writing(shop, sam_calls):
    answer = sam_calls.get(f"/orders/{shop.order.number}/contact").json()
    assert answer["thread"] is None
    options = {option["reason"]: option for option in answer["results"]}
    assert not options["answer"]["allowed"]
    assert options["answer"]["rule"] == "nothing_to_answer"
    assert options["recall"]["allowed"]


def test_changes_lead_from_state_to_state(shop, thread, sam_calls):
    state = sam_calls.get("/threads").json()["state"]
    assert sam_calls.get("/changes", {"since": state}).json() == {"results": [], "state": state}
    say(thread, shop.bea, "Any news?")
    changed = sam_calls.get("/changes", {"since": state}).json()
    assert [row["preview"] for row in changed["results"]] == ["Any news?"]
    assert int(changed["state"]) > int(state)


@pytest.mark.parametrize(("since", "status"), [("", 400), ("x", 400), ("-1", 400), ("999999", 410)])
def test_a_state_that_cannot_be_ours_means_start_over(since, status, thread, sam_calls):
    problem_of(sam_calls.get("/changes", {"since": since}), status)


def test_too_many_changes_mean_start_over(shop, thread, sam_calls, monkeypatch):
    monkeypatch.setattr("messaging.api.views.changes.MOST_CHANGES", 0)
    problem_of(sam_calls.get("/changes", {"since": "0"}), 410)


@pytest.mark.parametrize("count", [3, 40])
def test_a_page_of_threads_costs_the_same_for_few_and_many(count, shop, sam_calls, bea_calls):
    ask_about_many(shop, count)
    assert queries(sam_calls, "/threads?limit=100") == 4  # token, mailbox, entries, aliases
    assert queries(bea_calls, "/threads?limit=100") == 3


def queries(caller: Caller, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert caller.get(path).status_code == 200
    return len(captured)


def test_who_buys_and_sells_reads_the_shops_inbox_unless_they_ask(shop, thread, calls):
    from accounts.models import Buyer

    Buyer.enrol(shop.sam.user)
    caller = calls(shop.sam)
    assert len(caller.get("/threads").json()["results"]) == 1
    assert caller.get("/threads", {"side": "buyer"}).json()["results"] == []


def test_a_product_question_is_answered_with_its_sku(shop, bea_calls, sam_calls):
    made = bea_calls.post("/threads", {"product": shop.product.sku, "body": "Does the case fit?"})
    assert made.status_code == 201
    assert made.json()["product"] == shop.product.sku
    assert made.json()["topic"] == "product_question"
    other = make_product(shop.seller, sku="NA-ARIA-BL")
    sentence = problem_of(sam_calls.post("/threads", {"product": other.sku, "body": "Hi"}), 400)
    assert sentence["errors"][0]["pointer"] == "/product"


def test_an_orders_number_leads_to_its_thread_first_on_pages_of_any_length(shop, thread, sam_calls):
    _second_thread(shop)
    say(thread, shop.sam, "EM-300000-1111 is another buyer's order.")
    found = sam_calls.get("/threads", {"q": "EM-300000-1111"}).json()["results"]
    assert [row["order"] for row in found] == ["EM-300000-1111", "EM-204771-9330"]
    cursor, paged = "", []
    while cursor is not None:
        more = {"cursor": cursor} if cursor else {}
        answer = sam_calls.get("/threads", {"q": "EM-300000-1111", "limit": "1", **more}).json()
        paged += answer["results"]
        cursor = answer["next"]
    assert paged == found


def test_a_search_costs_one_query_more_than_the_list(shop, thread, sam_calls, bea_calls):
    assert queries(sam_calls, "/threads?q=order") == 5
    assert queries(bea_calls, "/threads?q=order") == 4
    assert queries(bea_calls, "/threads?q=nothing") == 4
