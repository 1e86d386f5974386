"""When a claim is possible, and each move of it: once, in its order, and by one hand of many."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import override_settings
from django.utils import timezone

from accounts.models import Seller
from messaging import claiming
from messaging.claims.eligibility import claim_window, window_of
from messaging.claims.models import Claim, ClaimState, ClaimStep, Outcome
from messaging.ledger.verifying import verify
from messaging.models import Side, Thread
from tests import cast
from tests.messaging.test_concurrency import at_once

H, D = timedelta(hours=1), timedelta(days=1)
NOW = cast.noon()


def kinds(thread: Thread) -> list[str]:
    return [kind for kind in thread.ledger.order_by("seq").values_list("kind", flat=True) if "claim" in kind]


# When a claim is possible ------------------------------------------------------------------------------------------------

#     the seller was written to, the clock ran out twice, latest delivery, and then?
TIMES = [
    ("nobody was written to", None, None, NOW - 3 * D, False),
    ("written an hour ago", NOW - 1 * H, None, NOW - 3 * D, False),
    (
        "written a second less than 48 hours ago",
        NOW - 48 * H + timedelta(seconds=1),
        None,
        NOW - 3 * D,
        False,
    ),
    ("written 48 hours ago", NOW - 48 * H, None, NOW - 3 * D, True),
    ("written long ago", NOW - 80 * D, None, NOW - 85 * D, True),
    ("the clock ran out twice in a day", NOW - 30 * H, NOW - 1 * H, NOW - 3 * D, True),
    ("the clock runs out for the second time in an hour", NOW - 30 * H, NOW + 1 * H, NOW - 3 * D, False),
    ("delivered 90 days ago", NOW - 10 * D, None, NOW - 90 * D, True),
    (
        "delivered a second more than 90 days ago",
        NOW - 10 * D,
        None,
        NOW - 90 * D - timedelta(seconds=1),
        False,
    ),
    ("never shipped", NOW - 10 * D, None, None, True),
    ("delivered tomorrow at the latest", NOW - 3 * D, None, NOW + 1 * D, True),
]


@pytest.mark.parametrize(
    ("contacted", "twice", "delivered", "possible"), [row[1:] for row in TIMES], ids=[row[0] for row in TIMES]
)
def test_a_claim_is_possible_from_48_hours_after_writing_until_90_days_after_delivery(
    contacted, twice, delivered, possible
):
    window = claim_window(contacted_at=contacted, late_twice_at=twice, latest_delivery=delivered)
    assert window.is_open(NOW) is possible
    assert (claiming.why_not(window, now=NOW) is None) is possible


@override_settings(REPLY_DUE=6 * H)
def test_a_clock_that_ran_out_twice_opens_the_claim_before_the_48_hours(shop):
    start = timezone.now() - 20 * H
    thread = cast.ask(shop, now=start).thread
    cast.say(thread, shop.sam, "Soon.", now=start + 7 * H)
    assert not window_of(shop.order, thread, now=timezone.now()).is_open(timezone.now())
    cast.say(thread, shop.bea, "Still nothing.", now=start + 8 * H)
    window = window_of(shop.order, thread, now=timezone.now())
    assert window.opens_at == start + 14 * H
    assert window.is_open(timezone.now())


def test_a_message_that_reached_nobody_is_no_contact(shop):
    phishing = "Your account is on hold. Confirm your password and card number at http://secure-login.example/verify now."
    thread = cast.ask(shop, phishing, now=timezone.now() - 60 * H).thread
    assert window_of(shop.order, thread, now=timezone.now()).opens_at is None


def test_a_message_that_waits_for_buyer_messages_is_contact(shop):
    Seller.objects.update(buyer_messages_on=False)
    thread = cast.wait_for_answer(shop)
    assert window_of(shop.order, thread, now=timezone.now()).is_open(timezone.now())


def test_a_late_parcel_counts_from_its_own_delivery(shop):
    late = timezone.now() - 2 * D
    shop.order.shipments.update(delivered_at=late)
    assert shop.order.latest_delivery == late
    assert window_of(shop.order, None, now=timezone.now()).closes_at == late + 90 * D


# Moves -------------------------------------------------------------------------------------------------------------------


def test_the_operator_waits_for_the_answer_or_for_72_hours(shop, mo):
    start = timezone.now()
    claim = cast.claim_of(shop, now=start)

    def decided(after: timedelta) -> bool:
        return claiming.decide(
            Claim.objects.get(pk=claim.pk),
            by=mo,
            outcome=Outcome.GRANTED,
            reason="Nobody answered.",
            now=start + after,
        )

    assert not decided(71 * H)
    assert list(Claim.objects.to_decide(now=start + 71 * H)) == []
    assert list(Claim.objects.to_decide(now=start + 72 * H)) == [claim]
    assert decided(72 * H)


@pytest.mark.parametrize("state", ClaimState)
@pytest.mark.parametrize("late", [False, True])
def test_whose_turn_it_is_is_the_same_in_sql_and_in_python(shop, state, late):
    claim = cast.claim_of(shop)
    now = claim.answer_due_at + (H if late else -H)
    Claim.objects.update(state=state)
    claim.refresh_from_db()
    assert Claim.objects.to_decide(now=now).exists() == claim.may_be_decided(now=now)
    assert Claim.objects.open().exists() == claim.is_open


def test_an_appeal_is_possible_once_and_for_30_days(shop, mo):
    now = timezone.now()
    claim = cast.claim_of(shop, now=now)
    claiming.answer(claim, by=shop.sam.user, statement="On their way.", now=now)
    claiming.decide(claim, by=mo, outcome=Outcome.REFUSED, reason="They were sent.", now=now)
    late = {"by": shop.bea.user, "side": Side.BUYER, "statement": "They never came."}
    assert not claiming.appeal(claim, **late, now=now + 30 * D + H)
    assert claiming.appeal(claim, **late, now=now + 30 * D)
    assert not claiming.appeal(claim, **late, now=now + 30 * D)
    assert claiming.decide(claim, by=mo, outcome=Outcome.GRANTED, reason="They never came.", now=now + 31 * D)
    assert claim.state == ClaimState.FINAL
    assert not claiming.appeal(claim, **late, now=now + 31 * D)


def test_a_decided_claim_is_neither_answered_nor_withdrawn(shop, mo):
    now = timezone.now()
    claim = cast.claim_of(shop, now=now)
    claiming.decide(claim, by=mo, outcome=Outcome.GRANTED, reason="Nobody answered.", now=now + 73 * H)
    assert not claiming.answer(claim, by=shop.sam.user, statement="Too late.", now=now + 74 * H)
    assert not claiming.withdraw(claim, by=shop.bea.user, now=now + 74 * H)
    assert kinds(claim.thread) == ["claim.opened", "claim.decided"]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_two_decisions_at_once_one_wins(transactional_db, request):
    if connection.vendor == "sqlite":
        # One writer at a time by nature, and a test database in memory: nothing to race for.
        return
    shop, mo = request.getfixturevalue("shop"), request.getfixturevalue("mo")
    now = timezone.now()
    claim = cast.claim_of(shop, now=now)
    claiming.answer(claim, by=shop.sam.user, statement="On their way.", now=now)
    hands = [Claim.objects.with_parties().get(pk=claim.pk) for _hand in range(4)]
    outcomes = [Outcome.GRANTED, Outcome.REFUSED, Outcome.PARTLY, Outcome.GRANTED]
    done = at_once(
        [
            lambda hand=hand, outcome=outcome: claiming.decide(
                hand, by=mo, outcome=outcome, reason="As the thread shows.", now=now
            )
            for hand, outcome in zip(hands, outcomes, strict=True)
        ]
    )
    assert sorted(done) == [False, False, False, True]
    step = ClaimStep.objects.get(kind="decided")
    assert step.outcome == Claim.objects.get().outcome
    assert kinds(claim.thread).count("claim.decided") == 1
    assert verify(f"thread:{claim.thread_id}") is None


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_claims_filed_at_once_make_one(transactional_db, request):
    if connection.vendor == "sqlite":
        # As above.
        return
    shop = request.getfixturevalue("shop")
    cast.wait_for_answer(shop)

    def file() -> str:
        try:
            return str(cast.claim_of(shop).pk)
        except claiming.CannotClaim as refusal:
            return refusal.rule

    done = at_once([file] * 4)
    assert done.count("claimed_before") == 3
    assert Claim.objects.count() == 1
