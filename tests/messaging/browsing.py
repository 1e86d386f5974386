"""Pages as a browser of one of the cast gets them, and the forms sent from there."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from accounts.models import Buyer, SellerStaff, User
from messaging.models import Attachment, MailboxEntry, Message, Thread
from messaging.screening import screen
from tests import cast

SignIn = Callable[[Buyer | SellerStaff | User], Client]
# What htmx says when it asks for the conversation beside the list.
PANE = {"HX-Request": "true", "HX-Target": "conv"}


def page(response: Any) -> str:
    """A page, or a form that is shown again with what to mend: never an error's page."""
    text: str = response.content.decode()
    assert response.status_code in {200, 422}, text
    return text


def reply(client: Client, thread: Thread, text: str, **fields: str) -> Any:
    return client.post(f"/messages/t/{thread.pk}/", {"body": text, "mode": "reply", **fields})


def file(client: Client, thread: Thread, action: str) -> Any:
    return client.post(f"/seller/messages/{thread.pk}/file/", {"action": action})


def last(thread: Thread) -> Message:
    return thread.messages.order_by("seq").last()  # type: ignore[return-value]


def buyers_entry(thread: Thread) -> MailboxEntry:
    return MailboxEntry.objects.select_related("mailbox").get(thread=thread, mailbox__buyer=thread.buyer)


def sellers_entry(thread: Thread) -> MailboxEntry:
    return MailboxEntry.objects.get(thread=thread, mailbox__seller=thread.seller)


def picture(name: str = "crack.png") -> SimpleUploadedFile:
    raw = BytesIO()
    Image.new("RGB", (60, 40), "red").save(raw, "PNG")
    return SimpleUploadedFile(name, raw.getvalue(), content_type="image/png")


def sent_file(shop: cast.Shop, client_of: SignIn) -> Attachment:
    """Bea sends a picture about her order, and it passes the policy."""
    form = {"order": shop.order.number, "body": "See the photo.", "attachments": picture()}
    client_of(shop.bea).post("/messages/new/", form)
    screen(Message.objects.get().pk, now=timezone.now())
    return Attachment.objects.get()
