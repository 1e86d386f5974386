"""Mails about claims, returns, cases and notices: who gets them, what they say and what they hide."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Buyer, NotificationAddress, Seller, SellerStaff, User
from messaging import claiming
from messaging.announcing import NoConsent, announce
from messaging.claims.models import Claim, Outcome
from messaging.gateway.models import Outcome as Took
from messaging.gateway.receiving import receive
from messaging.models import Category, Side, Thread, Via
from messaging.returning import report_returns
from messaging.screening import sweep
from messaging.serving import Line, answer_case, keep_transcript, open_case
from tests import cast
from tests.gateway.mails import AUTHSERV_ID
from tests.gateway.mails import mail as raw_mail
from tests.notifications.conftest import Alert, words_of

HIDDEN_FROM_SAM = (cast.BEA_EMAIL, "Marlowe", "0132")
HIDDEN_FROM_BEA = (cast.SAM_EMAIL, "Okafor", "mo@operator.example", "Derator")


@pytest.fixture
def claim(shop: cast.Shop, alert: Alert) -> Claim:
    """Bea's claim, of which nobody was mailed yet; alerts of the thread before it have left."""
    cast.wait_for_answer(shop)
    alert()
    return cast.claim_of(shop, "Two poles are missing, call me on +1 415 555 0132.")


def test_a_claim_is_mailed_to_the_shop_with_its_deadline_and_behind_the_mask(
    claim: Claim, alert: Alert
) -> None:
    [sent] = alert()
    assert sent.to == [cast.SAM_EMAIL]
    assert "Bea M. filed a guarantee claim" in sent.message()["Subject"]
    assert "Two poles are missing" in sent.body
    assert "Answer by" in sent.body
    assert f"/messages/t/{claim.thread_id}/#case" in sent.body
    assert "Reply-To" not in sent.message()
    assert not [word for word in HIDDEN_FROM_SAM if word in words_of(sent)]


def test_a_claim_is_mailed_whatever_the_shops_switches(claim: Claim, shop: cast.Shop, alert: Alert) -> None:
    Seller.objects.update(buyer_messages_on=False, return_messages_on=False)
    assert [sent.to for sent in alert()] == [[cast.SAM_EMAIL]]


def test_a_shop_without_a_confirmed_address_has_its_owner_told(claim: Claim, alert: Alert) -> None:
    NotificationAddress.objects.update(verified_at=None)
    assert [sent.to for sent in alert()] == [[cast.SAM_EMAIL]]


def test_answer_decision_and_appeal_are_mailed_to_whom_they_concern(
    claim: Claim, sam: SellerStaff, mo: User, alert: Alert
) -> None:
    now = timezone.now()
    Buyer.objects.update(alert_mail=False)
    alert()
    claiming.answer(claim, by=sam.user, statement="We sent them on Monday.", now=now)
    [answered] = alert()
    assert answered.to == [cast.BEA_EMAIL]
    assert "We sent them on Monday." in answered.body
    assert f"/orders/{claim.order.number}/claim/" in answered.body

    claiming.decide(claim, by=mo, outcome=Outcome.GRANTED, reason="The photo shows it.", now=now)
    decided = alert()
    assert sorted(sent.to[0] for sent in decided) == [cast.BEA_EMAIL, cast.SAM_EMAIL]
    assert all("The photo shows it." in sent.body for sent in decided)

    claiming.appeal(claim, by=sam.user, side=Side.SELLER, statement="It was complete.", now=now)
    [appealed] = alert()
    assert appealed.to == [cast.BEA_EMAIL]
    for sent in (answered, appealed, *(sent for sent in decided if sent.to == [cast.BEA_EMAIL])):
        assert not [word for word in HIDDEN_FROM_BEA if word in words_of(sent)]


def test_a_return_is_mailed_to_the_shop_and_its_refund_to_the_buyer(shop: cast.Shop, alert: Alert) -> None:
    cast.ask(shop)
    alert()
    now = timezone.now()
    row = {
        "reference": "R-1",
        "order": shop.order.number,
        "requested_at": now.isoformat(),
        "reason": "damaged",
    }
    report_returns([row], now=now)
    [asked] = alert()
    assert asked.to == [cast.SAM_EMAIL]
    assert "Damaged or faulty" in asked.body
    refund = {"refunded_at": now.isoformat(), "refund_cents": 12900, "refunded_by": "seller"}
    report_returns([row | refund, row | refund], now=now)
    [refunded] = alert()
    assert refunded.to == [cast.BEA_EMAIL]
    assert "Northwind Audio returned $129.00." in refunded.body


def test_an_answer_is_mailed_under_the_marketplaces_name_and_can_be_answered_by_mail(
    shop: cast.Shop, mo: User, alert: Alert
) -> None:
    now = timezone.now()
    case = cast.screened(
        open_case(buyer=shop.bea, author=shop.bea.user, body="Where is it?", via=Via.WEB, now=now), now=now
    ).thread
    answer_case(case, by=mo, body="The refund left today.", now=now)
    sweep(now=now)
    [sent] = alert()
    assert sent.to == [cast.BEA_EMAIL]
    assert sent.message()["From"] == "Example Market <no-reply@msg.example-market.com>"
    assert sent.message()["Reply-To"] == str(case.reply_address(Side.BUYER))
    assert "It goes to customer service." in sent.body
    assert not [word for word in HIDDEN_FROM_BEA if word in words_of(sent)]
    [receipt] = receive(
        raw_mail("Thank you, it came.", author=cast.BEA_EMAIL),
        envelope_from=cast.BEA_EMAIL,
        recipients=[str(case.reply_address(Side.BUYER))],
        authserv_id=AUTHSERV_ID,
        now=timezone.now(),
    )
    assert receipt.outcome == Took.MESSAGE
    assert cast.texts(case, Side.BUYER)[-1] == "Thank you, it came."


def test_a_transcript_is_told_by_one_mail_with_our_last_word(shop: cast.Shop, alert: Alert) -> None:
    keep_transcript(
        "CH-2",
        buyer=shop.bea,
        subject="Chat",
        lines=[
            Line(Side.BUYER, "Where is my refund?", timezone.now() - timedelta(minutes=3)),
            Line(Side.PLATFORM, "It left on Monday.", timezone.now() - timedelta(minutes=2)),
            Line(Side.BUYER, "Thank you.", timezone.now() - timedelta(minutes=1)),
        ],
        now=timezone.now(),
    )
    [sent] = alert()
    assert "It left on Monday." in sent.body
    assert "Where is my refund?" not in sent.body


def notice(shop: cast.Shop, category: Category, reference: str = "N-1") -> tuple[Thread, bool]:
    words = {"subject": "Weekend offers", "body": "Up to 30% off until Sunday."}
    return announce(reference, buyer=shop.bea, category=category, **words, now=timezone.now())


def test_a_promotion_reaches_only_who_agreed_and_leaves_with_one_click_unsubscribe(
    shop: cast.Shop, alert: Alert
) -> None:
    with pytest.raises(NoConsent):
        notice(shop, Category.PROMOTIONS)
    assert not Thread.objects.exists()
    Buyer.objects.update(promotions=True)
    shop.bea.refresh_from_db()
    notice(shop, Category.PROMOTIONS)
    [sent] = alert()
    assert sent.message()["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    link = sent.message()["List-Unsubscribe"].split(">")[0].strip("<").removeprefix("http://127.0.0.1:8000")
    assert Client().post(link, {"List-Unsubscribe": "One-Click"}).status_code == 200
    shop.bea.refresh_from_db()
    assert not shop.bea.promotions
    with pytest.raises(NoConsent):
        notice(shop, Category.PROMOTIONS, "N-2")
    assert alert() == []
