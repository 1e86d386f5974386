from __future__ import annotations

from datetime import timedelta

import pytest

from accounts.models import Seller
from messaging.delivering import stop_without_answer
from messaging.metrics.models import Ending, Obligation
from messaging.models import MailboxEntry, Message, Side, Status, Via
from messaging.posting import post_message
from messaging.reviewing import decide_dispute, dispute, release
from messaging.screening import deliver_waiting
from tests.cast import ask, noon, say, screened

DAY = timedelta(hours=24)
PHISHING = "Please tell me your account password and the one-time code."


@pytest.fixture
def asked(shop):
    """Bea asked at noon on the 20th; the order is old enough for any answer."""
    return ask(shop, now=noon())


def test_the_first_unanswered_message_starts_the_clock_and_later_ones_do_not_move_it(shop, asked):
    again = ask(shop, "Hello?", now=noon() + timedelta(hours=5))
    running = Obligation.objects.get(thread=asked.thread)
    assert running.due_at == noon() + DAY
    assert asked.counts_for_clock
    assert not again.counts_for_clock
    assert again.counts_because


def test_an_answer_stops_the_clock_whatever_the_door(asked, sam):
    for via in ("web", "mail", "api", "spapi"):
        message = say(asked.thread, sam, "On its way.", via=via, now=noon() + timedelta(hours=1))
        assert message.counts_for_clock is (via == "web")
    ended = Obligation.objects.get(thread=asked.thread)
    assert ended.ending == Ending.REPLY
    assert ended.ended_at == noon() + timedelta(hours=1)


def test_the_sellers_list_shows_what_is_due_and_forgets_it_when_answered(asked, sam):
    entry = MailboxEntry.objects.get(mailbox__seller=sam.seller)
    assert entry.due_at == noon() + DAY
    say(asked.thread, sam, "On its way.", now=noon() + timedelta(hours=1))
    entry.refresh_from_db()
    assert entry.due_at is None


def test_a_new_question_after_an_answer_starts_a_new_clock(shop, asked, sam):
    say(asked.thread, sam, "On its way.", now=noon() + timedelta(hours=1))
    ask(shop, "And the invoice?", now=noon() + timedelta(hours=30))
    assert Obligation.objects.get(thread=asked.thread, ended_at=None).due_at == noon() + timedelta(hours=54)


def test_an_automatic_answer_does_not_stop_the_clock(asked, sam):
    message = say(asked.thread, sam, "We are away.", is_automatic=True, now=noon() + timedelta(hours=1))
    assert not message.counts_for_clock
    assert Obligation.objects.filter(thread=asked.thread, ended_at=None).exists()


def test_a_blocked_answer_does_not_stop_the_clock(asked, sam):
    message = say(asked.thread, sam, "Please leave us a five star review!", now=noon() + timedelta(hours=1))
    assert message.status == Status.BLOCKED
    assert Obligation.objects.filter(thread=asked.thread, ended_at=None).exists()


def test_a_held_answer_stops_the_clock_when_it_is_released_as_of_its_sending(asked, sam, mo):
    held = say(
        asked.thread,
        sam,
        PHISHING,
        now=noon() + timedelta(hours=1),
    )
    assert held.status == Status.QUARANTINED
    assert Obligation.objects.filter(thread=asked.thread, ended_at=None).exists()
    assert release(held, by=mo, reason="A false alarm.", now=noon() + timedelta(hours=40))
    ended = Obligation.objects.get(thread=asked.thread)
    assert ended.ended_at == noon() + timedelta(hours=1)
    assert not ended.is_late(now=noon() + timedelta(hours=41))


def test_an_answer_written_before_a_question_does_not_answer_it(shop, asked, sam):
    """Both press Send within the ten seconds in which the shop can undo."""
    at = noon() + timedelta(hours=1)
    answer = post_message(
        thread=asked.thread, author=sam.user, side=Side.SELLER, body="On its way.", via=Via.WEB, now=at
    )
    later = ask(shop, "And the invoice?", now=at + timedelta(seconds=5))
    assert not later.counts_for_clock
    assert screened(answer, now=at).counts_for_clock
    later.refresh_from_db()
    assert later.counts_for_clock
    running = Obligation.objects.get(thread=asked.thread, ended_at=None)
    assert running.started_at == at + timedelta(seconds=5)
    assert MailboxEntry.objects.get(mailbox__seller=sam.seller).due_at == running.due_at


def test_a_held_answer_released_after_a_newer_question_does_not_stop_that_ones_clock(shop, asked, sam, mo):
    held = say(asked.thread, sam, PHISHING, now=noon() + timedelta(hours=1))
    say(asked.thread, sam, "On its way.", now=noon() + timedelta(hours=2))
    ask(shop, "And the invoice?", now=noon() + timedelta(hours=3))
    assert release(held, by=mo, reason="A false alarm.", now=noon() + timedelta(hours=4))
    assert Obligation.objects.get(thread=asked.thread, ended_at=None).started_at == noon() + timedelta(
        hours=3
    )


def test_words_given_back_after_a_dispute_start_no_clock(shop, sam, mo):
    message = ask(shop, "Call me on +1 555 010 2939 about my order, please.", now=noon())
    assert message.status == Status.REDACTED
    say(message.thread, sam, "On its way.", now=noon() + timedelta(hours=1))
    case = dispute(message, by=shop.bea.user, now=noon() + timedelta(hours=2))
    assert decide_dispute(
        case, was_wrong=True, by=mo, reason="Not a number", now=noon() + timedelta(hours=30)
    )
    assert not Obligation.objects.filter(thread=message.thread, ended_at=None).exists()


def test_a_message_that_waited_still_says_that_it_started_the_clock(shop, sam):
    Seller.objects.update(buyer_messages_on=False)
    message = ask(shop, now=noon())
    assert (message.status, message.counts_for_clock) == (Status.WAITING, True)
    Seller.objects.update(buyer_messages_on=True)
    assert deliver_waiting(sam.seller, now=noon() + timedelta(hours=1)) == 1
    message.refresh_from_db()
    assert message.counts_for_clock


def test_no_response_needed_stops_it_and_a_new_message_restarts_it(shop, asked, sam):
    assert stop_without_answer(asked.thread, by=sam.user, now=noon() + timedelta(hours=2))
    assert not stop_without_answer(asked.thread, by=sam.user, now=noon() + timedelta(hours=3))
    assert Obligation.objects.get(thread=asked.thread).ending == Ending.NOT_NEEDED
    ask(shop, "One more thing", now=noon() + timedelta(hours=4))
    assert Obligation.objects.filter(thread=asked.thread, ended_at=None).exists()


def test_a_blocked_buyer_message_never_starts_it(shop):
    message = ask(shop, "+1 555 010 2939", now=noon())
    assert message.status == Status.BLOCKED
    assert not Obligation.objects.exists()


def test_every_shown_message_says_whether_it_counts_and_why(shop, asked, sam):
    say(asked.thread, sam, "On its way.", now=noon() + timedelta(hours=1))
    say(asked.thread, sam, "Tracking follows.", now=noon() + timedelta(hours=2))
    for message in Message.objects.all():
        assert message.counts_for_clock is not None
        assert message.counts_because
