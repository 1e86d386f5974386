"""What Sam's shop sees and does in the browser, through the real doors; Eve finds nothing there."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Buyer, Role, Seller, SellerStaff, Standing, User
from messaging.ledger.models import LedgerEntry
from messaging.metrics.models import Ending, Obligation
from messaging.models import Folder, Kind, Mailbox, MailboxEntry, Message, Side, Status, Thread
from messaging.models.review import Dispute
from messaging.screening import screen
from messaging.views.seller_queue import Queue, Wanted, counts_of
from tests import cast

SignIn = Callable[[Buyer | SellerStaff | User], Client]
PANE = {"HX-Request": "true", "HX-Target": "conv"}


def page(response: Any) -> str:
    text: str = response.content.decode()
    return text


def entry_of(thread: Thread) -> MailboxEntry:
    return MailboxEntry.objects.get(thread=thread, mailbox__seller=thread.seller)


def reply(client: Client, thread: Thread, text: str, **fields: str) -> Any:
    return client.post(f"/messages/t/{thread.pk}/", {"body": text, "mode": "reply", **fields})


def write_first(client: Client, thread: Thread, text: str, reason: str) -> Any:
    return reply(client, thread, text, mode="proactive", reason=reason)


def last(thread: Thread) -> Message:
    return thread.messages.order_by("seq").last()  # type: ignore[return-value]


@pytest.fixture
def viewer(shop: cast.Shop) -> SellerStaff:
    return cast.make_staff("lena@northwind-office.example", seller=shop.seller, role=Role.VIEWER)


@pytest.fixture
def agent(shop: cast.Shop) -> SellerStaff:
    return cast.make_staff("priya@northwind-office.example", seller=shop.seller, role=Role.AGENT)


# The queues ------------------------------------------------------------------------------------------------------------


def test_needs_reply_shows_what_is_due_first_on_top(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    later = cast.ask(
        cast.Shop(shop.bea, shop.sam, cast.make_order(shop.bea, shop.product, number="EM-2"), shop.product),
        "A question from three days ago.",
        now=timezone.now() - timedelta(days=3),
    ).thread
    text = page(client_of(shop.sam).get("/seller/messages/"))
    assert text.index(str(later.pk)) < text.index(str(thread.pk))
    assert "late" in text
    assert "Bea M." in text
    assert "Marlowe" not in text
    assert shop.bea.user.email not in text


def test_an_answer_moves_the_thread_to_waiting_on_buyer(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    client = client_of(shop.sam)
    cast.say(thread, shop.sam, "It arrives on Monday.")
    assert str(thread.pk) not in page(client.get("/seller/messages/"))
    assert "Nothing needs a reply" in page(client.get("/seller/messages/"))
    for queue in ("waiting", "sent"):
        assert str(thread.pk) in page(client.get(f"/seller/messages/?queue={queue}")), queue


def test_each_queue_counts_what_it_lists(shop: cast.Shop, thread: Thread) -> None:
    """The counts are written in SQL, the lists in the query language: they must say the same."""
    box = Mailbox.of(shop.seller)
    for number, flags in enumerate(
        [{}, {"is_held": True}, {"is_important": True}, {"folder": Folder.ARCHIVE}, {"last_side": "seller"}]
    ):
        order = cast.make_order(shop.bea, shop.product, number=f"EM-{number}")
        other = Thread.objects.create(buyer=shop.bea, seller=shop.seller, order=order, kind="order")
        MailboxEntry.objects.create(mailbox=box, thread=other, **flags)
    counted = counts_of(box)
    listed = {
        queue: Wanted.read(_query(f"queue={queue}")).entries(box).count()
        for queue in Queue.values
        if queue in counted
    }
    assert counted == listed
    assert set(counted.values()) == {1}


def _query(text: str) -> Any:
    from django.http import QueryDict

    return QueryDict(text)


@pytest.mark.parametrize(
    "words", ["queue=nonsense", "sort=x&kind=y", "after=%00%FF", "after=MjAyNg", "q=%00", "q=%25%27"]
)
def test_words_nobody_offered_are_left_out(
    client_of: SignIn, shop: cast.Shop, thread: Thread, words: str
) -> None:
    assert client_of(shop.sam).get(f"/seller/messages/?{words}").status_code == 200


def test_a_thread_is_found_by_order_number_and_first_name_never_by_surname(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    client = client_of(shop.sam)
    for words, found in (("204771", True), ("bea", True), ("marlowe", False), ("nothing", False)):
        assert (str(thread.pk) in page(client.get("/seller/messages/", {"q": words}))) is found, words


@pytest.mark.parametrize("sort", ["due", "newest", "oldest"])
def test_pages_follow_each_other_without_loss(client_of: SignIn, shop: cast.Shop, sort: str) -> None:
    add_threads(shop, 60)
    client, seen, after = client_of(shop.sam), [], ""
    for _page in range(4):
        text = page(client.get("/seller/messages/", {"sort": sort, "after": after}))
        seen += re.findall(r'data-thread="([0-9a-f-]{36})"', text)
        found = re.search(r'id="more"><a[^>]*after=([\w-]+)', text)
        if not found:
            break
        after = found[1]
    assert len(seen) == len(set(seen)) == 60


# The thread ------------------------------------------------------------------------------------------------------------


def test_the_page_shows_the_talk_the_order_and_what_may_be_sent(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    text = page(client_of(shop.sam).get(f"/messages/t/{thread.pk}/"))
    for words in (
        "Where is my order?",
        "Reply by",
        "No response needed",
        "EM-204771-9330",
        "Aria Pro wireless earbuds",
        "1Z999AA10123456784",
        "What you can send",
        f"{shop.bea.alias}@msg.example-market.com",
        "It started the 24-hour clock.",
    ):
        assert words in text, words


def test_the_pane_is_the_thread_without_the_frame(client_of: SignIn, shop: cast.Shop, thread: Thread) -> None:
    response = client_of(shop.sam).get(f"/messages/t/{thread.pk}/", headers=PANE)
    text = page(response)
    assert "Where is my order?" in text
    assert "<html" not in text
    assert response["HX-Push-Url"] == f"/messages/t/{thread.pk}/"


def test_back_gets_the_whole_page(client_of: SignIn, shop: cast.Shop, thread: Thread) -> None:
    headers = {**PANE, "HX-History-Restore-Request": "true"}
    assert "<html" in page(client_of(shop.sam).get(f"/messages/t/{thread.pk}/", headers=headers))


def test_opening_marks_as_read_for_the_shop_but_not_when_a_viewer_looks_in(
    client_of: SignIn, shop: cast.Shop, viewer: SellerStaff, thread: Thread
) -> None:
    client_of(viewer).get(f"/messages/t/{thread.pk}/")
    assert entry_of(thread).unread
    client_of(shop.sam).get(f"/messages/t/{thread.pk}/")
    assert not entry_of(thread).unread


def test_a_reply_can_be_undone_and_its_text_comes_back(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    client = client_of(shop.sam)
    response = reply(client, thread, "It arrives on Munday.")
    assert response.status_code == 302
    message = last(thread)
    assert "Sending in" in page(client.get(f"/messages/t/{thread.pk}/"))
    again = client.post(f"/messages/m/{message.pk}/undo/", follow=True)
    assert "It arrives on Munday.</textarea>" in page(again)
    message.refresh_from_db()
    assert message.status == Status.WITHDRAWN


def test_an_answer_stops_the_clock_and_reaches_bea(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    reply(client_of(shop.sam), thread, "It arrives on Monday.")
    message = last(thread)
    screen(message.pk, now=message.send_after)
    assert cast.texts(thread, Side.BUYER)[-1] == "It arrives on Monday."
    assert Obligation.objects.get(thread=thread).ending == Ending.REPLY
    assert entry_of(thread).due_at is None


def test_htmx_gets_the_new_message_and_an_empty_composer(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    response = client_of(shop.sam).post(
        f"/messages/t/{thread.pk}/",
        {"body": "On its way.", "mode": "reply"},
        headers={"HX-Request": "true", "HX-Target": "reply-form"},
    )
    text = page(response)
    assert response["HX-Trigger"] == "accepted"
    assert 'hx-swap-oob="beforeend:#messages"' in text
    assert "On its way." in text
    assert "<html" not in text


@pytest.mark.parametrize("place", ["²", "9" * 30, "9" * 5000, "-1", "x"])
def test_a_place_that_is_none_shows_the_thread_all_the_same(
    client_of: SignIn, shop: cast.Shop, thread: Thread, place: str
) -> None:
    client = client_of(shop.sam)
    for name in ("before", "since"):
        assert client.get(f"/messages/t/{thread.pk}/", {name: place}).status_code == 200


def test_pressing_send_twice_sends_once(client_of: SignIn, shop: cast.Shop, thread: Thread) -> None:
    client = client_of(shop.sam)
    for _press in range(2):
        reply(client, thread, "On its way.", key="one-form")
    assert thread.messages.filter(side=Side.SELLER).count() == 1


def test_an_empty_reply_is_told_beside_the_field(client_of: SignIn, shop: cast.Shop, thread: Thread) -> None:
    response = reply(client_of(shop.sam), thread, "   ")
    assert response.status_code == 422
    assert "There is nothing to send yet" in page(response)


def test_what_was_blocked_shows_the_words_and_the_way_on(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    blocked = cast.say(thread, shop.sam, "All good. Please leave us a 5 star review.")
    assert blocked.status == Status.BLOCKED
    client = client_of(shop.sam)
    text = page(client.get(f"/messages/t/{thread.pk}/"))
    assert "<mark" in text
    assert "Blocked: Bea M. has not seen it." in text
    edited = page(client.get(f"/messages/t/{thread.pk}/?edit={blocked.pk}"))
    assert "Please leave us a 5 star review.</textarea>" in edited
    assert str(thread.pk) in page(client.get("/seller/messages/?queue=held"))
    client.post(f"/messages/m/{blocked.pk}/dispute/")
    assert Dispute.objects.get(message=blocked).by == shop.sam.user


def test_removed_words_are_told_to_their_author(client_of: SignIn, shop: cast.Shop, thread: Thread) -> None:
    cast.say(thread, shop.sam, "The label comes from care@northwind-office.example on Monday.")
    text = page(client_of(shop.sam).get(f"/messages/t/{thread.pk}/"))
    assert "Delivered without the marked words" in text
    assert '<mark class="mc-cut">care@northwind-office.example</mark>' in text


def test_colleagues_are_named_to_each_other(
    client_of: SignIn, shop: cast.Shop, agent: SellerStaff, thread: Thread
) -> None:
    cast.say(thread, shop.sam, "On its way.")
    assert "Sam O." in page(client_of(agent).get(f"/messages/t/{thread.pk}/"))
    assert "Sam O." not in page(client_of(shop.bea).get(f"/messages/t/{thread.pk}/"))


def test_news_bring_the_message_and_take_the_deadline_away(
    client_of: SignIn, shop: cast.Shop, thread: Thread
) -> None:
    client = client_of(shop.sam)
    cast.say(thread, shop.bea, "And which parcel service is it?")
    cast.say(thread, shop.sam, "Parcel Post.")
    text = page(client.get(f"/messages/t/{thread.pk}/?since=1&pending="))
    assert "And which parcel service" in text
    assert "Where is my order?" not in text
    assert '<div id="due-bar" hx-swap-oob="outerHTML"></div>' in text


# Writing first ----------------------------------------------------------------------------------------------------------


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


# Filing -----------------------------------------------------------------------------------------------------------------


def file(client: Client, thread: Thread, action: str) -> Any:
    return client.post(f"/seller/messages/{thread.pk}/file/", {"action": action})


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
    assert entry_of(thread).folder == Folder.ARCHIVE
    token = re.search(r'name="token" value="([^"]+)"', text)
    assert token
    client.post("/messages/undo/", {"token": token[1]})
    assert entry_of(thread).folder == Folder.INBOX


@pytest.mark.parametrize("action", ["", "delete", "nonsense"])
def test_nothing_else_can_be_done_with_the_shops_threads(
    client_of: SignIn, shop: cast.Shop, thread: Thread, action: str
) -> None:
    assert file(client_of(shop.sam), thread, action).status_code == 404


# Who may what -----------------------------------------------------------------------------------------------------------

PAGES = [
    "/seller/",
    "/seller/messages/",
    "/seller/orders/",
    "/seller/settings/notifications/",
    "/seller/settings/senders/",
]


def test_a_viewer_reads_everything_and_changes_nothing(
    client_of: SignIn, shop: cast.Shop, viewer: SellerStaff, thread: Thread
) -> None:
    client = client_of(viewer)
    for path in [*PAGES, f"/messages/t/{thread.pk}/"]:
        assert client.get(path).status_code == 200, path
    text = page(client.get(f"/messages/t/{thread.pk}/"))
    assert "<textarea" not in text
    assert "No response needed</button>" not in text
    sent = cast.say(thread, shop.sam, "Please leave us a 5 star review.")
    for response in (
        reply(client, thread, "Hello"),
        file(client, thread, "archive"),
        client.get(f"/seller/orders/{shop.order.number}/write/"),
        client.post(f"/messages/m/{sent.pk}/dispute/"),
    ):
        assert response.status_code == 403
    assert thread.messages.filter(side=Side.SELLER).count() == 1


def test_eve_finds_no_page_of_a_shop(client_of: SignIn, eve: Buyer, thread: Thread, shop: cast.Shop) -> None:
    client = client_of(eve)
    for path in [
        *PAGES,
        "/seller/settings/staff/",
        f"/messages/t/{thread.pk}/",
        f"/seller/orders/{shop.order.number}/write/",
    ]:
        assert client.get(path).status_code == 404, path
    assert file(client, thread, "archive").status_code == 404
    assert reply(client, thread, "Hello").status_code == 404


def test_another_shop_finds_nothing_of_this_one(
    client_of: SignIn, eve_sells: SellerStaff, thread: Thread, shop: cast.Shop
) -> None:
    client = client_of(eve_sells)
    for path in (f"/messages/t/{thread.pk}/", f"/seller/orders/{shop.order.number}/write/"):
        assert client.get(path).status_code == 404, path
    assert file(client, thread, "archive").status_code == 404
    assert str(thread.pk) not in page(client.get("/seller/messages/"))
    assert shop.order.number not in page(client.get("/seller/orders/"))


def test_signed_out_people_are_asked_to_sign_in(client: Client, shop: cast.Shop, thread: Thread) -> None:
    for path in PAGES:
        response = client.get(path)
        assert (response.status_code, response["Location"].split("?")[0]) == (302, "/accounts/login/"), path


def test_the_dashboard_says_what_is_due_and_what_is_late(client_of: SignIn, shop: cast.Shop) -> None:
    cast.ask(shop, now=timezone.now() - timedelta(days=2))
    text = page(client_of(shop.sam).get("/seller/"))
    assert "Over 24 hours without an answer" in text
    assert "0 of 1 in 30 days" in text
    assert "Good standing" in text


def test_every_page_says_how_many_messages_wait_while_buyer_messages_are_off(
    client_of: SignIn, shop: cast.Shop
) -> None:
    Seller.objects.filter(pk=shop.seller.pk).update(buyer_messages_on=False)
    cast.ask(cast.Shop(shop.bea, SellerStaff.objects.get(pk=shop.sam.pk), shop.order, shop.product))
    client = client_of(shop.sam)
    for path in PAGES:
        assert "1 message is waiting" in page(client.get(path)), path


# What it costs -----------------------------------------------------------------------------------------------------------


def add_threads(shop: cast.Shop, count: int) -> None:
    """Many threads in the shop's mailbox, as rows: their way in is tested elsewhere."""
    now = timezone.now()
    box = Mailbox.of(shop.seller)
    buyers = [cast.make_buyer(f"buyer{number}@many.example", f"Buyer{number}") for number in range(3)]
    threads = [
        Thread(buyer=buyers[number % 3], seller=shop.seller, kind="notice", subject=f"Question {number}")
        for number in range(count)
    ]
    Thread.objects.bulk_create(threads)
    MailboxEntry.objects.bulk_create(
        MailboxEntry(
            mailbox=box,
            thread=thread,
            unread=number % 3 == 0,
            last_activity=now - timedelta(minutes=number),
            due_at=now + timedelta(minutes=number % 7),
        )
        for number, thread in enumerate(threads)
    )


@pytest.mark.parametrize("count", [10, 1000])
def test_the_queue_costs_the_same_however_full_it_is(
    client_of: SignIn, shop: cast.Shop, django_assert_num_queries: Any, count: int
) -> None:
    add_threads(shop, count)
    client = client_of(shop.sam)
    with django_assert_num_queries(5):  # session, person, mailbox, entries, counts
        client.get("/seller/messages/")
    with django_assert_num_queries(5):
        client.get("/seller/messages/?queue=held&kind=orders&q=question")


@pytest.mark.parametrize("count", [10, 1000])
def test_a_thread_costs_the_same_however_full_the_mailbox_is(
    client_of: SignIn, shop: cast.Shop, django_assert_num_queries: Any, count: int
) -> None:
    add_threads(shop, count)
    thread = cast.ask(shop).thread
    for number in range(20):
        cast.say(thread, shop.sam, f"Update {number}")
    client = client_of(shop.sam)
    client.get(f"/messages/t/{thread.pk}/")
    # session, person, entry with its thread, today's quota, messages, order
    with django_assert_num_queries(6):
        client.get(f"/messages/t/{thread.pk}/")
    with django_assert_num_queries(6):
        client.get(f"/messages/t/{thread.pk}/", headers=PANE)
