from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from messaging.contact import CannotWrite
from messaging.ledger.models import LedgerEntry
from messaging.models import MailboxEntry, Message, Side, Status, Thread, ThreadKind, Topic, Via
from messaging.posting import post_message, start_thread, undo
from messaging.reviewing import release
from messaging.screening import deliver_waiting, screen, sweep
from tests.cast import ask, make_order, say, texts


def test_a_second_question_about_the_same_order_joins_its_thread(shop):
    first, second = ask(shop, "Where is it?"), ask(shop, "The box is dented.", topic=Topic.DAMAGED)
    assert first.thread_id == second.thread_id
    assert texts(first.thread, Side.SELLER) == ["Where is it?", "The box is dented."]
    assert second.topic == Topic.DAMAGED


def test_a_product_question_is_one_thread_per_buyer_and_product(shop):
    now = timezone.now()
    asked = [
        start_thread(
            author=shop.bea.user, side=Side.BUYER, buyer=shop.bea, seller=shop.seller, product=shop.product,
            topic=Topic.PRODUCT_QUESTION, body=text, via=Via.WEB, now=now,
        )
        for text in ("Does the case fit?", "And in blue?")
    ]  # fmt: skip
    assert {message.thread_id for message in asked} == {asked[0].thread_id}
    assert asked[0].thread.kind == ThreadKind.PRODUCT


def test_nothing_reaches_the_recipient_before_it_is_screened(shop):
    message = start_thread(
        author=shop.bea.user, side=Side.BUYER, buyer=shop.bea, seller=shop.seller, order=shop.order,
        topic=Topic.SHIPPING, body="Where is it?", via=Via.WEB, now=timezone.now(),
    )  # fmt: skip
    assert message.status == Status.SUBMITTED
    assert texts(message.thread, Side.SELLER) == []
    assert not MailboxEntry.objects.filter(mailbox__seller=shop.seller).exists()
    assert screen(message.pk, now=timezone.now())
    assert texts(message.thread, Side.SELLER) == ["Where is it?"]


def test_screening_a_message_twice_delivers_it_once(shop):
    message = ask(shop)
    assert not screen(message.pk, now=timezone.now())
    assert LedgerEntry.objects.filter(kind="message.delivered").count() == 1


def test_the_sweep_takes_over_what_no_worker_has_finished(shop):
    message = start_thread(
        author=shop.bea.user, side=Side.BUYER, buyer=shop.bea, seller=shop.seller, order=shop.order,
        topic=Topic.SHIPPING, body="Where is it?", via=Via.WEB, now=timezone.now(),
    )  # fmt: skip
    assert sweep(now=timezone.now()) == 1
    assert Message.objects.get(pk=message.pk).status == Status.DELIVERED


def test_a_message_that_cannot_be_opened_stops_none_behind_it(shop):
    now = timezone.now()
    damaged, sound = (
        start_thread(
            author=shop.bea.user, side=Side.BUYER, buyer=shop.bea, seller=shop.seller, order=shop.order,
            topic=Topic.SHIPPING, body=text, via=Via.WEB, now=now + timedelta(seconds=second),
        )
        for second, text in enumerate(("Where is it?", "Never mind, it came."))
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM messaging_message WHERE seq = 1")
        sealed = bytes(cursor.fetchone()[0])
        cursor.execute(
            "UPDATE messaging_message SET body = %s WHERE seq = 1", [sealed[:-1] + bytes([sealed[-1] ^ 1])]
        )
    assert sweep(now=now + timedelta(minutes=1)) == 1
    assert Message.objects.get(pk=sound.pk).status == Status.DELIVERED
    assert Message.objects.defer("body").get(pk=damaged.pk).status == Status.SUBMITTED


def test_a_phone_number_is_removed_for_the_seller_and_kept_for_the_buyer(shop):
    message = ask(shop, "The left one crackles. Call me on +1 555 010 2939 after six.")
    assert message.status == Status.REDACTED
    assert "010" not in message.delivered_body
    assert "[phone number removed]" in message.delivered_body
    assert "+1 555 010 2939" in message.text_for(Side.BUYER)
    entry = MailboxEntry.objects.get(mailbox__seller=shop.seller)
    assert "010" not in entry.preview
    assert all("+1" not in str(finding) for finding in message.findings)


def test_a_web_reply_can_be_undone_for_ten_seconds(thread, bea, sam):
    now = timezone.now()
    reply = post_message(thread=thread, author=sam.user, side=Side.SELLER, body="Soon.", via=Via.WEB, now=now)
    assert not screen(reply.pk, now=now + timedelta(seconds=9))
    assert undo(reply, by=sam.user, now=now + timedelta(seconds=9))
    assert not screen(reply.pk, now=now + timedelta(seconds=11))
    assert texts(thread, Side.BUYER) == ["Where is my order?"]
    assert texts(thread, Side.SELLER) == ["Where is my order?"]


def test_a_reply_cannot_be_undone_once_its_time_is_over(thread, sam):
    now = timezone.now()
    reply = post_message(thread=thread, author=sam.user, side=Side.SELLER, body="Soon.", via=Via.WEB, now=now)
    assert not undo(reply, by=sam.user, now=now + timedelta(seconds=10))


def test_a_message_waits_while_buyer_messages_are_off_and_arrives_in_order_when_on(shop):
    shop.seller.buyer_messages_on = False
    shop.seller.save()
    first, second = ask(shop, "First"), ask(shop, "Second")
    assert [first.status, second.status] == [Status.WAITING, Status.WAITING]
    assert texts(first.thread, Side.SELLER) == []
    shop.seller.buyer_messages_on = True
    shop.seller.save()
    assert deliver_waiting(shop.seller, now=timezone.now()) == 2
    assert deliver_waiting(shop.seller, now=timezone.now()) == 0
    assert texts(first.thread, Side.SELLER) == ["First", "Second"]


def test_the_clock_of_a_waiting_message_runs_from_the_buyers_sending(shop):
    shop.seller.buyer_messages_on = False
    shop.seller.save()
    sent = timezone.now() - timedelta(hours=30)
    message = ask(shop, "Anybody there?", now=sent)
    assert message.thread.obligations.get().due_at == sent + timedelta(hours=24)
    shop.seller.buyer_messages_on = True
    shop.seller.save()
    deliver_waiting(shop.seller, now=timezone.now())
    assert MailboxEntry.objects.get(mailbox__seller=shop.seller).due_at == sent + timedelta(hours=24)


def test_return_messages_arrive_although_buyer_messages_are_off(shop):
    shop.seller.buyer_messages_on = False
    shop.seller.save()
    assert ask(shop, "I want to send it back.", topic=Topic.RETURN).status == Status.DELIVERED


def test_an_empty_message_is_refused_and_leaves_no_thread_behind(shop):
    with pytest.raises(CannotWrite, match="nothing to send"):
        ask(shop, "  \n ")
    assert not Thread.objects.exists()


def test_a_suspended_sellers_answer_is_refused(thread, sam):
    sam.seller.standing = "suspended"
    sam.seller.save()
    as_a_door_reads_it = Thread.objects.get(pk=thread.pk)
    with pytest.raises(CannotWrite) as refusal:
        say(as_a_door_reads_it, sam, "On its way.")
    assert refusal.value.rule == "seller_suspended"


def test_a_seller_suspended_after_writing_does_not_reach_the_buyer(thread, sam):
    now = timezone.now()
    reply = post_message(thread=thread, author=sam.user, side=Side.SELLER, body="Soon.", via=Via.API, now=now)
    sam.seller.standing = "suspended"
    sam.seller.save()
    screen(reply.pk, now=now)
    assert Message.objects.get(pk=reply.pk).status == Status.BLOCKED
    assert texts(thread, Side.BUYER) == ["Where is my order?"]


def test_a_review_request_is_blocked_and_its_author_sees_it_with_the_reason(thread, sam):
    message = say(thread, sam, "Please leave us a five star review on the product page!")
    assert message.status == Status.BLOCKED
    assert texts(thread, Side.BUYER) == ["Where is my order?"]
    assert "five star" in texts(thread, Side.SELLER)[-1]
    assert message.findings[0]["because"]


def test_two_orders_of_one_buyer_have_two_threads(shop):
    other = make_order(shop.bea, shop.product, number="EM-204771-9331")
    first = ask(shop)
    shop.order = other
    assert ask(shop).thread_id != first.thread_id


def test_a_message_left_waiting_while_buyer_messages_was_turned_on_is_swept_in(shop):
    shop.seller.buyer_messages_on = False
    shop.seller.save()
    message = ask(shop, "Anybody there?")
    type(shop.seller).objects.update(buyer_messages_on=True)
    assert sweep(now=timezone.now()) == 1
    assert texts(message.thread, Side.SELLER) == ["Anybody there?"]


def test_a_buyer_who_took_back_their_only_message_has_not_written(shop, bea, sam):
    now = timezone.now()
    first = start_thread(
        author=sam.user, side=Side.SELLER, buyer=bea, seller=shop.seller, order=shop.order, body="It has left.",
        via=Via.WEB, reason="shipping_confirmation", now=now,
    )  # fmt: skip
    screen(first.pk, now=now)
    reply = post_message(
        thread=first.thread, author=bea.user, side=Side.BUYER, body="Thanks.", via=Via.WEB, now=now
    )
    assert undo(reply, by=bea.user, now=now)
    with pytest.raises(CannotWrite) as refusal:
        say(first.thread, sam, "You are welcome.")
    assert refusal.value.rule == "reason_needed"


def test_a_released_message_still_hides_the_phone_number(shop, mo):
    held = ask(shop, "Tell me your account password and the one-time code, or call +1 555 010 2939 today.")
    assert held.status == Status.QUARANTINED
    assert release(held, by=mo, reason="A quotation", now=timezone.now())
    assert "555" not in texts(held.thread, Side.SELLER)[0]
    assert "account password" in texts(held.thread, Side.SELLER)[0]
