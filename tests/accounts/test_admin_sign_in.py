"""Staff see who may sign in and how; they verify no address and take nobody's second factor."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from accounts.models import Buyer, User

SignIn = Callable[..., Client]


@pytest.fixture
def root(mo: User) -> User:
    """Even the one who may do everything."""
    mo.is_superuser = True
    mo.save()
    return mo


def test_a_second_factor_is_seen_without_its_secret_and_stays(
    client_of: SignIn, root: User, bea: Buyer
) -> None:
    factor = Authenticator.objects.create(user=bea.user, type="totp", data={"secret": "JBSWY3DPEHPK3PXP"})
    client = client_of(root)
    path = reverse("admin:mfa_authenticator_change", args=[factor.pk])
    answer = client.get(path)
    assert answer.status_code == 200
    assert b"JBSWY3DPEHPK3PXP" not in answer.content
    assert client.post(path, {"type": "totp"}).status_code == 403
    gone = reverse("admin:mfa_authenticator_delete", args=[factor.pk])
    assert client.post(gone, {"post": "yes"}).status_code == 403


def test_staff_verify_no_address(client_of: SignIn, root: User, bea: Buyer) -> None:
    address = EmailAddress.objects.create(user=bea.user, email="new@buyers-post.example", verified=False)
    client = client_of(root)
    path = reverse("admin:account_emailaddress_change", args=[address.pk])
    assert client.post(path, {"verified": "on"}).status_code == 403
    rows = reverse("admin:account_emailaddress_changelist")
    client.post(rows, {"action": "make_verified", "_selected_action": [address.pk]})
    address.refresh_from_db()
    assert not address.verified


def test_only_those_with_a_mailbox_listen_to_one(client_of: SignIn, mo: User, bea: Buyer) -> None:
    assert b"data-live=" not in client_of(mo).get("/accounts/email/").content
    assert b"data-live=" in client_of(bea).get("/messages/").content
