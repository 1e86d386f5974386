"""From a raw mail to what people see: doors, dedupe, routes, refusals and their answers."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail as outbox
from django.core.management import CommandError, call_command
from django.utils import timezone
from pypdf import PdfWriter

from accounts.models import Buyer, SellerStaff, SenderAddress, Standing
from accounts.relay import RelayAddress, RelayKind, new_alias, new_reply_code
from accounts.unsubscribing import make_unsubscribe_token
from messaging.contact import proactive_sent
from messaging.gateway.models import InboundMail, Outcome, content_digest
from messaging.gateway.receiving import judge
from messaging.gateway.references import remember_alert, thread_of
from messaging.gateway.refusals import Reason
from messaging.gateway.sweeping import MAX_TRIES, finish_stored, forget_old_mail
from messaging.ledger.models import LedgerEntry
from messaging.models import ImportantReason, Kind, Message, ProactiveReason, Side, Status, Thread, Via
from orders.models import OrderState
from tests import cast
from tests.gateway.conftest import MailWorld, Receive, deliver_all
from tests.gateway.mails import mail

pytestmark = pytest.mark.django_db
PDF_NAME = "not-a.pdf"


@pytest.fixture(autouse=True)
def _empty_outbox(world: MailWorld) -> None:
    outbox.outbox.clear()


def from_sam(text: str, **parts: object) -> bytes:
    return mail(text, author=cast.SAM_EMAIL, **parts)  # type: ignore[arg-type]


def from_bea(text: str, **parts: object) -> bytes:
    return mail(text, author=cast.BEA_EMAIL, **parts)  # type: ignore[arg-type]


def sent_to(address: str) -> list[str]:
    return [str(letter.body) for letter in outbox.outbox if letter.to == [address]]


def with_file(text: str, name: str, data: bytes) -> bytes:
    parts = f"--x\nContent-Type: text/plain; charset=utf-8\n\n{text}\n--x\nContent-Type: application/pdf\n"
    parts += f'Content-Disposition: attachment; filename="{name}"\nContent-Transfer-Encoding: base64\n\n'
    parts += base64.b64encode(data).decode() + "\n--x--"
    return from_sam(parts, content_type='multipart/mixed; boundary="x"')


# Threads by reply address


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


# Aliases


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


# The contact table and [Important]


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


# Once


def test_the_same_mail_twice_is_one_message(world: MailWorld, deliver: Receive) -> None:
    raw = from_sam("Only once")
    first = deliver(b"Received: from a by b; one\r\n" + raw, world.reply_address(Side.SELLER))
    again = deliver(b"Received: from a by b; two\r\n" + raw, world.reply_address(Side.SELLER))
    assert again.is_repeat
    assert (again.message, again.text) == (first.message, "Only once")
    assert world.thread.messages.filter(via=Via.MAIL).count() == 1


def test_another_mail_with_the_same_message_id_is_another_message(world: MailWorld, deliver: Receive) -> None:
    same = ("Message-ID: <same@shop.example>",)
    deliver(from_sam("The blue one is here.", headers=same), world.reply_address(Side.SELLER))
    deliver(from_sam("The red one too.", headers=same), world.reply_address(Side.SELLER))
    assert cast.texts(world.thread, Side.BUYER)[-2:] == ["The blue one is here.", "The red one too."]


def test_a_refused_mail_that_comes_again_is_answered_once(world: MailWorld, deliver: Receive) -> None:
    for _ in range(3):
        deliver(from_sam("Which colour?"), world.alias)
    assert len(sent_to(cast.SAM_EMAIL)) == 1


def test_a_mail_asked_to_come_later_is_taken_when_it_comes(world: MailWorld, deliver: Receive) -> None:
    later = deliver(from_sam("Hello", result="temperror"), world.reply_address(Side.SELLER))
    assert later.outcome == Outcome.TEMPFAIL
    assert deliver(from_sam("Hello"), world.reply_address(Side.SELLER)).outcome == Outcome.MESSAGE
    assert InboundMail.objects.count() == 1


def test_one_mail_for_two_threads_is_one_message_in_each(world: MailWorld) -> None:
    both = [world.reply_address(Side.SELLER), world.facts["reply_address_2"]["seller"]]
    receipts = deliver_all(from_sam("Both left today."), both, envelope_from=cast.SAM_EMAIL)
    assert [receipt.outcome for receipt in receipts] == [Outcome.MESSAGE] * 2
    assert len({receipt.thread for receipt in receipts}) == 2


def test_a_reply_to_all_is_one_message(world: MailWorld) -> None:
    both = [world.reply_address(Side.SELLER), world.alias]
    receipts = deliver_all(
        from_sam("Left today.", subject=world.facts["order_id"]), both, envelope_from=cast.SAM_EMAIL
    )
    assert receipts[0].message == receipts[1].message
    assert world.thread.messages.filter(via=Via.MAIL).count() == 1


def test_a_mail_left_behind_is_judged_by_the_sweep(world: MailWorld) -> None:
    now = timezone.now()
    left = InboundMail.store(
        raw=from_sam("Left behind"),
        recipient=world.reply_address(Side.SELLER),
        envelope_from=cast.SAM_EMAIL,
        authserv_id="mx.example-market.com",
        now=now,
    )
    assert finish_stored(now=now) == 0
    assert finish_stored(now=now + timedelta(minutes=3)) == 1
    assert cast.texts(world.thread, Side.BUYER)[-1] == "Left behind"
    assert judge(InboundMail.objects.get(pk=left.pk), now=now).is_repeat


def test_a_mail_that_always_fails_is_set_aside(world: MailWorld) -> None:
    now = timezone.now()
    left = InboundMail.store(
        raw=b"x", recipient=world.alias, envelope_from="a@b.example", authserv_id="", now=now
    )
    InboundMail.objects.filter(pk=left.pk).update(tries=MAX_TRIES)
    assert finish_stored(now=now + timedelta(minutes=3)) == 1
    assert InboundMail.objects.get(pk=left.pk).outcome == Outcome.REFUSED


def test_only_the_content_makes_a_mail_the_same() -> None:
    raw = from_sam("Hello")
    same = [
        b"Received: by x;\r\n\tone\r\n" + raw,
        b"ARC-Seal: i=1\r\n" + raw,
        raw + b"\r\n",
        raw.replace(b"\r\n", b"\n"),
    ]
    assert {content_digest(other) for other in same} == {content_digest(raw)}
    other = [
        raw + b".",
        b"X-Note: 1\r\n" + raw,
        raw.replace(b"Hello", b"hello"),
        raw + b"\r\nReceived: by x\r\n",
    ]
    assert content_digest(raw) not in {content_digest(changed) for changed in other}


# What is kept


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


# Answers


def test_a_blocked_text_is_handed_back_with_the_rule(world: MailWorld, deliver: Receive) -> None:
    raw = from_sam("Give us a 5-star review and you get a $20 gift card.")
    receipt = deliver(raw, world.reply_address(Side.SELLER))
    assert (receipt.reason, receipt.message) == (Reason.POLICY_BLOCK, None)
    (answer,) = sent_to(cast.SAM_EMAIL)
    assert "> Give us a 5-star review" in answer
    assert LedgerEntry.objects.filter(thread=world.thread, kind="mail.refused").count() == 1


def test_a_dropped_file_is_named_and_the_words_are_delivered(world: MailWorld, deliver: Receive) -> None:
    receipt = deliver(with_file("Here it is.", PDF_NAME, b"MZ program"), world.reply_address(Side.SELLER))
    assert (receipt.outcome, receipt.text) == (Outcome.MESSAGE, "Here it is.")
    assert PDF_NAME in sent_to(cast.SAM_EMAIL)[0]


def test_removed_words_are_told_to_their_author(world: MailWorld, deliver: Receive) -> None:
    receipt = deliver(from_bea("Call me at +1 (415) 555-0142."), world.reply_address(Side.BUYER))
    assert receipt.message is not None
    assert receipt.message.status == Status.REDACTED
    assert "removed" in sent_to(cast.BEA_EMAIL)[0]


def test_an_answer_cannot_be_answered(world: MailWorld, deliver: Receive) -> None:
    deliver(from_sam("Which colour?", headers=("Message-ID: <m1@shop.example>",)), world.alias)
    (letter,) = outbox.outbox
    headers = letter.message()
    assert (headers["Auto-Submitted"], headers["X-Auto-Response-Suppress"]) == ("auto-replied", "All")
    assert headers["In-Reply-To"] == "<m1@shop.example>"
    assert deliver(letter.message().as_bytes(), world.alias).outcome == Outcome.IGNORED


def test_one_address_gets_at_most_ten_answers_an_hour(world: MailWorld, deliver: Receive) -> None:
    for number in range(13):
        deliver(from_sam(f"Question {number}"), world.alias)
    assert len(sent_to(cast.SAM_EMAIL)) == 10
    deliver(from_sam("Question 14"), world.alias, now=timezone.now() + timedelta(hours=2))
    assert len(sent_to(cast.SAM_EMAIL)) == 11


@pytest.mark.parametrize("result", ["fail", "none", "temperror"])
def test_an_address_that_is_not_proven_never_gets_a_mail(
    world: MailWorld, deliver: Receive, result: str
) -> None:
    for recipient in (world.alias, world.reply_address(Side.SELLER), world.reply_address(Side.BUYER)):
        deliver(mail(f"Hello {recipient}", author="victim@elsewhere.example", result=result), recipient)
    assert outbox.outbox == []


def test_a_null_sender_never_gets_a_mail(world: MailWorld, deliver: Receive) -> None:
    deliver(from_sam("Which colour?"), world.alias, envelope_from="")
    assert outbox.outbox == []


def test_a_subject_with_hidden_line_breaks_adds_no_header_to_what_we_send(
    world: MailWorld, deliver: Receive
) -> None:
    evil = "=?utf-8?Q?x=0D=0ABcc:_harvest@evil.example?="
    headers = ("Message-ID: <a@b\r\n Bcc: harvest@evil.example>",)
    deliver(from_sam("Which colour?", subject=evil, headers=headers), world.alias)
    (letter,) = outbox.outbox
    assert letter.message()["Bcc"] is None
    assert letter.recipients() == [cast.SAM_EMAIL]


@pytest.mark.parametrize("kind", ["auto", "bounce"])
def test_automatic_mail_never_stops_the_clock_and_is_never_answered(
    world: MailWorld, deliver: Receive, kind: str
) -> None:
    header = "Auto-Submitted: auto-replied" if kind == "auto" else "X-Failed-Recipients: a@b.example"
    raw = from_sam("I am away.", subject="Undelivered Mail Returned to Sender", headers=(header,))
    envelope_from = cast.SAM_EMAIL if kind == "auto" else ""
    receipt = deliver(raw, world.reply_address(Side.SELLER), envelope_from=envelope_from)
    assert receipt.outcome == Outcome.IGNORED
    assert world.thread.entry_of(Side.SELLER).due_at is not None
    assert outbox.outbox == []


def test_a_message_may_be_files_alone(world: MailWorld, deliver: Receive) -> None:
    writer, pdf = PdfWriter(), io.BytesIO()
    writer.add_blank_page(width=90, height=90)
    writer.write(pdf)
    receipt = deliver(with_file("", "plan.pdf", pdf.getvalue()), world.reply_address(Side.SELLER))
    assert receipt.outcome == Outcome.MESSAGE
    assert Message.objects.get(pk=receipt.message.pk).attachments.count() == 1  # type: ignore[union-attr]


# Commands


def test_secret_addresses_are_printed_in_the_demo_alone(world: MailWorld, settings: Any) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="demo only"):
        call_command("mail_context", "--json", "--buyer", cast.BEA_EMAIL, "--seller", cast.SAM_EMAIL)
