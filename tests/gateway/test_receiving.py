"""From a raw mail to what people see: threads by reply address, and what is kept of a mail."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail as outbox
from django.utils import timezone

from accounts.models import Buyer, SellerStaff, SenderAddress
from accounts.relay import RelayAddress, RelayKind
from accounts.unsubscribing import make_unsubscribe_token
from messaging.gateway.models import InboundMail, Outcome
from messaging.gateway.references import remember_alert
from messaging.gateway.refusals import Reason
from messaging.gateway.sweeping import forget_old_mail
from messaging.models import Side, Thread, Via
from tests import cast
from tests.gateway.conftest import MailWorld, Receive, from_bea, from_sam, sent_to
from tests.gateway.mails import mail

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_outbox")]


# Threads by reply address ----------------------------------------------------------------------------------------------


def test_a_seller_answers_by_mail_and_the_buyer_reads_it(world: MailWorld, deliver: Receive) -> None:
    receipt = deliver(from_sam("On Thursday.\n\n> When?"), world.reply_address(Side.SELLER))
    assert (receipt.outcome, receipt.text) == (Outcome.MESSAGE, "On Thursday.")
    assert cast.texts(world.thread, Side.BUYER)[-1] == "On Thursday."
    assert receipt.message is not None
    assert (receipt.message.via, receipt.message.author) == (Via.MAIL, world.shop.sam.user)


def test_a_buyer_answers_by_mail_and_the_seller_reads_it(world: MailWorld, deliver: Receive) -> None:
    deliver(from_bea("Thank you!"), world.reply_address(Side.BUYER))
    assert cast.texts(world.thread, Side.SELLER)[-1] == "Thank you!"


def test_the_address_is_read_in_any_case(world: MailWorld, deliver: Receive) -> None:
    assert deliver(from_bea("Thanks"), world.reply_address(Side.BUYER).upper()).outcome == Outcome.MESSAGE


def test_subject_and_references_never_move_a_mail_to_another_thread(
    world: MailWorld, deliver: Receive
) -> None:
    other = cast.make_order(world.shop.bea, world.shop.product, number="EM-000001-0001")
    theirs = cast.ask(cast.Shop(world.shop.bea, world.shop.sam, other, world.shop.product)).thread
    remember_alert("their.alert@msg.example-market.com", theirs, Side.SELLER)
    raw = from_sam(
        "Hello", subject=other.number, headers=("References: <their.alert@msg.example-market.com>",)
    )
    assert deliver(raw, world.reply_address(Side.SELLER)).thread == world.thread
    assert theirs.messages.filter(via=Via.MAIL).count() == 0


@pytest.mark.parametrize("side", [Side.SELLER, Side.BUYER])
def test_eve_cannot_write_to_a_reply_address_she_found(
    world: MailWorld, deliver: Receive, eve: Buyer, side: Side
) -> None:
    receipt = deliver(mail("It is me.", author=eve.user.email), world.reply_address(side))
    assert (receipt.outcome, receipt.reason) == (Outcome.REFUSED, Reason.NOT_AUTHORISED)
    assert "It is me." not in " ".join(
        cast.texts(world.thread, Side.BUYER) + cast.texts(world.thread, Side.SELLER)
    )


def test_another_shop_cannot_write_to_the_sellers_reply_address(
    world: MailWorld, deliver: Receive, eve_sells: SellerStaff
) -> None:
    raw = mail("Buy from us", author=eve_sells.user.email)
    assert deliver(raw, world.reply_address(Side.SELLER)).reason == Reason.NOT_AUTHORISED


def test_a_party_cannot_write_in_the_others_name(world: MailWorld, deliver: Receive) -> None:
    assert deliver(from_sam("I am Bea."), world.reply_address(Side.BUYER)).reason == Reason.NOT_AUTHORISED
    assert deliver(from_bea("I am Sam."), world.reply_address(Side.SELLER)).reason == Reason.NOT_AUTHORISED


def test_a_sender_address_that_is_not_verified_may_not_write(world: MailWorld, deliver: Receive) -> None:
    SenderAddress.objects.create(seller=world.shop.seller, address="new@northwind-office.example")
    raw = mail("Hello", author="new@northwind-office.example")
    assert deliver(raw, world.reply_address(Side.SELLER)).reason == Reason.NOT_AUTHORISED


def test_a_viewer_may_not_write_by_mail_either(world: MailWorld, deliver: Receive) -> None:
    SellerStaff.objects.filter(pk=world.shop.sam.pk).update(role="viewer")
    assert deliver(from_sam("Hello"), world.reply_address(Side.SELLER)).reason == Reason.NOT_AUTHORISED


def test_eve_who_forges_the_senders_address_is_refused_without_a_mail(
    world: MailWorld, deliver: Receive
) -> None:
    raw = from_sam("Pay again, please.", result="fail")
    assert deliver(raw, world.reply_address(Side.SELLER)).reason == Reason.NOT_AUTHENTICATED
    assert outbox.outbox == []


@pytest.mark.parametrize("copies", ["Cc: eve@elsewhere.example", "Reply-To: eve@elsewhere.example"])
def test_copies_and_reply_to_add_nobody(world: MailWorld, deliver: Receive, eve: Buyer, copies: str) -> None:
    deliver(from_bea("Only for Sam", headers=(copies,)), world.reply_address(Side.BUYER))
    assert not Thread.objects.visible_to(eve.user).exists()
    assert sent_to("eve@elsewhere.example") == []


# What is kept ----------------------------------------------------------------------------------------------------------


def test_the_raw_mail_is_sealed_and_forgotten_after_its_time(world: MailWorld, deliver: Receive) -> None:
    raw = from_sam("The words of the mail")
    deliver(raw, world.reply_address(Side.SELLER))
    stored = InboundMail.objects.get()
    assert b"words of the mail" not in bytes(stored.raw)
    assert stored.open_raw() == raw
    assert forget_old_mail(now=timezone.now() + timedelta(days=89)) == 0
    assert forget_old_mail(now=timezone.now() + timedelta(days=91)) == 1
    stored = InboundMail.objects.get()
    assert (stored.open_raw(), stored.recipient, stored.envelope_from) == (b"", "", "")


def test_a_report_is_kept_raw_and_nothing_is_sent(world: MailWorld, deliver: Receive) -> None:
    raw = mail("Is this from you?", author="eve@elsewhere.example", result="none")
    assert deliver(raw, str(RelayAddress(RelayKind.REPORT))).outcome == Outcome.REPORT
    assert InboundMail.objects.get().open_raw() == raw
    assert outbox.outbox == []


def test_a_mail_to_the_unsubscribe_address_stops_alert_mail(world: MailWorld, deliver: Receive) -> None:
    token = make_unsubscribe_token(world.shop.bea)
    receipt = deliver(mail("unsubscribe", result="none"), str(RelayAddress(RelayKind.UNSUBSCRIBE, token)))
    assert receipt.outcome == Outcome.IGNORED
    assert not Buyer.objects.get(pk=world.shop.bea.pk).alert_mail


def test_eve_cannot_unsubscribe_bea_with_a_made_up_token(world: MailWorld, deliver: Receive) -> None:
    deliver(mail("unsubscribe"), str(RelayAddress(RelayKind.UNSUBSCRIBE, f"{world.shop.bea.pk}-{'a' * 26}")))
    assert Buyer.objects.get(pk=world.shop.bea.pk).alert_mail
