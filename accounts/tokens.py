"""Links mailed to an address to prove that it is read: signed, for one address and purpose, good for three days."""

from __future__ import annotations

from datetime import timedelta

from django.core import signing

from accounts.models import NotificationAddress, SenderAddress

LINK_LIFE = timedelta(days=3)
KINDS: dict[str, type[SenderAddress] | type[NotificationAddress]] = {
    "sender": SenderAddress,
    "notification": NotificationAddress,
}


def make_link_token(address: SenderAddress | NotificationAddress) -> str:
    kind = "sender" if isinstance(address, SenderAddress) else "notification"
    return signing.dumps([kind, address.pk, address.address], salt="verify-address", compress=True)


def read_link_token(token: str) -> SenderAddress | NotificationAddress | None:
    """The address a link belongs to; None when the link is broken, too old, or the address was changed."""
    try:
        kind, pk, address = signing.loads(token, salt="verify-address", max_age=LINK_LIFE)
    except (signing.BadSignature, ValueError):
        return None
    model = KINDS.get(kind)
    return model._default_manager.filter(pk=pk, address=address).first() if model else None
