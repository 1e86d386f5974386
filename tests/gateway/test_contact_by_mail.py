"""Who may write to whom holds for mail as it does on the web."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from accounts.models import Buyer, Standing
from messaging.contact import proactive_sent
from messaging.gateway.refusals import Reason
from messaging.models import ImportantReason, Kind, ProactiveReason, Side, Thread
from orders.models import OrderState
from tests import cast
from tests.gateway.conftest import MailWorld, Receive, from_bea, from_sam, sent_to

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_outbox")]


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"standing": Standing.RESTRICTED}, "Proactive messages are restricted"),
        ({"standing": Standing.GOOD}, "Today's proactive messages are used up"),
    ],
    ids=["restricted", "quota used"],
)
def test_a_shops_first_mail_on_an_open_order_may_no_more_than_on_the_web(
    world: MailWorld, deliver: Receive, settings: Any, changes: dict[str, str], rule: str
) -> None:
    if changes["standing"] == Standing.GOOD:
        settings.PROACTIVE_DAILY_BASE = 0
    type(world.shop.seller).objects.update(**changes)
    order = cast.make_order(
        world.shop.bea, world.shop.product, number="EM-000007-0007", state=OrderState.PLACED
    )
    receipt = deliver(from_sam("It ships on Monday.", subject=order.number), world.alias)
    assert receipt.reason == Reason.NOT_PERMITTED
    (answer,) = sent_to(cast.SAM_EMAIL)
    assert rule in answer
    assert "with the reason chosen there" in answer


def test_a_shops_first_mail_is_an_order_update_whatever_the_order_waits_for(
    world: MailWorld, deliver: Receive
) -> None:
    order = cast.make_order(
        world.shop.bea, world.shop.product, number="EM-000007-0007", state=OrderState.PLACED
    )
    receipt = deliver(from_sam("It ships on Monday.", subject=order.number), world.alias)
    assert receipt.message is not None
    assert receipt.message.reason == ProactiveReason.ORDER_UPDATE
    assert proactive_sent(world.shop.seller, now=timezone.now()) == 1


def test_a_mail_to_a_buyer_who_opted_out_is_refused_with_the_reason(
    world: MailWorld, deliver: Receive
) -> None:
    Buyer.objects.filter(pk=world.shop.bea.pk).update(opted_out=True)
    cast.make_order(world.shop.bea, world.shop.product, number="EM-000005-0005")
    assert (
        deliver(
            from_sam("The lamp is heavy, two people should lift it.", subject="EM-000005-0005"), world.alias
        ).reason
        == Reason.NOT_PERMITTED
    )
    assert "unsolicited" in sent_to(cast.SAM_EMAIL)[0]
    assert not Thread.objects.filter(order__number="EM-000005-0005").exists()


@pytest.mark.parametrize(
    ("subject", "reason"),
    [
        ("[Important] your address", ImportantReason.ORDER_CRITICAL),
        ("[IMPORTANT] recall of the lamp", ImportantReason.RECALL),
        ("[important] safety notice", ImportantReason.PRODUCT_SAFETY),
        ("[ Important ] warranty papers", ImportantReason.WARRANTY),
    ],
)
def test_an_important_subject_passes_the_opt_out(
    world: MailWorld, deliver: Receive, subject: str, reason: str
) -> None:
    Buyer.objects.filter(pk=world.shop.bea.pk).update(opted_out=True)
    cast.make_order(world.shop.bea, world.shop.product, number="EM-000006-0006")
    receipt = deliver(from_sam("EM-000006-0006: please read this.", subject=subject), world.alias)
    assert receipt.message is not None
    assert (receipt.message.kind, receipt.message.important_reason) == (Kind.IMPORTANT, reason)


@pytest.mark.parametrize("subject", ["Important: your address", "Very important"])
def test_important_needs_its_brackets(world: MailWorld, deliver: Receive, subject: str) -> None:
    receipt = deliver(from_sam("Hello", subject=subject), world.reply_address(Side.SELLER))
    assert receipt.message is not None
    assert receipt.message.kind == Kind.REPLY


def test_a_suspended_shop_cannot_answer_by_mail(world: MailWorld, deliver: Receive) -> None:
    seller = world.shop.seller
    seller.standing = Standing.SUSPENDED
    seller.save()
    assert deliver(from_sam("Hello"), world.reply_address(Side.SELLER)).reason == Reason.NOT_PERMITTED


def test_a_buyer_never_makes_a_message_important(world: MailWorld, deliver: Receive) -> None:
    receipt = deliver(from_bea("Hello", subject="[Important]"), world.reply_address(Side.BUYER))
    assert receipt.message is not None
    assert receipt.message.kind == Kind.REPLY
