from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.seller import Seller
from accounts.models.user import User
from accounts.relay import keyed_digest

TOKEN_LIFE = timedelta(days=30)


class ApiClient(models.Model):
    """A program that acts for a shop, or without one for the marketplace itself (the operator's scope).

    Its secrets are shown once and kept only as keyed digests.
    """

    client_id = models.CharField(max_length=40, unique=True)
    secret_digest = models.CharField(max_length=64)
    refresh_digest = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=80)
    seller = models.ForeignKey(
        Seller, null=True, blank=True, on_delete=models.CASCADE, related_name="api_clients"
    )
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="api_clients")
    created_at = models.DateTimeField(default=timezone.now)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("API client")

    def __str__(self) -> str:
        return self.client_id

    def acts_for(self, user: User) -> bool:
        """Whether its person is still who they were: at work in the shop, or on the operator's staff."""
        if self.seller_id is None:
            return user.is_staff
        staff = getattr(user, "seller_staff", None)
        return staff is not None and staff.seller_id == self.seller_id

    @classmethod
    def issue(cls, *, seller: Seller | None, user: User, name: str) -> tuple[ApiClient, dict[str, str]]:
        """Make a client; the second value holds its plain credentials, to be shown once."""
        plain = {
            "client_id": "mc-" + secrets.token_hex(12),
            "client_secret": secrets.token_urlsafe(32),
            "refresh_token": "Atzr|" + secrets.token_urlsafe(32),
        }
        client = cls.objects.create(
            client_id=plain["client_id"],
            secret_digest=keyed_digest("client-secret", plain["client_secret"]),
            refresh_digest=keyed_digest("refresh-token", plain["refresh_token"]),
            seller=seller,
            user=user,
            name=name,
        )
        return client, plain


class AccessToken(models.Model):
    """A bearer token; only its keyed digest is stored."""

    digest = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="access_tokens")
    client = models.ForeignKey(
        ApiClient, null=True, blank=True, on_delete=models.CASCADE, related_name="tokens"
    )
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()

    class Meta:
        verbose_name = _("access token")

    def __str__(self) -> str:
        return f"token {self.pk}"

    @classmethod
    def issue(cls, user: User, *, now: datetime, client: ApiClient | None = None) -> tuple[AccessToken, str]:
        plain = secrets.token_urlsafe(32)
        token = cls.objects.create(
            digest=keyed_digest("access-token", plain),
            user=user,
            client=client,
            created_at=now,
            expires_at=now + TOKEN_LIFE,
        )
        return token, plain

    @classmethod
    def forget_expired(cls, *, now: datetime) -> int:
        """Remove the tokens that open nothing any more; returns how many."""
        return cls.objects.filter(expires_at__lte=now).delete()[0]

    @classmethod
    def find(cls, plain: str, *, now: datetime) -> AccessToken | None:
        """The token if it is known, not expired, and neither its user nor its client was switched off."""
        if not plain:
            return None
        token = (
            cls.objects.select_related("user", "user__buyer", "user__seller_staff__seller", "client")
            .filter(digest=keyed_digest("access-token", plain), expires_at__gt=now, user__is_active=True)
            .first()
        )
        return None if token is None or (token.client and token.client.revoked_at) else token
