from __future__ import annotations

import threading
import time
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from messaging.idempotency import KeyUsedDifferently, fingerprint_of, once
from messaging.models import Attachment, IdempotencyKey, Message
from tests.api.caller import Caller, picture, problem_of
from tests.cast import ask


def test_the_same_key_makes_one_message_and_gives_one_answer(shop, thread, sam_calls):
    path = f"/threads/{thread.pk}/messages"
    first = sam_calls.post(path, {"body": "On its way."}, key="k1")
    again = sam_calls.post(path + "/", {"body": "On its way."}, key="k1")
    assert (first.status_code, first.content) == (again.status_code, again.content) == (201, first.content)
    assert first.headers["Location"] == again.headers["Location"]
    assert Message.objects.filter(thread=thread).count() == 2


def test_the_same_key_with_another_request_is_a_422(shop, thread, sam_calls):
    path = f"/threads/{thread.pk}/messages"
    sam_calls.post(path, {"body": "On its way."}, key="k1")
    for other, body in (
        (path, {"body": "On its way!"}),
        ("/threads", {"order": shop.order.number, "body": "On its way."}),
    ):
        problem = problem_of(sam_calls.post(other, body, key="k1"), 422)
        assert problem["type"] == "urn:messagecenter:problem:idempotency-key-reused"
    problem_of(sam_calls.upload(key="k1"), 422)
    assert Message.objects.filter(thread=thread).count() == 2


def test_a_key_is_its_persons_own(shop, thread, sam_calls, bea_calls):
    path = f"/threads/{thread.pk}/messages"
    sam_calls.post(path, {"body": "Same words."}, key="k1")
    bea_calls.post(path, {"body": "Same words."}, key="k1")
    assert Message.objects.filter(thread=thread).count() == 3


def test_a_thread_and_a_file_are_made_once_too(shop, bea_calls):
    asked = {"order": shop.order.number, "body": "Where is it?"}
    first, again = (bea_calls.post("/threads", asked, key="k1") for _try in range(2))
    assert first.content == again.content
    assert Message.objects.count() == 1
    data = picture()
    first, again = (bea_calls.upload(data=data, key="k2") for _try in range(2))
    assert first.content == again.content
    assert Attachment.objects.count() == 1
    problem_of(bea_calls.upload(data=picture("red"), key="k2"), 422)


def test_a_sent_file_is_no_obstacle_to_a_repeat(thread, bea_calls):
    file = bea_calls.upload().json()["id"]
    asked = {"body": "See the photo.", "attachments": [file]}
    path = f"/threads/{thread.pk}/messages"
    first, again = (bea_calls.post(path, asked, key="k1") for _try in range(2))
    assert (first.status_code, first.content) == (201, again.content)


def test_a_report_is_repeated_by_its_key(thread, sam_calls):
    path = f"/messages/{thread.messages.get().pk}/report"
    first, again = (sam_calls.post(path, {"reason": "spam"}, key="k1") for _try in range(2))
    assert (first.status_code, first.content) == (201, again.content)


def test_what_was_refused_is_tried_afresh(shop, thread, sam_calls):
    path = f"/threads/{thread.pk}/messages"
    problem_of(sam_calls.post(path, {"body": "Leave a 5-star review on the page please!"}, key="k1"), 422)
    assert not IdempotencyKey.objects.exists()
    assert sam_calls.post(path, {"body": "On its way."}, key="k1").status_code == 201


@pytest.mark.parametrize("key", ["x" * 201, "Schlüssel", "a\tb"])
def test_a_key_is_short_and_printable(key, thread, sam_calls):
    problem = problem_of(sam_calls.post(f"/threads/{thread.pk}/messages", {"body": "x"}, key=key), 400)
    assert problem["errors"][0]["pointer"] == "/Idempotency-Key"


def test_a_key_is_forgotten_after_a_day(shop):
    user, now = shop.bea.user, timezone.now()
    made = [once(user=user, key="k", fingerprint="f", make=lambda: "first", now=now)]
    made += [
        once(user=user, key="k", fingerprint="f", make=lambda: "second", now=now + after)
        for after in (timedelta(hours=23, minutes=59), timedelta(hours=24))
    ]
    assert [(one.id, one.again) for one in made] == [("first", False), ("first", True), ("second", False)]
    with pytest.raises(KeyUsedDifferently):
        once(user=user, key="k", fingerprint="g", make=lambda: "third", now=now + timedelta(hours=25))


def test_a_failure_while_making_forgets_the_key(shop):
    def fail() -> str:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        once(user=shop.bea.user, key="k", fingerprint="f", make=fail, now=timezone.now())
    assert not IdempotencyKey.objects.exists()


def test_a_fingerprint_keeps_parts_apart_and_tells_nothing():
    assert fingerprint_of("ab", "c") != fingerprint_of("a", "bc")
    assert fingerprint_of("secret") == fingerprint_of("secret")
    assert "secret" not in fingerprint_of("secret")


@pytest.mark.django_db(transaction=True)
def test_two_at_once_make_one(shop):
    thread = ask(shop).thread
    caller = Caller(shop.sam)
    start = threading.Barrier(4)
    answers: list[tuple[int, bytes]] = []

    def send() -> None:
        try:
            start.wait(timeout=20)
            path, body = f"/threads/{thread.pk}/messages", {"body": "On its way."}
            answer = caller.post(path, body, key="k1")
            while answer.status_code == 503:
                # SQLite in memory locks whole tables; the client does as it is told and tries again.
                time.sleep(0.05)
                answer = caller.post(path, body, key="k1")
            answers.append((answer.status_code, answer.content))
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _each in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(timeout=60)
    assert len(answers) == 4
    assert set(answers) == {(201, answers[0][1])}
    assert Message.objects.filter(thread=thread).count() == 2
