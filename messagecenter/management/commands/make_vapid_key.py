from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from messagecenter.environment import new_vapid_key


class Command(BaseCommand):
    help = "Prints a new key for web push, as a line for .env. Changing it later ends every subscription."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"VAPID_PRIVATE_KEY={new_vapid_key()}")
