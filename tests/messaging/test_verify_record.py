"""`manage.py verify_record`: a changed, missing or cut record is named, and the exit code says so."""

from __future__ import annotations

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from messaging.ledger.models import Chain, LedgerEntry
from messaging.models import Thread
from tests.cast import Shop, make_order


def verify(*arguments: str) -> str:
    out = io.StringIO()
    call_command("verify_record", *arguments, stdout=out)
    return out.getvalue()


def tamper(sql: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def chain_of(thread: Thread) -> str:
    return f"thread:{thread.pk}"


def test_an_untouched_record_holds(thread: Thread) -> None:
    assert "The record holds: " in verify()
    assert verify("--thread", str(thread.pk)) == "The record holds: 1 chain checked.\n"


def test_a_changed_entry_is_named(thread: Thread) -> None:
    LedgerEntry.objects.filter(chain=chain_of(thread), seq=2).update(kind="message.forged")
    with pytest.raises(CommandError, match=r"breaks at entry 2: it was changed") as broken:
        verify()
    assert broken.value.returncode == 1


def test_a_missing_entry_is_named(thread: Thread) -> None:
    tamper("DELETE FROM ledger_ledgerentry WHERE chain = %s AND seq = 2", chain_of(thread))
    with pytest.raises(CommandError, match=r"breaks at entry 2: an entry is missing"):
        verify("--thread", str(thread.pk))


def test_a_record_cut_at_its_end_is_named(thread: Thread) -> None:
    last = Chain.objects.get(name=chain_of(thread)).last_seq
    tamper("DELETE FROM ledger_ledgerentry WHERE chain = %s AND seq = %s", chain_of(thread), last)
    with pytest.raises(CommandError, match=rf"breaks at entry {last}: entries at its end are missing"):
        verify()


def test_a_record_without_its_head_is_named(thread: Thread) -> None:
    tamper("DELETE FROM ledger_chain WHERE name = %s", chain_of(thread))
    with pytest.raises(CommandError, match="the head of the chain is missing"):
        verify()


def test_a_break_elsewhere_is_not_this_threads(shop: Shop, thread: Thread) -> None:
    LedgerEntry.objects.filter(chain=chain_of(thread), seq=1).update(side="seller")
    other = Thread.objects.create(
        buyer=shop.bea,
        seller=shop.seller,
        order=make_order(shop.bea, shop.product, number="EM-1"),
        kind="order",
    )
    with pytest.raises(CommandError, match="Nothing is recorded about thread"):
        verify("--thread", str(other.pk))


def test_an_empty_record_holds(db: None) -> None:
    assert verify() == "The record holds: 0 chains checked.\n"
