"""A dispute gives back the words of the findings that were wrong, and no others."""

from __future__ import annotations

import pytest
from django.utils import timezone

from messaging.ledger.models import LedgerEntry
from messaging.models import Dispute, Message, Side, Status
from messaging.models.review import Decision
from messaging.reviewing import decide_dispute, dispute
from tests.api.caller import Caller, problem_of
from tests.cast import ask, say, texts

NUMBER, ADDRESS = "+1 555 010 2939", "bea@home-post.com"
BOTH = f"Is {NUMBER} the number of your workshop? Mine is {ADDRESS}, by the way."
NUMBER_ONLY = f"Is {NUMBER} the number of your workshop? Mine is [e-mail address removed], by the way."


@pytest.fixture
def disputed(shop):
    """Both findings of Bea's message are disputed in one click."""
    message = ask(shop, BOTH)
    assert [finding["label"] for finding in message.findings][:2] == ["contact.phone", "contact.email"]
    assert dispute(message, by=shop.bea.user, now=timezone.now())
    return message


def review(message):
    return f"/admin/messaging/message/{message.pk}/review/"


def test_only_the_disputed_finding_gives_its_words_back(shop, mo):
    message = ask(shop, BOTH)
    asked = Caller(shop.bea).post(f"/messages/{message.pk}/dispute", {"findings": [0]})
    assert asked.status_code == 201
    case = Dispute.objects.select_related("message__thread").get()
    assert decide_dispute(case, was_wrong=True, by=mo, reason="A shop's number", now=timezone.now())
    assert texts(message.thread, Side.SELLER) == [NUMBER_ONLY]
    assert LedgerEntry.objects.get(kind="dispute.overturned").facts["rules"] == [message.findings[0]["rule"]]


def test_a_dispute_of_all_gives_all_words_back(disputed, mo):
    case = Dispute.objects.select_related("message__thread").get()
    decide_dispute(case, was_wrong=True, by=mo, reason="Printed on the box", now=timezone.now())
    assert texts(disputed.thread, Side.SELLER) == [BOTH]


def test_a_finding_that_was_right_gives_nothing_back(disputed, mo):
    case = Dispute.objects.select_related("message__thread").get()
    decide_dispute(case, was_wrong=False, by=mo, reason="Private data", now=timezone.now())
    assert NUMBER not in texts(disputed.thread, Side.SELLER)[0]


def test_the_moderator_chooses_which_of_the_disputed_findings_were_wrong(disputed, mo, client_of):
    client = client_of(mo)
    shown = client.post(review(disputed), {"look": "1", "reason": "review"}).content.decode()
    assert f"contact.phone: “{NUMBER}”" in shown
    assert f"contact.email: “{ADDRESS}”" in shown
    client.post(review(disputed), {"decide": "wrong", "reason": "It is the workshop's", "wrong": ["0"]})
    assert texts(disputed.thread, Side.SELLER) == [NUMBER_ONLY]


def test_a_moderator_who_chooses_none_is_asked_again(disputed, mo, client_of):
    answer = client_of(mo).post(review(disputed), {"decide": "wrong", "reason": "It is the workshop's"})
    assert "Choose at least one" in answer.content.decode()
    assert Dispute.objects.get().decision == Decision.OPEN
    answer = client_of(mo).post(
        review(disputed), {"decide": "right", "reason": "Both are private"}, follow=True
    )
    assert "The finding stands" in answer.content.decode()


def test_a_finding_that_still_blocks_keeps_the_message_back(shop, thread, sam, mo):
    message = say(thread, sam, f"Please leave us a five star review! Call {NUMBER} for help with it.")
    assert message.status == Status.BLOCKED
    places = [i for i, finding in enumerate(message.findings) if finding["label"] != "solicitation.review"]
    case = dispute(message, by=sam.user, findings=places, now=timezone.now())
    assert decide_dispute(case, was_wrong=True, by=mo, reason="A hotline", now=timezone.now())
    assert Message.objects.get(pk=message.pk).status == Status.BLOCKED
    assert texts(thread, Side.BUYER) == ["Where is my order?"]


def test_a_finding_that_is_not_there_cannot_be_disputed(shop):
    message = ask(shop, BOTH)
    problem_of(Caller(shop.bea).post(f"/messages/{message.pk}/dispute", {"findings": [7]}), 409)
    problem_of(Caller(shop.bea).post(f"/messages/{message.pk}/dispute", {"findings": []}), 400)
    assert not Dispute.objects.exists()


def test_what_a_moderator_said_of_a_finding_is_not_shown_as_part_of_it(disputed, shop):
    shown = Caller(shop.bea).get(f"/messages/{disputed.pk}").json()["findings"]
    assert all(
        set(finding) == {"label", "start", "end", "rule", "action", "because", "fix"} for finding in shown
    )
