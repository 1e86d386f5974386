"""All mail cases through the whole gateway, screening included: the yardstick. A case that differs says in what."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core import mail as outbox
from django.utils import timezone
from PIL import Image

from messaging.attaching import open_file
from messaging.gateway.receiving import Receipt
from messaging.models import Kind, Message, Side, Status
from tests.gateway.conftest import MailWorld, deliver_all
from tests.gateway.mail_cases import (
    MailCase,
    case_names,
    facts_of,
    files_differ,
    load_case,
    possible,
    same_text,
)
from tests.needs import need

NAMES = case_names()
_GPS_TAG = 0x8825


def test_the_mail_cases_are_there() -> None:
    need(NAMES, "no mail cases: set MAIL_DATA to their folder")


@pytest.mark.parametrize("name", NAMES)
def test_a_mail_case_comes_out_as_expected(name: str, world: MailWorld) -> None:
    case, raw = load_case(name, world.tokens(facts_of(name)["as"]))
    before = Message.objects.count()
    receipts = []
    for _ in range(case.deliver_times):
        receipts = deliver_all(raw, case.recipients, envelope_from=case.envelope_from, now=timezone.now())
    made = Message.objects.count() - before
    problems = [what_differs(case, expect, receipts, made) for expect in possible(case.expect)]
    assert [] in problems, "\n".join(map(str, problems))


def what_differs(case: MailCase, expect: dict[str, Any], receipts: list[Receipt], made: int) -> list[str]:
    """Everything in which what happened is not what was expected."""
    receipt = receipts[0]
    message = receipt.message
    found = {
        "outcome": str(receipt.outcome),
        "reason": str(receipt.reason) or None,
        "counts_as_response": bool(
            message and message.side == Side.SELLER and message.status in (Status.DELIVERED, Status.REDACTED)
        ),
        "important": bool(message and message.kind == Kind.IMPORTANT),
        "redacted": bool(message and message.status == Status.REDACTED),
        "messages": made,
    }
    wanted_messages = expect.get("messages", 1 if expect["outcome"] == "message" else 0)
    wrong = [
        f"{key}: {value!r} instead of {wanted!r}"
        for key, value in found.items()
        if value != (wanted := wanted_messages if key == "messages" else expect[key])
    ]
    text = receipt.text or ""
    if expect["outcome"] == "message" and expect["text"] is not None and not same_text(text, expect["text"]):
        wrong.append(f"text: {text!r}")
    files = [(file.name, file.content_type, file.is_kept) for file in receipt.files]
    if files_differ(files, expect["attachments"]) and (files or expect["outcome"] == "message"):
        wrong.append(f"files: {files}")
    seen = text + "".join(file.name for file in receipt.files if file.is_kept)
    wrong += [f"contains {leak!r}" for leak in case.expect["text_must_not_contain"] if leak in seen]
    wrong += [
        f"{file.name} keeps its position"
        for file in receipt.files
        if file.attachment and _has_gps(file.attachment)
    ]
    if any(part["gps"] is False for part in expect["attachments"] if "gps" in part) and not receipt.files:
        wrong.append("the picture is missing")
    return wrong


def _has_gps(attachment: Any) -> bool:
    if not attachment.is_image:
        return False
    with Image.open(io.BytesIO(open_file(attachment))) as picture:
        return _GPS_TAG in picture.getexif()


@pytest.mark.parametrize("name", [name for name in NAMES if facts_of(name)["as"] == "stranger"])
def test_a_strangers_case_is_never_answered_and_never_a_message(name: str, world: MailWorld) -> None:
    case, raw = load_case(name, world.tokens("stranger"))
    outbox.outbox.clear()
    deliver_all(raw, case.recipients, envelope_from=case.envelope_from)
    assert world.thread.messages.filter(via="mail").count() == 0
    assert not [letter for letter in outbox.outbox if world.facts["seller_email"] in letter.to]
