"""The same text to many buyers: warned from the 10th, blocked from the 21st in 24 hours (RULES §3).

Texts are alike when they are the same with digits, the buyer's name, case, spaces and punctuation aside.
The database keeps only a keyed digest of that likeness.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, timedelta

from django.conf import settings

from accounts.models import Seller
from accounts.relay import keyed_digest
from messaging.models import Message, Side, Status, Thread

WINDOW = timedelta(days=1)
# Shorter texts ("Thank you!", "Yes, it does.") are the same by nature.
LEAST_CHARS = 25
_NOT_LETTERS = re.compile(r"[\W\d_]+")


def likeness_of(text: str, thread: Thread) -> str:
    """A digest that alike texts share; empty for texts too short to tell."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    words = _NOT_LETTERS.sub(" ", folded).split()
    names = set(_NOT_LETTERS.sub(" ", thread.buyer.masked_name.casefold()).split())
    core = " ".join(word for word in words if word not in names)
    return keyed_digest("likeness", core)[:32] if len(core) >= LEAST_CHARS else ""


def buyers_told(likeness: str, *, seller: Seller, now: datetime) -> int:
    """How many different buyers this seller sent such a text to in the last 24 hours, counted to the limit."""
    if not likeness:
        return 0
    alike = Message.objects.filter(
        likeness=likeness, submitted_at__gt=now - WINDOW, side=Side.SELLER, thread__seller=seller
    ).exclude(status__in=[Status.BLOCKED, Status.WITHDRAWN])
    return len(alike.order_by().values_list("thread__buyer").distinct()[: settings.REPEAT_BLOCK_AFTER + 1])


def is_repeated_too_often(message: Message, *, now: datetime) -> bool:
    """Whether this message, itself counted, goes to more buyers than allowed."""
    seller = message.thread.seller
    if message.side != Side.SELLER or seller is None:
        return False
    return buyers_told(message.likeness, seller=seller, now=now) > settings.REPEAT_BLOCK_AFTER
