from __future__ import annotations

import json
import time
from datetime import timedelta
from io import StringIO
from statistics import median

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.models import AccessToken, ApiClient, Role, SellerStaff, User
from tests.api.caller import BASE, Caller, problem_of
from tests.cast import BEA_EMAIL, PASSWORD, SAM_EMAIL, make_staff


@pytest.fixture
def door(shop) -> Caller:
    """Nobody yet; Bea's and Sam's addresses are verified."""
    for user in (shop.bea.user, shop.sam.user):
        EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    return Caller()


def inbox_with(token: str) -> int:
    return int(Caller(headers={"Authorization": f"Bearer {token}"}).get("/threads").status_code)


def test_a_token_opens_the_callers_inbox(door):
    answer = door.post("/token", {"email": BEA_EMAIL.upper(), "password": PASSWORD})
    assert answer.status_code == 200
    assert set(answer.json()) == {"token", "token_type", "expires_at"}
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert not answer.cookies
    assert inbox_with(answer.json()["token"]) == 200
    assert not AccessToken.objects.filter(digest__contains=answer.json()["token"]).exists()


@pytest.mark.parametrize("token", ["", "x", "Ü", "a b", "0" * 5000])
def test_an_unknown_token_is_a_401_that_says_how_to_sign_in(token, db):
    answer = Caller(headers={"Authorization": f"Bearer {token}"}).get("/threads")
    problem_of(answer, 401)
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="api"'


def test_a_token_ends_with_its_time_and_with_its_person(shop, thread):
    caller = Caller(shop.sam)
    AccessToken.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    problem_of(caller.get("/threads"), 401)
    AccessToken.objects.update(expires_at=timezone.now() + timedelta(days=1))
    assert caller.get("/threads").status_code == 200
    User.objects.filter(pk=shop.sam.user_id).update(is_active=False)
    problem_of(caller.get("/threads"), 401)


def test_wrong_and_unknown_look_the_same(door):
    wrong = door.post("/token", {"email": BEA_EMAIL, "password": "not hers at all"})
    unknown = door.post("/token", {"email": "nobody@elsewhere.example", "password": "not hers at all"})
    assert problem_of(wrong, 401) == problem_of(unknown, 401)


def test_wrong_and_unknown_cost_the_same(door, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    user = User.objects.get(email=BEA_EMAIL)
    user.set_password(PASSWORD)
    user.save()

    def cost(email: str) -> float:
        cache.clear()
        started = time.process_time()
        door.post("/token", {"email": email, "password": "not hers at all"})
        return time.process_time() - started

    known = median(cost(BEA_EMAIL) for _try in range(5))
    unknown = median(cost("nobody@elsewhere.example") for _try in range(5))
    # Without the same work the difference is a whole hash: a factor of ten and more.
    assert 0.5 < known / unknown < 2


def test_ten_failed_tries_lock_the_account_for_right_passwords_too(door):
    for _try in range(10):
        problem_of(door.post("/token", {"email": BEA_EMAIL, "password": "wrong"}), 401)
    locked = door.post("/token", {"email": BEA_EMAIL, "password": PASSWORD})
    problem_of(locked, 429)
    assert int(locked.headers["Retry-After"]) == 15 * 60


def test_an_address_must_be_verified_first(shop):
    EmailAddress.objects.create(user=shop.bea.user, email=BEA_EMAIL, primary=True, verified=False)
    problem_of(Caller().post("/token", {"email": BEA_EMAIL, "password": PASSWORD}), 403)


def test_a_second_factor_is_asked_for_here_too(door, shop):
    from allauth.mfa.models import Authenticator
    from allauth.mfa.totp.internal.auth import (
        TOTP,
        format_hotp_value,
        hotp_value,
        yield_hotp_counters_from_time,
    )

    secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    TOTP.activate(shop.sam.user, secret)
    assert Authenticator.objects.filter(user=shop.sam.user).exists()
    asked = {"email": SAM_EMAIL, "password": PASSWORD}
    problem_of(door.post("/token", asked), 403)
    problem_of(door.post("/token", asked | {"code": "000000x"}), 401)
    counter = next(iter(yield_hotp_counters_from_time()))
    code = format_hotp_value(hotp_value(secret, counter))
    assert door.post("/token", asked | {"code": code}).status_code == 200


def credentials(**options: str) -> dict[str, str]:
    out = StringIO()
    call_command("create_api_client", "--seller", SAM_EMAIL, "--json", stdout=out, **options)
    made: dict[str, str] = json.loads(out.getvalue())
    return made


def test_a_program_gets_credentials_once_and_tokens_by_them(door, thread):
    made = credentials()
    assert set(made) == {"client_id", "client_secret", "refresh_token", "token"}
    assert inbox_with(made["token"]) == 200
    for asked in (
        {"client_id": made["client_id"], "client_secret": made["client_secret"]},
        {"grant_type": "refresh_token", "refresh_token": made["refresh_token"]},
        {name: made[name] for name in ("client_id", "client_secret", "refresh_token")},
    ):
        answer = door.post("/token", asked)
        assert answer.status_code == 200, answer.content
        assert inbox_with(answer.json()["token"]) == 200
    stored = str(list(ApiClient.objects.values()))
    assert not [secret for name, secret in made.items() if name != "client_id" and secret in stored]


def test_wrong_credentials_are_refused_and_counted(door):
    made = credentials()
    for asked in (
        {"client_id": made["client_id"], "client_secret": "wrong"},
        {"client_id": "mc-unknown", "client_secret": made["client_secret"]},
        {"refresh_token": "Atzr|unknown"},
        {"refresh_token": made["refresh_token"], "client_id": "mc-other"},
        {"refresh_token": made["refresh_token"], "client_secret": "wrong"},
    ):
        problem_of(door.post("/token", asked), 401)
    for _try in range(9):
        door.post("/token", {"client_id": made["client_id"], "client_secret": "wrong"})
    asked = {"client_id": made["client_id"], "client_secret": made["client_secret"]}
    problem_of(door.post("/token", asked), 429)


def test_a_program_stops_with_its_client_and_with_its_persons_place_in_the_shop(door, shop, eve_sells):
    made = credentials()
    asked = {"client_id": made["client_id"], "client_secret": made["client_secret"]}
    ApiClient.objects.update(revoked_at=timezone.now())
    assert inbox_with(made["token"]) == 401
    problem_of(door.post("/token", asked), 401)
    ApiClient.objects.update(revoked_at=None)
    SellerStaff.objects.filter(pk=shop.sam.pk).update(seller=eve_sells.seller)
    assert inbox_with(made["token"]) == 401
    problem_of(door.post("/token", asked), 401)


def test_credentials_are_made_for_people_of_a_shop_who_may_write(shop):
    make_staff("vic@northwind-office.example", seller=shop.seller, role=Role.VIEWER)
    for email in (BEA_EMAIL, "vic@northwind-office.example", "nobody@elsewhere.example"):
        with pytest.raises(CommandError):
            call_command("create_api_client", "--seller", email)
    out = StringIO()
    call_command("create_api_client", "--seller", SAM_EMAIL, stdout=out)
    assert "client_secret" in out.getvalue()


BAD_TOKENS: tuple[tuple[dict[str, object], set[str]], ...] = (
    ({"email": BEA_EMAIL}, {"/password"}),
    ({"client_id": "x"}, {"/client_secret"}),
    ({}, {"/email", "/password"}),
    ({"email": "a\x00b", "password": "x"}, {"/email"}),
    ({"email": BEA_EMAIL, "password": "x", "admin": True}, {"/admin"}),
    ({"grant_type": "magic"}, {"/grant_type"}),
)


# A set has another order in each process: ids come from what is asked alone.
@pytest.mark.parametrize(
    ("asked", "pointers"), BAD_TOKENS, ids=[str(asked) for asked, _pointers in BAD_TOKENS]
)
def test_an_incomplete_request_for_a_token_points_at_what_is_missing(asked, pointers, db):
    problem = problem_of(Caller().post("/token", asked), 400)
    assert {error["pointer"] for error in problem["errors"]} == pointers


def test_a_cookie_gets_no_token(shop, client_of):
    answer = client_of(shop.sam).post(f"{BASE}/token", "{}", content_type="application/json")
    problem_of(answer, 400)
