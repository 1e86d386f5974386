"""What each person wants to be told of, and the shop's Buyer Messages switch."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Seller, SellerStaff, User
from messaging.ledger.recording import record
from messaging.models import Message, Side, Status
from messaging.screening import deliver_waiting
from notifications.models import Channel, Event, NotificationPreference

Cell = tuple[Event, Channel]

# Messages themselves go to the shop's notification address; what concerns the person goes to the person.
# A device is told of everything: who switches push on there wants to be told.
DEFAULTS: frozenset[Cell] = frozenset(
    (event, Channel.EMAIL)
    for event in (Event.DEADLINE_NEAR, Event.OVERDUE, Event.VIOLATION, Event.ACCOUNT_NOTICE)
) | frozenset((event, Channel.PUSH) for event in Event)
ALWAYS_ON: frozenset[Cell] = frozenset({(Event.VIOLATION, Channel.EMAIL)})

COUNT_LIMIT = 99


class NoVerifiedAddress(Exception):
    """Buyer Messages need a confirmed notification address; the sentence is for the person."""


def preference_matrix(user: User) -> dict[Event, dict[Channel, bool]]:
    """The person's whole table, defaults filled in."""
    stored = {
        (Event(row.event), Channel(row.channel)): row.is_on
        for row in NotificationPreference.objects.filter(user=user)
    }
    return {event: {channel: _stands((event, channel), stored) for channel in Channel} for event in Event}


@transaction.atomic
def set_preference_matrix(user: User, wanted: Iterable[Cell]) -> None:
    """Store the table as ticked: every cell named is on, every other off, but those that are always on."""
    chosen = {(Event(event), Channel(channel)) for event, channel in wanted} | ALWAYS_ON
    for event in Event:
        for channel in Channel:
            NotificationPreference.objects.update_or_create(
                user=user, event=event, channel=channel, defaults={"is_on": (event, channel) in chosen}
            )


def staff_who_want(seller: Seller, event: Event, channel: Channel) -> list[User]:
    """The shop's people who asked for this event by this channel. Two queries."""
    people = [
        staff.user
        for staff in SellerStaff.objects.filter(seller=seller, user__is_active=True)
        .select_related("user")
        .order_by("pk")
    ]
    rows = NotificationPreference.objects.filter(user__in=people, event=event, channel=channel)
    stored = {row.user_id: row.is_on for row in rows}
    by_default = (event, channel) in DEFAULTS
    always = (event, channel) in ALWAYS_ON
    return [user for user in people if always or stored.get(user.pk, by_default)]


def waiting_count(seller: Seller) -> int:
    """Messages that wait until Buyer Messages are turned on, counted to 99: 100 means “99+”."""
    if seller.buyer_messages_on:
        return 0
    waiting = Message.objects.filter(thread__seller=seller, status=Status.WAITING).order_by()
    return len(waiting.values_list("pk", flat=True)[: COUNT_LIMIT + 1])


def turn_on_messages(seller: Seller, *, by: User, now: datetime) -> int:
    """Turn Buyer Messages on and deliver all that waited, in order; returns how many. Safe to call twice.

    Raises NoVerifiedAddress when the shop has no confirmed notification address.
    """
    if not seller.may_turn_on_messages:
        raise NoVerifiedAddress(_("Confirm a notification e-mail address first: we mailed a link to it."))
    _switch(seller, "buyer_messages_on", value=True, by=by, now=now)
    return deliver_waiting(seller, now=now)


def turn_off_messages(seller: Seller, *, by: User, now: datetime) -> None:
    _switch(seller, "buyer_messages_on", value=False, by=by, now=now)


def set_return_messages(seller: Seller, *, value: bool, by: User, now: datetime) -> None:
    """Alerts about returns and refunds; the threads themselves always appear in the inbox.

    Raises NoVerifiedAddress when turned on without a confirmed notification address.
    """
    if value and not seller.may_turn_on_messages:
        raise NoVerifiedAddress(_("Confirm a notification e-mail address first: we mailed a link to it."))
    _switch(seller, "return_messages_on", value=value, by=by, now=now)


@transaction.atomic
def _switch(seller: Seller, name: str, *, value: bool, by: User, now: datetime) -> None:
    moved = Seller.objects.filter(pk=seller.pk).exclude(**{name: value}).update(**{name: value})
    setattr(seller, name, value)
    if moved:
        facts = {"setting": name, "value": value}
        record(
            "seller.setting_changed",
            chain=f"seller:{seller.pk}",
            actor=by,
            side=Side.SELLER,
            facts=facts,
            now=now,
        )


def _stands(cell: Cell, stored: dict[Cell, bool]) -> bool:
    return cell in ALWAYS_ON or stored.get(cell, cell in DEFAULTS)
