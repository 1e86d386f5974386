"""Who may have a token: people by password, programs by their credentials.

Unknown and wrong look alike, cost alike and count alike: ten failed tries lock the account for this network
address for a quarter of an hour, on the sign-in page and here together.
"""

from __future__ import annotations

import hmac
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.core import ratelimit
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.utils import is_mfa_enabled
from django.core.exceptions import ValidationError as Refused
from django.http import HttpRequest
from django.utils.translation import gettext as _
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied, Throttled

from accounts.models import ApiClient, User
from accounts.models.user import UserManager
from accounts.relay import keyed_digest
from accounts.tries import tries_key

LOCKED_SECONDS = 15 * 60


def sign_in_person(request: HttpRequest, asked: dict[str, Any]) -> User:
    """Raises AuthenticationFailed, PermissionDenied when something more is needed, or Throttled when locked."""
    email = UserManager.fold(asked["email"])
    try:
        user = get_adapter(request).authenticate(request, email=email, password=asked["password"])
    except Refused as locked:
        raise Throttled(LOCKED_SECONDS) from locked
    if not isinstance(user, User) or not user.is_active:
        raise AuthenticationFailed(_("This e-mail address and password do not fit together."))
    if not EmailAddress.objects.filter(user=user, verified=True).exists():
        raise PermissionDenied(
            _("Open the link we mailed to you first: this e-mail address is not verified yet.")
        )
    if is_mfa_enabled(user):
        _require_second_factor(user, asked.get("code", ""))
    return User.people.get(pk=user.pk)


def _require_second_factor(user: User, code: str) -> None:
    if not code:
        raise PermissionDenied(_("This account has a second factor: send its code as “code” too."))
    if not AuthenticateForm(data={"code": code}, user=user).is_valid():
        raise AuthenticationFailed(_("This code is wrong or was used before."))


def sign_in_program(request: HttpRequest, asked: dict[str, Any]) -> ApiClient:
    """By client id and secret, or by refresh token. Raises AuthenticationFailed or Throttled."""
    name = asked.get("client_id") or keyed_digest("refresh-token", asked["refresh_token"])[:16]
    key = tries_key(request, f"client:{name}")
    if not ratelimit.consume(request, action="login_failed", key=key, dry_run=True):
        raise Throttled(LOCKED_SECONDS)
    client = _client(asked)
    if client is None or not _still_acts(client):
        ratelimit.consume(request, action="login_failed", key=key)
        raise AuthenticationFailed(_("These credentials are unknown or were withdrawn."))
    return client


def _still_acts(client: ApiClient) -> bool:
    return client.acts_for(client.user) and client.user.is_active and client.revoked_at is None


def _client(asked: dict[str, Any]) -> ApiClient | None:
    clients = ApiClient.objects.select_related("user__seller_staff__seller")
    if asked["grant_type"] == "refresh_token":
        client = clients.filter(refresh_digest=keyed_digest("refresh-token", asked["refresh_token"])).first()
        # Given beside the refresh token, the other credentials have to fit as well.
        if client and "client_id" in asked and client.client_id != asked["client_id"]:
            return None
        return (
            client if "client_secret" not in asked or _knows_secret(client, asked["client_secret"]) else None
        )
    client = clients.filter(client_id=asked["client_id"]).first()
    return client if _knows_secret(client, asked["client_secret"]) else None


def _knows_secret(client: ApiClient | None, secret: str) -> bool:
    known = client.secret_digest if client else ""
    return hmac.compare_digest(known, keyed_digest("client-secret", secret))
