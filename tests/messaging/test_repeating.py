from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from messaging.models import Message, ProactiveReason, Side, Status, Thread, ThreadKind, Via
from messaging.posting import start_thread
from messaging.repeating import buyers_told, likeness_of, repetition
from messaging.screening import check_text
from tests.api.caller import Caller
from tests.cast import make_buyer, make_order, screened

TEXT = "Hello {name}, your order no {number} ships on Monday with the morning collection."


def send(shop, count, *, now, text=TEXT):
    sent = []
    for index in range(count):
        buyer = make_buyer(f"buyer{index}-{now.timestamp()}@x.example", first_name="Ann")
        order = make_order(buyer, shop.product, number=f"EM-{index}-{now.timestamp()}")
        message = start_thread(
            author=shop.sam.user, side=Side.SELLER, buyer=buyer, seller=shop.seller, order=order,
            body=text.format(name="Ann", number=index), via=Via.API, reason=ProactiveReason.ORDER_UPDATE, now=now,
        )  # fmt: skip
        sent.append(screened(message, now=now))
    return sent


def test_the_same_text_is_blocked_from_the_21st_buyer_and_says_why(shop):
    sent = send(shop, 22, now=timezone.now())
    assert [message.status for message in sent[:20]] == [Status.DELIVERED] * 20
    assert [message.status for message in sent[20:]] == [Status.BLOCKED] * 2
    assert "20 buyers" in sent[20].findings[0]["because"]


@pytest.mark.parametrize("screened_first", ["the first", "the last"])
def test_of_a_burst_that_a_late_worker_screens_the_last_are_too_many(shop, settings, screened_first):
    settings.REPEAT_BLOCK_AFTER = 2
    now, written = timezone.now(), []
    for index in range(4):
        buyer = make_buyer(f"burst{index}@x.example", first_name="Ann")
        order = make_order(buyer, shop.product, number=f"EM-BURST-{index}")
        message = start_thread(
            author=shop.sam.user, side=Side.SELLER, buyer=buyer, seller=shop.seller, order=order,
            body=TEXT.format(name="Ann", number=index), via=Via.API, reason=ProactiveReason.ORDER_UPDATE,
            now=now + timedelta(seconds=index),
        )  # fmt: skip
        written.append(message)
    late = now + timedelta(minutes=1)
    for message in written if screened_first == "the first" else reversed(written):
        screened(message, now=late)
    statuses = list(Message.objects.order_by("submitted_at").values_list("status", flat=True))
    assert statuses == [Status.DELIVERED, Status.DELIVERED, Status.BLOCKED, Status.BLOCKED]


def test_what_was_sent_yesterday_no_longer_counts(shop, settings):
    settings.REPEAT_BLOCK_AFTER = 2
    now = timezone.now()
    send(shop, 2, now=now - timedelta(hours=25))
    assert [message.status for message in send(shop, 2, now=now)] == [Status.DELIVERED] * 2


def test_the_count_for_a_warning_is_known_before_sending(shop, settings):
    now = timezone.now()
    sent = send(shop, 3, now=now)
    told = buyers_told(sent[0].likeness, seller=shop.seller, now=now)
    assert told == {message.thread.buyer_id for message in sent}


def check_on_page(client, order, text):
    answer = client.post("/messages/check/", {"body": text, "order": order.number, "reason": "order_update"})
    return " ".join(answer.content.decode().split())


def check_by_program(shop, order, text):
    body = {"body": text, "order": order.number, "proactive": True}
    return Caller(shop.sam).post("/policy/check", body).json()


def test_the_shop_is_warned_from_the_10th_buyer_on_before_it_sends(shop, client_of):
    text = TEXT.format(name="Bea", number=77)
    now, page = timezone.now() - timedelta(minutes=1), client_of(shop.sam)
    send(shop, 8, now=now)
    assert check_by_program(shop, shop.order, text)["findings"] == []
    assert "10 buyers" not in check_on_page(page, shop.order, text)
    send(shop, 1, now=now + timedelta(seconds=1))
    verdict = check_by_program(shop, shop.order, text)
    assert verdict["outcome"] == "deliver"
    [found] = verdict["findings"]
    assert (found["code"], found["action"]) == ("repeat.same_text", "flag")
    assert "10 buyers get the same text" in found["detail"]
    words = check_on_page(page, shop.order, text)
    assert "With this message 10 buyers get the same text in 24 hours" in words
    assert "This can be sent" in words
    assert "would be removed" not in words


def test_the_warning_becomes_a_refusal_at_the_21st_buyer(shop, client_of):
    text = TEXT.format(name="Bea", number=77)
    send(shop, 20, now=timezone.now())
    assert check_by_program(shop, shop.order, text)["outcome"] == "block"
    assert "would not reach the buyer" in check_on_page(client_of(shop.sam), shop.order, text)
    body = {"order": shop.order.number, "body": text, "reason": "order_update"}
    answer = Caller(shop.sam).post("/threads", body)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["rule"] == "repeat.same_text"
    assert not Thread.objects.filter(order=shop.order).exists()


def test_a_buyer_who_has_the_text_already_is_not_one_more(shop):
    now = timezone.now()
    sent = send(shop, 9, now=now)
    text = TEXT.format(name="Ann", number=0)
    assert repetition(text, sent[0].thread, now=now) is None


def test_a_warned_message_is_delivered_and_tells_the_buyer_nothing(shop, settings):
    settings.REPEAT_WARN_FROM = 2
    sent = send(shop, 2, now=timezone.now())
    assert [message.status for message in sent] == [Status.DELIVERED] * 2
    assert [finding["rule"] for finding in sent[1].findings] == ["repeat.same_text"]
    buyer = sent[1].thread.buyer
    page = Caller(buyer).get(f"/threads/{sent[1].thread_id}/messages")
    assert "repeat" not in page.content.decode()


def test_a_buyer_is_never_counted(shop, thread):
    assert check_text(TEXT, thread=thread, side=Side.BUYER, now=timezone.now()).findings == ()


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (
            "Hello Bea, parcel 123 ships on Monday morning.",
            "hello bea  parcel 99 ships on monday morning",
            True,
        ),
        (
            "Your parcel ships on Monday morning at nine.",
            "Your parcel ships on Tuesday morning at nine.",
            False,
        ),
        ("Thank you!", "Thank you!", False),
    ],
)
def test_digits_names_case_and_punctuation_do_not_make_a_text_new(shop, one, other, alike):
    thread = Thread(buyer=shop.bea, seller=shop.seller, order=shop.order, kind=ThreadKind.ORDER)
    first, second = likeness_of(one, thread), likeness_of(other, thread)
    assert (first == second and first != "") is alike
