"""A mail that comes twice, late or to many makes one message."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from messaging.gateway.models import InboundMail, Outcome, content_digest
from messaging.gateway.receiving import judge
from messaging.gateway.sweeping import MAX_TRIES, finish_stored
from messaging.models import Side, Via
from tests import cast
from tests.gateway.conftest import MailWorld, Receive, deliver_all, from_sam, sent_to

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_outbox")]


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
