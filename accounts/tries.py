"""Failed sign-ins: counted per account and network address, and more generously per account from everywhere.

A stranger who guesses locks the account for their own address alone. Guessing from very many addresses is slowed
down too, but never for a device on which the person has signed in before.
"""

from __future__ import annotations

from datetime import timedelta

from allauth.core.internal import ratelimit
from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from accounts.relay import keyed_digest

DEVICE_COOKIE = "device"
DEVICE_KNOWN_FOR = timedelta(days=180)
_SALT = "accounts.tries.device"


def tries_key(request: HttpRequest, account: str) -> str:
    """What failed tries are counted by: the account as seen from this network address (of IPv6, its /64)."""
    return f"{account.strip().lower()}@{ratelimit.get_ip(request)}"


def count_anywhere(request: HttpRequest, account: str) -> ratelimit.RateLimitUsage | None:
    """Count a try from a device that is not known for this account; None when there were too many of them."""
    if is_known_device(request, account):
        return ratelimit.RateLimitUsage(usage=[])
    key = account.strip().lower()
    return ratelimit.consume(request, app="allauth.account", action="login_failed_anywhere", key=key)


def is_known_device(request: HttpRequest, account: str) -> bool:
    """Whether the account was signed in to with this browser before."""
    try:
        found = signing.loads(request.COOKIES.get(DEVICE_COOKIE, ""), salt=_SALT, max_age=DEVICE_KNOWN_FOR)
    except signing.BadSignature:
        return False
    return bool(found == _digest(account))


def know_device(response: HttpResponse, account: str) -> None:
    """Remember the browser; it opens nothing, and tells nobody which account it is for."""
    response.set_cookie(
        DEVICE_COOKIE,
        signing.dumps(_digest(account), salt=_SALT),
        max_age=DEVICE_KNOWN_FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
        path="/accounts/",
    )


def _digest(account: str) -> str:
    return keyed_digest("known-device", account.strip().lower())
