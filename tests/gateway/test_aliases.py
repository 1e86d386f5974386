"""A mail to a buyer's alias finds the order it is about, or is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Buyer, SellerStaff
from accounts.relay import RelayAddress, RelayKind, new_alias, new_reply_code
from messaging.gateway.models import InboundMail, Outcome
from messaging.gateway.references import thread_of
from messaging.gateway.refusals import Reason
from messaging.models import Side
from orders.models import OrderState
from tests import cast
from tests.gateway.conftest import MailWorld, Receive, from_sam, sent_to
from tests.gateway.mails import mail

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_outbox")]


def test_an_alias_takes_the_seller_to_the_order_the_subject_names(world: MailWorld, deliver: Receive) -> None:
    receipt = deliver(from_sam("It ships today.", subject=f"Order {world.facts['order_id']}"), world.alias)
    assert receipt.thread == world.thread


def test_an_alias_takes_the_seller_to_the_thread_of_our_alert(world: MailWorld, deliver: Receive) -> None:
    alert = world.facts["alert_message_id"]["seller"]
    raw = from_sam("It ships today.", headers=(f"In-Reply-To: <{alert}>",))
    assert deliver(raw, world.alias).thread == world.thread
    found = thread_of(f"<{alert}>")
    assert found is not None
    assert found.side == Side.SELLER


def test_an_alias_opens_the_thread_of_an_order_without_one(world: MailWorld, deliver: Receive) -> None:
    order = cast.make_order(world.shop.bea, world.shop.product, number="EM-000002-0002")
    receipt = deliver(from_sam("A question about EM-000002-0002: which colour?"), world.alias)
    assert receipt.outcome == Outcome.MESSAGE
    assert receipt.thread is not None
    assert receipt.thread.order == order


def test_without_an_order_the_alias_refuses_and_says_what_to_do(world: MailWorld, deliver: Receive) -> None:
    assert deliver(from_sam("Which colour?"), world.alias).reason == Reason.NO_THREAD_OR_ORDER
    (answer,) = sent_to(cast.SAM_EMAIL)
    assert "order number" in answer


def test_an_alias_never_leads_to_another_shops_order(
    world: MailWorld, deliver: Receive, eve_sells: SellerStaff
) -> None:
    theirs = cast.make_order(
        world.shop.bea, cast.make_product(eve_sells.seller, sku="E-1"), number="EM-000003-0003"
    )
    assert deliver(from_sam(f"About {theirs.number}"), world.alias).reason == Reason.NO_THREAD_OR_ORDER
    raw = mail(f"About {world.facts['order_id']}", author=eve_sells.user.email)
    assert deliver(raw, world.alias).reason == Reason.NO_THREAD_OR_ORDER


def test_an_alias_never_leads_to_another_buyers_order(world: MailWorld, deliver: Receive, eve: Buyer) -> None:
    order = cast.make_order(eve, world.shop.product, number="EM-000004-0004")
    assert deliver(from_sam(f"About {order.number}"), world.alias).reason == Reason.NO_THREAD_OR_ORDER


def test_eve_cannot_write_to_an_alias(world: MailWorld, deliver: Receive, eve: Buyer) -> None:
    raw = mail(f"About {world.facts['order_id']}", author=eve.user.email)
    assert deliver(raw, world.alias).reason == Reason.NOT_AUTHORISED


def test_a_rotated_alias_works_for_its_time_and_then_is_unknown(world: MailWorld, deliver: Receive) -> None:
    old, now = world.alias, timezone.now()
    world.shop.bea.rotate_alias(now=now)
    subject = world.facts["order_id"]
    assert deliver(from_sam("Hello", subject=subject), old).outcome == Outcome.MESSAGE
    late = now + timedelta(days=31)
    assert deliver(from_sam("Hello again", subject=subject), old, now=late).reason == Reason.UNKNOWN_RECIPIENT


@pytest.mark.parametrize(
    "make",
    [
        lambda: "nobody@msg.example-market.com",
        lambda: "bea@other.example",
        lambda: "",
        lambda: str(RelayAddress(RelayKind.REPLY, new_reply_code())),
        lambda: str(RelayAddress(RelayKind.ALIAS, new_alias())),
    ],
    ids=["nobody", "elsewhere", "empty", "guessed reply", "guessed alias"],
)
def test_an_unknown_recipient_is_refused_and_nothing_is_kept(
    world: MailWorld, deliver: Receive, make: Callable[[], str]
) -> None:
    assert deliver(from_sam("Hello"), make()).reason == Reason.UNKNOWN_RECIPIENT
    assert not InboundMail.objects.exists()


@pytest.mark.parametrize("word", ["4155550142", "4155550143"], ids=["tracking number", "article number"])
def test_the_first_mail_about_an_order_may_name_what_belongs_to_the_order(
    world: MailWorld, deliver: Receive, word: str
) -> None:
    product = cast.make_product(world.shop.seller, sku="4155550143", title="A lamp")
    order = cast.make_order(world.shop.bea, product, number="EM-000002-0002", state=OrderState.SHIPPED)
    order.shipments.update(tracking_number="4155550142")
    receipt = deliver(from_sam(f"Ask for {word}.", subject=order.number), world.alias)
    assert (receipt.outcome, receipt.text) == (Outcome.MESSAGE, f"Ask for {word}.")
