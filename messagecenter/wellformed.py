"""What a setting's value must look like. Each form takes the value and returns it in its one spelling.

Raises Malformed with the rest of a sentence that begins with the setting's name; it repeats the value only
where that cannot hold a secret.
"""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import SplitResult, urlsplit

NEED_A_HOST = {"http", "https", "redis", "rediss", "amqp", "amqps", "smtp", "smtp+tls", "smtp+ssl", "tcp"}
NEED_A_PATH = {"file", "unix", "redis+socket"}
_LABEL = r"(?!-)[a-z0-9-]{1,63}(?<!-)"
_DOMAIN = re.compile(rf"(?=.{{4,253}}\Z){_LABEL}(\.{_LABEL})+")
# A service of a compose file may be called my_redis.
_HOST = re.compile(r"[a-z0-9._-]{1,253}|[0-9a-f:.]{2,45}")
_WORD = re.compile(r"[\w.-]+", re.ASCII)
_KEY_ID = re.compile(r"[A-Za-z0-9]{1,16}")
VAPID_BYTES = 32
# All but one in four thousand million of 32 random bytes lie below it.
_P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class Malformed(ValueError):
    """The sentence goes on after the setting's name."""


def domain(value: str) -> str:
    if not _DOMAIN.fullmatch(value.lower()):
        spelling = "" if value.isascii() else ", in its ASCII form (xn--…)"
        raise Malformed(f"is “{value}”: write a bare domain such as example-market.com{spelling}.")
    return value.lower()


def host(value: str) -> str:
    """A name a server answers for; with a leading dot, all names below it; "*" is any."""
    if value == "*":
        return value
    bare = value.lower().removeprefix(".").removeprefix("[").removesuffix("]")
    if not _HOST.fullmatch(bare) or (":" in bare and not value.startswith("[")):
        raise Malformed(f"has “{value}”: write host names alone, without scheme, port or path.")
    return value


def word(value: str) -> str:
    if not _WORD.fullmatch(value):
        raise Malformed(f"is “{value}”: write one word of letters, digits, dots and hyphens.")
    return value


def origin(value: str) -> str:
    """Scheme and host, with a port or without: what every link of a site begins with."""
    parts = url(value, {"http", "https"})
    found = f"{parts.scheme}://{parts.netloc.lower()}"
    if value.rstrip("/").lower() != found or "@" in found:
        raise Malformed("must be scheme and host alone, without a path: https://messages.example-market.com.")
    return found


def is_loopback(site: str) -> bool:
    return urlsplit(site).hostname in _LOOPBACK


def address(value: str) -> str:
    """`host:port`."""
    try:
        parts = urlsplit(f"//{value}")
        good = parts.port and parts.netloc == value and _HOST.fullmatch(parts.hostname or "")
    except ValueError:
        good = False
    if not good:
        raise Malformed(f"is “{value}”: write host:port, such as 127.0.0.1:8025.")
    return value


def sentry_dsn(value: str) -> str:
    parts = url(value, {"http", "https"})
    if not parts.username or not parts.path.rpartition("/")[2].isdigit():
        raise Malformed("is no DSN: copy it from the project's settings in Sentry, https://key@host/number.")
    return value


def vapid_key(value: str) -> str:
    """The 32 bytes of a P-256 private key, in URL-safe base64 with or without its padding."""
    bare = value.rstrip("=")
    key = _decoded(bare.translate(str.maketrans("-_", "+/")) + "=" * (-len(bare) % 4))
    if len(key) != VAPID_BYTES or not 0 < int.from_bytes(key) < _P256_ORDER:
        raise Malformed("must be 32 bytes in URL-safe base64 (see .env.example).")
    return value


def key_ring(value: str) -> list[tuple[str, bytes]]:
    """`id:base64,id:base64`, each key 32 bytes."""
    ring: dict[str, bytes] = {}
    for part in value.split(","):
        key_id, _, encoded = part.strip().partition(":")
        key = _decoded(encoded)
        if not _KEY_ID.fullmatch(key_id) or len(key) != 32:
            raise Malformed("must be “id:key” pairs, comma-separated, each key 32 bytes in base64.")
        if key_id in ring:
            raise Malformed(f"has two keys called “{key_id}”: give each an id of its own.")
        ring[key_id] = key
    return list(ring.items())


def url(value: str, schemes: set[str]) -> SplitResult:
    try:
        parts = urlsplit(value)
        # Read for its check alone: a port must be a number.
        _port = parts.port
    except ValueError as error:
        # What could not be read may be half a password, so it is not repeated.
        raise Malformed(
            "cannot be read as a URL: its port is no number, or its password needs encoding (%2F for /)."
        ) from error
    if parts.scheme not in schemes:
        starts = ", ".join(f"{scheme}://" for scheme in sorted(schemes))
        raise Malformed(f"must be a URL that starts with {'one of ' * (len(schemes) > 1)}{starts}.")
    if parts.scheme in NEED_A_HOST and not _HOST.fullmatch(parts.hostname or ""):
        raise Malformed(f"names no host after “{parts.scheme}://”.")
    if parts.scheme in NEED_A_PATH and (parts.netloc or len(parts.path) < 2):
        raise Malformed(f"needs a path from the root: write {parts.scheme}:///path.")
    if parts.scheme in {"redis", "rediss"} and not re.fullmatch(r"/?[0-9]*", parts.path):
        raise Malformed("must end with the number of a database, such as /0.")
    return parts


def _decoded(text: str) -> bytes:
    """Empty when it is no base64."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
