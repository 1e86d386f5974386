"""The demo shows every state there is, is safe to seed twice, and alerts nobody about its history."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail

from accounts.models import Buyer, NotificationAddress, Role, Seller, SellerStaff, SenderAddress, User
from messagecenter.demo import people
from messagecenter.demo.seeding import seed
from messaging.claims.models import Claim, ClaimState
from messaging.ledger.models import LedgerEntry
from messaging.ledger.verifying import verify_all
from messaging.models import (
    Attachment,
    Category,
    Dispute,
    Folder,
    Kind,
    Mailbox,
    MailboxEntry,
    Message,
    Status,
    Thread,
    ThreadKind,
    Via,
)
from messaging.models.message import SHOWN
from messaging.screening import sweep
from orders.models import Order, OrderState, Product, Return, ReturnState
from tests.demo.conftest import NOW

SIGN_INS = (
    "buyer@example.com",
    "buyer2@example.com",
    "seller@example.com",
    "agent@example.com",
    "seller2@example.com",
    "admin@example.com",
    "moderator@example.com",
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_the_demo_is_as_large_as_promised(demo):
    assert Seller.objects.count() >= 3
    assert Product.objects.count() >= 40
    assert Order.objects.count() >= 120
    assert Order.objects.filter(placed_at__lt=NOW - timedelta(days=90)).count() == 0
    assert set(Order.objects.values_list("state", flat=True)) == set(OrderState)
    assert Thread.objects.exclude(seller=None).count() == 150


def test_a_claim_waits_another_is_decided_and_a_return_was_refunded(demo):
    assert Claim.objects.filter(state=ClaimState.OPENED, thread__seller__name="Northwind Audio").exists()
    assert Claim.objects.get(state=ClaimState.DECIDED).steps.count() == 3
    assert set(Return.objects.values_list("state", flat=True)) == {ReturnState.APPROVED, ReturnState.REFUNDED}
    assert Return.objects.filter(state=ReturnState.REFUNDED, order__threads__has_case=True).exists()


def test_a_case_with_customer_service_is_answered_and_a_chat_kept_as_transcript(demo):
    cases = Thread.objects.filter(kind=ThreadKind.SERVICE, buyer__user__email=people.BEA)
    answered = cases.get(order__isnull=False)
    assert list(answered.messages.order_by("seq").values_list("side", flat=True)) == ["buyer", "platform"]
    chat = cases.get(subject__startswith="Chat transcript")
    assert chat.messages.count() == 4
    promoted = MailboxEntry.objects.filter(category=Category.PROMOTIONS)
    assert promoted.exists()
    assert not promoted.filter(mailbox__buyer__promotions=False).exists()


def test_every_state_of_a_message_is_there(demo):
    assert set(Message.objects.values_list("status", flat=True)) == set(Status)
    assert set(Message.objects.values_list("kind", flat=True)) == set(Kind)
    assert {Via.WEB, Via.MAIL, Via.API, Via.SYSTEM} <= set(Message.objects.values_list("via", flat=True))
    assert set(MailboxEntry.objects.values_list("category", flat=True)) == set(Category)
    assert set(MailboxEntry.objects.values_list("folder", flat=True)) == set(Folder)
    assert Message.objects.filter(counts_for_clock=True, side="seller").exists()
    assert Dispute.objects.exists()
    assert Attachment.objects.exclude(message=None).count() >= 20


def test_nothing_of_the_demo_lies_in_the_future(demo):
    moment = NOW + timedelta(minutes=1)
    assert not Message.objects.filter(submitted_at__gt=moment).exists()
    assert not MailboxEntry.objects.filter(last_activity__gt=moment).exists()


def test_the_sign_ins_are_those_announced(demo):
    assert set(SIGN_INS) <= set(User.objects.values_list("email", flat=True))
    bea = User.objects.get(email="buyer@example.com")
    assert bea.check_password("demo-demo-demo")
    assert EmailAddress.objects.filter(verified=True, primary=True).count() == User.objects.count()
    assert Buyer.objects.get(user__email="buyer2@example.com").opted_out
    assert User.objects.get(email="admin@example.com").is_superuser
    moderator = User.objects.get(email="moderator@example.com")
    assert moderator.is_staff
    assert moderator.groups.filter(name="moderator").exists()


def test_sam_and_priya_run_northwind_audio(demo):
    sam = SellerStaff.objects.get(user__email="seller@example.com")
    priya = SellerStaff.objects.get(user__email="agent@example.com")
    assert (sam.seller.name, sam.role) == ("Northwind Audio", Role.OWNER)
    assert (priya.seller, priya.role) == (sam.seller, Role.AGENT)
    assert sam.seller.buyer_messages_on
    for address in (SenderAddress, NotificationAddress):
        assert address.objects.get(seller=sam.seller).address == "seller@example.com"
        assert address.objects.get(seller=sam.seller).is_verified


def test_northwinds_queue_runs_from_late_to_nearly_a_day_left(demo):
    queue = Mailbox.objects.get(seller__name="Northwind Audio").entries.awaiting_seller().due_first()
    left = [entry.due_at - NOW for entry in queue]
    assert len(left) == 7
    assert timedelta(hours=-2) < left[0] < timedelta(0) < left[1] < timedelta(hours=1)
    assert left[-1] > timedelta(hours=22)


def test_the_shop_with_messages_off_has_three_that_wait(demo):
    shop = Seller.objects.get(staff__user__email="seller2@example.com")
    assert not shop.buyer_messages_on
    assert Message.objects.filter(thread__seller=shop, status=Status.WAITING).count() == 3
    assert Message.objects.filter(status=Status.WAITING).count() == 3


def test_bea_has_a_rich_inbox(demo):
    entries = Mailbox.objects.get(buyer__user__email=people.BEA).entries
    assert entries.count() >= 30
    assert entries.filter(unread=True).count() >= 5
    assert set(entries.values_list("category", flat=True)) == set(Category)
    assert entries.filter(has_attachment=True, folder=Folder.INBOX).count() >= 3


def test_the_words_the_policy_removes_reach_nobody(demo):
    shown = Message.objects.filter(status__in=SHOWN)
    for message in shown.select_related("thread__buyer__user"):
        assert message.thread.buyer.user.email not in message.delivered_body
        assert "555 01" not in message.delivered_body


def test_nobody_is_alerted_about_history(demo):
    assert not LedgerEntry.objects.pending().exists()
    assert mail.outbox == []


def test_one_message_is_left_for_the_worker(demo):
    assert sweep(now=NOW + timedelta(minutes=1)) == 1
    assert LedgerEntry.objects.pending().filter(kind="message.delivered").count() == 1


def test_the_record_holds(demo):
    assert [(chain, broken) for chain, broken in verify_all() if broken] == []


def test_seeding_again_changes_nothing(demo):
    before = [
        model.objects.count() for model in (User, Product, Order, Thread, Message, LedgerEntry, Attachment)
    ]
    again = seed(now=NOW + timedelta(days=3))
    assert again.added == 0
    assert before == [
        m.objects.count() for m in (User, Product, Order, Thread, Message, LedgerEntry, Attachment)
    ]
