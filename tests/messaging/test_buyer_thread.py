"""Bea in a thread: what she reads, how she answers, what she reports and disputes."""

from __future__ import annotations

import re
from datetime import timedelta

from django.utils import timezone

from accounts.models import Buyer, SellerStaff
from messaging.models import Side, Status, Thread
from messaging.models.review import Dispute, Report
from messaging.screening import screen
from tests import cast
from tests.messaging.browsing import (
    SignIn,
    buyers_entry,
    page,
)


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
    assert not buyers_entry(thread).unread


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
