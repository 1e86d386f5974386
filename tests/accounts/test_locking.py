"""Who guesses is locked out; who is guessed about is not."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.test import Client

from accounts.models import Buyer, User
from tests.cast import BEA_EMAIL

PASSWORD = "a password of four words"
HOME, AWAY = "198.51.100.7", "203.0.113.9"


@pytest.fixture(autouse=True)
def door(bea: Buyer) -> None:
    cache.clear()
    user = User.objects.get(pk=bea.user_id)
    user.set_password(PASSWORD)
    user.save()
    EmailAddress.objects.update_or_create(
        user=user, email=BEA_EMAIL, defaults={"verified": True, "primary": True}
    )


def sign_in(client: Client, password: str, *, address: str) -> bool:
    client.post("/accounts/login/", {"login": BEA_EMAIL, "password": password}, REMOTE_ADDR=address)
    return "_auth_user_id" in client.session


def guess(times: int, *, address: str) -> None:
    for _each in range(times):
        assert not sign_in(Client(), "wrong", address=address)


def guess_from_everywhere() -> None:
    for number in range(10):
        guess(10, address=f"192.0.2.{number + 1}")


def test_ten_failed_tries_lock_the_account_for_the_address_they_came_from() -> None:
    guess(10, address=HOME)
    assert not sign_in(Client(), PASSWORD, address=HOME)


def test_a_stranger_who_guesses_locks_nobody_out() -> None:
    guess(10, address=AWAY)
    assert sign_in(Client(), PASSWORD, address=HOME)


def test_a_right_password_after_nine_wrong_ones_is_taken() -> None:
    guess(9, address=HOME)
    assert sign_in(Client(), PASSWORD, address=HOME)


def test_guesses_from_everywhere_lock_new_devices_only() -> None:
    known = Client()
    assert sign_in(known, PASSWORD, address=HOME)
    known.session.flush()
    guess_from_everywhere()
    assert not sign_in(Client(), PASSWORD, address=HOME)
    assert sign_in(known, PASSWORD, address=AWAY)


def test_a_device_is_known_for_its_own_account_only(sam) -> None:
    hers = Client()
    assert sign_in(hers, PASSWORD, address=HOME)
    other = sam.user
    other.set_password(PASSWORD)
    other.save()
    EmailAddress.objects.update_or_create(user=other, email=other.email, defaults={"verified": True})
    eves = Client()
    eves.post("/accounts/login/", {"login": other.email, "password": PASSWORD}, REMOTE_ADDR=AWAY)
    assert "device" in eves.cookies
    eves.session.flush()
    guess_from_everywhere()
    assert not sign_in(eves, PASSWORD, address=AWAY)
