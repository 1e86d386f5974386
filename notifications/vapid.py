"""The key pair that names this server to push services (RFC 8292): made once, kept in VAPID_PRIVATE_KEY."""

from __future__ import annotations

import base64
import functools
import time

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from py_vapid import Vapid02

# Push services take no more than a day.
PROOF_SECONDS = 12 * 3600


def public_key() -> str:
    """What a browser is given to subscribe with; empty while no key is set and push is off."""
    return _public(settings.VAPID_PRIVATE_KEY) if settings.VAPID_PRIVATE_KEY else ""


def authorization(origin: str) -> dict[str, str]:
    """The header that proves to the push service at `origin` who sends; good for half a day."""
    claims: dict[str, str | int] = {
        "aud": origin,
        "sub": f"mailto:postmaster@{settings.MARKETPLACE_DOMAIN}",
        "exp": int(time.time()) + PROOF_SECONDS,
    }
    signed: dict[str, str] = _signer(settings.VAPID_PRIVATE_KEY).sign(claims)
    return signed


@functools.cache
def _signer(key: str) -> Vapid02:
    return Vapid02.from_raw(key.rstrip("=").encode())


@functools.cache
def _public(key: str) -> str:
    number = int.from_bytes(base64.urlsafe_b64decode(key + "=" * (-len(key) % 4)))
    point = ec.derive_private_key(number, ec.SECP256R1()).public_key()
    raw = point.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
