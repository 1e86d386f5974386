"""Credentials for a shop's program, shown once."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from accounts.access import staff_of
from accounts.models import AccessToken, ApiClient, User
from accounts.models.user import UserManager


class Command(BaseCommand):
    help = (
        "Make credentials for a program that acts for a shop. They are printed once and kept only as digests."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--seller", required=True, metavar="EMAIL", help="A person of the shop; the program acts as them."
        )
        parser.add_argument("--name", default="command line", help="What the program is called.")
        parser.add_argument("--json", action="store_true", help="Print one JSON line.")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.people.filter(email=UserManager.fold(options["seller"]), is_active=True).first()
        staff = staff_of(user) if user else None
        if user is None or staff is None:
            raise CommandError("Nobody of a shop signs in with that e-mail address.")
        if not staff.may_write:
            raise CommandError(
                "That person is a viewer: a program of theirs could not write. Name an owner or agent."
            )
        with transaction.atomic():
            client, plain = ApiClient.issue(seller=staff.seller, user=user, name=options["name"][:80])
            _token, plain["token"] = AccessToken.issue(user, now=timezone.now(), client=client)
        if options["json"]:
            self.stdout.write(json.dumps(plain))
            return
        self.stdout.write(f"For {staff.seller.name}. Keep these now; they are not shown again.")
        for name, value in plain.items():
            self.stdout.write(f"{name:14} {value}")
