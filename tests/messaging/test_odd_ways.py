"""Ways through the web that few take: files too much, a thread deleted in another tab, no script, read-only staff."""

from __future__ import annotations

from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from accounts.models import Buyer, SellerStaff, User
from messaging.models import Attachment, Dispute, Folder, Message, Report, Side, Status, Thread
from tests import cast
from tests.messaging.browsing import buyers_entry, page
from tests.messaging.test_attaching import letter, picture

SignIn = Callable[[Buyer | SellerStaff | User], Client]


def send(client: Client, thread: Thread, body: str, *files: SimpleUploadedFile) -> object:
    return client.post(f"/messages/t/{thread.pk}/", {"body": body, "attachments": list(files)})


def test_a_viewer_reports_nothing_on_the_web_as_in_programs(
    client_of: SignIn, viewer: SellerStaff, thread: Thread
) -> None:
    path = f"/messages/m/{thread.messages.get().pk}/report/"
    client = client_of(viewer)
    assert client.get(path).status_code == 403
    assert client.post(path, {"reason": "spam"}).status_code == 403
    assert not Report.objects.exists()


def test_a_viewer_disputes_nothing_on_the_web(
    client_of: SignIn, viewer: SellerStaff, sam: SellerStaff, thread: Thread
) -> None:
    message = cast.say(thread, sam, "Call me on +1 555 010 2939 about the mug, please.")
    assert client_of(viewer).post(f"/messages/m/{message.pk}/dispute/").status_code == 403
    assert not Dispute.objects.exists()


def test_a_finding_is_disputed_without_script(client_of: SignIn, shop: cast.Shop) -> None:
    message = cast.ask(shop, "Is +1 555 010 2939 the number of your workshop? It rings out.")
    answer = client_of(shop.bea).post(f"/messages/m/{message.pk}/dispute/", follow=True)
    assert answer.status_code == 200
    assert "Passed on to a person" in page(answer)
    assert Dispute.objects.get().message_id == message.pk


def test_a_locked_file_and_one_byte_too_many_are_told_and_the_text_stays(
    client_of: SignIn, bea: Buyer, thread: Thread
) -> None:
    client = client_of(bea)
    locked = SimpleUploadedFile("locked.pdf", letter(lambda writer: writer.encrypt("secret")))
    answer = send(client, thread, "Here is the slip.", locked)
    assert "The PDF is protected with a password." in page(answer)
    assert "Here is the slip." in page(answer)
    large = SimpleUploadedFile("large.jpg", picture() + bytes(10 * 2**20 + 1 - len(picture())))
    answer = send(client, thread, "Here is the photo.", large)
    assert "All files together may be 10 MB" in page(answer)
    assert "Here is the photo." in page(answer)
    assert not Attachment.objects.exists()


def test_a_file_of_a_message_taken_back_is_never_the_other_sides(
    client_of: SignIn, bea: Buyer, sam: SellerStaff, thread: Thread
) -> None:
    client = client_of(bea)
    send(client, thread, "Here is the photo.", SimpleUploadedFile("crack.jpg", picture()))
    message = thread.messages.get(seq=2)
    path = f"/messages/files/{message.attachments.get().pk}/"
    assert client_of(sam).get(path).status_code == 404
    client.post(f"/messages/m/{message.pk}/undo/")
    message.refresh_from_db()
    assert message.status == Status.WITHDRAWN
    assert client_of(sam).get(path).status_code == 404


def test_a_file_of_a_blocked_message_is_not_there_for_the_other_side(
    client_of: SignIn, bea: Buyer, sam: SellerStaff, thread: Thread
) -> None:
    send(
        client_of(sam),
        thread,
        "I will refund you in full for a 5-star review!",
        SimpleUploadedFile("offer.jpg", picture()),
    )
    message = cast.screened(thread.messages.get(seq=2), now=timezone.now())
    assert message.status == Status.BLOCKED
    path = f"/messages/files/{message.attachments.get().pk}/"
    assert client_of(bea).get(path).status_code == 404
    assert client_of(sam).get(path).status_code == 200


def test_a_thread_deleted_in_another_tab_can_be_answered_and_comes_back(
    client_of: SignIn, bea: Buyer, thread: Thread
) -> None:
    client = client_of(bea)
    client.post("/messages/file/", {"action": "delete", "entry": str(buyers_entry(thread).pk)})
    send(client, thread, "One more thing: is it dishwasher safe?")
    message = cast.screened(Message.objects.get(thread=thread, seq=2), now=timezone.now())
    assert message.status == Status.DELIVERED
    assert cast.texts(thread, Side.SELLER)[-1] == "One more thing: is it dishwasher safe?"
    assert buyers_entry(thread).folder != Folder.DELETED
