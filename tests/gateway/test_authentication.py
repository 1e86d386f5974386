"""Proof of the author: only our own edge server's word counts (THREATS T2, T5, N3)."""

from __future__ import annotations

import pytest

from messaging.gateway.authentication import proof_of
from messaging.gateway.incoming import Proof
from messaging.gateway.parsing import parse_mail
from tests.gateway.mails import AUTHSERV_ID, mail

AUTHOR = "sam@shop.example"
PASS, FAIL, TEMPERROR = Proof.PROVEN, Proof.FAILED, Proof.UNSURE


def proof(*results: str, author: str | None = AUTHOR, server: str = AUTHSERV_ID) -> Proof:
    headers = [("authentication-results", f"{server}; {result}".encode()) for result in results]
    return proof_of(author, headers, AUTHSERV_ID)


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        ("dmarc=pass header.from=shop.example", PASS),
        ("dmarc=pass (p=reject) header.from=shop.example; spf=fail", PASS),
        ("dmarc=pass header.from=evil.example", FAIL),
        ("dmarc=fail header.from=shop.example; dkim=pass header.d=shop.example", FAIL),
        ("dmarc=permerror", FAIL),
        ("dmarc=temperror", TEMPERROR),
        ("dmarc=none; spf=pass smtp.mailfrom=bounce@mail.shop.example", PASS),
        ("dmarc=none; spf=pass smtp.mailfrom=evil.example; dkim=none", FAIL),
        ("dmarc=none; dkim=fail header.d=shop.example; dkim=pass header.d=shop.example", PASS),
        ("dmarc=none; dkim=pass header.d=evil.example", FAIL),
        ("dmarc=none; spf=temperror smtp.mailfrom=shop.example", TEMPERROR),
        ("dkim=pass header.d=shop.example", PASS),
        ("none", FAIL),
        ("", FAIL),
    ],
)
def test_what_the_edge_found_decides(results: str, expected: Proof) -> None:
    assert proof(results) is expected


def test_a_shared_suffix_is_no_alignment() -> None:
    assert proof("dkim=pass header.d=evil.co.uk", author="sam@shop.co.uk") is FAIL


def test_results_in_another_name_are_ignored() -> None:
    assert proof("dmarc=pass header.from=shop.example", server="mx.evil.example") is FAIL


def test_only_the_topmost_results_in_our_name_count() -> None:
    assert proof("dmarc=fail header.from=shop.example", "dmarc=pass header.from=shop.example") is FAIL


def test_results_below_another_server_are_ignored() -> None:
    headers = [
        ("received", b"by mx.example-market.com"),
        ("received", b"from evil.example"),
        ("authentication-results", f"{AUTHSERV_ID}; dmarc=pass header.from=shop.example".encode()),
    ]
    assert proof_of(AUTHOR, headers, AUTHSERV_ID) is FAIL


def test_results_in_a_comment_are_ignored() -> None:
    assert proof("spf=fail (dmarc=pass; dmarc=pass header.from=shop.example)") is FAIL


@pytest.mark.parametrize(
    "results",
    [
        'dmarc=fail header.from=shop.example; spf=fail smtp.mailfrom="x; dmarc=pass"@evil.example',
        'spf=fail smtp.mailfrom="x; dmarc=pass header.from=shop.example; y"@evil.example',
        'dkim=fail reason="a\\"; dmarc=pass; " header.d=evil.example',
        'dmarc=none; spf=pass smtp.mailfrom="x@shop.example"@evil.example',
        'dmarc=none; spf=pass reason="smtp.mailfrom=x@shop.example" smtp.mailfrom=evil.example',
        'dmarc=none; spf=pass smtp.mailfrom="shop.example',
        "dmarc=none; spf=pass smtp.mailfrom=shop.example(@evil.example; dmarc=fail",
    ],
)
def test_what_a_sender_may_choose_in_the_results_proves_nothing(results: str) -> None:
    """An envelope address may be quoted, and then holds whatever its owner likes."""
    assert proof(results) is FAIL


def test_two_results_that_disagree_prove_nothing() -> None:
    assert proof("dmarc=fail header.from=shop.example; dmarc=pass header.from=shop.example") is FAIL


def test_a_quoted_address_of_the_authors_own_domain_is_aligned() -> None:
    assert proof('dmarc=none; spf=pass smtp.mailfrom="sam okafor"@shop.example') is PASS
    assert proof('dmarc=pass header.from="shop.example"') is PASS


def test_without_an_edge_server_nothing_is_proven() -> None:
    headers = [("authentication-results", b"; dmarc=pass header.from=shop.example")]
    assert proof_of(AUTHOR, headers, "") is FAIL


def test_nobody_is_proven_without_an_author() -> None:
    assert proof("dmarc=pass header.from=shop.example", author=None) is FAIL


def test_sender_and_reply_to_name_nobody() -> None:
    raw = mail(
        "hi",
        author="eve@evil.example",
        headers=(f"Sender: {AUTHOR}", f"Reply-To: {AUTHOR}", f"X-Original-From: {AUTHOR}"),
    )
    found = parse_mail(raw, AUTHSERV_ID)
    assert found.author == "eve@evil.example"
    assert AUTHOR not in str(found.headers)
