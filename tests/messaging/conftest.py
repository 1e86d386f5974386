"""People beside the cast whom the pages of shop and operator know."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group

from accounts.models import Role, SellerStaff, User
from messaging.models import Message, Status
from tests import cast

PHISHING = "Your account is on hold. Confirm your password and card number at http://secure-login.example/verify now."


@pytest.fixture
def viewer(shop: cast.Shop) -> SellerStaff:
    return cast.make_staff("lena@northwind-office.example", seller=shop.seller, role=Role.VIEWER)


@pytest.fixture
def staff(db: None) -> Callable[[str], User]:
    """A member of the operator's staff in one group."""

    def make(group: str) -> User:
        user = User.objects.create_user(f"{group.split()[0]}@operator.example", cast.PASSWORD, is_staff=True)
        user.groups.add(Group.objects.get(name=group))
        return User.objects.get(pk=user.pk)

    return make


@pytest.fixture
def held(shop: cast.Shop) -> Message:
    message = cast.ask(shop, PHISHING)
    assert message.status == Status.QUARANTINED
    return message
