"""What happens in one thread, as data: who writes what, how long after, and what people then do."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from messaging.models import Topic, Via

BUYER = "buyer"
SELLER = "seller"


class Then(StrEnum):
    """What somebody does with a message after it was screened."""

    DISPUTE = "dispute"
    RELEASE = "release"
    DISCARD = "discard"
    REPORT = "report"
    UNDO = "undo"
    LEAVE = "leave unscreened"


class End(StrEnum):
    """How the thread stands at the end. Unless said otherwise both have read what is older than a day and a half."""

    NO_RESPONSE_NEEDED = "no response needed"
    BUYER_UNREAD = "unread by the buyer"
    BUYER_READ = "read by the buyer"
    SELLER_UNREAD = "unread by the seller"
    SELLER_READ = "read by the seller"
    BUYER_ARCHIVED = "archived by the buyer"
    SELLER_ARCHIVED = "archived by the seller"
    BUYER_DELETED = "deleted by the buyer"


@dataclass(frozen=True)
class Turn:
    """One message; `after` is hours after the one before. `who` is a side, or the e-mail of a staff member."""

    who: str
    text: str
    after: float = 0
    via: Via = Via.WEB
    files: tuple[str, ...] = ()
    reason: str = ""
    important: str = ""
    then: tuple[Then, ...] = ()


@dataclass(frozen=True)
class Story:
    """`about` is an order number, or a SKU for a question by `buyer`; `opens` is hours before now."""

    about: str
    buyer: str
    topic: Topic
    opens: float
    turns: tuple[Turn, ...]
    ends: tuple[End, ...] = field(default=())

    @property
    def is_question(self) -> bool:
        return self.topic == Topic.PRODUCT_QUESTION
