"""What is kept of an answer, for how long, and sealed with which key."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail as outbox
from django.core.management import call_command
from django.test import override_settings

from messaging.gateway.answers import AnswerState, MailAnswer
from messaging.gateway.sweeping import finish_answers, forget_old_mail
from tests import cast
from tests.gateway.conftest import MailWorld, Receive, from_sam, later

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_outbox")]

REFUSED = from_sam("Which colour?", headers=("Message-ID: <m1@shop.example>",))


def test_words_and_receiver_of_an_answer_are_forgotten_with_its_mail(
    world: MailWorld, deliver: Receive
) -> None:
    deliver(REFUSED, world.alias)
    assert forget_old_mail(now=later(days=91)) == 1
    answer = MailAnswer.objects.get()
    assert (answer.recipient, answer.body, answer.reference) == ("", "", "")
    assert answer.state == AnswerState.SENT


def test_an_answer_whose_mail_is_forgotten_is_never_sent(
    world: MailWorld, deliver: Receive, mail_server_down: pytest.MonkeyPatch
) -> None:
    deliver(REFUSED, world.alias)
    forget_old_mail(now=later(days=91))
    mail_server_down.undo()
    assert finish_answers(now=later(days=91)) == 0
    assert MailAnswer.objects.get().state == AnswerState.GIVEN_UP


def test_an_answer_owed_survives_a_change_of_keys_and_is_stored_sealed(
    world: MailWorld, deliver: Receive, mail_server_down: pytest.MonkeyPatch, settings: Any
) -> None:
    deliver(REFUSED, world.alias)
    row = MailAnswer.objects.values_list("recipient", "body", "reference").get()
    assert not [word for word in (b"sam@", b"order", b"m1@shop") if word in b"".join(map(bytes, row))]
    fresh = ("fresh", b"\x03" * 32)
    with override_settings(MESSAGE_KEYS=[fresh, *settings.MESSAGE_KEYS]):
        call_command("rotate_keys", verbosity=0)
    mail_server_down.undo()
    with override_settings(MESSAGE_KEYS=[fresh]):
        assert finish_answers(now=later(minutes=1)) == 1
    letter = outbox.outbox[0].message()
    assert (letter["To"], letter["In-Reply-To"]) == (cast.SAM_EMAIL, "<m1@shop.example>")
