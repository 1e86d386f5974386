"""One raw mail on stdin through the whole gateway, screening included."""

from __future__ import annotations

import json
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.db import Error as DatabaseError
from django.utils import timezone

from messaging.gateway.models import Outcome
from messaging.gateway.receiving import Receipt, receive

TRY_AGAIN = 75


class Command(BaseCommand):
    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--sender", required=True, help='envelope sender; "" is the null sender')
        parser.add_argument(
            "--rcpt", required=True, action="append", help="envelope recipient; may be repeated"
        )
        parser.add_argument(
            "--authserv-id",
            default=settings.TRUSTED_AUTHSERV_ID,
            help="whose Authentication-Results are believed (default: %(default)s)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            receipts = receive(
                sys.stdin.buffer.read(settings.MAX_MAIL_BYTES + 1),
                envelope_from=options["sender"],
                recipients=options["rcpt"],
                authserv_id=options["authserv_id"],
                now=timezone.now(),
            )
        except (DatabaseError, OSError) as problem:
            self.stderr.write(f"not stored, try again: {type(problem).__name__}")
            raise SystemExit(TRY_AGAIN) from problem
        # What went wrong for one recipient must not hide behind what went well for another.
        shown = max(receipts, key=lambda receipt: receipt.exit_code)
        self.stdout.write(json.dumps(as_values(shown, receipts), ensure_ascii=False))
        raise SystemExit(shown.exit_code)


def as_values(shown: Receipt, receipts: list[Receipt]) -> dict[str, object]:
    values = _values(shown)
    if len(receipts) > 1:
        values["recipients"] = [_values(receipt) for receipt in receipts]
    return values


def _values(receipt: Receipt) -> dict[str, object]:
    return {
        "outcome": str(receipt.outcome),
        "reason": str(receipt.reason) or None,
        "thread": str(receipt.thread.pk) if receipt.thread else None,
        "message": str(receipt.message.pk) if receipt.message else None,
        "text": receipt.text if receipt.outcome == Outcome.MESSAGE else None,
        "attachments": [
            {
                "name": file.name,
                "type": file.content_type,
                "kept": file.is_kept,
                "because": file.because or None,
            }
            for file in receipt.files
        ],
    }
