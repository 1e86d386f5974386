"""A new password ends what the old one opened: the person's access tokens."""

from __future__ import annotations

from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set

from accounts.models import AccessToken, User


def connect() -> None:
    for changed in (password_changed, password_reset, password_set):
        changed.connect(revoke_tokens, dispatch_uid="revoke-tokens")


def revoke_tokens(sender: Any, user: User, **_: Any) -> None:
    """Programs keep their clients: those have secrets of their own and are revoked on their page."""
    AccessToken.objects.filter(user=user, client=None).delete()
