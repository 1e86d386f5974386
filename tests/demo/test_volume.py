"""Synthetic load is made of rows that fit together, in the same shape at every size."""

from __future__ import annotations

import io
from collections import Counter
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from accounts.models import User
from messagecenter.volume.loading import load
from messagecenter.volume.shape import shape_of
from messaging.ledger.models import LedgerEntry
from messaging.ledger.verifying import verify_all
from messaging.metrics.models import Obligation
from messaging.models import Mailbox, MailboxEntry, Message, Thread
from orders.models import Order, OrderItem

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_loaded_messages_open_and_fit_together():
    loaded = load(300, seed=1, now=NOW)
    assert Message.objects.count() == 300
    assert Thread.objects.count() == loaded.threads == Order.objects.count()
    for message in Message.objects.all()[:50]:
        assert message.body == message.delivered_body != ""
    assert all(entry.preview for entry in MailboxEntry.objects.all()[:50])
    assert [found for _chain, found in verify_all() if found] == []
    assert not LedgerEntry.objects.pending().exists()


@pytest.mark.django_db
def test_the_clock_runs_exactly_where_an_entry_says_so():
    load(2_000, seed=1, now=NOW)
    due = MailboxEntry.objects.filter(due_at__isnull=False)
    assert set(due.values_list("thread_id", flat=True)) == set(
        Obligation.objects.running().values_list("thread_id", flat=True)
    )
    assert due.exists()


@pytest.mark.django_db
def test_what_is_loaded_twice_is_there_twice_and_rows_can_still_be_added():
    load(60, seed=1, now=NOW)
    load(60, seed=1, now=NOW)
    assert Message.objects.count() == 120
    user = User.objects.create_user("bea@example.org")
    order = Order.objects.first()
    Order.objects.create(number="EM-1", buyer=order.buyer, seller=order.seller, placed_at=NOW)
    assert OrderItem.objects.count() == Order.objects.count() - 1
    assert user.pk == User.objects.latest("pk").pk


@pytest.mark.django_db
def test_a_mailbox_state_is_that_of_its_last_entry():
    load(400, seed=2, now=NOW)
    for mailbox in Mailbox.objects.all():
        states = list(mailbox.entries.order_by("state").values_list("state", flat=True))
        assert states == list(range(1, mailbox.state + 1))


def test_the_shape_is_the_same_at_each_size():
    for messages in (1_000, 10_000, 100_000):
        shape = shape_of(messages, seed=1)
        assert sum(length for _buyer, _seller, length in shape.threads) == messages
        count = len(shape.threads)
        buyers = Counter(buyer for buyer, _seller, _length in shape.threads)
        sellers = Counter(seller for _buyer, seller, _length in shape.threads)
        assert 0.08 < buyers[0] / count < 0.12
        assert 0.3 < sellers[0] / count < 0.45
        assert min(buyers.values()) == min(sellers.values()) == 1
        assert shape.threads[0] == (0, 0, 50)


def test_another_seed_draws_other_mailboxes():
    assert shape_of(500, seed=1) == shape_of(500, seed=1) != shape_of(500, seed=2)


def test_no_load_beside_real_people(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="not a demo"):
        call_command("load_volume", messages=10)


@pytest.mark.django_db
def test_loaded_threads_are_searched_as_if_the_flows_had_made_them():
    load(120, seed=1, now=NOW)
    before = documents()
    assert len(before) == MailboxEntry.objects.count()
    call_command("index_search", stdout=io.StringIO())
    assert documents() == before


def documents() -> dict[object, list[str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT entry_id, CAST(tokens AS text) FROM search_document")
        return {entry: sorted(tokens.replace("'", "").split()) for entry, tokens in cursor.fetchall()}
