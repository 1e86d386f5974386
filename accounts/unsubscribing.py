"""One-click unsubscribe (RFC 8058): the token of a link, which is also the code of `unsubscribe+<token>@…`.

It names a buyer and proves, by a keyed digest, that we mailed it to them; it never expires, for an old
mail's link must still work. Lower case only, so that it survives as the local part of an address.
"""

from __future__ import annotations

import hmac

from accounts.models import Buyer
from accounts.relay import keyed_digest

PROOF_CHARS = 26


def make_unsubscribe_token(buyer: Buyer) -> str:
    return f"{buyer.pk}-{_proof(buyer.pk)}"


def find_buyer(token: str) -> Buyer | None:
    """Whom a token belongs to; None when it is not one of ours."""
    number, _, proof = token.strip().lower().partition("-")
    if not number.isascii() or not number.isdigit() or len(number) > 18:
        return None
    if not hmac.compare_digest(proof.encode(), _proof(int(number)).encode()):
        return None
    return Buyer.objects.filter(pk=int(number)).first()


def unsubscribe(token: str) -> bool:
    """Stop alert mail and promotions to the buyer of this token; safe to call twice. False for no token of ours."""
    buyer = find_buyer(token)
    if buyer is None:
        return False
    Buyer.objects.filter(pk=buyer.pk).update(alert_mail=False, promotions=False)
    return True


def _proof(pk: int) -> str:
    return keyed_digest("unsubscribe", str(pk))[:PROOF_CHARS]
