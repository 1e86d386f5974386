"""Seals everything anew that an older key of MESSAGE_KEYS sealed, so that the old key can be dropped."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from messaging.resealing import BATCH, reseal_all


class Command(BaseCommand):
    help = (
        "Seal with the first key of MESSAGE_KEYS whatever an older one sealed; runs beside everything else."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--batch", type=int, default=BATCH, metavar="ROWS", help="rows read at a time")

    def handle(self, *args: Any, **options: Any) -> None:
        unreadable: list[str] = []
        if options["batch"] < 1:
            raise CommandError(f"--batch is {options['batch']}: write 1 or more.")
        for tally in reseal_all(batch=options["batch"]):
            self.stdout.write(f"{tally.place}: {tally.resealed} sealed anew")
            unreadable += tally.unreadable
        if unreadable:
            for because in unreadable[:20]:
                self.stderr.write(because)
            raise CommandError(
                f"{len(unreadable)} values could not be opened with the keys of MESSAGE_KEYS: keep the old key."
            )
        self.stdout.write("Everything is sealed with the first key; older keys may be dropped.")
