"""Bea writes to a shop: the form, its check while typing, and her files."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from accounts.models import Buyer
from messaging.models import Attachment, Message, Side, Status, Topic
from messaging.screening import screen
from tests import cast
from tests.messaging.browsing import (
    SignIn,
    page,
    picture,
    sent_file,
)

# Contact Seller --------------------------------------------------------------------------------------------------------


def test_the_contact_page_has_its_named_fields(client_of: SignIn, shop: cast.Shop) -> None:
    text = page(client_of(shop.bea).get(f"/messages/new/?order={shop.order.number}"))
    for label in (
        ">Message</label>",
        ">Topic</legend>",
        ">Order</label>",
        ">Attachments</label>",
        "</svg>Send</button>",
    ):
        assert label in text, label


def test_writing_to_the_seller_keeps_number_and_photo_in_order(client_of: SignIn, shop: cast.Shop) -> None:
    form = {
        "order": shop.order.number,
        "topic": Topic.DAMAGED,
        "body": "The left earbud crackles. Reach me on +1 555 010 7788 after six.",
        "attachments": picture(),
    }
    answer = client_of(shop.bea).post("/messages/new/", form)
    assert answer.status_code == 302
    message = Message.objects.get()
    screen(message.pk, now=timezone.now())
    message.refresh_from_db()
    assert message.status == Status.REDACTED
    assert message.thread.topic == Topic.DAMAGED
    assert "555" not in message.text_for(Side.SELLER)
    assert message.attachments.count() == 1


def test_a_question_about_a_product_needs_no_order(client_of: SignIn, shop: cast.Shop, eve: Buyer) -> None:
    client = client_of(eve)
    assert "Ask a question" in page(client.get(f"/products/{shop.product.sku}/"))
    client.post("/messages/new/", {"product": shop.product.sku, "body": "Does it fit small ears?"})
    assert Message.objects.get().thread.topic == Topic.PRODUCT_QUESTION


def test_a_refused_file_is_named_and_text_and_other_files_are_kept(
    client_of: SignIn, shop: cast.Shop
) -> None:
    movie = SimpleUploadedFile("crackle.mov", b"\x00\x00\x00\x14ftypqt  " + b"\x00" * 64)
    form = {"order": shop.order.number, "body": "Listen to this.", "attachments": [picture(), movie]}
    answer = client_of(shop.bea).post("/messages/new/", form)
    text = page(answer)
    assert answer.status_code == 422
    assert "crackle.mov" in text
    assert "Not added:" in text
    assert "Listen to this." in text
    kept = re.search(r'name="stored" value="([^"]+)"', text)
    assert kept is not None
    again = {"order": shop.order.number, "body": "Listen to this.", "stored": kept[1]}
    assert client_of(shop.bea).post("/messages/new/", again).status_code == 302
    assert Message.objects.get().attachments.count() == 1


def test_a_kept_file_can_be_taken_out_again_without_script(client_of: SignIn, shop: cast.Shop) -> None:
    client = client_of(shop.bea)
    client.post("/messages/files/", {"attachments": picture()})
    file = Attachment.objects.get()
    form = {"order": shop.order.number, "body": "Hello", "stored": str(file.pk), "drop": str(file.pk)}
    answer = client.post("/messages/new/", form)
    assert answer.status_code == 422
    assert 'name="stored"' not in page(answer)
    assert "Hello" in page(answer)


def test_somebody_elses_upload_cannot_be_sent(client_of: SignIn, shop: cast.Shop, eve: Buyer) -> None:
    client_of(eve).post("/messages/files/", {"attachments": picture()})
    form = {"order": shop.order.number, "body": "Hello", "stored": str(Attachment.objects.get().pk)}
    client_of(shop.bea).post("/messages/new/", form)
    assert Message.objects.get().attachments.count() == 0


def test_a_sixth_file_is_refused_by_name(client_of: SignIn, shop: cast.Shop) -> None:
    files = [picture(f"photo-{number}.png") for number in range(6)]
    answer = client_of(shop.bea).post("/messages/files/", {"attachments": files})
    assert page(answer).count('name="stored"') == 5
    assert "photo-5.png" in page(answer)


def test_a_restricted_buyer_learns_it_before_writing(client_of: SignIn, shop: cast.Shop) -> None:
    shop.bea.restricted_at = timezone.now()
    shop.bea.save()
    text = page(client_of(shop.bea).get(f"/messages/new/?order={shop.order.number}"))
    assert "switched off for your account" in text
    assert "<textarea" not in text


@pytest.mark.parametrize("given", ["order=nothing", "product=nothing", "order=%00", "product=%00%ff"])
def test_contact_about_nothing_known_is_404(client_of: SignIn, shop: cast.Shop, given: str) -> None:
    assert client_of(shop.bea).get(f"/messages/new/?{given}").status_code == 404 or "%00" in given


# The check while typing ------------------------------------------------------------------------------------------------


def test_the_check_names_the_words_and_offers_to_remove_them(client_of: SignIn, shop: cast.Shop) -> None:
    form = {"order": shop.order.number, "body": "Call me on +1 555 010 7788 please", "field": "body"}
    text = page(client_of(shop.bea).post("/messages/check/", form))
    assert "We will remove" in text
    assert "+1 555 010 7788" in text
    assert 'data-cut-start="11"' in text


def test_the_check_is_silent_about_an_innocent_text(client_of: SignIn, shop: cast.Shop) -> None:
    form = {"order": shop.order.number, "body": f"My order {shop.order.number} is late. Where is it?"}
    assert "We will remove" not in page(client_of(shop.bea).post("/messages/check/", form))


# Files -----------------------------------------------------------------------------------------------------------------


def test_a_file_comes_as_a_sandboxed_download(client_of: SignIn, shop: cast.Shop) -> None:
    file = sent_file(shop, client_of)
    for who in (shop.bea, shop.sam):
        answer = client_of(who).get(f"/messages/files/{file.pk}/")
        assert answer.status_code == 200
        assert answer["Content-Disposition"].startswith("attachment")
        assert "sandbox" in answer["Content-Security-Policy"]
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Type"] == "image/png"


def test_a_preview_is_a_small_picture_of_our_own_making(client_of: SignIn, shop: cast.Shop) -> None:
    file = sent_file(shop, client_of)
    answer = client_of(shop.sam).get(f"/messages/files/{file.pk}/?preview=1")
    assert answer["Content-Type"] == "image/jpeg"
    assert "Content-Disposition" not in answer
