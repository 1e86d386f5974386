"""No answer of the API holds what is masked, whoever asks and whatever they ask for."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from messaging.models import Message
from tests.api.caller import Caller
from tests.cast import BEA_EMAIL, SAM_EMAIL, ask, say

BEA_PHONE = "+1 555 010 2939"
SAM_PHONE = "+1 555 010 7777"
OF_BEA = (BEA_EMAIL, BEA_EMAIL.partition("@")[0], "Marlowe", BEA_PHONE, "0102939")
OF_SAM = (SAM_EMAIL, SAM_EMAIL.partition("@")[0], "Okafor", SAM_PHONE, "0107777")


@pytest.fixture
def full_thread(shop, agent) -> Any:
    """Both wrote, and tried to say who they are."""
    thread = ask(shop, f"Where is it? Phone {BEA_PHONE}, mail {BEA_EMAIL}.").thread
    say(thread, shop.sam, f"It left. Depot: {SAM_PHONE}, {SAM_EMAIL}")
    say(thread, shop.sam, "Please leave a 5-star review on the product page!")
    say(thread, shop.bea, "Thank you.")
    return thread


def everything(caller: Caller, thread: Any) -> dict[str, bytes]:
    """Every answer this caller can get about the thread, refusals too."""
    order = thread.order.number
    paths = [
        "/threads", "/threads?folder=archive", f"/threads?order={order}", f"/threads/{thread.pk}",
        f"/threads/{thread.pk}/messages", f"/threads/{thread.pk}/messages?newest_first=true",
        f"/orders/{order}/contact", "/changes?since=0", "/schema/?format=json",
    ]  # fmt: skip
    paths += [f"/messages/{pk}" for pk in Message.objects.values_list("pk", flat=True)]
    answers = {path: caller.get(path) for path in paths}
    posts: list[tuple[str, Any]] = [
        (f"/threads/{thread.pk}/{action}", None) for action in ("read", "archive")
    ]
    posts += [
        (f"/threads/{thread.pk}/messages", {"body": "Hello."}),
        ("/threads", {"order": order, "body": "Hello."}),
        ("/policy/check", {"body": "Hello.", "order": order}),
    ]
    for pk in Message.objects.values_list("pk", flat=True):
        posts += [(f"/messages/{pk}/report", {"reason": "spam"}), (f"/messages/{pk}/dispute", {})]
        posts += [(f"/messages/{pk}/undo", None)]
    answers |= {f"POST {path}": caller.post(path, body) for path, body in posts}
    return {
        path: answer.content + "\n".join(f"{name}: {value}" for name, value in answer.items()).encode()
        for path, answer in answers.items()
    }


@pytest.mark.parametrize(("reader", "masked"), [("bea", OF_SAM), ("sam", OF_BEA), ("agent", OF_BEA)])
def test_no_answer_holds_what_is_masked(reader, masked, full_thread, shop, agent):
    who = {"bea": shop.bea, "sam": shop.sam, "agent": agent}[reader]
    found = [
        (path, word)
        for path, answer in everything(Caller(who), full_thread).items()
        for word in masked
        if word.lower().encode() in answer.lower()
    ]
    assert found == []


def test_the_crawl_would_see_a_leak(full_thread, shop):
    """The author's own side does hold the words: the search above is not blind."""
    answers = everything(Caller(shop.bea), full_thread)
    assert any(BEA_PHONE.encode() in answer for answer in answers.values())


BUYER_ROW = {
    "id", "kind", "topic", "subject", "order", "product", "category", "folder", "unread", "starred", "last_activity",
    "last_side", "preview", "has_attachment", "is_important", "is_held", "state", "seller",
}  # fmt: skip
SELLER_ROW = (BUYER_ROW - {"seller"}) | {"buyer", "needs_reply_since", "due_at", "is_proactive", "has_sent"}
OWN = {
    "id", "thread", "seq", "is_own", "side", "author", "via", "kind", "topic", "reason", "important_reason", "body",
    "delivered_body", "status", "findings", "submitted_at", "send_after", "delivered_at", "attachments",
}  # fmt: skip
RECEIVED = {
    "id", "thread", "seq", "is_own", "side", "author", "kind", "topic", "important_reason", "body", "status",
    "delivered_at", "attachments",
}  # fmt: skip
CLOCK = {"counts_for_clock", "counts_because"}


@pytest.mark.parametrize(
    ("reader", "row", "own", "received"),
    [
        ("bea", BUYER_ROW, OWN, RECEIVED),
        ("sam", SELLER_ROW, OWN | CLOCK, RECEIVED | CLOCK | {"submitted_at", "flagged"}),
    ],
)
def test_each_audience_gets_its_listed_fields_and_no_other(reader, row, own, received, full_thread, shop):
    caller = Caller(getattr(shop, reader))
    assert set(caller.get("/threads").json()["results"][0]) == row
    assert set(caller.get(f"/threads/{full_thread.pk}").json()) == row | {"contact"}
    assert set(caller.get("/changes?since=0").json()["results"][0]) == row
    for message in caller.get(f"/threads/{full_thread.pk}/messages").json()["results"]:
        assert set(message) == (own if message["is_own"] else received)


def test_how_a_moderator_decided_is_not_told_to_the_other_side(shop, sam_calls, full_thread):
    message = full_thread.messages.filter(side="buyer").last()
    Message.objects.filter(pk=message.pk).update(status="released", delivered_at=timezone.now())
    assert sam_calls.get(f"/messages/{message.pk}").json()["status"] == "delivered"
