"""Who signs up shows sellers a name, and no way around the mask."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client

from accounts.models import Buyer
from accounts.naming import poses_as_market, require_only_a_name, require_own_name

SENTENCE = "Leave out phone numbers, addresses and links: sellers see this name."
PASSWORD = "a long walk by the sea 1913"


@pytest.fixture(autouse=True)
def _nobody_signed_up_before():
    """How often an address signs up is counted in the cache."""
    cache.clear()
    yield
    cache.clear()


def sign_up(**fields):
    form = {
        "first_name": "Bea",
        "last_name": "Marlowe",
        "email": "bea@home-post.example",
        "company_name": "",
        "password1": PASSWORD,
    }
    return Client().post("/accounts/signup/", form | fields)


def test_who_signs_up_becomes_a_buyer_under_the_name_they_gave(db):
    assert sign_up(company_name="Marlowe & Daughters 24 Ltd.").status_code == 302
    buyer = Buyer.objects.get(user__email="bea@home-post.example")
    assert (buyer.masked_name, buyer.company_name) == ("Bea M.", "Marlowe & Daughters 24 Ltd.")


@pytest.mark.parametrize("field", ["first_name", "company_name"])
@pytest.mark.parametrize(
    "text",
    [
        "Bea +1 415 555 0142",
        "4155550142",
        "٤١٥٥٥٥٠١٤٢",
        "bea@home-post.com",
        "bea at home-post dot com",
        "www.bea-shop.com",
        "https://bea.shop",
        "Bea t.me/bea",
        "@bea_shop",
        "four one five five five five zero one four two",
    ],
)
def test_a_name_that_holds_contact_details_is_refused_beside_its_field(db, field, text):
    answer = sign_up(**{field: text})
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]
    assert SENTENCE in answer.content.decode()
    assert not Buyer.objects.exists()


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Jean-Luc",
            "D'Angelo",
            "J.R.",
            "St.John",
            "Wei Xin",
            "Viktor",
            "张伟",
            "محمد",
            "X Æ A-12",
            "Nguyễn",
        ),
        *("7-Eleven", "1&1 Telecom", "24/7 Media", "Smith & Co. KG", "Müller24 GmbH", "Bank 1822direkt"),
    ],
)
def test_an_unusual_name_of_a_person_or_company_is_a_name(name):
    require_only_a_name(name)
    require_own_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "Example Market Support",
        "E x a m p l e-Market",
        "ＥＸＡＭＰＬＥ Market",
        "Éxample Market",
        "Exаmple Market",
    ],
)
def test_nobody_signs_up_under_the_marketplaces_name(name):
    with pytest.raises(ValidationError):
        require_own_name(name)


@pytest.mark.parametrize(
    ("market", "name", "poses"),
    [
        ("Otto", "Otto Support", True),
        ("Otto", "Team O-T-T-O", True),
        ("Otto", "Ottoman", False),
        ("Otto", "Carl Scotto", False),
        ("Example Market", "TheExampleMarketTeam", True),
        ("★", "Bea", False),
    ],
)
def test_a_short_market_name_keeps_away_only_who_bears_it_as_a_word(settings, market, name, poses):
    settings.MARKETPLACE_NAME = market
    assert poses_as_market(name) is poses


def test_a_name_is_taken_as_it_is_seen(db):
    assert sign_up(first_name="Example\u200bMarket").context["form"].errors["first_name"]
    assert sign_up(company_name="Example Market Support").context["form"].errors["company_name"]
    sign_up(first_name="\u202eBea\u200b\x07", last_name="\u202eMarlowe", company_name="Café\u2028\ufeffBlau")
    buyer = Buyer.objects.get()
    assert (buyer.masked_name, buyer.company_name) == ("Bea M.", "Café Blau")


class CountingHasher(MD5PasswordHasher):
    count = 0

    def encode(self, password, salt):
        CountingHasher.count += 1
        return super().encode(password, salt)


def test_signing_up_takes_as_long_for_an_address_that_has_an_account(bea, settings):
    settings.PASSWORD_HASHERS = ["tests.accounts.test_signing_up.CountingHasher"]
    EmailAddress.objects.create(user=bea.user, email=bea.user.email, verified=True, primary=True)
    hashed = []
    for address in ("new@home-post.example", bea.user.email):
        before = CountingHasher.count
        answer = sign_up(email=address)
        hashed.append((CountingHasher.count - before, answer.status_code, answer["Location"]))
    assert hashed[0] == hashed[1]
    assert hashed[0][0] > 0
