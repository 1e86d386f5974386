from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from messaging.models import ProactiveReason, Side, Status, Thread, ThreadKind, Via
from messaging.posting import start_thread
from messaging.repeating import buyers_told, likeness_of
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


def test_what_was_sent_yesterday_no_longer_counts(shop, settings):
    settings.REPEAT_BLOCK_AFTER = 2
    now = timezone.now()
    send(shop, 2, now=now - timedelta(hours=25))
    assert [message.status for message in send(shop, 2, now=now)] == [Status.DELIVERED] * 2


def test_the_count_for_a_warning_is_known_before_sending(shop, settings):
    now = timezone.now()
    sent = send(shop, 3, now=now)
    assert buyers_told(sent[0].likeness, seller=shop.seller, now=now) == 3


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
