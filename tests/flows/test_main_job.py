"""The main job, both sides at once, in real browsers on real processes."""

from __future__ import annotations

import io
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.flows.stack import Stack, wait_for

pytestmark = [pytest.mark.slow, pytest.mark.sqlite_only, pytest.mark.timeout(240)]

PHONE = "+1 555 010 2939"


def signed_in(chromium: Browser, stack: Stack, email: str, password: str) -> Page:
    page = chromium.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.goto(f"{stack.url}/accounts/login/")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "/accounts/login" not in url)
    return page


def photo() -> dict[str, Any]:
    out = io.BytesIO()
    Image.new("RGB", (320, 240), "olive").save(out, "JPEG")
    return {"name": "crack-left.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def reply_by_mail(alert: EmailMessage, sender: str, text: str) -> bytes:
    """What a seller's mail program would send, with the edge server's verdict on top."""
    mail = EmailMessage()
    domain = sender.rpartition("@")[2]
    mail["Authentication-Results"] = (
        f"mx.example-market.com; spf=pass smtp.mailfrom={domain}; dkim=pass header.d={domain}; dmarc=pass header.from={domain}"
    )
    mail["From"], mail["To"] = f"Sam Okafor <{sender}>", alert["Reply-To"]
    mail["Subject"] = "Re: " + " ".join(str(alert["Subject"]).split())
    mail["Message-ID"], mail["In-Reply-To"] = (
        "<a-reply@northwind-office.example>",
        str(alert["Message-ID"]).strip(),
    )
    quoted = "\n".join("> " + line for line in ["Bea wrote:", "The left earbud crackles."])
    mail.set_content(f"{text}\n\nOn Friday, Bea M. via Example Market wrote:\n{quoted}\n")
    return mail.as_bytes(policy=SMTP)


def test_a_buyer_asks_and_a_seller_answers_by_mail_and_nobody_learns_the_others_address(
    stack: Stack, chromium: Browser
) -> None:
    stage = stack.scene("set")
    sam = signed_in(chromium, stack, stage["sam"], stage["password"])
    sam.goto(f"{stack.url}/seller/messages/")
    bea = signed_in(chromium, stack, stage["bea"], stage["password"])

    contact_from_order(bea, stack, stage)

    # The seller's open page shows it, without a reload, and without the number.
    expect(sam.get_by_text("The left earbud crackles").first).to_be_visible(timeout=15_000)
    sam.get_by_role("link", name="Damaged item").first.click()
    conversation = sam.locator("main")
    expect(conversation.get_by_text("phone number removed").first).to_be_visible(timeout=10_000)
    assert "010 2939" not in sam.content()
    expect(conversation.get_by_role("img", name="crack-left.jpg").first).to_be_visible()

    alert = wait_for(lambda: stack.sink.to(stage["sam"]), what="the seller's alert mail", seconds=20)[0]
    for hidden in (stage["bea"], "Marlowe", "010 2939"):
        assert hidden not in alert.words
    assert "msg.example-market.com" in str(alert.parsed["Reply-To"])

    before = bea.evaluate("performance.timeOrigin")
    answer = "A replacement pair leaves our warehouse on Monday."
    stack.send_mail(
        stage["sam"], str(alert.parsed["Reply-To"]), reply_by_mail(alert.parsed, stage["sam"], answer)
    )
    expect(bea.get_by_text(answer).first).to_be_visible(timeout=15_000)
    assert bea.evaluate("performance.timeOrigin") == before, "the buyer's page was reloaded"
    assert "Bea wrote:" not in bea.content()

    assert_buyer_was_told(bea, stack, stage, answer)
    state = stack.scene("state")
    assert state["running_clocks"] == 0
    assert state["ended_clocks"] == 1
    assert state["messages"][:2] == [["buyer", "redacted", "web"], ["seller", "delivered", "mail"]]
    assert state["breaks"] == []


def contact_from_order(bea: Page, stack: Stack, stage: dict[str, Any]) -> None:
    """From Your Orders to a sent message with a photo; she stays on the thread's page."""
    bea.goto(f"{stack.url}/orders/")
    bea.get_by_role("link", name="Contact Seller").or_(
        bea.get_by_role("button", name="Contact Seller")
    ).first.click()
    bea.wait_for_url("**/messages/new/**")
    topic = bea.get_by_label("Damaged item")
    topic.check() if topic.count() else bea.get_by_label("Topic").select_option(label="Damaged item")
    bea.get_by_label("Message", exact=True).fill(f"The left earbud crackles. Call me on {PHONE} after six.")
    bea.get_by_label("Attachments").set_input_files(photo())  # type: ignore[arg-type]
    expect(bea.get_by_text("phone number").first).to_be_visible(timeout=10_000)
    bea.get_by_role("button", name="Send", exact=True).click()
    bea.wait_for_url("**/messages/t/**")
    expect(bea.get_by_text("The left earbud crackles").first).to_be_visible()


def assert_buyer_was_told(bea: Page, stack: Stack, stage: dict[str, Any], answer: str) -> None:
    """The thread is open on her screen, so no alert goes out; with it closed, the next answer's alert does."""
    thread_url = bea.url
    bea.goto("about:blank")
    first = stack.sink.to(stage["sam"])[0].parsed

    def answered_again() -> list[Any]:
        return stack.sink.to(stage["bea"])

    if not answered_again():
        raw = reply_by_mail(first, stage["sam"], "It ships with tracking.").replace(b"a-reply@", b"b-reply@")
        # The buyer's page was open a moment ago; presence ends within its time to live.
        bea.wait_for_timeout(6_000)
        stack.send_mail(stage["sam"], str(first["Reply-To"]), raw)
        wait_for(answered_again, what="the buyer's alert mail", seconds=90)
    mail = stack.sink.to(stage["bea"])[0]
    for hidden in (stage["sam"], "northwind-office.example", "Okafor"):
        assert hidden not in mail.words
    assert stage["shop"] in mail.words
    bea.goto(thread_url)
