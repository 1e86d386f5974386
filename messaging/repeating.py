"""The same text to many buyers: warned from the 10th, blocked from the 21st in 24 hours (RULES §3).

Texts are alike when they are the same with digits, the buyer's name, case, spaces and punctuation aside.
The database keeps only a keyed digest of that likeness.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from accounts.models import Seller
from accounts.relay import keyed_digest
from messaging.models import Message, Side, Status, Thread
from messaging.policy import Action, Finding

SAME_TEXT = "repeat.same_text"
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


def repetition(text: str, thread: Thread, *, now: datetime) -> Finding | None:
    """What the shop is told when this buyer is one of many who get such a text: a warning, then a block.

    None while they are few. It is about the text as a whole, so it marks no words. `now` is when the text is
    written: what is written after it does not count against it.
    """
    if thread.seller is None:
        return None
    told = buyers_told(likeness_of(text, thread), seller=thread.seller, now=now)
    count = len(told | {thread.buyer_id}) if told else 0
    facts = {"count": count, "most": settings.REPEAT_BLOCK_AFTER}
    if count > settings.REPEAT_BLOCK_AFTER:
        because = _("The same text went to more than %(most)d buyers in 24 hours.") % facts
        fix = _("Write what concerns this buyer, or wait until tomorrow.")
        return Finding(SAME_TEXT, 0, 0, SAME_TEXT, Action.BLOCK, because, fix)
    if count >= settings.REPEAT_WARN_FROM:
        because = _(
            "With this message %(count)d buyers get the same text in 24 hours; after %(most)d it is no longer sent."
        )
        fix = _("Write what concerns this buyer.")
        return Finding(SAME_TEXT, 0, 0, SAME_TEXT, Action.FLAG, because % facts, fix)
    return None


def buyers_told(likeness: str, *, seller: Seller, now: datetime) -> set[int]:
    """The buyers this seller sent such a text to in the 24 hours before `now`, as many as the limit needs to be known."""
    if not likeness:
        return set()
    alike = Message.objects.filter(
        likeness=likeness,
        submitted_at__gt=now - WINDOW,
        submitted_at__lte=now,
        side=Side.SELLER,
        thread__seller=seller,
    ).exclude(status__in=[Status.BLOCKED, Status.WITHDRAWN])
    buyers = alike.order_by().values_list("thread__buyer", flat=True).distinct()
    return set(buyers[: settings.REPEAT_BLOCK_AFTER + 1])
