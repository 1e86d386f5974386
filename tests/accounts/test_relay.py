from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import BuyerAlias
from accounts.relay import ALPHABET, RelayAddress, RelayKind, new_alias, new_reply_code
from messaging.models import ReplyAddress, Side
from tests.cast import make_buyer


def test_an_address_reads_back_as_it_was_written():
    for address in (
        RelayAddress(RelayKind.ALIAS, new_alias()),
        RelayAddress(RelayKind.REPLY, new_reply_code()),
        RelayAddress(RelayKind.REPORT),
        RelayAddress(RelayKind.UNSUBSCRIBE, "abc123"),
    ):
        assert RelayAddress.parse(str(address)) == address
        assert RelayAddress.parse(str(address).upper()) == address


@given(st.text(alphabet=ALPHABET, min_size=15, max_size=15))
def test_a_guessed_alias_is_refused_unless_its_check_fits(local):
    wrong = local[:-1] + ALPHABET[(ALPHABET.index(local[-1]) + 1) % 32]
    both = [RelayAddress.parse(f"{text}@msg.example-market.com") for text in (local, wrong)]
    assert sum(found is not None for found in both) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "@",
        "x@msg.example-market.com",
        "k7m2q9x4r8t3vna@example-market.com",
        "a b@msg.example-market.com",
        "é" * 15,
    ],
)
def test_anything_else_is_not_ours(text):
    assert RelayAddress.parse(text) is None


def test_a_buyer_has_one_alias_for_all_sellers(db):
    bea = make_buyer("bea@x.example")
    assert len(bea.alias) == 15
    assert BuyerAlias.objects.filter(buyer=bea).count() == 1


def test_a_rotated_alias_keeps_working_for_thirty_days(db):
    bea, now = make_buyer("bea@x.example"), timezone.now()
    old = bea.alias
    bea.rotate_alias(now=now)
    assert bea.alias != old
    working = BuyerAlias.objects.working(now=now + timedelta(days=29))
    assert {alias.local for alias in working} == {old, bea.alias}
    assert {alias.local for alias in BuyerAlias.objects.working(now=now + timedelta(days=31))} == {bea.alias}


def test_a_reply_address_leads_to_its_thread_and_side_only(thread):
    buyer, seller = thread.reply_address(Side.BUYER), thread.reply_address(Side.SELLER)
    assert buyer != seller
    assert thread.reply_address(Side.BUYER) == buyer
    found = ReplyAddress.find(seller.code.upper())
    assert (found.thread_id, found.side) == (thread.pk, Side.SELLER)
    assert ReplyAddress.find("") is None
    assert ReplyAddress.find(seller.code[:-1]) is None


def test_a_buyer_is_known_to_sellers_by_first_name_and_initial(db):
    assert make_buyer("bea@x.example", "Bea", "Marlowe").masked_name == "Bea M."
