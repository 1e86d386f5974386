"""The entry that opens a thread's page: all the page shows in one query, and nothing for those it is not for."""

from __future__ import annotations

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Buyer, SellerStaff
from messaging.models import Mailbox, MailboxEntry, Thread, ThreadKind
from messaging.views.thread_entry import _Part, buyers_entry, sellers_entry
from tests import cast


def test_each_side_finds_its_own_entry_of_each_thread(shop: cast.Shop, thread: Thread) -> None:
    order = cast.make_order(shop.bea, shop.product, number="EM-204771-9331")
    second = cast.ask(cast.Shop(shop.bea, shop.sam, order, shop.product), "And the second one?").thread
    for one in (thread, second, thread):
        bought, sold = buyers_entry(shop.bea, one.pk), sellers_entry(shop.sam, one.pk)
        assert bought == MailboxEntry.objects.get(thread=one, mailbox__buyer=shop.bea)
        assert sold == MailboxEntry.objects.get(thread=one, mailbox__seller=shop.sam.seller)
        assert (bought.thread, sold.thread) == (one, one)
        assert bought.thread.order == sold.thread.order == one.order


def test_what_a_page_shows_is_read_in_one_query(shop: cast.Shop, thread: Thread) -> None:
    with CaptureQueriesContext(connection) as seen:
        entry = sellers_entry(shop.sam, thread.pk)
        shown = entry.thread.buyer.user.first_name, entry.thread.order.number, entry.due_at, entry.alias
    assert len(seen) == 1
    assert all(shown)
    assert entry.needs_reply_total == 1


def test_what_it_did_not_name_is_read_when_asked_for(shop: cast.Shop, thread: Thread) -> None:
    entry = buyers_entry(shop.bea, thread.pk)
    assert entry.last_activity == MailboxEntry.objects.get(pk=entry.pk).last_activity
    assert entry.thread.topic == thread.topic


def test_a_thread_without_order_and_shop_leads_to_neither(shop: cast.Shop) -> None:
    notice = Thread.objects.create(buyer=shop.bea, kind=ThreadKind.NOTICE, subject="New terms")
    MailboxEntry.objects.create(mailbox=Mailbox.of(shop.bea), thread=notice)
    entry = buyers_entry(shop.bea, notice.pk)
    assert (entry.thread.order, entry.thread.seller) == (None, None)


def test_for_a_stranger_there_is_no_entry(
    shop: cast.Shop, eve: Buyer, eve_sells: SellerStaff, thread: Thread
) -> None:
    assert buyers_entry(eve, thread.pk) is None
    assert sellers_entry(eve_sells, thread.pk) is None
    assert buyers_entry(shop.bea, uuid.uuid4()) is None


def test_a_column_the_model_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="Thread has no colour"):
        _Part.of("thread", Thread, "colour")
