from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import Buyer, Seller
from messaging.models import Attachment, Message, Side, Status, Via
from messaging.posting import post_message
from messaging.screening import sweep
from tests.api.caller import problem_of
from tests.cast import ask, make_order, say, screened


def screen_all() -> None:
    sweep(now=timezone.now())


def test_a_message_goes_from_the_program_to_the_other_side(shop, bea_calls, sam_calls):
    made = bea_calls.post(
        "/threads", {"order": shop.order.number, "topic": "shipping", "body": "Where is it?"}
    )
    assert made.status_code == 201
    thread = made.json()["id"]
    assert made.headers["Location"] == f"/api/v1/threads/{thread}"
    assert made.json()["message"]["status"] == "submitted"
    assert sam_calls.get(f"/threads/{thread}").status_code == 404
    screen_all()
    received = sam_calls.get(f"/threads/{thread}/messages").json()["results"]
    assert [(message["body"], message["is_own"], message["author"]) for message in received] == [
        ("Where is it?", False, "Bea M.")
    ]
    answer = sam_calls.post(f"/threads/{thread}/messages", {"body": "On its way."})
    assert answer.status_code == 201
    assert set(answer.json()) == {"id", "thread", "seq", "status", "kind", "submitted_at"}
    screen_all()
    bodies = [message["body"] for message in bea_calls.get(f"/threads/{thread}/messages").json()["results"]]
    assert bodies == ["Where is it?", "On its way."]
    assert sam_calls.get(f"/threads/{thread}").json()["due_at"] is None


def test_the_author_reads_what_was_written_and_the_other_side_what_arrived(shop, bea_calls, sam_calls):
    message = ask(shop, "Call me on +1 555 010 2939, please.")
    own = bea_calls.get(f"/messages/{message.pk}").json()
    assert own["body"] == "Call me on +1 555 010 2939, please."
    assert own["delivered_body"] == "Call me on [phone number removed], please."
    assert own["status"] == "redacted"
    finding = next(finding for finding in own["findings"] if finding["label"] == "contact.phone")
    assert own["body"][finding["start"] : finding["end"]] == "+1 555 010 2939"
    received = sam_calls.get(f"/messages/{message.pk}")
    assert received.json()["body"] == "Call me on [phone number removed], please."
    assert not {"findings", "delivered_body", "via", "send_after"} & set(received.json())
    assert b"2939" not in received.content


def test_colleagues_are_named_to_the_shop_and_not_to_the_buyer(shop, agent, calls, thread, bea_calls):
    say(thread, agent, "It left today.")
    own = calls(agent).get(f"/threads/{thread.pk}/messages").json()["results"][-1]
    received = bea_calls.get(f"/threads/{thread.pk}/messages").json()["results"][-1]
    assert own["author"] == "Sam O."
    assert received["author"] == "Northwind Audio"


def test_messages_page_forwards_and_backwards(shop, thread, sam_calls):
    for place in range(4):
        say(thread, shop.bea, f"More {place}")
    first = sam_calls.get(f"/threads/{thread.pk}/messages", {"limit": 3}).json()
    rest = sam_calls.get(f"/threads/{thread.pk}/messages", {"limit": 3, "cursor": first["next"]}).json()
    assert [message["seq"] for message in first["results"] + rest["results"]] == [1, 2, 3, 4, 5]
    assert rest["next"] is None
    newest = sam_calls.get(f"/threads/{thread.pk}/messages", {"limit": 2, "newest_first": "true"}).json()
    assert [message["seq"] for message in newest["results"]] == [5, 4]
    foreign = {"cursor": newest["next"]}
    problem_of(sam_calls.get(f"/threads/{thread.pk}/messages", foreign), 400)


def test_a_page_of_messages_costs_the_same_for_few_and_many(shop, thread, sam_calls, bea_calls):
    for count in (1, 20):
        for place in range(count):
            say(thread, shop.bea if place % 2 else shop.sam, f"More {place}")
        for caller in (sam_calls, bea_calls):
            with CaptureQueriesContext(connection) as captured:
                caller.get(f"/threads/{thread.pk}/messages", {"limit": 100})
            assert len(captured) == 4  # token, entry with thread, messages, files


def test_a_text_that_breaks_the_rules_comes_back_with_its_words_marked(shop, thread, sam_calls):
    body = "On its way. Please leave a 5-star review on the product page!"
    problem = problem_of(sam_calls.post(f"/threads/{thread.pk}/messages", {"body": body}), 422)
    assert problem["type"] == "urn:messagecenter:problem:blocked-by-policy"
    finding = next(error for error in problem["errors"] if error["code"] == "solicitation.review")
    assert finding["excerpt"] == body[finding["start"] : finding["end"]]
    assert {"rule", "fix", "detail"} <= set(finding)
    assert finding["pointer"] == "/body"
    assert Message.objects.filter(thread=thread).count() == 1


def test_a_text_with_words_to_remove_is_taken(shop, thread, sam_calls):
    answer = sam_calls.post(
        f"/threads/{thread.pk}/messages", {"body": "It left. Courier depot: +1 555 010 2939"}
    )
    assert answer.status_code == 201
    screen_all()
    assert sam_calls.get(f"/messages/{answer.json()['id']}").json()["status"] == "redacted"


def test_what_the_contact_table_forbids_is_a_409_that_names_the_rule(shop, sam_calls):
    Buyer.objects.filter(pk=shop.bea.pk).update(opted_out=True)
    asked = {"order": shop.order.number, "body": "It shipped.", "reason": "shipping_confirmation"}
    problem = problem_of(sam_calls.post("/threads", asked), 409)
    assert problem["type"] == "urn:messagecenter:problem:not-permitted"
    assert problem["errors"][0]["rule"] == "buyer_opted_out"
    assert problem["errors"][0]["fix"]
    asked = {"order": shop.order.number, "body": "A recall.", "important": {"reason": "recall"}}
    assert sam_calls.post("/threads", asked).status_code == 201


def test_a_refused_message_leaves_no_thread_behind(shop, sam_calls):
    asked = {"order": shop.order.number, "body": "Hello"}
    assert problem_of(sam_calls.post("/threads", asked), 409)["errors"][0]["rule"] == "reason_needed"
    assert not shop.order.threads.exists()


def test_permission_is_asked_when_the_message_is_sent(shop, thread, sam_calls):
    assert sam_calls.get(f"/threads/{thread.pk}").json()["contact"][0]["allowed"]
    Seller.objects.filter(pk=shop.seller.pk).update(standing="suspended")
    problem = problem_of(sam_calls.post(f"/threads/{thread.pk}/messages", {"body": "Hi"}), 409)
    assert problem["errors"][0]["rule"] == "seller_suspended"


BAD_BODIES: tuple[tuple[object, str], ...] = (
    ({}, "/body"),
    ({"body": "   "}, "/body"),
    ({"body": "x" * 4001}, "/body"),
    ({"body": ["x"]}, "/body"),
    ({"body": "a\ud800b"}, "/body"),
    ({"body": "x", "colour": "red"}, "/colour"),
    ({"body": "x", "status": "delivered"}, "/status"),
    ({"body": "x", "author": 1}, "/author"),
    ({"body": "x", "attachments": ["nonsense"]}, "/attachments/0"),
    ({"body": "x", "attachments": ["01930000-0000-7000-8000-000000000000"]}, "/attachments/0"),
    ({"body": "x", "attachments": "one"}, "/attachments"),
    ({"body": "x", "reason": "boredom"}, "/reason"),
    ({"body": "x", "reason": "\ud800"}, "/reason"),
    ({"body": "x", "\ud800": 1}, "/?"),
    ({"body": "x", "important": {"reason": "boredom"}}, "/important/reason"),
    ({"body": "x", "important": {"reason": "recall", "loud": True}}, "/important/loud"),
    ({"body": "x", "important": "yes"}, "/important"),
    (["body"], ""),
    ("body", ""),
)


@pytest.mark.parametrize(("body", "pointer"), BAD_BODIES, ids=lambda value: str(value)[:40])
def test_a_body_that_cannot_be_used_is_a_400_that_points_at_it(body, pointer, thread, sam_calls):
    problem = problem_of(sam_calls.post(f"/threads/{thread.pk}/messages", body), 400)
    assert {error["pointer"] for error in problem["errors"]} == {pointer}


def test_reasons_are_the_shops_and_topics_the_buyers(shop, thread, bea_calls, sam_calls):
    asked = {"body": "x", "important": {"reason": "recall"}}
    assert problem_of(bea_calls.post(f"/threads/{thread.pk}/messages", asked), 400)["errors"][0]["code"] == (
        "not_for_buyers"
    )
    for caller, topic in ((bea_calls, "from_seller"), (sam_calls, "refund")):
        asked = {"order": shop.order.number, "body": "x", "topic": topic}
        assert problem_of(caller.post("/threads", asked), 400)["errors"][0]["pointer"] == "/topic"


@pytest.mark.parametrize("about", [{}, {"order": "EM-204771-9330", "product": "NA-ARIA-GR"}])
def test_a_thread_is_about_an_order_or_a_product(about, shop, bea_calls):
    problem = problem_of(bea_calls.post("/threads", {"body": "x"} | about), 400)
    assert problem["errors"][0]["pointer"] == "/order"


def test_a_foreign_order_is_as_unknown_as_none(shop, eve, calls):
    answers = [
        problem_of(calls(eve).post(path, {**body, "body": "Hi"}), 404)
        for path in ("/threads", "/policy/check")
        for body in ({"order": shop.order.number}, {"order": "EM-000000-0000"})
    ]
    assert answers[0] == answers[1]
    assert answers[2] == answers[3]
    assert answers[0]["errors"][0]["pointer"] == "/order"


def test_files_are_sent_once_and_only_by_who_uploaded_them(shop, thread, eve, calls, bea_calls, sam_calls):
    file = bea_calls.upload().json()["id"]
    foreign = calls(eve).upload().json()["id"]
    path = f"/threads/{thread.pk}/messages"
    assert problem_of(bea_calls.post(path, {"body": "x", "attachments": [foreign]}), 400)
    twice = {"body": "x", "attachments": [file, file]}
    assert problem_of(bea_calls.post(path, twice), 400)["errors"][0]["code"] == "duplicate"
    assert bea_calls.post(path, {"body": "", "attachments": [file]}).status_code == 201
    assert problem_of(bea_calls.post(path, {"body": "x", "attachments": [file]}), 400)
    assert Attachment.objects.get(pk=file).message is not None
    screen_all()
    received = sam_calls.get(path).json()["results"][-1]["attachments"]
    assert [(one["id"], one["name"]) for one in received] == [(file, "photo.jpg")]
    assert set(received[0]) == {"id", "name", "content_type", "size_bytes", "width", "height"}


def test_a_web_reply_can_be_undone_by_the_api_while_it_has_not_left(shop, thread, sam_calls, bea_calls):
    reply = post_message(
        thread=thread, author=shop.sam.user, side=Side.SELLER, body="Oops", via=Via.WEB, now=timezone.now()
    )
    problem_of(bea_calls.post(f"/messages/{reply.pk}/undo"), 404)
    assert sam_calls.post(f"/messages/{reply.pk}/undo").status_code == 200
    assert Message.objects.get(pk=reply.pk).status == Status.WITHDRAWN
    problem_of(sam_calls.post(f"/messages/{reply.pk}/undo"), 404)
    said = say(thread, shop.sam, "Better.")
    assert problem_of(sam_calls.post(f"/messages/{said.pk}/undo"), 409)["errors"][0]["code"] == "already_sent"


def test_a_message_of_the_other_side_is_reported_once(shop, thread, sam_calls):
    message = thread.messages.get()
    assert sam_calls.post(f"/messages/{message.pk}/report", {"reason": "harassment"}).status_code == 201
    again = problem_of(sam_calls.post(f"/messages/{message.pk}/report", {"reason": "spam"}), 409)
    assert again["errors"][0]["code"] == "reported_before"
    misuse = sam_calls.post(f"/messages/{message.pk}/report", {"reason": "misuse"})
    assert problem_of(misuse, 400)["errors"][0]["pointer"] == "/reason"


def test_only_a_finding_can_be_disputed_and_only_once(shop, thread, bea_calls):
    plain = thread.messages.get()
    assert problem_of(bea_calls.post(f"/messages/{plain.pk}/dispute", {}), 409)
    redacted = say(thread, shop.bea, "My number is +1 555 010 2939, I think.")
    assert bea_calls.post(f"/messages/{redacted.pk}/dispute", {"note": "A part number."}).status_code == 201
    assert problem_of(bea_calls.post(f"/messages/{redacted.pk}/dispute", {}), 409)


def test_the_policy_can_be_asked_without_sending(shop, bea_calls, sam_calls):
    body = "Call +1 555 010 2939 about EM-204771-9330"
    verdict = bea_calls.post("/policy/check", {"body": body, "order": shop.order.number}).json()
    assert verdict["outcome"] == "redact"
    assert "contact.phone" in verdict["labels"]
    assert "+1 555 010 2939" in [finding["excerpt"] for finding in verdict["findings"]]
    assert "[phone number removed]" in verdict["delivered_body"]
    assert not Message.objects.exists()
    assert sam_calls.post("/policy/check", {"body": "It left."}).json()["outcome"] == "deliver"


def test_a_waiting_message_is_told_to_its_author_alone(shop, bea_calls, sam_calls):
    Seller.objects.filter(pk=shop.seller.pk).update(buyer_messages_on=False)
    shop.order = make_order(shop.bea, shop.product, number="EM-111111-2222")
    shop.seller.refresh_from_db()
    message = screened(ask(shop, "Hello?"), now=timezone.now())
    assert bea_calls.get(f"/messages/{message.pk}").json()["status"] == "waiting"
    problem_of(sam_calls.get(f"/messages/{message.pk}"), 404)
