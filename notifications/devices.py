"""The devices a person lets push notices reach: taken in, and let go of when that person leaves them."""

from __future__ import annotations

import base64
import binascii
import secrets
from collections.abc import Iterable
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.relay import keyed_digest
from notifications import outside
from notifications.models import PushSubscription

COOKIE = "push-device"
COOKIE_SECONDS = 400 * 24 * 3600
MOST_DEVICES = 20
AUTH_BYTES = 16


class CannotSubscribe(Exception):
    """The sentence is for the person."""


@transaction.atomic
def subscribe(user: User, *, endpoint: str, p256dh: str, auth: str, device: str, now: datetime) -> None:
    """Let push notices reach this browser. Safe to repeat; a browser belongs to one person at a time.

    Raises CannotSubscribe.
    """
    try:
        outside.check_url(endpoint, hosts=settings.PUSH_HOSTS)
    except outside.NotOutside as error:
        raise CannotSubscribe(_("This browser's push service is not one we know.")) from error
    if not _is_point(p256dh) or len(_decoded(auth)) != AUTH_BYTES:
        raise CannotSubscribe(_("This browser did not say how to write to it. Turn push off and on again."))
    # The person's row orders two browsers that subscribe at once, so that the limit holds.
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    digest = digest_of(endpoint)
    PushSubscription.objects.filter(endpoint_digest=digest).delete()
    PushSubscription.objects.filter(device_digest=_device_digest(device)).delete()
    PushSubscription.objects.create(
        user=user,
        endpoint=endpoint,
        endpoint_digest=digest,
        p256dh=p256dh,
        auth=auth,
        device_digest=_device_digest(device),
        created_at=now,
    )
    kept = PushSubscription.objects.filter(user=user).order_by("-created_at", "-pk")
    surplus = list(kept.values_list("pk", flat=True)[MOST_DEVICES:])
    PushSubscription.objects.filter(pk__in=surplus).delete()


def forget_device(device: str) -> bool:
    """Nobody is told on this device any more; returns whether somebody was."""
    if not device:
        return False
    return bool(PushSubscription.objects.filter(device_digest=_device_digest(device)).delete()[0])


def forget_others(device: str, user: User) -> None:
    """Somebody signed in: whoever used this device before is told here no longer."""
    if device:
        PushSubscription.objects.filter(device_digest=_device_digest(device)).exclude(user=user).delete()


def forget_person(user: User) -> None:
    PushSubscription.objects.filter(user=user).delete()


def who_has_one(people: Iterable[User]) -> list[User]:
    """Of these people, in their order, those whom a push notice can reach."""
    people = list(people)
    reached = set(
        PushSubscription.objects.filter(user__in=people, user__is_active=True).values_list(
            "user_id", flat=True
        )
    )
    return [user for user in people if user.pk in reached]


def device_of(request: HttpRequest) -> str:
    """The secret that tells this browser from others; empty until it subscribed once."""
    return request.COOKIES.get(COOKIE, "")


def subscription_of(request: HttpRequest) -> PushSubscription | None:
    """This browser's subscription, when it is the asker's own."""
    if not (device := device_of(request)):
        return None
    mine = PushSubscription.objects.filter(user=request.user.pk)
    return mine.filter(device_digest=_device_digest(device)).first()


def new_device() -> str:
    return secrets.token_urlsafe(32)


def remember(response: HttpResponse, device: str) -> None:
    response.set_cookie(
        COOKIE, device, max_age=COOKIE_SECONDS, secure=settings.HTTPS, httponly=True, samesite="Lax"
    )


def digest_of(endpoint: str) -> str:
    return keyed_digest("push-endpoint", endpoint)


def _device_digest(device: str) -> str:
    return keyed_digest("push-device", device)


def _is_point(text: str) -> bool:
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), _decoded(text))
    except ValueError:
        return False
    return True


def _decoded(text: str) -> bytes:
    """Empty when it is no base64."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return b""
