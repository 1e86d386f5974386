"""The mail cases, as far as reading alone goes: text, files, author, automatic or not."""

from __future__ import annotations

import pytest

from messaging.gateway.automatic import automatic
from messaging.gateway.incoming import UnreadableMail
from messaging.gateway.parsing import parse_mail
from tests.gateway.mail_cases import AUTHSERV_ID, case_names, load_case, possible, same_text
from tests.needs import need

TOKENS = {
    "REPLY_ADDRESS": "3k7m2q9x4r8t3vna5w6y7z8c9d@msg.example-market.com",
    "REPLY_ADDRESS_2": "4k7m2q9x4r8t3vna5w6y7z8c9d@msg.example-market.com",
    "ALIAS": "k7m2q9x4r8t3vna@msg.example-market.com",
    "SELLER_EMAIL": "shop@northwind.example",
    "SELLER_OTHER_EMAIL": "sam@home.example",
    "BUYER_EMAIL": "bea.marlowe@post.example",
    "STRANGER_EMAIL": "eve@elsewhere.example",
    "ALERT_MESSAGE_ID": "01.abc@msg.example-market.com",
    "ORDER_ID": "EM-204771-9330",
    "REPORT_ADDRESS": "stop-spoofing@msg.example-market.com",
}
NAMES = case_names()


def test_the_mail_cases_are_there() -> None:
    need(NAMES, "no mail cases: set MAIL_DATA to their folder")


@pytest.mark.parametrize("name", NAMES)
def test_a_mail_is_read_as_expected(name: str) -> None:
    case, raw = load_case(name, TOKENS)
    wanted = possible(case.expect)
    try:
        found = parse_mail(raw, AUTHSERV_ID)
    except UnreadableMail:
        assert any(expect["reason"] == "unreadable" for expect in wanted)
        return
    kind = automatic(
        found, envelope_from=case.envelope_from, own_domains=frozenset({"msg.example-market.com"})
    )
    if kind is not None:
        assert any((expect["outcome"], expect["reason"]) == ("ignored", kind) for expect in wanted)
        return
    assert all(expect["outcome"] != "ignored" for expect in wanted)
    if case.expect["outcome"] != "message":
        return
    texts = [expect["text"] for expect in wanted if expect["text"] is not None]
    assert not texts or any(same_text(found.text, text) for text in texts)
    assert len(found.files) == len(case.expect["attachments"])
    assert found.proof == "pass"
