"""Who is asking, and for whom they act."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser

from accounts.models import Buyer, Seller, SellerStaff, User


def buyer_of(user: User | AnonymousUser) -> Buyer | None:
    return getattr(user, "buyer", None) if user.is_authenticated else None


def staff_of(user: User | AnonymousUser) -> SellerStaff | None:
    return getattr(user, "seller_staff", None) if user.is_authenticated else None


def seller_of(user: User | AnonymousUser) -> Seller | None:
    staff = staff_of(user)
    return staff.seller if staff else None
