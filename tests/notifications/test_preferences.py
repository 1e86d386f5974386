"""What people set, and the shop's switch."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from accounts.models import NotificationAddress, SellerStaff, User
from messaging.ledger.models import LedgerEntry
from messaging.ledger.verifying import verify
from messaging.models import Side, Status
from notifications import preferences
from notifications.models import Channel, Event
from tests import cast


@pytest.fixture
def off(shop: cast.Shop) -> cast.Shop:
    """The shop of a new seller: both boxes off."""
    type(shop.seller).objects.update(buyer_messages_on=False, return_messages_on=False)
    shop.seller.refresh_from_db()
    return shop


def test_turning_messages_on_delivers_what_waited_in_order(off: cast.Shop) -> None:
    first = cast.ask(off, "One")
    cast.say(first.thread, off.bea, "Two")
    assert first.status == Status.WAITING
    assert preferences.waiting_count(off.seller) == 2
    assert cast.texts(first.thread, Side.SELLER) == []
    assert preferences.turn_on_messages(off.seller, by=off.sam.user, now=timezone.now()) == 2
    assert cast.texts(first.thread, Side.SELLER) == ["One", "Two"]
    assert preferences.waiting_count(off.seller) == 0
    assert preferences.turn_on_messages(off.seller, by=off.sam.user, now=timezone.now()) == 0


def test_turning_messages_on_needs_a_proven_address(off: cast.Shop) -> None:
    NotificationAddress.objects.update(verified_at=None)
    for turn_on in (
        lambda: preferences.turn_on_messages(off.seller, by=off.sam.user, now=timezone.now()),
        lambda: preferences.set_return_messages(off.seller, value=True, by=off.sam.user, now=timezone.now()),
    ):
        with pytest.raises(preferences.NoVerifiedAddress, match="Confirm"):
            turn_on()
    off.seller.refresh_from_db()
    assert not off.seller.buyer_messages_on
    assert not off.seller.return_messages_on


def test_each_change_of_the_switch_is_on_record_once(off: cast.Shop) -> None:
    now = timezone.now()
    for _time in range(2):
        preferences.turn_on_messages(off.seller, by=off.sam.user, now=now)
    preferences.turn_off_messages(off.seller, by=off.sam.user, now=now)
    entries = LedgerEntry.objects.filter(kind="seller.setting_changed").order_by("seq")
    assert [entry.facts["value"] for entry in entries] == [True, False]
    assert {entry.actor for entry in entries} == {off.sam.user}
    assert verify(f"seller:{off.seller.pk}") is None


def test_the_count_stops_at_a_hundred(off: cast.Shop, django_assert_num_queries: Any) -> None:
    cast.ask(off)
    with django_assert_num_queries(1):
        assert preferences.waiting_count(off.seller) == 1


def test_the_table_starts_with_defaults_and_keeps_what_was_ticked(sam: SellerStaff) -> None:
    before = preferences.preference_matrix(sam.user)
    assert before[Event.OVERDUE] == {Channel.EMAIL: True, Channel.PUSH: True}
    assert not before[Event.BUYER_MESSAGE][Channel.EMAIL]
    preferences.set_preference_matrix(sam.user, [(Event.BUYER_MESSAGE, Channel.PUSH)])
    after = preferences.preference_matrix(sam.user)
    assert after[Event.BUYER_MESSAGE] == {Channel.EMAIL: False, Channel.PUSH: True}
    assert after[Event.OVERDUE] == {Channel.EMAIL: False, Channel.PUSH: False}


def test_news_of_violations_cannot_be_switched_off(sam: SellerStaff) -> None:
    preferences.set_preference_matrix(sam.user, [])
    assert preferences.preference_matrix(sam.user)[Event.VIOLATION][Channel.EMAIL]
    assert preferences.staff_who_want(sam.seller, Event.VIOLATION, Channel.EMAIL) == [sam.user]


def test_one_persons_table_is_not_anothers(sam: SellerStaff, eve_sells: SellerStaff) -> None:
    preferences.set_preference_matrix(eve_sells.user, [(Event.BUYER_MESSAGE, Channel.EMAIL)])
    assert preferences.staff_who_want(sam.seller, Event.BUYER_MESSAGE, Channel.EMAIL) == []


def test_somebody_switched_off_is_not_told(sam: SellerStaff) -> None:
    preferences.set_preference_matrix(sam.user, [(Event.BUYER_MESSAGE, Channel.EMAIL)])
    User.objects.filter(pk=sam.user_id).update(is_active=False)
    assert preferences.staff_who_want(sam.seller, Event.BUYER_MESSAGE, Channel.EMAIL) == []
