"""The one way this program speaks to an address that a person gave: https, a public address, no redirects.

The name is resolved once and the connection goes to the address that was looked at, so a name that changes its
mind in between leads nowhere else. What the other end says is not passed on to anybody.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

SECONDS = 10
MOST_ANSWER_BYTES = 64 * 1024
MOST_URL_CHARS = 1000
# Addresses of version 6 that carry one of version 4 inside; what is inside is what is reached.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class NotOutside(ValueError):
    """Where this leads is none of this program's business. The text is for our records."""


class Unreachable(Exception):
    """Nobody answered. The text is a code for our records."""


@dataclass(frozen=True)
class Answer:
    status: int


def check_url(url: str, *, hosts: list[str]) -> SplitResult:
    """The parts of an https address at one of these hosts (a leading dot: all names below). Raises NotOutside."""
    if len(url) > MOST_URL_CHARS or not url.isascii() or any(char <= " " or char == "\\" for char in url):
        raise NotOutside("not an address")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise NotOutside("not an address") from error
    if f"{parts.scheme}://{parts.netloc}" == settings.PUSH_LOOPBACK:
        return parts
    if parts.scheme != "https" or port not in {None, 443} or "@" in parts.netloc:
        raise NotOutside("not plain https")
    if not any(_is_at(parts.hostname or "", host) for host in hosts):
        raise NotOutside("not a known host")
    return parts


def post(url: str, body: bytes, headers: dict[str, str], *, hosts: list[str]) -> Answer:
    """Send the body; returns how it was answered. Raises NotOutside or Unreachable."""
    parts = check_url(url, hosts=hosts)
    try:
        connection = _connect(parts)
        try:
            target = parts.path + (f"?{parts.query}" if parts.query else "")
            connection.request("POST", target or "/", body, headers)
            answer = connection.getresponse()
            answer.read(MOST_ANSWER_BYTES)
            return Answer(answer.status)
        finally:
            connection.close()
    except (OSError, http.client.HTTPException) as failure:
        raise Unreachable(type(failure).__name__) from failure


def is_public(address: Address) -> bool:
    """Whether it is reached over the internet alone: not this machine, its network, or a way around into them."""
    if isinstance(address, ipaddress.IPv6Address):
        inside = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inside is None and address in _NAT64:
            inside = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inside is not None and not is_public(inside):
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def resolve(host: str, port: int) -> list[Address]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [ipaddress.ip_address(str(sockaddr[0]).partition("%")[0]) for *_, sockaddr in found]


def _is_at(host: str, known: str) -> bool:
    return host == known or (known.startswith(".") and host.endswith(known))


def _connect(parts: SplitResult) -> http.client.HTTPConnection:
    host, is_test = parts.hostname or "", f"{parts.scheme}://{parts.netloc}" == settings.PUSH_LOOPBACK
    port = parts.port or 443
    addresses = resolve(host, port)
    if not addresses or not (is_test or all(is_public(address) for address in addresses)):
        raise NotOutside("leads inside")
    raw = socket.create_connection((str(addresses[0]), port), timeout=SECONDS)
    if parts.scheme == "http":
        connection = http.client.HTTPConnection(host, port)
        connection.sock = raw
        return connection
    secure = http.client.HTTPSConnection(host, port)
    try:
        secure.sock = trusted().wrap_socket(raw, server_hostname=host)
    except OSError:
        raw.close()
        raise
    return secure


def trusted() -> ssl.SSLContext:
    """Whose certificates are believed."""
    return ssl.create_default_context()
