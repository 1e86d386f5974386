"""Key rotation: everything is sealed anew with the first key, and readable all the while."""

from __future__ import annotations

import io

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.test import override_settings
from django.utils import timezone
from PIL import Image

from messaging.attaching import open_file, open_preview, store_upload
from messaging.gateway.models import InboundMail
from messaging.models import Attachment, MailboxEntry, Message, ReplyAddress, Side
from messaging.sealing import key_id_of
from tests.cast import BEA_EMAIL, Shop, ask
from tests.gateway.mails import mail

OLD = ("old", b"\x01" * 32)
NEW = ("new", b"\x02" * 32)


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(out, "PNG")
    return out.getvalue()


def sealed_with(value: object) -> str:
    return key_id_of(bytes(value))  # type: ignore[call-overload]


@pytest.fixture
def message(shop: Shop) -> Message:
    """A message with a picture, sealed while the old key was the only one."""
    with override_settings(MESSAGE_KEYS=[OLD]):
        file = store_upload(uploader=shop.bea.user, name="crack.png", data=picture())
        message = ask(shop, "Where is my mug?", attachments=[file])
        message.thread.reply_address(Side.SELLER)
    return message


def rotate(*keys: tuple[str, bytes]) -> str:
    out = io.StringIO()
    with override_settings(MESSAGE_KEYS=list(keys)):
        call_command("rotate_keys", "--batch", "2", stdout=out)
    return out.getvalue()


def test_after_rotation_the_old_key_is_not_needed(message: Message) -> None:
    rotate(NEW, OLD)
    with override_settings(MESSAGE_KEYS=[NEW]):
        again = Message.objects.get(pk=message.pk)
        assert (again.body, again.delivered_body) == ("Where is my mug?", "Where is my mug?")
        assert {entry.preview for entry in MailboxEntry.objects.all()} == {"Where is my mug?"}
        assert len(ReplyAddress.objects.get(thread=message.thread, side=Side.SELLER).code) == 26
        file = again.attachments.get()
        assert (file.name, open_file(file)[:4], open_preview(file)[:2]) == (
            "crack.png",
            b"\x89PNG",
            b"\xff\xd8",
        )


def test_a_raw_mail_is_sealed_anew(message: Message) -> None:
    raw = mail("It came broken.", author=BEA_EMAIL)
    with override_settings(MESSAGE_KEYS=[OLD]):
        stored = InboundMail.store(
            raw=raw,
            recipient="x@msg.example-market.com",
            envelope_from=BEA_EMAIL,
            authserv_id="",
            now=timezone.now(),
        )
    assert "gateway.InboundMail.raw" in rotate(NEW, OLD)
    with override_settings(MESSAGE_KEYS=[NEW]):
        assert InboundMail.objects.get(pk=stored.pk).open_raw() == raw


def test_old_copies_of_files_are_gone_after_rotation(message: Message) -> None:
    before = message.attachments.get()
    rotate(NEW, OLD)
    assert not default_storage.exists(before.stored_as)
    assert not default_storage.exists(before.preview_as)


def test_who_read_the_row_before_the_rotation_still_opens_the_file(message: Message) -> None:
    read_before = message.attachments.get()
    rotate(NEW, OLD)
    with override_settings(MESSAGE_KEYS=[NEW, OLD]):
        assert open_file(read_before)[:4] == b"\x89PNG"


def test_a_second_rotation_finds_nothing_to_do(message: Message) -> None:
    rotate(NEW, OLD)
    columns = Message.objects.values_list("body", "delivered_body").get(pk=message.pk)
    names = Attachment.objects.values_list("stored_as", "preview_as").get()
    assert "messaging.Message.body: 0 sealed anew" in rotate(NEW, OLD)
    assert Message.objects.values_list("body", "delivered_body").get(pk=message.pk) == columns
    assert Attachment.objects.values_list("stored_as", "preview_as").get() == names


def test_rotation_names_what_no_key_opens_and_touches_nothing_of_it(message: Message) -> None:
    with pytest.raises(CommandError, match="keep the old key"):
        rotate(NEW)
    body = Message.objects.values_list("body", flat=True).get(pk=message.pk)
    assert sealed_with(body) == "old"


def test_a_value_saved_during_the_rotation_is_not_overwritten(
    message: Message, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rotation reads, somebody saves, the rotation writes: what was saved must stay."""
    import messaging.resealing as resealing

    honest = resealing.open_sealed

    def slow(sealed: bytes, place: str) -> bytes:
        if "messaging_message.body" in place:
            late = Message.objects.get(pk=message.pk)
            late.body = "Where is my blue mug?"
            late.save(update_fields=["body"])
        return honest(sealed, place)

    monkeypatch.setattr(resealing, "open_sealed", slow)
    rotate(NEW, OLD)
    with override_settings(MESSAGE_KEYS=[NEW]):
        assert Message.objects.get(pk=message.pk).body == "Where is my blue mug?"
