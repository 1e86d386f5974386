"""The operator's admin: people change only with a reason, and staff come in with a second factor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import Group
from django.urls import reverse

from accounts.models import Buyer, Seller, SellerStaff, Standing, User
from accounts.roles import ADMINISTRATOR, GROUPS
from messaging.ledger.models import LedgerEntry
from messaging.ledger.verifying import verify
from tests.messaging.browsing import (
    SignIn,
    page,
)

# People ----------------------------------------------------------------------------------------------------------------


def test_an_opt_out_changes_only_with_a_reason_and_lands_in_the_record(
    client_of: SignIn, mo: User, bea: Buyer
) -> None:
    client = client_of(mo)
    path = reverse("admin:accounts_buyer_change", args=[bea.pk])
    assert client.post(path, {"opted_out": "on", "reason": ""}).status_code == 200
    bea.refresh_from_db()
    assert not bea.opted_out
    client.post(path, {"opted_out": "on", "reason": "Asked for it by phone"})
    bea.refresh_from_db()
    assert bea.opted_out
    entry = LedgerEntry.objects.get(chain=f"buyer:{bea.pk}")
    assert (entry.kind, entry.actor) == ("buyer.changed", mo)
    assert entry.facts == {"changed": {"opted_out": True}, "reason": "Asked for it by phone"}


def test_a_restricted_buyer_cannot_write_and_a_leaked_alias_is_replaced(
    client_of: SignIn, mo: User, bea: Buyer
) -> None:
    before = bea.alias
    path = reverse("admin:accounts_buyer_change", args=[bea.pk])
    client_of(mo).post(path, {"restricted": "on", "new_alias": "on", "reason": "Alias was published"})
    bea.refresh_from_db()
    assert bea.restricted_at is not None
    assert bea.alias != before


def test_a_standing_changes_only_with_a_reason_without_addresses(
    client_of: SignIn, mo: User, sam: SellerStaff
) -> None:
    client = client_of(mo)
    path = reverse("admin:accounts_seller_change", args=[sam.seller.pk])
    form = {"standing": Standing.SUSPENDED, "standing_until_0": "", "standing_until_1": ""}
    refused = client.post(path, {**form, "reason": "See sam.okafor@northwind-office.example"})
    assert "Leave out addresses" in page(refused)
    assert Seller.objects.get(pk=sam.seller.pk).standing == Standing.GOOD
    client.post(path, {**form, "reason": "15 points in 90 days, confirmed"})
    assert Seller.objects.get(pk=sam.seller.pk).standing == Standing.SUSPENDED
    entry = LedgerEntry.objects.get(chain=f"seller:{sam.seller.pk}")
    assert entry.facts["changed"] == {"standing": "suspended"}
    assert verify(entry.chain) is None


# Groups and the second factor ------------------------------------------------------------------------------------------


def test_the_groups_exist_with_the_permissions_they_name(db: None) -> None:
    for name, rooms in GROUPS.items():
        held = set(
            Group.objects.get(name=name).permissions.values_list("content_type__app_label", "codename")
        )
        wanted = {(room, code) for room, codes in rooms.items() for code in codes if code != "*"}
        assert wanted <= held, name


def test_only_a_superuser_gives_rights(client_of: SignIn, staff: Callable[[str], User], mo: User) -> None:
    administrator = staff(ADMINISTRATOR)
    client = client_of(administrator)
    assert client.get(reverse("admin:accounts_user_change", args=[mo.pk])).status_code == 200
    assert client.post(reverse("admin:accounts_user_change", args=[mo.pk]), {}).status_code == 403
    client.post(
        reverse("admin:accounts_user_change", args=[administrator.pk]),
        {"is_superuser": "on", "is_staff": "on"},
    )
    administrator.refresh_from_db()
    assert not administrator.is_superuser


def test_staff_without_a_second_factor_are_sent_to_set_it_up(
    client_of: SignIn, mo: User, settings: Any
) -> None:
    settings.REQUIRE_STAFF_MFA = True
    response = client_of(mo).get("/admin/")
    assert (response.status_code, response["Location"]) == (302, "/accounts/2fa/")


def test_staff_with_a_second_factor_come_in(client_of: SignIn, mo: User, settings: Any) -> None:
    from allauth.mfa.models import Authenticator

    settings.REQUIRE_STAFF_MFA = True
    Authenticator.objects.create(user=mo, type=Authenticator.Type.TOTP, data={"secret": "x"})
    assert client_of(mo).get("/admin/").status_code == 200
