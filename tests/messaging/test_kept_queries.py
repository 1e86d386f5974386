"""A query whose SQL is kept finds what the query set itself would find, for each key."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from django.db.models import QuerySet

from messaging.models import Message, Side, Thread
from messaging.views.kept_queries import KeptQuery, Key
from messaging.views.showing import COLUMNS, messages_of, page_of_messages
from tests import cast

NAMES = ("pk", "seq", "findings", "submitted_at")


def kept(build: Callable[[UUID], QuerySet[Message]]) -> KeptQuery:
    return KeptQuery(build, NAMES, Key(Thread._meta.pk, stand_in=UUID(int=0)))


def test_it_finds_the_same_for_each_key(shop: cast.Shop, thread: Thread) -> None:
    other = cast.make_order(shop.bea, shop.product, number="EM-204771-9331")
    second = cast.ask(cast.Shop(shop.bea, shop.sam, other, shop.product), "And the second one?").thread
    query = kept(lambda key: Message.objects.filter(thread=key).order_by("seq").values_list(*NAMES))
    for one in (thread, second, thread):
        expected = Message.objects.filter(thread=one).order_by("seq").values_list(*NAMES)
        assert [tuple(row) for row in query.rows(one.pk)] == list(expected)


def test_rows_carry_the_names_of_their_columns(thread: Thread) -> None:
    row = kept(lambda key: Message.objects.filter(thread=key).values_list(*NAMES)).rows(thread.pk)[0]
    message = thread.messages.get()
    assert (row.pk, row.seq, row.findings, row.submitted_at) == (message.pk, 1, [], message.submitted_at)


def test_a_query_that_forgets_its_key_is_refused(thread: Thread) -> None:
    with pytest.raises(ValueError, match="does not ask for its key"):
        kept(lambda _key: Message.objects.values_list(*NAMES)).rows(thread.pk)


@pytest.mark.parametrize("side", [Side.BUYER, Side.SELLER])
def test_the_last_page_is_the_end_of_what_a_side_may_read(
    shop: cast.Shop, thread: Thread, side: Side
) -> None:
    for number in range(60):
        cast.say(thread, (shop.sam, shop.bea)[number % 2], f"Update {number}")
    rows, has_earlier = page_of_messages(thread, side, before=None)
    assert [tuple(row) for row in rows] == list(messages_of(thread.pk, side).values_list(*COLUMNS))[-50:]
    assert has_earlier
    earlier, has_more = page_of_messages(thread, side, before=rows[0].seq)
    assert [row.seq for row in earlier] == list(range(1, 12))
    assert not has_more
