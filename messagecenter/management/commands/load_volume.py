from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from messagecenter.volume.loading import load

MOST_MESSAGES = 1_000_000_000


class Command(BaseCommand):
    help = "Adds synthetic messages, with the people, orders and threads they need, for measuring."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--messages", type=int, required=True)
        parser.add_argument("--seed", type=int, default=1, help="another seed draws other mailboxes")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "This is not a demo: synthetic people have no place beside real ones. Set DEMO=true first."
            )
        if not 1 <= options["messages"] <= MOST_MESSAGES:
            raise CommandError(
                f"--messages is {options['messages']}: write a number from 1 to {MOST_MESSAGES}."
            )
        started = time.perf_counter()
        loaded = load(options["messages"], seed=options["seed"], now=timezone.now())
        took = time.perf_counter() - started
        self.stdout.write(
            f"{loaded.messages} messages in {loaded.threads} threads of {len(loaded.buyers)} buyers and "
            f"{len(loaded.sellers)} sellers, in {took:.1f} s."
        )
