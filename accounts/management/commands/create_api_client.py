"""Credentials for a shop's program, or the marketplace's own, shown once."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from accounts.access import seller_of, staff_of
from accounts.models import AccessToken, ApiClient, SellerStaff, User
from accounts.models.user import UserManager


class Command(BaseCommand):
    help = (
        "Make credentials for a program that acts for a shop, or for the marketplace itself. They are printed "
        "once and kept only as digests."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        whose = parser.add_mutually_exclusive_group(required=True)
        whose.add_argument(
            "--seller", metavar="EMAIL", help="A person of the shop; the program acts as them."
        )
        whose.add_argument(
            "--operator",
            metavar="EMAIL",
            help="A member of the operator's staff; the program reports orders, returns and notices.",
        )
        parser.add_argument("--name", default="command line", help="What the program is called.")
        parser.add_argument("--json", action="store_true", help="Print one JSON line.")

    def handle(self, *args: Any, **options: Any) -> None:
        user = (
            _operator(options["operator"]) if options["operator"] else _seller_staff(options["seller"]).user
        )
        seller = None if options["operator"] else seller_of(user)
        with transaction.atomic():
            client, plain = ApiClient.issue(seller=seller, user=user, name=options["name"][:80])
            _token, plain["token"] = AccessToken.issue(user, now=timezone.now(), client=client)
        if options["json"]:
            self.stdout.write(json.dumps(plain))
            return
        self.stdout.write(
            f"For {seller or settings.MARKETPLACE_NAME}. Keep these now; they are not shown again."
        )
        for name, value in plain.items():
            self.stdout.write(f"{name:14} {value}")


def _seller_staff(email: str) -> SellerStaff:
    user = User.people.filter(email=UserManager.fold(email), is_active=True).first()
    staff = staff_of(user) if user else None
    if staff is None:
        raise CommandError("Nobody of a shop signs in with that e-mail address.")
    if not staff.may_write:
        raise CommandError(
            "That person is a viewer: a program of theirs could not write. Name an owner or agent."
        )
    return staff


def _operator(email: str) -> User:
    user = User.people.filter(email=UserManager.fold(email), is_active=True, is_staff=True).first()
    if user is None:
        raise CommandError("Nobody of the operator's staff signs in with that e-mail address.")
    return user
