"""What `q` and the other filters of a list say, as conditions on mailbox entries.

Nothing a caller sends becomes the name of a column: each key of the table below is one condition.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from datetime import UTC, datetime, time
from typing import Any

from django.db.models import Q
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError

from accounts.relay import RelayAddress, RelayKind
from messaging.models import Folder, MailboxEntry, Side
from messaging.models.mailbox import MailboxEntryQuerySet

_LIKE_A_NUMBER = re.compile(r"(?=.*\d)[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,12}){1,4}")
FLAGS = {
    ("has", "attachment"): Q(has_attachment=True),
    ("is", "unread"): Q(unread=True),
    ("is", "read"): Q(unread=False),
}


def matching(entries: MailboxEntryQuerySet, asked: dict[str, Any], side: Side) -> MailboxEntryQuerySet:
    """The entries that fit every filter given; without `folder`, those of the inbox."""
    asked = asked | _read_q(asked.get("q", ""))
    wanted = Q(folder=asked.get("folder") or Folder.INBOX)
    for name, condition in CONDITIONS.items():
        if name in asked:
            wanted &= condition(asked[name], side)
    for flag in asked.get("flags", ()):
        wanted &= flag
    return entries.filter(wanted)


def _of_counterpart(name: str, side: Side) -> Q:
    """By the name or mask this side sees; what is masked cannot be probed."""
    name = " ".join(name.split())
    if side == Side.BUYER:
        return Q(thread__seller__name__iexact=name)
    address = RelayAddress.parse(name)
    if address is not None and address.kind == RelayKind.ALIAS:
        return Q(thread__buyer__aliases__local=address.code)
    first, _space, initial = name.rstrip(".").rpartition(" ")
    shown = Q(thread__buyer__user__first_name__iexact=name) | Q(thread__buyer__company_name__iexact=name)
    if first and len(initial) == 1:
        whole = Q(thread__buyer__user__first_name__iexact=first)
        shown |= whole & Q(thread__buyer__user__last_name__istartswith=initial)
    return shown


CONDITIONS: dict[str, Callable[[Any, Side], Q]] = {
    "category": lambda category, side: Q(category=category),
    "unread": lambda unread, side: Q(unread=unread),
    "order": lambda number, side: Q(thread__order__number=number),
    "with": _of_counterpart,
    "from": _of_counterpart,
    "after": lambda moment, side: Q(last_activity__gt=moment),
    "before": lambda moment, side: Q(last_activity__lt=moment),
    "needs_reply": lambda needs, side: Q(due_at__isnull=not needs),
}


def _read_q(q: str) -> dict[str, Any]:
    """`from: order: has:attachment is:unread before: after:`, and an order number standing alone."""
    found: dict[str, Any] = {}
    flags: list[Q] = []
    try:
        words = shlex.split(q)
    except ValueError as error:
        raise _bad_q(_("A quotation mark is not closed.")) from error
    for word in words:
        key, colon, value = word.partition(":")
        key = key.lower()
        if (key, value.lower()) in FLAGS:
            flags.append(FLAGS[key, value.lower()])
        elif colon and value and key in {"from", "order"}:
            found[key] = value
        elif colon and key in {"before", "after"}:
            found[key] = _moment(value)
        elif _LIKE_A_NUMBER.fullmatch(word):
            found["order"] = word
        else:
            raise _bad_q(
                _("“%(word)s” cannot be searched for yet. q takes an order number, %(known)s.")
                % {"word": word[:60], "known": "from: order: has:attachment is:unread is:read before: after:"}
            )
    return found | {"flags": flags}


def _moment(text: str) -> datetime:
    """A day (its start, UTC) or a time."""
    try:
        day, moment = parse_date(text), parse_datetime(text)
    except ValueError:
        day = moment = None
    # A moment at the edge of time does not exist in every zone, and nobody wrote then.
    if any(found and not 1990 <= found.year <= 2200 for found in (day, moment)):
        day = moment = None
    if day is not None:
        return datetime.combine(day, time.min, tzinfo=UTC)
    if moment is None:
        raise _bad_q(
            _("“%(text)s” is not a date: write 2026-11-20 or 2026-11-20T09:30:00Z.") % {"text": text[:40]}
        )
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _bad_q(sentence: str) -> ValidationError:
    return ValidationError({"q": [sentence]}, code="unknown_search")


def page_after(entries: MailboxEntryQuerySet, keys: list[Any]) -> MailboxEntryQuerySet:
    """The entries that come after the one a cursor names."""
    return entries.before(datetime.fromisoformat(keys[0]), keys[1]) if keys else entries


def keys_of(entry: MailboxEntry) -> tuple[str, str]:
    return entry.last_activity.isoformat(), str(entry.pk)
