"""Every way to the recipient asks what holds today."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Buyer, Seller, Standing
from messaging.contact import CannotWrite
from messaging.ledger.verifying import verify_all
from messaging.metrics.models import Obligation
from messaging.models import MailboxEntry, Message, Side, Status, Topic, Via
from messaging.posting import post_message
from messaging.reviewing import decide_dispute, dispute, release
from messaging.screening import deliver_waiting, screen
from tests.cast import ask, noon, say, texts

PHISHING = "Please tell me your account password and the one-time code."
NUMBER = "+1 555 010 2939"
# A link elsewhere, until the marketplace takes the name that it imitates.
LOOK_ALIKE = "Is the order page at https://examplemarket.com/orders mine?"


@pytest.fixture
def closed(shop):
    """The shop has Buyer Messages off."""
    Seller.objects.update(buyer_messages_on=False)
    shop.seller.refresh_from_db()
    return shop


def turn_on(shop, *, now=None):
    Seller.objects.update(buyer_messages_on=True)
    return deliver_waiting(shop.seller, now=now or timezone.now())


def status_of(message):
    return Message.objects.get(pk=message.pk).status


def allow(message, *, by, now=None):
    """The author disputes the finding, and the moderator agrees."""
    now = now or timezone.now()
    case = dispute(message, by=message.author, now=now)
    assert decide_dispute(case, was_wrong=True, by=by, reason="Not a finding", now=now)


def test_a_released_message_waits_for_buyer_messages_and_then_arrives_in_its_place(closed, mo):
    held, later = ask(closed, PHISHING), ask(closed, "Where is it?")
    assert (held.status, later.status) == (Status.QUARANTINED, Status.WAITING)
    assert release(held, by=mo, reason="A quotation", now=timezone.now())
    assert status_of(held) == Status.WAITING
    assert texts(held.thread, Side.SELLER) == []
    assert turn_on(closed) == 2
    assert status_of(held) == Status.RELEASED
    assert texts(held.thread, Side.SELLER) == [PHISHING, "Where is it?"]


def test_a_message_given_back_after_a_dispute_waits_for_buyer_messages(closed, mo):
    message = ask(closed, NUMBER)
    assert message.status == Status.BLOCKED
    allow(message, by=mo)
    assert status_of(message) == Status.WAITING
    assert texts(message.thread, Side.SELLER) == []
    assert turn_on(closed) == 1
    assert texts(message.thread, Side.SELLER) == [NUMBER]


def test_the_clock_of_a_released_message_that_waits_runs_from_its_sending(closed, mo):
    held = ask(closed, PHISHING, now=noon())
    assert not Obligation.objects.exists()
    release(held, by=mo, reason="A quotation", now=noon() + timedelta(hours=3))
    assert Obligation.objects.get().started_at == noon()


def test_words_given_back_reach_who_has_the_message_already_though_it_takes_no_more(shop, mo):
    message = ask(shop, f"Is {NUMBER} the number of your workshop?")
    assert message.status == Status.REDACTED
    Seller.objects.update(buyer_messages_on=False)
    allow(message, by=mo)
    assert NUMBER in texts(message.thread, Side.SELLER)[0]


def test_a_return_message_is_released_although_buyer_messages_are_off(closed, mo):
    held = ask(closed, PHISHING, topic=Topic.RETURN)
    release(held, by=mo, reason="A quotation", now=timezone.now())
    assert status_of(held) == Status.RELEASED


def test_while_buyer_messages_are_off_nothing_that_waits_moves(closed):
    message = ask(closed)
    assert deliver_waiting(closed.seller, now=timezone.now()) == 0
    assert status_of(message) == Status.WAITING


def test_a_buyer_restricted_while_their_message_waited_does_not_reach_the_seller(closed):
    message = ask(closed)
    Buyer.objects.update(restricted_at=timezone.now())
    assert turn_on(closed) == 0
    message = Message.objects.get(pk=message.pk)
    assert message.status == Status.BLOCKED
    assert "customer service" in message.findings[0]["fix"]
    assert texts(message.thread, Side.SELLER) == []
    assert not Obligation.objects.exists()
    assert not message.counts_for_clock
    assert all(broken is None for _name, broken in verify_all())


def test_a_buyer_restricted_while_their_message_is_checked_does_not_reach_the_seller(thread, bea):
    now = timezone.now()
    message = post_message(
        thread=thread, author=bea.user, side=Side.BUYER, body="Hello?", via=Via.API, now=now
    )
    Buyer.objects.update(restricted_at=now)
    assert screen(message.pk, now=now)
    assert status_of(message) == Status.BLOCKED
    assert texts(thread, Side.SELLER) == ["Where is my order?"]


def test_what_todays_policy_holds_is_held_when_buyer_messages_are_turned_on(closed, settings):
    settings.MARKETPLACE_DOMAIN = "another-place.example"
    first = ask(closed, LOOK_ALIKE, now=noon())
    second = ask(closed, "Where is it?", now=noon() + timedelta(hours=1))
    assert first.status == Status.WAITING
    settings.MARKETPLACE_DOMAIN = "example-market.com"
    assert turn_on(closed, now=noon() + timedelta(hours=2)) == 1
    assert status_of(first) == Status.QUARANTINED
    assert texts(first.thread, Side.SELLER) == ["Where is it?"]
    # The clock that the first had started runs for the second.
    assert Obligation.objects.get().opened_by == second
    assert MailboxEntry.objects.get(mailbox__seller=closed.seller).due_at == noon() + timedelta(hours=25)


def test_a_reply_released_after_its_shop_was_suspended_does_not_reach_the_buyer(thread, sam, mo):
    held = say(thread, sam, PHISHING)
    Seller.objects.update(standing=Standing.SUSPENDED)
    held = Message.objects.select_related("thread__seller").get(pk=held.pk)
    assert release(held, by=mo, reason="A quotation", now=timezone.now())
    assert status_of(held) == Status.BLOCKED
    assert texts(thread, Side.BUYER) == ["Where is my order?"]
    assert "suspended" in Message.objects.get(pk=held.pk).findings[0]["because"]


def test_a_dispute_won_by_a_suspended_shop_leaves_the_message_with_it(thread, sam, mo):
    blocked = say(thread, sam, "Please leave us a five star review on the product page!")
    Seller.objects.update(standing=Standing.SUSPENDED)
    allow(Message.objects.select_related("thread__seller").get(pk=blocked.pk), by=mo)
    assert status_of(blocked) == Status.BLOCKED
    assert texts(thread, Side.BUYER) == ["Where is my order?"]


# Who has written


@pytest.mark.parametrize(
    ("text", "status"), [(NUMBER, Status.BLOCKED), (PHISHING, Status.QUARANTINED)], ids=["blocked", "held"]
)
def test_a_message_that_does_not_reach_the_seller_opens_no_way_to_answer(shop, sam, text, status):
    message = ask(shop, text)
    assert message.status == status
    with pytest.raises(CannotWrite, match="has not written"):
        say(message.thread, sam, "Yes?")


def test_a_released_message_opens_the_way_to_answer(shop, sam, mo):
    held = ask(shop, PHISHING)
    release(held, by=mo, reason="A quotation", now=timezone.now())
    assert say(held.thread, sam, "Never tell anybody.").status == Status.DELIVERED


def test_a_waiting_message_opens_the_way_to_answer_until_it_is_returned(closed, sam):
    waiting = ask(closed)
    assert say(waiting.thread, sam, "On its way.").status == Status.DELIVERED
    Buyer.objects.update(restricted_at=timezone.now())
    turn_on(closed)
    with pytest.raises(CannotWrite, match="has not written"):
        say(waiting.thread, sam, "It has arrived.")


# What the list shows


def rows(thread):
    return [(entry.preview, entry.last_side) for entry in thread.entries.order_by("mailbox__side")]


def test_an_older_message_released_later_does_not_stand_in_for_the_newest_in_the_list(shop, sam, mo):
    held = ask(shop, PHISHING)
    newest = ask(shop, "And the invoice?")
    seller = held.thread.entry_of(Side.SELLER)
    assert release(held, by=mo, reason="A quotation", now=timezone.now() + timedelta(hours=1))
    assert rows(newest.thread) == [("And the invoice?", Side.BUYER)] * 2
    seller.refresh_from_db()
    assert seller.unread
    assert seller.folder == "inbox"


def test_words_given_back_in_an_older_message_leave_the_newest_in_the_list(shop, sam, mo):
    first = ask(shop, f"Is {NUMBER} the number of your workshop?")
    say(first.thread, sam, "Thank you, we look into it.")
    allow(first, by=mo)
    assert rows(first.thread) == [("Thank you, we look into it.", Side.SELLER)] * 2


def test_a_released_message_leaves_the_queue_of_held_ones_unless_a_newer_one_is_held(shop, sam, mo):
    asked = ask(shop)
    first, second = say(asked.thread, sam, PHISHING), say(asked.thread, sam, f"Again: {PHISHING}")
    release(first, by=mo, reason="A quotation", now=timezone.now())
    assert asked.thread.entry_of(Side.SELLER).is_held
    ask(shop, "What do you mean?")
    release(second, by=mo, reason="A quotation", now=timezone.now())
    assert not asked.thread.entry_of(Side.SELLER).is_held


# The moderator's page


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda: Seller.objects.update(buyer_messages_on=False), "waits until the shop turns on"),
        (lambda: Buyer.objects.update(restricted_at=timezone.now()), "stays with its author"),
        (lambda: None, "has been delivered"),
    ],
    ids=["buyer messages off", "buyer restricted", "nothing in the way"],
)
def test_the_moderator_is_told_what_became_of_a_release(shop, mo, client_of, change, words):
    held = ask(shop, PHISHING)
    change()
    answer = client_of(mo).post(
        f"/admin/messaging/message/{held.pk}/review/",
        {"decide": "release", "reason": "It quotes a warning."},
        follow=True,
    )
    assert words in answer.content.decode()
