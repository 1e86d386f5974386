"""The shop writes first, and files what needs no answer."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Buyer, Seller, Standing
from messaging.ledger.models import LedgerEntry
from messaging.metrics.models import Ending, Obligation
from messaging.models import Folder, Kind, Thread
from tests import cast
from tests.messaging.browsing import (
    SignIn,
    file,
    last,
    page,
    reply,
    sellers_entry,
)


def write_first(client: Client, thread: Thread, text: str, reason: str) -> Any:
    return reply(client, thread, text, mode="proactive", reason=reason)


# Writing first ---------------------------------------------------------------------------------------------------------


def test_a_proactive_message_needs_a_topic(client_of: SignIn, shop: cast.Shop, thread: Thread) -> None:
    client = client_of(shop.sam)
    assert "Choose a topic" in page(write_first(client, thread, "Here is how to pair them.", ""))
    assert write_first(client, thread, "Here is how to pair them.", "proactive:nonsense").status_code == 422
    assert (
        write_first(client, thread, "Here is how to pair them.", "proactive:product_instructions").status_code
        == 302
    )
    assert (last(thread).kind, last(thread).reason) == (Kind.PROACTIVE, "product_instructions")


def test_an_opted_out_buyer_gets_only_important_messages(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    Buyer.objects.filter(pk=shop.bea.pk).update(opted_out=True)
    client = client_of(shop.sam)
    text = page(client.get(f"/messages/t/{thread.pk}/"))
    assert "Bea M. does not take messages they did not ask for." in text
    assert '<optgroup label="This buyer does not take unsolicited messages." disabled>' in text
    refused = write_first(client, thread, "Here is your invoice.", "proactive:invoice")
    assert refused.status_code == 422
    assert "does not take unsolicited messages" in page(refused)
    assert "Here is your invoice.</textarea>" in page(refused)
    sent = write_first(client, thread, "Stop charging the case: it can overheat.", "important:product_safety")
    assert sent.status_code == 302
    message = cast.screened(last(thread), now=timezone.now())
    assert (message.kind, message.important_reason) == (Kind.IMPORTANT, "product_safety")
    assert str(thread.pk) in page(client.get("/seller/messages/?queue=important"))


def test_the_first_message_about_an_order_opens_its_thread(client_of: SignIn, shop: cast.Shop) -> None:
    client = client_of(shop.sam)
    assert "Contact buyer" in page(client.get("/seller/orders/"))
    path = f"/seller/orders/{shop.order.number}/write/"
    assert "Order update" in page(client.get(path))
    assert client.post(path, {"body": "Left the house today.", "reason": ""}).status_code == 422
    sent = client.post(path, {"body": "Left the house today.", "reason": "proactive:order_update"})
    thread = Thread.objects.get(order=shop.order)
    assert sent.status_code == 302
    assert str(thread.pk) in sent["Location"]
    assert client.get(path)["Location"].startswith(f"/messages/t/{thread.pk}/")


def test_a_suspended_shop_reads_and_cannot_write(client_of: SignIn, shop: cast.Shop, thread: Thread) -> None:
    Seller.objects.filter(pk=shop.seller.pk).update(standing=Standing.SUSPENDED)
    client = client_of(shop.sam)
    text = page(client.get(f"/messages/t/{thread.pk}/"))
    assert "Where is my order?" in text
    assert "Messaging is suspended for your shop." in text
    assert "<textarea" not in text
    assert reply(client, thread, "On its way.").status_code == 422


@pytest.mark.parametrize(
    "words",
    [
        "state=nonsense",
        "after=x",
        "after=MjAyNi0xMS0yMlQwMDowMDowMCswMDowMCA5OTk5OTk5OTk5OTk5OTk5OTk5OTk",
        "q=%00",
    ],
)
def test_the_order_list_takes_any_words(client_of: SignIn, shop: cast.Shop, words: str) -> None:
    assert client_of(shop.sam).get(f"/seller/orders/?{words}").status_code == 200


# Filing ----------------------------------------------------------------------------------------------------------------


def test_no_response_needed_stops_the_clock_and_is_recorded(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    client = client_of(shop.sam)
    file(client, thread, "no-response-needed")
    assert Obligation.objects.get(thread=thread).ending == Ending.NOT_NEEDED
    assert LedgerEntry.objects.filter(
        thread=thread, kind="thread.no_response_needed", actor=shop.sam.user
    ).exists()
    assert "No clock was running" in page(
        client.post(f"/seller/messages/{thread.pk}/file/", {"action": "no-response-needed"}, follow=True)
    )


def test_archiving_can_be_undone(client_of: SignIn, shop: cast.Shop, thread: Thread) -> None:
    client = client_of(shop.sam)
    text = page(client.post(f"/seller/messages/{thread.pk}/file/", {"action": "archive"}, follow=True))
    assert sellers_entry(thread).folder == Folder.ARCHIVE
    token = re.search(r'name="token" value="([^"]+)"', text)
    assert token
    client.post("/messages/undo/", {"token": token[1]})
    assert sellers_entry(thread).folder == Folder.INBOX


@pytest.mark.parametrize("action", ["", "delete", "nonsense"])
def test_nothing_else_can_be_done_with_the_shops_threads(
    client_of: SignIn, shop: cast.Shop, thread: Thread, action: str
) -> None:
    assert file(client_of(shop.sam), thread, action).status_code == 404
