"""The contact table of the rulebook, line by line."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from messaging import contact
from messaging.contact import CannotWrite, contact_options, require_may_write
from messaging.models import ImportantReason, ProactiveReason, Side, Thread, ThreadKind, Via
from messaging.posting import start_thread
from orders.models import OrderState
from tests.cast import make_order

NOW = timezone.now()
PROACTIVE = ProactiveReason.ORDER_UPDATE
FULFIL = ProactiveReason.ADDRESS_PROBLEM


def options(shop, order, *, wrote=False, now=NOW):
    thread = Thread(
        buyer=shop.bea, seller=shop.seller, order=order, kind=ThreadKind.ORDER, buyer_has_written=wrote
    )
    found = contact_options(
        side=Side.SELLER, buyer=shop.bea, seller=shop.seller, order=order, thread=thread, now=now
    )
    return {option.reason: option for option in found}


CASES = [
    # state, days since placed, opted out, standing, reason, rule that forbids it ("" = allowed)
    ("placed", 1, False, "good", PROACTIVE, ""),
    ("placed", 1, False, "good", FULFIL, ""),
    ("delivered", 10, False, "good", PROACTIVE, ""),
    ("delivered", 10, False, "good", FULFIL, "order_completed"),
    ("delivered", 32, False, "good", PROACTIVE, ""),
    ("delivered", 34, False, "good", PROACTIVE, "contact_window_closed"),
    # Shipped the day after it was placed: completed 14 days later, whatever the carrier says.
    ("shipped", 14, False, "good", FULFIL, ""),
    ("shipped", 16, False, "good", FULFIL, "order_completed"),
    ("shipped", 16, False, "good", PROACTIVE, ""),
    ("shipped", 44, False, "good", PROACTIVE, ""),
    ("shipped", 46, False, "good", PROACTIVE, "contact_window_closed"),
    ("placed", 1, True, "good", PROACTIVE, "buyer_opted_out"),
    ("placed", 1, True, "good", FULFIL, "buyer_opted_out"),
    ("placed", 1, True, "good", ImportantReason.ORDER_CRITICAL, ""),
    ("delivered", 400, True, "good", ImportantReason.RECALL, ""),
    ("cancelled", 3, False, "good", PROACTIVE, "order_cancelled"),
    ("cancelled", 3, False, "good", FULFIL, "order_completed"),
    ("placed", 1, False, "proactive_restricted", PROACTIVE, "proactive_restricted"),
    ("placed", 1, False, "proactive_restricted", ImportantReason.RECALL, ""),
    ("placed", 1, False, "suspended", ImportantReason.RECALL, "seller_suspended"),
    ("placed", 1, False, "good", contact.ANSWER, "nothing_to_answer"),
]


@pytest.mark.parametrize(("state", "days", "opted_out", "standing", "reason", "rule"), CASES)
def test_the_table_says_what_a_seller_may_send(shop, state, days, opted_out, standing, reason, rule):
    shop.bea.opted_out, shop.seller.standing = opted_out, standing
    order = make_order(
        shop.bea, shop.product, number="EM-1", state=OrderState(state), placed_at=NOW - timedelta(days=days)
    )
    option = options(shop, order)[reason]
    assert option.rule == rule
    assert option.allowed is (rule == "")
    assert bool(option.because) is not option.allowed


@pytest.mark.parametrize("state", OrderState)
def test_an_order_is_open_until_its_completion_and_not_a_moment_longer(shop, state):
    order = make_order(shop.bea, shop.product, number="EM-1", state=state, placed_at=NOW)
    if order.completion is None:
        assert order.is_open_at(NOW + timedelta(days=400)) is (state == OrderState.PLACED)
    else:
        is_under_way = state == OrderState.SHIPPED
        assert order.is_open_at(order.completion - timedelta(seconds=1)) is is_under_way
        assert not order.is_open_at(order.completion)


@pytest.mark.parametrize(
    ("opted_out", "standing", "days"),
    [(True, "good", 10), (False, "good", 400), (False, "proactive_restricted", 10)],
)
def test_an_answer_is_always_allowed_when_the_buyer_has_written(shop, opted_out, standing, days):
    shop.bea.opted_out, shop.seller.standing = opted_out, standing
    order = make_order(shop.bea, shop.product, number="EM-1", placed_at=NOW - timedelta(days=days))
    assert options(shop, order, wrote=True)[contact.ANSWER].allowed


def test_a_restriction_with_an_end_is_over_when_the_end_has_passed(shop):
    shop.seller.standing, shop.seller.standing_until = "proactive_restricted", NOW - timedelta(seconds=1)
    assert options(shop, shop.order)[PROACTIVE].allowed


def test_the_daily_quota_is_five_times_the_mean_of_orders_and_600(shop, settings):
    settings.PROACTIVE_DAILY_BASE = 0
    assert options(shop, shop.order)[PROACTIVE].rule == "quota_used"
    settings.PROACTIVE_DAILY_BASE = 600
    assert contact.proactive_quota(shop.seller, now=NOW) == 600


def test_a_restricted_buyer_may_not_write(shop):
    shop.bea.restricted_at = NOW
    thread = Thread(buyer=shop.bea, seller=shop.seller, order=shop.order, kind=ThreadKind.ORDER)
    with pytest.raises(CannotWrite) as refusal:
        require_may_write(thread=thread, side=Side.BUYER, now=NOW)
    assert refusal.value.rule == "buyer_restricted"
    assert refusal.value.instead


def test_an_opted_out_buyer_may_still_write(shop):
    shop.bea.opted_out = True
    thread = Thread(buyer=shop.bea, seller=shop.seller, order=shop.order, kind=ThreadKind.ORDER)
    assert require_may_write(thread=thread, side=Side.BUYER, now=NOW).allowed


def test_an_invented_reason_is_refused(shop):
    thread = Thread(buyer=shop.bea, seller=shop.seller, order=shop.order, kind=ThreadKind.ORDER)
    with pytest.raises(CannotWrite) as refusal:
        require_may_write(thread=thread, side=Side.SELLER, reason="because", now=NOW)
    assert refusal.value.rule == "unknown_reason"


def test_what_is_needed_to_fulfil_an_order_uses_up_no_quota(shop):
    order = make_order(shop.bea, shop.product, number="EM-2", state=OrderState.SHIPPED)
    for reason in (FULFIL, PROACTIVE):
        start_thread(
            author=shop.sam.user, side=Side.SELLER, buyer=shop.bea, seller=shop.seller, order=order,
            body="The carrier asks for the floor.", via=Via.API, reason=reason, now=NOW,
        )  # fmt: skip
    assert contact.proactive_sent(shop.seller, now=NOW) == 1
