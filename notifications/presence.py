"""Who has a thread open on a page right now: no alert is mailed about what somebody is looking at.

Kept in the cache by the open page's live stream, for a little longer than the stream's heartbeat.
"""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.core.cache import cache

from accounts.models import SellerStaff
from notifications.models import Delivery

PRESENT_FOR = timedelta(seconds=35)


def note(user_id: int, thread_id: uuid.UUID) -> None:
    cache.set(_key(user_id, thread_id), 1, timeout=PRESENT_FOR.total_seconds())


def forget(user_id: int, thread_id: uuid.UUID) -> None:
    cache.delete(_key(user_id, thread_id))


def is_watched(delivery: Delivery) -> bool:
    """Whether its receiver has the thread open; a shop's address is watched while any of its people look."""
    if delivery.thread_id is None:
        return False
    if delivery.person_id is not None:
        people = [delivery.person_id]
    else:
        assert delivery.address is not None, "a delivery has a person or an address"
        staff = SellerStaff.objects.filter(seller_id=delivery.address.seller_id)
        people = list(staff.values_list("user_id", flat=True))
    return bool(cache.get_many([_key(person, delivery.thread_id) for person in people]))


def _key(user_id: int, thread_id: uuid.UUID) -> str:
    return f"open:{thread_id}:{user_id}"
