"""When a session has ended: nothing of it is left to see, and nobody is shown a sign-in inside a page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import Buyer, SellerStaff
from messaging.models import Thread

PAGE = "http://testserver/messages/t/1/?before=9"


@pytest.mark.parametrize("path", ["/messages/check/", "/messages/files/"])
def test_a_part_asked_for_after_signing_out_leads_the_page_to_the_sign_in(
    client: Client, db: None, path: str
) -> None:
    answer = client.post(path, headers={"HX-Request": "true", "HX-Current-URL": PAGE})
    assert answer["HX-Redirect"] == "/accounts/login/?next=/messages/t/1/%3Fbefore%3D9"
    assert "Location" not in answer
    assert b"<form" not in answer.content


def test_no_other_site_is_led_to_after_the_sign_in(client: Client, db: None) -> None:
    answer = client.post(
        "/messages/check/", headers={"HX-Request": "true", "HX-Current-URL": "https://evil.example/x"}
    )
    assert answer["HX-Redirect"] == "/accounts/login/?next=/"


def test_a_whole_page_asked_for_after_signing_out_is_the_sign_in(client: Client, db: None) -> None:
    assert client.get("/messages/")["Location"] == "/accounts/login/?next=/messages/"


def test_pages_of_a_person_are_kept_by_no_cache(
    client_of: Callable[[Buyer | SellerStaff], Client], bea: Buyer, sam: SellerStaff, thread: Thread
) -> None:
    for who, path in ((bea, "/messages/"), (bea, f"/messages/t/{thread.pk}/"), (sam, "/seller/messages/")):
        assert "no-store" in client_of(who).get(path)["Cache-Control"]
