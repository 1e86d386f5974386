from __future__ import annotations

import pytest
from django.utils import timezone

from messaging.models import Attachment, Message, Side, Topic, Via
from messaging.posting import start_thread
from messaging.screening import sweep
from tests.api.caller import Caller, picture, problem_of
from tests.cast import screened


def test_a_file_goes_up_and_comes_down_clean(thread, bea_calls, sam_calls):
    made = bea_calls.upload("../../ho\u202eliday.jpg")
    assert made.status_code == 201
    assert made.json()["name"] == "holiday.jpg"
    assert (made.json()["width"], made.json()["height"], made.json()["state"]) == (64, 48, "clean")
    path = f"/attachments/{made.json()['id']}"
    assert made.headers["Location"] == f"/api/v1{path}"
    problem_of(sam_calls.get(path), 404)
    bea_calls.post(
        f"/threads/{thread.pk}/messages", {"body": "See the photo.", "attachments": [made.json()["id"]]}
    )
    problem_of(sam_calls.get(path), 404)
    sweep(now=timezone.now())
    answer = sam_calls.get(path)
    assert answer.status_code == 200
    assert answer.content.startswith(b"\xff\xd8\xff")


def test_a_file_can_run_nothing(bea_calls):
    made = bea_calls.upload('a "quoted" näme.jpg').json()
    path = f"/attachments/{made['id']}"
    for query, kind in (({}, "image/jpeg"), ({"preview": "1"}, "image/jpeg")):
        answer = bea_calls.get(path, query)
        assert answer.headers["Content-Type"] == kind
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.exe", b"MZ" + b"x" * 100, "type"),
        ("a.pdf", picture(), "name_mismatch"),
        ("a.jpg", b"", "empty"),
        ("a.jpg", b"\xff\xd8\xff" + b"x" * 100, None),
        ("a.svg", b"<svg onload='alert(1)'/>", "type"),
    ],
)
def test_a_refused_file_is_named_with_the_reason(name, data, code, bea_calls):
    problem = problem_of(bea_calls.upload(name, data), 422)
    error = problem["errors"][0]
    assert error["name"] == name
    assert error["pointer"] == "/file"
    assert code in {error["code"], None}
    assert not Attachment.objects.exists()


def test_a_file_that_is_too_large_is_not_even_kept_in_memory(bea_calls, settings):
    settings.MAX_ATTACHMENT_BYTES = 2**20
    problem = problem_of(bea_calls.upload("a.jpg", picture() + b"x" * 2**21), 422)
    assert problem["errors"][0]["code"] == "too_large"


def test_an_upload_needs_its_file_and_takes_nothing_else(bea_calls):
    for fields, pointer in (({"other": "x"}, "/other"), ({}, "/file")):
        answer = bea_calls.client.post("/api/v1/attachments", fields, headers=bea_calls.headers)
        assert problem_of(answer, 400)["errors"][0]["pointer"] == pointer


def test_a_file_of_a_blocked_message_stays_with_its_side(shop, thread, bea_calls, agent):
    caller = Caller(shop.sam)
    file = Attachment.objects.get(pk=caller.upload().json()["id"])
    message = start_thread(
        author=shop.sam.user, side=Side.SELLER, buyer=shop.bea, seller=shop.seller, order=shop.order,
        topic=Topic.FROM_SELLER, body="Please leave a 5-star review on the product page!", via=Via.WEB,
        attachments=[file], now=timezone.now(),
    )  # fmt: skip
    message = screened(message, now=timezone.now())
    assert Message.objects.get(pk=message.pk).status == "blocked"
    problem_of(bea_calls.get(f"/attachments/{file.pk}"), 404)
    assert Caller(agent).get(f"/attachments/{file.pk}").status_code == 200
