"""Stems to tokens: what the index holds instead of words."""

from __future__ import annotations

import hmac
from collections.abc import Iterable

# 64 bits: within one mailbox two stems meet by chance once in many millions of mailboxes.
TOKEN_BYTES = 8
TOKEN_LETTERS = 2 * TOKEN_BYTES
# Letters a to p alone, so that every full-text parser takes a token as one word and none as an operator.
_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


def token_of(stem: str, secret: bytes) -> str:
    return hmac.digest(secret, stem.encode(), "sha256")[:TOKEN_BYTES].hex().translate(_LETTERS)


def tokens_of(stems: Iterable[str], secret: bytes) -> list[str]:
    """In the order of the tokens: that of the words is not kept."""
    return sorted({token_of(stem, secret) for stem in stems})
