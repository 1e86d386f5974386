"""The only place that spells masked addresses.

alias        15 characters, the last two a keyed check, so that a guessed alias is refused at RCPT
reply        26 characters of base32 (130 random bits): one thread, one person's side
report       stop-spoofing; and postmaster and abuse, which every mail domain must have (RFC 5321, 4.5.1; RFC 2142)
bounce       no-reply, the sender of what has no reply address: takes delivery reports
unsubscribe  unsubscribe+<token>
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings

# base32 without i, l, o and u: no look-alikes, no words by accident.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
ALIAS_CHARS = 15
CHECK_CHARS = 2
REPLY_CHARS = 26
REPORT = "stop-spoofing"
# Known by their code; "postmaster" alone, without a domain, is one of them too.
DESKS = frozenset({"postmaster", "abuse"})
NO_REPLY = "no-reply"
UNSUBSCRIBE = "unsubscribe+"


class RelayKind(StrEnum):
    ALIAS = "alias"
    REPLY = "reply"
    REPORT = "report"
    BOUNCE = "bounce"
    UNSUBSCRIBE = "unsubscribe"


@dataclass(frozen=True)
class RelayAddress:
    kind: RelayKind
    code: str = ""

    def __str__(self) -> str:
        local = {
            RelayKind.ALIAS: self.code,
            RelayKind.REPLY: self.code,
            RelayKind.REPORT: self.code or REPORT,
            RelayKind.BOUNCE: NO_REPLY,
            RelayKind.UNSUBSCRIBE: UNSUBSCRIBE + self.code,
        }[self.kind]
        return f"{local}@{settings.RELAY_DOMAIN}"

    @classmethod
    def parse(cls, text: str) -> RelayAddress | None:
        """Read an address, any case; None when it is not one of ours or its check does not fit."""
        if text.strip().lower() == "postmaster":
            return cls(RelayKind.REPORT, "postmaster")
        local, at, domain = text.strip().lower().rpartition("@")
        if not at or domain != settings.RELAY_DOMAIN:
            return None
        if local == REPORT:
            return cls(RelayKind.REPORT)
        if local in DESKS:
            return cls(RelayKind.REPORT, local)
        if local == NO_REPLY:
            return cls(RelayKind.BOUNCE)
        if local.startswith(UNSUBSCRIBE):
            return cls(RelayKind.UNSUBSCRIBE, local.removeprefix(UNSUBSCRIBE))
        if set(local) <= set(ALPHABET):
            if len(local) == REPLY_CHARS:
                return cls(RelayKind.REPLY, local)
            if len(local) == ALIAS_CHARS and hmac.compare_digest(
                local[-CHECK_CHARS:], _check(local[:-CHECK_CHARS])
            ):
                return cls(RelayKind.ALIAS, local)
        return None


def new_alias() -> str:
    body = "".join(secrets.choice(ALPHABET) for _ in range(ALIAS_CHARS - CHECK_CHARS))
    return body + _check(body)


def new_reply_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(REPLY_CHARS))


def keyed_digest(purpose: str, value: str) -> str:
    """A look-up key for a secret that is itself not stored in the clear: hex, 64 characters."""
    key = hashlib.sha256(f"{purpose}:{settings.SECRET_KEY}".encode()).digest()
    return hmac.new(key, value.encode(), hashlib.sha256).hexdigest()


def _check(body: str) -> str:
    number = int(keyed_digest("alias-check", body)[:8], 16)
    return ALPHABET[number % 32] + ALPHABET[number // 32 % 32]
