from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from messagecenter.demo import PASSWORD, seeding

# It is told through the real flows, a few hundred messages a second: for measuring there is load_volume.
MOST = 100_000


class Command(BaseCommand):
    help = "Believable demo data: people, goods, orders and threads in every state. Safe to run twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--buyers", type=int, default=seeding.BUYERS)
        parser.add_argument("--sellers", type=int, default=seeding.SELLERS)
        parser.add_argument("--threads", type=int, default=seeding.THREADS)

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "This is not a demo: the demo's people share a known password. Set DEMO=true first."
            )
        for name, least in (("buyers", 2), ("sellers", seeding.LEAST_SELLERS), ("threads", 1)):
            if not least <= options[name] <= MOST:
                raise CommandError(f"--{name} is {options[name]}: write a number from {least} to {MOST}.")
        seeded = seeding.seed(
            buyer_count=options["buyers"],
            seller_count=options["sellers"],
            thread_count=options["threads"],
            now=timezone.now(),
        )
        self.stdout.write(
            f"{seeded.products} products, {seeded.orders} orders, {seeded.threads} threads with "
            f"{seeded.messages} messages; {seeded.added} threads were added. "
            f"Every demo password is {PASSWORD}."
        )
