"""People in the operator's admin. Buyers and sellers stand in `messaging.admin`: their changes are recorded."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.models import Group
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import (
    AccessToken,
    ApiClient,
    BuyerAlias,
    NotificationAddress,
    SellerStaff,
    SenderAddress,
    User,
)
from accounts.read_only import KeptAdmin, ReadOnlyAdmin

# allauth's pages would let staff verify an address, or take away or read a second factor.
admin.site.unregister([Group, EmailAddress, Authenticator])


@admin.register(User)
class UserAdmin(KeptAdmin):
    list_display = ["email", "first_name", "last_name", "is_active", "is_staff", "date_joined"]
    list_filter = ["is_active", "is_staff", "groups"]
    search_fields = ["email", "first_name", "last_name"]
    ordering = ["email"]
    filter_horizontal = ["groups"]
    fieldsets = [
        (None, {"fields": ["email", "first_name", "last_name", "language", "time_zone"]}),
        (_("May sign in, and where"), {"fields": ["is_active", "is_staff", "is_superuser", "groups"]}),
        (_("Dates"), {"fields": ["date_joined", "last_login"]}),
    ]
    readonly_fields = ["email", "is_superuser", "date_joined", "last_login"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Only a superuser gives rights, or touches an account that has more of them."""
        fixed = [*self.readonly_fields]
        return fixed if request.user.is_superuser else [*fixed, "is_staff", "groups"]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is not None and (obj.is_superuser or obj.is_staff) and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)


@admin.register(Group)
class GroupAdmin(ReadOnlyAdmin):
    """The groups are made from `accounts.roles`."""

    list_display = ["name"]


@admin.register(EmailAddress)
class EmailAddressAdmin(ReadOnlyAdmin):
    list_display = ["email", "user", "verified", "primary"]
    list_filter = ["verified"]
    search_fields = ["email"]
    list_select_related = ["user"]


@admin.register(Authenticator)
class AuthenticatorAdmin(ReadOnlyAdmin):
    """Who has a second factor, and since when; its secret is shown to nobody."""

    list_display = ["user", "type", "created_at", "last_used_at"]
    list_filter = ["type"]
    list_select_related = ["user"]
    exclude = ["data"]


@admin.register(SellerStaff)
class SellerStaffAdmin(ReadOnlyAdmin):
    list_display = ["seller", "user", "role", "created_at"]
    list_filter = ["role"]
    search_fields = ["seller__name"]
    list_select_related = ["seller", "user"]


@admin.register(BuyerAlias)
class BuyerAliasAdmin(ReadOnlyAdmin):
    list_display = ["local", "buyer", "is_current", "works_until"]
    search_fields = ["local"]
    list_select_related = ["buyer__user"]


@admin.register(SenderAddress, NotificationAddress)
class AddressAdmin(ReadOnlyAdmin):
    list_display = ["address", "seller", "verified_at", "link_sent_at"]
    search_fields = ["address", "seller__name"]
    list_select_related = ["seller"]


@admin.register(ApiClient)
class ApiClientAdmin(ReadOnlyAdmin):
    list_display = ["client_id", "seller", "name", "created_at", "revoked_at"]
    list_select_related = ["seller"]
    exclude = ["secret_digest", "refresh_digest"]


@admin.register(AccessToken)
class AccessTokenAdmin(ReadOnlyAdmin):
    list_display = ["pk", "user", "client", "created_at", "expires_at"]
    list_select_related = ["user", "client"]
    exclude = ["digest"]
