"""Checks the hash chains of the record and prints the first break."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser

from messaging.ledger.models import Chain, LedgerEntry
from messaging.ledger.verifying import Break, verify, verify_all


class Command(BaseCommand):
    help = "Check the hash chains of the record; print the first break and exit with 1."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--thread", type=UUID, metavar="ID", help="only this thread's chain")

    def handle(self, *args: Any, **options: Any) -> None:
        checked = 0
        for chain, found in _chains(options["thread"]):
            if found is not None:
                raise CommandError(
                    f"{found.chain} breaks at entry {found.seq}: {found.because}.", returncode=1
                )
            checked += 1
            if options["verbosity"] > 1:
                self.stdout.write(f"{chain} holds")
        self.stdout.write(f"The record holds: {checked} chain{'' if checked == 1 else 's'} checked.")


def _chains(thread_id: UUID | None) -> Iterable[tuple[str, Break | None]]:
    if thread_id is None:
        return verify_all()
    name = f"thread:{thread_id}"
    if not (Chain.objects.filter(name=name).exists() or LedgerEntry.objects.filter(chain=name).exists()):
        raise CommandError(f"Nothing is recorded about thread {thread_id}.", returncode=1)
    return [(name, verify(name))]
