"""“Is this mail really from us?”: by the code printed in it, or by its Message-ID."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.contrib.auth.models import AnonymousUser

from accounts.access import staff_of
from accounts.models import User
from notifications.models import REFERENCE_CHARS, Delivery, DeliveryState

MOST_CHARS = 200


class Answer(StrEnum):
    YES = "yes"
    YOURS = "yours"
    # A real code copied into another mail: the one case where a plain yes would mislead.
    NOT_YOURS = "not_yours"
    NO = "no"


@dataclass(frozen=True)
class Verdict:
    answer: Answer
    sent_at: datetime | None = None


def verify(given: str, *, user: User | AnonymousUser) -> Verdict:
    """Tells a stranger only whether and when we sent it; who signed in also learns whether it was to them."""
    delivery = _find(given.strip()[:MOST_CHARS])
    if delivery is None:
        return Verdict(Answer.NO)
    if not isinstance(user, User):
        return Verdict(Answer.YES, delivery.done_at)
    return Verdict(Answer.YOURS if _is_receiver(user, delivery) else Answer.NOT_YOURS, delivery.done_at)


def _find(given: str) -> Delivery | None:
    sent = Delivery.objects.select_related("address").filter(state=DeliveryState.SENT)
    if "@" in given:
        return sent.filter(message_id=f"<{given.strip('<> ')}>").first()
    code = "".join(char for char in given.upper() if char.isascii() and char.isalnum())
    if len(code) != REFERENCE_CHARS:
        return None
    half = REFERENCE_CHARS // 2
    return sent.filter(reference=f"{code[:half]}-{code[half:]}").order_by("-id").first()


def _is_receiver(user: User, delivery: Delivery) -> bool:
    if delivery.person_id is not None:
        return delivery.person_id == user.pk
    staff = staff_of(user)
    return (
        staff is not None and delivery.address is not None and staff.seller_id == delivery.address.seller_id
    )
