"""Makes the search index anew from the sealed messages."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from messaging.models import MailboxEntry
from messaging.search.indexing import BATCH, index_all


class Command(BaseCommand):
    help = "Make every thread's search words anew; runs beside everything else, and is safe to break off and to repeat."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--batch", type=int, default=BATCH, metavar="THREADS", help="threads at a time")

    def handle(self, *args: Any, **options: Any) -> None:
        total, done = MailboxEntry.objects.count(), 0
        for done in index_all(batch=max(1, options["batch"])):
            self.stdout.write(f"\r{done} of {total} threads", ending="" if self.stdout.isatty() else "\n")
            self.stdout.flush()
        self.stdout.write(f"\r{done} threads can be searched.")
