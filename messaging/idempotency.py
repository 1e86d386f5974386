"""A repeated request makes nothing twice: the same key gives the same answer for a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q

from accounts.models import User
from accounts.relay import keyed_digest
from messaging.models import IdempotencyKey

KEY_LIFE = timedelta(hours=24)
MAX_KEY_CHARS = 200


class KeyUsedDifferently(Exception):
    """The key was given before, with another request."""


@dataclass(frozen=True)
class Made:
    """The id of what was made; `again` when an earlier request with the same key made it."""

    id: str
    again: bool = False


def once(*, user: User, key: str, fingerprint: str, make: Callable[[], object], now: datetime) -> Made:
    """Call `make` and remember the id it returns; a repeat within the day gets that id and makes nothing.

    Key and thing are committed together, so two at once make one: the second waits for the first. When
    `make` raises, nothing is remembered and the next try starts afresh. An empty key means no protection.

    Raises KeyUsedDifferently when the key came with another fingerprint.
    """
    if not key:
        return Made(str(make()))
    mine = IdempotencyKey.objects.filter(user=user, key=key)
    mine.filter(_is_old(now)).delete()
    earlier = mine.first()
    if earlier is None:
        try:
            with transaction.atomic():
                row = IdempotencyKey.objects.create(
                    user=user, key=key, fingerprint=fingerprint, created_at=now
                )
                row.made = str(make())
                row.save(update_fields=["made"])
                return Made(row.made)
        except IntegrityError:
            earlier = mine.first()
            if earlier is None:
                raise
    if earlier.fingerprint != fingerprint:
        raise KeyUsedDifferently
    return Made(earlier.made, again=True)


def forget_old_keys(*, now: datetime) -> int:
    """Remove the keys, of pages and of programs, whose day is over; returns how many."""
    return IdempotencyKey.objects.filter(_is_old(now)).delete()[0]


def _is_old(now: datetime) -> Q:
    return Q(created_at__lte=now - KEY_LIFE)


def fingerprint_of(*parts: str | bytes) -> str:
    """Tells two requests apart without keeping anything of what was written: a keyed digest."""
    framed = "|".join(f"{len(part)}:{part.hex() if isinstance(part, bytes) else part}" for part in parts)
    return keyed_digest("idempotency", framed)
