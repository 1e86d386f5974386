from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.utils import timezone

from messaging.ledger.models import LedgerEntry
from messaging.ledger.recording import record
from messaging.ledger.verifying import verify, verify_all
from tests.cast import ask, say


@pytest.fixture
def chain(shop, sam):
    thread = ask(shop).thread
    say(thread, sam, "On its way.")
    return f"thread:{thread.pk}"


def test_an_untouched_chain_verifies(chain):
    assert verify(chain) is None
    assert LedgerEntry.objects.filter(chain=chain).count() >= 5
    assert all(broken is None for _name, broken in verify_all())


@pytest.mark.parametrize(
    ("statement", "because"),
    [
        ("UPDATE ledger_ledgerentry SET kind = 'other' WHERE chain = %s AND seq = 2", "changed"),
        ("UPDATE ledger_ledgerentry SET facts = '{}' WHERE chain = %s AND seq = 2", "changed"),
        (
            "UPDATE ledger_ledgerentry SET at = '2020-01-01 00:00:00+00' WHERE chain = %s AND seq = 2",
            "changed",
        ),
        ("DELETE FROM ledger_ledgerentry WHERE chain = %s AND seq = 2", "missing"),
        (
            "DELETE FROM ledger_ledgerentry WHERE chain = %s AND seq = (SELECT max(seq) FROM ledger_ledgerentry)",
            "end",
        ),
    ],
)
def test_every_change_behind_our_back_is_found(chain, statement, because):
    with connection.cursor() as cursor:
        cursor.execute(statement, [chain])
        assert cursor.rowcount == 1
    broken = verify(chain)
    assert broken is not None
    assert because in broken.because


def test_the_record_refuses_to_forget(chain):
    with pytest.raises(TypeError, match="append-only"):
        LedgerEntry.objects.filter(chain=chain).delete()
    with pytest.raises(TypeError, match="append-only"):
        LedgerEntry.objects.filter(chain=chain).first().delete()


@pytest.mark.django_db(transaction=True)
def test_recording_outside_the_moves_transaction_is_refused():
    with pytest.raises(transaction.TransactionManagementError, match="outside"):
        record("seller.changed", chain="seller:1", now=timezone.now())


def test_facts_hold_no_text_and_no_address(chain, shop):
    for entry in LedgerEntry.objects.all():
        assert "On its way" not in str(entry.facts)
        assert "@" not in str(entry.facts)
