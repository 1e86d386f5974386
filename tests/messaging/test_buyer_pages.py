"""What Bea sees and does in her browser, through the real doors; Eve sees nothing of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from accounts.models import Buyer, SellerStaff, User
from messaging.filing import Filing, file_entries
from messaging.models import Attachment, Folder, MailboxEntry, Message, Side, Status, Thread, Topic
from messaging.models.review import Dispute, Report
from messaging.screening import screen
from tests import cast

SignIn = Callable[[Buyer | SellerStaff | User], Client]


def picture(name: str = "crack.png") -> SimpleUploadedFile:
    raw = BytesIO()
    Image.new("RGB", (60, 40), "red").save(raw, "PNG")
    return SimpleUploadedFile(name, raw.getvalue(), content_type="image/png")


def page(response: Any) -> str:
    """A page, or a form that is shown again with what to mend: never an error's page."""
    text: str = response.content.decode()
    assert response.status_code in {200, 422}, text
    return text


def entry_of(thread: Thread) -> MailboxEntry:
    return MailboxEntry.objects.select_related("mailbox").get(thread=thread, mailbox__buyer=thread.buyer)


# The inbox -------------------------------------------------------------------------------------------------------------


def test_the_inbox_lists_a_thread_with_its_seller_and_its_last_words(
    client_of: SignIn, bea: Buyer, sam: SellerStaff, thread: Thread
) -> None:
    cast.say(thread, sam, "A new pair leaves on Monday.")
    text = page(client_of(bea).get("/messages/"))
    assert "Northwind Audio" in text
    assert "A new pair leaves on Monday." in text
    assert f"/messages/t/{thread.pk}/" in text
    assert sam.user.email not in text


def test_opening_a_thread_marks_it_as_read_and_the_badge_follows(
    client_of: SignIn, bea: Buyer, sam: SellerStaff, thread: Thread
) -> None:
    cast.say(thread, sam, "On its way.")
    client = client_of(bea)
    assert client.get("/messages/badge/").json()["unread"] == 1
    client.get(f"/messages/t/{thread.pk}/")
    assert client.get("/messages/badge/").json()["unread"] == 0


def test_filters_live_in_the_query_string(
    client_of: SignIn, bea: Buyer, sam: SellerStaff, thread: Thread
) -> None:
    cast.say(thread, sam, "On its way.")
    client = client_of(bea)
    for shown in (
        "?unread=1",
        "?q=northwind",
        "?q=EM-204771-9330",
        "?order=204771",
        "?from=north",
        "?category=sellers",
    ):
        assert str(thread.pk) in page(client.get("/messages/" + shown)), shown
    for hidden in ("?has=attachment", "?q=trailhead", "?order=99", "?category=orders", "?before=2001-01-01"):
        assert str(thread.pk) not in page(client.get("/messages/" + hidden)), hidden


@pytest.mark.parametrize(
    "query",
    [
        "?older=x",
        "?newer=%00",
        "?after=2026-13-40",
        "?category=%00",
        "?q=%00%ff",
        "?folder=nowhere",
        "?before=9999-12-31",
    ],
)
def test_the_inbox_takes_any_query(client_of: SignIn, bea: Buyer, thread: Thread, query: str) -> None:
    assert client_of(bea).get("/messages/" + query).status_code == 200


def test_pages_follow_each_other_by_key(client_of: SignIn, shop: cast.Shop) -> None:
    now = timezone.now()
    for number in range(30):
        product = cast.make_product(shop.seller, sku=f"SKU-{number}", title=f"Thing {number}")
        order = cast.make_order(shop.bea, product, number=f"EM-{number:06}")
        shop.order = order
        cast.ask(shop, now=now - timedelta(hours=number))
    client = client_of(shop.bea)
    first = page(client.get("/messages/"))
    assert first.count("data-row") == 25
    older = re.search(r'href="(\?[^"]*older=[^"]+)"', first)
    assert older is not None
    second = page(client.get("/messages/" + older[1].replace("&amp;", "&")))
    assert second.count("data-row") == 5
    newer = re.search(r'href="(\?[^"]*newer=[^"]+)"', second)
    assert newer is not None
    assert page(client.get("/messages/" + newer[1].replace("&amp;", "&"))).count("data-row") == 25


@pytest.mark.parametrize(
    ("action", "folder", "unread"),
    [
        ("read", Folder.INBOX, False),
        ("unread", Folder.INBOX, True),
        ("archive", Folder.ARCHIVE, False),
        ("delete", Folder.DELETED, False),
    ],
)
def test_an_action_on_chosen_threads_can_be_undone(
    client_of: SignIn, bea: Buyer, thread: Thread, action: str, folder: Folder, unread: bool
) -> None:
    if action == "read":
        file_entries([entry_of(thread)], Filing.UNREAD, now=timezone.now())
    client = client_of(bea)
    answer = client.post(
        "/messages/file/", {"action": action, "entry": str(entry_of(thread).pk)}, follow=True
    )
    assert (entry_of(thread).folder, entry_of(thread).unread) == (folder, unread)
    token = re.search(r'name="token" value="([^"]+)"', page(answer))
    assert token is not None
    client.post("/messages/undo/", {"token": token[1]})
    assert entry_of(thread).folder == Folder.INBOX
    assert entry_of(thread).unread is (action == "read")


def test_a_deleted_thread_waits_in_deleted_and_comes_back(
    client_of: SignIn, bea: Buyer, thread: Thread
) -> None:
    client = client_of(bea)
    client.post("/messages/file/", {"action": "delete", "entry": str(entry_of(thread).pk)})
    assert str(thread.pk) not in page(client.get("/messages/"))
    assert str(thread.pk) in page(client.get("/messages/?folder=deleted"))
    client.post("/messages/file/", {"action": "restore", "entry": str(entry_of(thread).pk)})
    assert str(thread.pk) in page(client.get("/messages/"))


def test_after_thirty_days_nothing_is_restored(bea: Buyer, thread: Thread) -> None:
    now = timezone.now()
    file_entries([entry_of(thread)], Filing.DELETE, now=now - timedelta(days=31))
    assert file_entries([entry_of(thread)], Filing.RESTORE, now=now) == 0


def test_nobody_files_somebody_elses_threads(
    client_of: SignIn, bea: Buyer, eve: Buyer, thread: Thread
) -> None:
    client_of(eve).post("/messages/file/", {"action": "delete", "entry": str(entry_of(thread).pk)})
    assert entry_of(thread).folder == Folder.INBOX


def test_an_undo_token_is_worth_nothing_to_somebody_else(
    client_of: SignIn, bea: Buyer, eve: Buyer, thread: Thread
) -> None:
    answer = client_of(bea).post(
        "/messages/file/", {"action": "delete", "entry": str(entry_of(thread).pk)}, follow=True
    )
    token = re.search(r'name="token" value="([^"]+)"', page(answer))
    assert token is not None
    client_of(eve).post("/messages/undo/", {"token": token[1]})
    assert entry_of(thread).folder == Folder.DELETED


def test_an_action_leads_back_to_the_list_and_never_off_the_site(
    client_of: SignIn, bea: Buyer, thread: Thread
) -> None:
    form = {"action": "read", "entry": str(entry_of(thread).pk)}
    client = client_of(bea)
    here = client.post("/messages/file/", {**form, "next": "/messages/?unread=1"})
    away = client.post("/messages/file/", {**form, "next": "https://evil.example/"})
    assert (here["Location"], away["Location"]) == ("/messages/?unread=1", "/messages/")


# A thread ---------------------------------------------------------------------------------------------------------------


def test_removed_words_show_as_a_pill_and_the_number_nowhere(
    client_of: SignIn, bea: Buyer, sam: SellerStaff, thread: Thread
) -> None:
    cast.say(thread, sam, "Your parcel left today. The label says +1 555 010 7788, Hamburg.")
    text = page(client_of(bea).get(f"/messages/t/{thread.pk}/"))
    assert "mc-redact" in text
    assert "555 010" not in text


def test_people_write_markup_and_it_stays_text(
    client_of: SignIn, bea: Buyer, sam: SellerStaff, thread: Thread
) -> None:
    cast.say(thread, sam, "<script>alert(1)</script> & <b>bold</b>")
    text = page(client_of(bea).get(f"/messages/t/{thread.pk}/"))
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_names_and_subjects_stay_text_in_rows_and_messages(client_of: SignIn, shop: cast.Shop) -> None:
    shop.seller.name = "<i>Tom</i> {name} & Co"
    shop.seller.save()
    shop.order.items.update(title="Mug <script>alert(2)</script> {0}")
    thread = cast.ask(shop, "{curly} <u>brackets</u>").thread
    cast.say(thread, shop.sam, "Answer {with} <s>curly</s> ones")
    client = client_of(shop.bea)
    for path in ("/messages/", f"/messages/t/{thread.pk}/"):
        text = page(client.get(path))
        for raw in ("<i>Tom", "<script>alert(2)", "<u>brackets", "<s>curly"):
            assert raw not in text, path
        assert "&lt;i&gt;Tom&lt;/i&gt; {name} &amp; Co" in text, path


def test_a_reply_without_script_lands_in_the_thread(client_of: SignIn, bea: Buyer, thread: Thread) -> None:
    answer = client_of(bea).post(f"/messages/t/{thread.pk}/", {"body": "Any news?"}, follow=True)
    assert answer.redirect_chain[0][0].startswith(f"/messages/t/{thread.pk}/")
    assert "Any news?" in page(answer)


def test_a_reply_by_fragment_brings_the_message_and_an_empty_composer(
    client_of: SignIn, bea: Buyer, thread: Thread
) -> None:
    answer = client_of(bea).post(
        f"/messages/t/{thread.pk}/",
        {"body": "Any news?"},
        headers={"HX-Request": "true", "HX-Target": "reply-form"},
    )
    text = page(answer)
    assert 'hx-swap-oob="beforeend:#messages"' in text
    assert "Any news?" in text
    assert answer["HX-Trigger"] == "accepted"
    assert "<html" not in text


def test_pressing_send_twice_makes_one_message(client_of: SignIn, bea: Buyer, thread: Thread) -> None:
    client = client_of(bea)
    for _press in range(2):
        client.post(f"/messages/t/{thread.pk}/", {"body": "Any news?", "key": "one-form"})
    assert thread.messages.filter(seq__gt=1).count() == 1


def test_other_words_in_a_form_brought_back_are_another_message(
    client_of: SignIn, bea: Buyer, thread: Thread
) -> None:
    client = client_of(bea)
    for body in ("Any news?", "And the invoice?"):
        client.post(f"/messages/t/{thread.pk}/", {"body": body, "key": "one-form"})
    assert cast.texts(thread, Side.BUYER)[1:] == ["Any news?", "And the invoice?"]


def test_a_reply_can_be_undone_and_its_text_comes_back(client_of: SignIn, bea: Buyer, thread: Thread) -> None:
    client = client_of(bea)
    client.post(f"/messages/t/{thread.pk}/", {"body": "Any news?"})
    message = thread.messages.get(seq=2)
    answer = client.post(f"/messages/m/{message.pk}/undo/", follow=True)
    message.refresh_from_db()
    assert message.status == Status.WITHDRAWN
    assert re.search(r"<textarea[^>]*>\s*Any news\?", page(answer))
    assert "Any news?" not in page(client.get("/messages/"))


def test_an_empty_reply_is_told_beside_the_field(client_of: SignIn, bea: Buyer, thread: Thread) -> None:
    answer = client_of(bea).post(f"/messages/t/{thread.pk}/", {"body": "  "})
    assert answer.status_code == 422
    assert "There is nothing to send yet" in page(answer)
    assert 'aria-invalid="true"' in page(answer)


def test_a_text_that_is_too_long_is_kept_and_told(client_of: SignIn, bea: Buyer, thread: Thread) -> None:
    answer = client_of(bea).post(f"/messages/t/{thread.pk}/", {"body": "x" * 4001})
    assert answer.status_code == 422
    assert "x" * 4001 in page(answer)
    assert "4001 characters" in page(answer)


def test_the_live_fragment_brings_only_what_is_new(
    client_of: SignIn, bea: Buyer, sam: SellerStaff, thread: Thread
) -> None:
    client = client_of(bea)
    client.post(f"/messages/t/{thread.pk}/", {"body": "Any news?"})
    own = thread.messages.get(seq=2)
    screen(own.pk, now=timezone.now() + timedelta(minutes=1))
    cast.say(thread, sam, "It left today.")
    text = page(client.get(f"/messages/t/{thread.pk}/?since=2&pending={own.pk},junk"))
    assert "It left today." in text
    assert 'id="m2"' in text
    assert 'hx-swap-oob="outerHTML"' in text
    assert 'id="m1"' not in text
    assert not entry_of(thread).unread


def test_a_waiting_message_says_so_honestly(client_of: SignIn, shop: cast.Shop) -> None:
    shop.seller.buyer_messages_on = False
    shop.seller.save()
    message = cast.ask(shop)
    assert message.status == Status.WAITING
    text = page(client_of(shop.bea).get(f"/messages/t/{message.thread_id}/"))
    assert "Your message is waiting." in text


def test_two_days_without_an_answer_are_shown(client_of: SignIn, shop: cast.Shop) -> None:
    message = cast.ask(shop, now=timezone.now() - timedelta(days=3))
    client = client_of(shop.bea)
    assert "has not replied for 3 days" in page(client.get(f"/messages/t/{message.thread_id}/"))
    assert "No reply for 3 days" in page(client.get("/messages/"))


def test_long_threads_open_at_the_end_and_lead_back(
    client_of: SignIn, bea: Buyer, sam: SellerStaff, thread: Thread
) -> None:
    for number in range(55):
        cast.say(thread, sam, f"Update number {number}")
    client = client_of(bea)
    text = page(client.get(f"/messages/t/{thread.pk}/"))
    assert 'id="m56"' in text
    assert 'id="m1"' not in text
    assert 'id="m1"' in page(client.get(f"/messages/t/{thread.pk}/?before=7"))


def test_a_received_message_is_reported_once(
    client_of: SignIn, bea: Buyer, sam: SellerStaff, thread: Thread
) -> None:
    answer = cast.say(thread, sam, "Have a nice day.")
    client = client_of(bea)
    assert "Report message" in page(client.get(f"/messages/t/{thread.pk}/"))
    assert client.post(f"/messages/m/{answer.pk}/report/", {}).status_code == 422
    for _press in range(2):
        client.post(f"/messages/m/{answer.pk}/report/", {"reason": "spam"})
    assert Report.objects.filter(message=answer).count() == 1


def test_a_finding_is_disputed_in_one_click(client_of: SignIn, bea: Buyer, thread: Thread) -> None:
    message = cast.say(thread, bea, "Call me on +1 555 010 7788 after six please, thank you.")
    client = client_of(bea)
    assert "This is wrong: dispute" in page(client.get(f"/messages/t/{thread.pk}/"))
    client.post(f"/messages/m/{message.pk}/dispute/")
    assert Dispute.objects.filter(message=message).count() == 1


# Contact Seller ----------------------------------------------------------------------------------------------------------


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


# The check while typing ---------------------------------------------------------------------------------------------------


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


def sent_file(shop: cast.Shop, client_of: SignIn) -> Attachment:
    form = {"order": shop.order.number, "body": "See the photo.", "attachments": picture()}
    client_of(shop.bea).post("/messages/new/", form)
    screen(Message.objects.get().pk, now=timezone.now())
    return Attachment.objects.get()


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


# Orders, preferences, the way in -------------------------------------------------------------------------------------------


def test_your_orders_lead_to_the_seller_and_to_the_thread(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    text = page(client_of(shop.bea).get("/orders/"))
    assert shop.order.number in text
    assert "Contact Seller</button>" in text
    assert f"/messages/t/{thread.pk}/" in text
    assert shop.order.number in page(client_of(shop.bea).get(f"/orders/{shop.order.number}/"))


@pytest.mark.parametrize(
    "query", ["?q=aria", "?q=%00", "?show=cancelled", "?show=zzz", "?older=junk", "?older=2026-01-01"]
)
def test_orders_take_any_query(client_of: SignIn, shop: cast.Shop, query: str) -> None:
    assert client_of(shop.bea).get("/orders/" + query).status_code == 200


def test_preferences_are_kept(client_of: SignIn, bea: Buyer) -> None:
    client = client_of(bea)
    assert f"{bea.alias}@msg.example-market.com" in page(client.get("/preferences/"))
    client.post("/preferences/", {"time_zone": "Europe/Berlin", "language": "de", "undo_sends": "on"})
    bea.refresh_from_db()
    assert (bea.opted_out, bea.alert_mail, bea.promotions) == (True, False, False)
    assert User.objects.get(pk=bea.user_id).time_zone == "Europe/Berlin"


def test_a_wrong_time_zone_is_told_beside_its_field(client_of: SignIn, bea: Buyer) -> None:
    answer = client_of(bea).post("/preferences/", {"time_zone": "Mars/Olympus"})
    assert answer.status_code == 422
    assert "id_time_zone_error" in page(answer)


def test_the_way_in_by_role(client: Client, client_of: SignIn, bea: Buyer, sam: SellerStaff) -> None:
    assert "Sign in" in page(client.get("/"))
    assert "Your Messages" in page(client_of(bea).get("/"))
    assert client_of(sam).get("/")["Location"] == "/seller/"


@pytest.mark.parametrize("path", ["/messages/", "/orders/", "/preferences/", "/messages/new/"])
def test_strangers_are_sent_to_sign_in(client: Client, db: None, path: str) -> None:
    assert client.get(path)["Location"].startswith("/accounts/login/")


def test_for_eve_there_is_no_such_thing(
    client_of: SignIn, shop: cast.Shop, eve: Buyer, eve_sells: SellerStaff
) -> None:
    file = sent_file(shop, client_of)
    message = Message.objects.get()
    for stranger in (eve, eve_sells):
        client = client_of(stranger)
        for path in (
            f"/messages/t/{message.thread_id}/",
            f"/messages/files/{file.pk}/",
            f"/orders/{shop.order.number}/",
        ):
            assert client.get(path).status_code == 404, path
        for path in ("undo", "report", "dispute"):
            assert client.post(f"/messages/m/{message.pk}/{path}/").status_code == 404, path
        assert client.post(f"/messages/t/{message.thread_id}/", {"body": "Let me in"}).status_code == 404
        assert client.get(f"/messages/new/?order={shop.order.number}").status_code == 404


def test_the_other_sides_blocked_words_are_nowhere(
    client_of: SignIn, bea: Buyer, sam: SellerStaff, thread: Thread
) -> None:
    message = cast.say(thread, sam, "Leave us a 5-star review and get a full refund as a gift!")
    assert message.status == Status.BLOCKED
    client = client_of(bea)
    for path in (
        f"/messages/t/{thread.pk}/",
        f"/messages/t/{thread.pk}/?since=0",
        "/messages/",
        f"/messages/m/{message.pk}/report/",
    ):
        assert b"5-star" not in client.get(path).content, path
