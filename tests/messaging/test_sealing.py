from __future__ import annotations

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from messaging.models import Message
from messaging.sealing import CannotOpen, is_stale, key_id_of, open_sealed, seal
from tests.cast import ask


@given(st.binary(max_size=2000), st.text(max_size=40))
def test_what_is_sealed_opens_again(plain, about):
    assert open_sealed(seal(plain, about), about) == plain


@given(st.binary(min_size=1, max_size=200), st.data())
def test_any_changed_byte_keeps_it_shut(plain, data):
    sealed = bytearray(seal(plain, "message:1"))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= 1
    with pytest.raises(CannotOpen):
        open_sealed(bytes(sealed), "message:1")


def test_a_value_copied_to_another_row_does_not_open():
    with pytest.raises(CannotOpen):
        open_sealed(seal(b"secret", "message:1"), "message:2")


def test_an_old_key_opens_and_the_first_seals(settings):
    old = settings.MESSAGE_KEYS
    sealed = seal(b"secret", "x")
    settings.MESSAGE_KEYS = [("k2", b"2" * 32), *old]
    assert open_sealed(sealed, "x") == b"secret"
    assert is_stale(sealed)
    assert key_id_of(seal(b"secret", "x")) == "k2"


def test_the_database_holds_no_readable_word_of_a_message(shop):
    message = ask(shop, "Marmalade is missing from my parcel")
    with connection.cursor() as cursor:
        for table in ("messaging_message", "messaging_mailboxentry", "ledger_ledgerentry"):
            cursor.execute(f"SELECT * FROM {table}")
            for row in cursor.fetchall():
                joined = b" ".join(
                    bytes(cell) if isinstance(cell, memoryview) else str(cell).encode() for cell in row
                )
                assert b"Marmalade" not in joined
    assert Message.objects.get(pk=message.pk).body == "Marmalade is missing from my parcel"


def test_a_sealed_column_cannot_be_updated_past_its_seal(shop):
    message = ask(shop)
    with pytest.raises(TypeError, match="sealed"):
        Message.objects.filter(pk=message.pk).update(body="other")
