"""Files in a reply: pressed twice without script, and taken back with Undo."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from accounts.models import Buyer, Role, SellerStaff, User
from messaging.models import Attachment, Message, Thread
from messaging.models.reason import ProactiveReason
from tests import cast

SignIn = Callable[[Buyer | SellerStaff | User], Client]


def uploaded(client: Client, name: str = "crack.png") -> str:
    """A picture sent ahead of its form; the id it is kept under."""
    raw = BytesIO()
    Image.new("RGB", (60, 40), "red").save(raw, "PNG")
    upload = SimpleUploadedFile(name, raw.getvalue(), content_type="image/png")
    answer = client.post("/messages/files/", {"attachments": upload})
    kept = re.search(r'name="stored" value="([^"]+)"', answer.content.decode())
    assert kept is not None
    return kept[1]


@pytest.mark.parametrize("side", ["bea", "sam"])
def test_a_second_press_of_a_reply_of_files_alone_leads_to_the_thread(
    client_of: SignIn, shop: cast.Shop, thread: Thread, side: str
) -> None:
    client = client_of(getattr(shop, side))
    form = {"body": "", "key": "one-form", "mode": "reply", "stored": uploaded(client)}
    for _press in range(2):
        answer = client.post(f"/messages/t/{thread.pk}/", form)
        assert (answer.status_code, answer["Location"]) == (302, f"/messages/t/{thread.pk}/#m2")
    assert [message.attachments.count() for message in thread.messages.order_by("seq")] == [0, 1]


def test_a_second_press_of_a_first_message_of_files_alone_leads_to_its_thread(
    client_of: SignIn, shop: cast.Shop
) -> None:
    client = client_of(shop.bea)
    form = {"order": shop.order.number, "body": "", "key": "one-form", "stored": uploaded(client)}
    answers = [client.post("/messages/new/", form) for _press in range(2)]
    message = Message.objects.get()
    assert [answer["Location"] for answer in answers] == [f"/messages/t/{message.thread_id}/#m1"] * 2


def test_a_second_press_of_a_shops_first_message_of_files_alone_leads_to_its_thread(
    client_of: SignIn, shop: cast.Shop
) -> None:
    client = client_of(shop.sam)
    reason = f"proactive:{ProactiveReason.ORDER_UPDATE}"
    form = {"body": "", "key": "one-form", "reason": reason, "stored": uploaded(client)}
    answers = [client.post(f"/seller/orders/{shop.order.number}/write/", form) for _press in range(2)]
    message = Message.objects.get()
    assert [answer["Location"] for answer in answers] == [f"/messages/t/{message.thread_id}/#m1"] * 2


def test_taking_a_file_out_of_an_old_form_is_no_second_press(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    client = client_of(shop.bea)
    form = {"body": "", "key": "one-form", "stored": uploaded(client)}
    client.post(f"/messages/t/{thread.pk}/", form)
    assert client.post(f"/messages/t/{thread.pk}/", {**form, "drop": form["stored"]}).status_code == 422


@pytest.mark.parametrize("side", ["bea", "sam"])
def test_an_undone_reply_gives_its_files_back_with_its_text(
    client_of: SignIn, shop: cast.Shop, thread: Thread, side: str
) -> None:
    client = client_of(getattr(shop, side))
    if side == "sam":
        cast.say(thread, shop.sam, "Which part is it?")
    files = [uploaded(client, name) for name in ("front.png", "back.png")]
    path, form = f"/messages/t/{thread.pk}/", {"body": "Look at this.", "mode": "reply"}
    client.post(path, {**form, "stored": files})
    undone = thread.messages.latest("seq")
    text = client.post(f"/messages/m/{undone.pk}/undo/", follow=True).content.decode()
    assert "Look at this." in text
    assert re.findall(r'name="stored" value="([^"]+)"', text) == files
    client.post(path, {**form, "stored": files})
    again = thread.messages.latest("seq")
    assert [file.name for file in again.attachments.all()] == ["front.png", "back.png"]
    assert not undone.attachments.exists()


def test_a_colleague_who_takes_a_reply_back_gets_its_files(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    sam = client_of(shop.sam)
    sam.post(f"/messages/t/{thread.pk}/", {"body": "", "mode": "reply", "stored": uploaded(sam)})
    reply = thread.messages.latest("seq")
    priya = client_of(cast.make_staff("priya@northwind.example", seller=shop.seller, role=Role.AGENT))
    text = priya.post(f"/messages/m/{reply.pk}/undo/", follow=True).content.decode()
    assert f'value="{Attachment.objects.get().pk}"' in text


def test_files_named_in_an_address_stay_with_whoever_uploaded_them(
    client_of: SignIn, shop: cast.Shop, thread: Thread, eve: Buyer
) -> None:
    theirs = uploaded(client_of(eve))
    text = client_of(shop.bea).get(f"/messages/t/{thread.pk}/?stored={theirs}&stored=junk").content.decode()
    assert theirs not in text
