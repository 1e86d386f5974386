"""The cast as fixtures."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from accounts.models import Buyer, SellerStaff, User
from messaging.models import Thread
from tests import cast


@pytest.fixture
def shop(db: None) -> cast.Shop:
    return cast.make_shop()


@pytest.fixture
def bea(shop: cast.Shop) -> Buyer:
    return shop.bea


@pytest.fixture
def sam(shop: cast.Shop) -> SellerStaff:
    return shop.sam


@pytest.fixture
def eve(db: None) -> Buyer:
    return cast.make_buyer(cast.EVE_EMAIL, "Eve", "Stranger")


@pytest.fixture
def eve_sells(db: None) -> SellerStaff:
    return cast.make_staff("eve@another-shop.example", shop="Another Shop")


@pytest.fixture
def mo(db: None) -> User:
    return User.objects.create_superuser(
        "mo@operator.example", cast.PASSWORD, first_name="Mo", last_name="Derator"
    )


@pytest.fixture
def thread(shop: cast.Shop) -> Thread:
    """Bea asked about her order; Sam has not answered."""
    return cast.ask(shop).thread


@pytest.fixture
def client_of(db: None) -> Callable[[Buyer | SellerStaff | User], Client]:
    """A signed-in browser of one of the cast."""

    def sign_in(who: Buyer | SellerStaff | User) -> Client:
        client = Client()
        client.force_login(
            who if isinstance(who, User) else who.user, backend="accounts.backends.PersonBackend"
        )
        return client

    return sign_in
