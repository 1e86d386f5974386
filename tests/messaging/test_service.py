"""Cases with customer service, transcripts and notices: two-way where they should be, and each posted once."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Buyer, SellerStaff, User
from messaging.announcing import announce
from messaging.ledger.models import LedgerEntry
from messaging.ledger.verifying import verify
from messaging.metrics.models import Obligation
from messaging.models import Category, MailboxEntry, Message, Side, Status, Thread, ThreadKind, Via
from messaging.screening import sweep
from messaging.serving import Line, keep_transcript, open_case
from tests import cast

SignIn = Callable[[Buyer | SellerStaff | User], Client]
ASKED = {"topic": "refund", "body": "My bank is ACME, you can call +1 415 555 0132."}


@pytest.fixture
def case(shop: cast.Shop) -> Thread:
    """Bea asked customer service about her order."""
    message = open_case(
        buyer=shop.bea,
        author=shop.bea.user,
        order=shop.order,
        body=ASKED["body"],
        via=Via.WEB,
        now=timezone.now(),
    )
    return cast.screened(message, now=timezone.now()).thread


def answered(client: Client, case: Thread, text: str) -> None:
    address = reverse("admin:messaging_thread_answer", args=[case.pk])
    assert client.post(address, {"answer": "1", "body": text}).status_code == 302
    sweep(now=timezone.now())


def test_a_case_opened_from_an_unanswered_thread_is_about_its_order(client_of: SignIn, shop):
    thread = cast.wait_for_answer(shop)
    client = client_of(shop.bea)
    page = client.get(f"/messages/service/?about={thread.pk}").content.decode()
    assert shop.order.number in page
    answer = client.post("/messages/service/", {**ASKED, "about": str(thread.pk)})
    case = Thread.objects.get(kind=ThreadKind.SERVICE)
    assert answer.headers["Location"].startswith(f"/messages/t/{case.pk}/")
    assert (case.order, case.seller, case.buyer) == (shop.order, None, shop.bea)
    assert case.entries.get().category == Category.SERVICE
    assert client.get("/messages/?category=service").content.decode().count("data-row") == 1


def test_a_second_question_about_the_order_joins_the_case(client_of: SignIn, shop):
    client = client_of(shop.bea)
    for _time in range(2):
        client.post("/messages/service/", {**ASKED, "order": shop.order.number})
    assert Thread.objects.get(kind=ThreadKind.SERVICE).last_seq == 2
    client.post("/messages/service/", ASKED)
    client.post("/messages/service/", ASKED)
    assert Thread.objects.filter(kind=ThreadKind.SERVICE).count() == 3


def test_a_restricted_buyer_still_reaches_customer_service(client_of: SignIn, shop):
    Buyer.objects.update(restricted_at=timezone.now())
    assert client_of(shop.bea).post("/messages/service/", ASKED).status_code == 302
    sweep(now=timezone.now())
    assert Message.objects.get().status == Status.DELIVERED


def test_nothing_is_masked_or_held_between_a_buyer_and_customer_service(case: Thread):
    message = case.messages.get()
    assert message.status == Status.DELIVERED
    assert "+1 415 555 0132" in message.delivered_body
    assert {finding["action"] for finding in message.findings} == {"flag"}


def test_a_case_runs_no_clock_and_reaches_no_shop(client_of: SignIn, shop, case: Thread):
    assert not Obligation.objects.exists()
    assert not MailboxEntry.objects.filter(mailbox__side=Side.SELLER).exists()
    assert client_of(shop.sam).get(f"/messages/t/{case.pk}/").status_code == 404


def test_a_case_does_not_exist_for_strangers(client_of: SignIn, shop, case: Thread, eve):
    client = client_of(eve)
    assert client.get(f"/messages/t/{case.pk}/").status_code == 404
    assert client.get(f"/messages/service/?about={case.pk}").status_code == 404
    assert client.get(f"/messages/service/?order={shop.order.number}").status_code == 404
    assert client_of(shop.sam).get("/messages/service/").status_code == 404


def test_the_operator_answers_after_a_recorded_look_and_leaves_the_queue(
    client_of: SignIn, shop, mo, case: Thread
):
    client = client_of(mo)
    queue = reverse("admin:messaging_service")
    address = reverse("admin:messaging_thread_answer", args=[case.pk])
    page = client.get(queue).content.decode()
    assert address in page
    assert "ACME" not in page
    assert "ACME" not in client.get(address).content.decode()
    assert "ACME" in client.post(address, {"look": "1", "reason": "customer_request"}).content.decode()
    assert LedgerEntry.objects.filter(kind="staff.looked", thread=case, actor=mo).count() == 1
    answered(client, case, "The refund left today.")
    assert address not in client.get(queue).content.decode()
    page = client_of(shop.bea).get(f"/messages/t/{case.pk}/").content.decode()
    assert "The refund left today." in page
    assert "Verified: sent by the marketplace" in page
    assert "Derator" not in page
    assert verify(f"thread:{case.pk}") is None


def test_staff_without_the_right_to_answer_cannot(client_of: SignIn, case: Thread, db):
    moderator = User.objects.create_user("m@operator.example", cast.PASSWORD, is_staff=True)
    moderator.groups.add(Group.objects.get(name="moderator"))
    address = reverse("admin:messaging_thread_answer", args=[case.pk])
    assert client_of(moderator).post(address, {"answer": "1", "body": "Hello"}).status_code == 403
    assert case.messages.count() == 1


def test_the_operators_page_answers_no_talk_between_buyer_and_seller(client_of: SignIn, shop, mo):
    thread = cast.ask(shop).thread
    address = reverse("admin:messaging_thread_answer", args=[thread.pk])
    assert client_of(mo).post(address, {"answer": "1", "body": "Hello"}).status_code == 404


# Transcripts and notices -------------------------------------------------------------------------------------------------


def transcript(shop: cast.Shop) -> list[Line]:
    at = timezone.now() - timedelta(days=1)
    return [
        Line(Side.BUYER, "Where is my refund?", at),
        Line(Side.PLATFORM, "It left on Monday.", at + timedelta(minutes=1)),
        Line(Side.BUYER, "Thank you.", at + timedelta(minutes=2)),
    ]


def test_a_transcript_shows_who_said_what_and_can_be_gone_on_with(client_of: SignIn, shop, mo):
    thread, made = keep_transcript(
        "CH-1", buyer=shop.bea, subject="Chat about a refund", lines=transcript(shop), now=timezone.now()
    )
    again, made_again = keep_transcript(
        "CH-1", buyer=shop.bea, subject="Chat about a refund", lines=transcript(shop), now=timezone.now()
    )
    assert (made, made_again, again) == (True, False, thread)
    client = client_of(shop.bea)
    page = client.get(f"/messages/t/{thread.pk}/").content.decode()
    # What stands in a template is not on the page.
    assert re.sub(r"(?s)<template.*?</template>", "", page).count('class="mc-msg mc-msg--own"') == 2
    assert "Chat about a refund" in client.get("/messages/?category=service").content.decode()
    # Nobody has to answer what was said elsewhere; what comes after it, yes.
    queue = reverse("admin:messaging_service")
    address = reverse("admin:messaging_thread_answer", args=[thread.pk])
    assert address not in client_of(mo).get(queue).content.decode()
    client.post(f"/messages/t/{thread.pk}/", {"body": "It has not come."})
    assert address in client_of(mo).get(queue).content.decode()


def notice(shop: cast.Shop, category: Category, reference: str = "N-1") -> tuple[Thread, bool]:
    return announce(
        reference,
        buyer=shop.bea,
        category=category,
        subject="Weekend offers",
        body="Up to 30% off until Sunday.",
        now=timezone.now(),
    )


@pytest.mark.parametrize(
    "category", [Category.ORDERS, Category.NOTICES, Category.MEMBERSHIP, Category.PROMOTIONS]
)
def test_a_notice_stands_in_its_category_with_the_verified_mark_and_takes_no_answer(
    client_of: SignIn, shop, category
):
    Buyer.objects.update(promotions=True)
    shop.bea.refresh_from_db()
    thread, made = notice(shop, category)
    assert made
    client = client_of(shop.bea)
    rows = client.get(f"/messages/?category={category}").content.decode()
    assert "Weekend offers" in rows
    assert "Verified: sent by the marketplace" in rows
    page = client.get(f"/messages/t/{thread.pk}/").content.decode()
    assert "Up to 30% off until Sunday." in page
    assert "cannot be answered here" in page
    assert client.post(f"/messages/t/{thread.pk}/", {"body": "Hello"}).status_code == 422
    assert thread.messages.count() == 1


def test_a_notice_sent_again_is_posted_once(shop):
    first, made = notice(shop, Category.ORDERS)
    second, made_again = notice(shop, Category.ORDERS)
    assert (first, made, made_again) == (second, True, False)
    assert Message.objects.count() == 1


def posted(client: Client, **changes: str) -> str:
    form = {"buyer": cast.BEA_EMAIL, "category": "membership", "subject": "Second year", "body": "Welcome."}
    address = reverse("admin:messaging_notice")
    return client.post(address, {**form, "reference": "by-hand-1", **changes}, follow=True).content.decode()


def test_the_operator_posts_a_notice_by_hand_once_however_often_it_is_pressed(client_of: SignIn, shop, mo):
    client = client_of(mo)
    assert "Posted:" in posted(client)
    posted(client)
    assert Thread.objects.get().entries.get().category == Category.MEMBERSHIP
    assert LedgerEntry.objects.get(kind="thread.opened").actor == mo
    assert "has not agreed to promotions" in posted(client, category="promotions", reference="by-hand-2")
    assert "No buyer with this e-mail address" in posted(
        client, buyer="no@body.example", reference="by-hand-3"
    )


def test_the_operator_keeps_a_transcript_by_hand(client_of: SignIn, shop, mo):
    client = client_of(mo)
    assert "Begin each line with" in posted(client, category="service", body="Hello there")
    posted(client, category="service", body="buyer: Where is it?\n\nservice: On its way: it left today.")
    thread = Thread.objects.get(kind=ThreadKind.SERVICE)
    assert cast.texts(thread, Side.BUYER) == ["Where is it?", "On its way: it left today."]
    assert list(thread.messages.order_by("seq").values_list("side", flat=True)) == ["buyer", "platform"]


def test_a_moderator_posts_no_notices(client_of: SignIn, shop):
    moderator = User.objects.create_user("m@operator.example", cast.PASSWORD, is_staff=True)
    moderator.groups.add(Group.objects.get(name="moderator"))
    assert client_of(moderator).get(reverse("admin:messaging_notice")).status_code == 403
