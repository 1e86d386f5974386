"""No answer is lost: not by a kill at any point, not by a mail server that is down."""

from __future__ import annotations

import smtplib
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.core import mail as outbox
from django.core.mail.backends.locmem import EmailBackend as OutboxBackend
from django.urls import reverse
from django.utils import timezone

from messaging import screening
from messaging.gateway import receiving, sending
from messaging.gateway.answers import LEASE, AnswerState, MailAnswer
from messaging.gateway.models import InboundMail, Outcome
from messaging.gateway.refusals import Reason
from messaging.gateway.sending import GIVE_UP_AFTER, PAUSES
from messaging.gateway.sweeping import finish_answers
from messaging.models import Message, Side, Status
from tests import cast
from tests.flows.sink import MailSink
from tests.flows.stack import free_port
from tests.gateway.conftest import MailWorld, Receive, from_bea, from_sam, later, sent_to
from tests.gateway.mails import mail
from tests.gateway.test_answers import PDF_NAME, with_file

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_outbox")]

REFUSED = from_sam("Which colour?")
A_PHONE_NUMBER = "Call me at +1 (415) 555-0142."
Kill = Callable[..., None]


class Killed(BaseException):
    """The process ended here: nothing of ours may catch it."""


@pytest.fixture
def killed_at(monkeypatch: pytest.MonkeyPatch) -> Kill:
    """Do something in a process that ends at a failpoint.

    Stands in for SIGKILL, which would take the tests along; test_commands.py kills for real.
    """

    def run(failpoint: str, work: Callable[[], object]) -> None:
        def reach(name: str) -> None:
            if name == failpoint:
                raise Killed(name)

        with monkeypatch.context() as patch:
            patch.setattr(receiving, "reach", reach)
            patch.setattr(sending, "reach", reach)
            with pytest.raises(Killed, match=failpoint):
                work()

    return run


def sweep_for(hours: float, *, start: datetime) -> None:
    """What the timetable does in that time, as often as a pause may end."""
    moment, end = start, start + timedelta(hours=hours)
    while moment < end:
        finish_answers(now=moment)
        moment += timedelta(minutes=10)


# A kill -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("failpoint", ["answer.owed", "answer.claimed"])
def test_a_refusal_cut_off_before_it_was_sent_is_sent_once(
    world: MailWorld, deliver: Receive, killed_at: Kill, failpoint: str
) -> None:
    killed_at(failpoint, lambda: deliver(REFUSED, world.alias))
    assert sent_to(cast.SAM_EMAIL) == []
    deliver(REFUSED, world.alias)
    after = timezone.now() + LEASE * 2
    assert [finish_answers(now=after), finish_answers(now=after + timedelta(days=2))] == [1, 0]
    (answer,) = sent_to(cast.SAM_EMAIL)
    assert "could not see which order" in answer


def test_a_refusal_cut_off_after_it_left_is_repeated_only_under_the_same_message_id(
    world: MailWorld, deliver: Receive, killed_at: Kill
) -> None:
    killed_at("answer.sent", lambda: deliver(REFUSED, world.alias))
    assert finish_answers(now=timezone.now()) == 0
    assert finish_answers(now=timezone.now() + LEASE * 2) == 1
    first, again = (letter.message() for letter in outbox.outbox)
    assert first["Message-ID"] == again["Message-ID"]
    assert first["Message-ID"].endswith("@msg.example-market.com>")
    assert finish_answers(now=later(days=2)) == 0


def test_a_mail_cut_off_when_it_was_judged_is_refused_and_answered_together(
    world: MailWorld, deliver: Receive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the outcome and the answer there is no point to be cut off at."""

    def end(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(MailAnswer, "save", end)
        with pytest.raises(Killed):
            deliver(REFUSED, world.alias)
    assert InboundMail.objects.get().outcome == Outcome.STORED
    deliver(REFUSED, world.alias)
    assert len(sent_to(cast.SAM_EMAIL)) == 1


@pytest.mark.parametrize("what", ["file", "words"])
def test_what_was_left_out_is_told_although_the_process_ended_before_the_screening(
    world: MailWorld, deliver: Receive, killed_at: Kill, what: str
) -> None:
    if what == "file":
        raw, address, side = with_file("Here.", PDF_NAME, b"MZ program"), cast.SAM_EMAIL, Side.SELLER
    else:
        raw, address, side = from_bea(A_PHONE_NUMBER), cast.BEA_EMAIL, Side.BUYER
    killed_at("mail.posted", lambda: deliver(raw, world.reply_address(side)))
    assert finish_answers(now=timezone.now()) == 0, "nothing is known before it is screened"
    screening.sweep(now=timezone.now())
    assert [finish_answers(now=later(seconds=1)), finish_answers(now=later(days=2))] == [1, 0]
    (answer,) = sent_to(address)
    assert (PDF_NAME if what == "file" else "removed") in answer


def test_a_message_that_is_screened_later_is_told_about_later(
    world: MailWorld, deliver: Receive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The gateway's own look is taken away: so it is when another worker is still at it."""
    monkeypatch.setattr(receiving, "screen", lambda *_, **__: False)
    deliver(from_bea(A_PHONE_NUMBER), world.reply_address(Side.BUYER))
    assert MailAnswer.objects.get().state == AnswerState.DRAFT
    screening.sweep(now=timezone.now())
    assert finish_answers(now=later(seconds=1)) == 1
    assert "removed" in sent_to(cast.BEA_EMAIL)[0]


def test_a_message_delivered_whole_is_not_answered_by_the_sweep(
    world: MailWorld, deliver: Receive, killed_at: Kill
) -> None:
    killed_at("mail.posted", lambda: deliver(from_sam("On Thursday."), world.reply_address(Side.SELLER)))
    screening.sweep(now=timezone.now())
    assert finish_answers(now=later(seconds=1)) == 0
    assert not MailAnswer.objects.exists()
    assert outbox.outbox == []


def test_a_message_blocked_after_its_process_ended_is_a_refusal(
    world: MailWorld, deliver: Receive, killed_at: Kill
) -> None:
    """The policy may have learned something between its two looks. Its author hears of it by the notifications."""
    killed_at("mail.posted", lambda: deliver(from_sam("On Thursday."), world.reply_address(Side.SELLER)))
    message = Message.objects.get(via="mail")
    message.body = "Give us a 5-star review and you get a $20 gift card."
    message.save(update_fields=["body"])
    screening.sweep(now=timezone.now())
    finish_answers(now=later(seconds=1))
    stored = InboundMail.objects.get()
    assert (stored.outcome, stored.reason) == (Outcome.REFUSED, Reason.POLICY_BLOCK)
    assert not MailAnswer.objects.exists()


def test_of_a_message_that_is_held_the_missing_file_is_told_and_nothing_is_called_delivered(
    world: MailWorld, deliver: Receive, killed_at: Kill
) -> None:
    raw = with_file("Here it is.", PDF_NAME, b"MZ program")
    killed_at("mail.posted", lambda: deliver(raw, world.reply_address(Side.SELLER)))
    Message.objects.filter(via="mail").update(status=Status.QUARANTINED)
    assert finish_answers(now=later(seconds=1)) == 1
    (letter,) = outbox.outbox
    assert (letter.subject, PDF_NAME in letter.body) == ("Your message was taken in part", True)
    assert "was delivered" not in letter.body


# A mail server that is down -----------------------------------------------------------------------------------------


def test_a_mail_server_that_was_down_gets_the_answer_once_when_it_is_up(
    world: MailWorld, deliver: Receive, settings: Any
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    receipt = deliver(REFUSED, world.alias)
    assert receipt.outcome == Outcome.REFUSED
    assert finish_answers(now=timezone.now()) == 0
    assert MailAnswer.objects.get().because == "ConnectionRefusedError"
    sink = MailSink()
    sink.start()
    try:
        settings.EMAIL_PORT = sink.port
        assert [finish_answers(now=later(minutes=minutes)) for minutes in (1, 2, 600)] == [1, 0, 0]
    finally:
        sink.stop()
    (kept,) = sink.to(cast.SAM_EMAIL)
    assert kept.sender.strip("<>") == ""
    assert InboundMail.objects.get().answered_at is not None


def test_the_pauses_grow_and_after_a_day_staff_see_that_it_was_given_up(
    world: MailWorld,
    deliver: Receive,
    mail_server_down: pytest.MonkeyPatch,
    mo: cast.User,
    client_of: Callable[..., Any],
) -> None:
    start = timezone.now()
    deliver(REFUSED, world.alias, now=start)
    tried = [start]
    while (answer := MailAnswer.objects.get()).state == AnswerState.OWED:
        tried.append(answer.next_try_at)  # type: ignore[arg-type]
        finish_answers(now=tried[-1])
    pauses = [after - before for before, after in pairwise(tried)]
    assert pauses == [*PAUSES, *[PAUSES[-1]] * (len(pauses) - len(PAUSES))]
    assert answer.state == AnswerState.GIVEN_UP
    assert answer.done_at is not None
    assert GIVE_UP_AFTER - PAUSES[-1] <= answer.done_at - start <= GIVE_UP_AFTER
    mail_server_down.undo()
    assert finish_answers(now=later(days=3)) == 0
    page = client_of(mo).get(reverse("admin:gateway_mailanswer_changelist"), {"state__exact": "given_up"})
    assert "ConnectionRefusedError" in page.content.decode()
    assert cast.SAM_EMAIL not in page.content.decode()


def test_a_receiver_refused_for_good_is_not_tried_again(
    world: MailWorld, deliver: Receive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Our own outbox takes everything, so a server's 550 is put in its place."""

    def refuse(*_: object) -> int:
        raise smtplib.SMTPRecipientsRefused({cast.SAM_EMAIL: (550, b"no such user")})

    monkeypatch.setattr(OutboxBackend, "send_messages", refuse)
    deliver(REFUSED, world.alias)
    answer = MailAnswer.objects.get()
    assert (answer.state, answer.because, answer.tries) == (AnswerState.GIVEN_UP, "recipient refused 550", 1)


def test_a_fault_of_ours_delays_the_answer_and_loses_neither_mail_nor_answer(
    world: MailWorld, deliver: Receive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No input is known that makes sending fail this way, so the fault is put there."""
    with monkeypatch.context() as patch:
        patch.setattr(sending, "_letter", lambda answer: 1 // 0)
        assert deliver(REFUSED, world.alias).outcome == Outcome.REFUSED
    assert MailAnswer.objects.get().because == "ZeroDivisionError"
    assert finish_answers(now=later(minutes=1)) == 1


def test_of_many_refusals_while_the_mail_server_is_down_ten_are_answered_when_it_is_up(
    world: MailWorld, deliver: Receive, mail_server_down: pytest.MonkeyPatch
) -> None:
    for number in range(13):
        deliver(from_sam(f"Question {number}"), world.alias)
    mail_server_down.undo()
    sweep_for(3, start=later(minutes=1))
    assert len(sent_to(cast.SAM_EMAIL)) == 10


def test_an_unproven_author_is_owed_nothing(
    world: MailWorld, deliver: Receive, mail_server_down: pytest.MonkeyPatch
) -> None:
    for result in ("fail", "none", "temperror"):
        deliver(mail(result, author=cast.SAM_EMAIL, result=result), world.alias)
    mail_server_down.undo()
    sweep_for(3, start=later(minutes=1))
    assert not MailAnswer.objects.exists()
    assert outbox.outbox == []
