"""manage.py scan_policy: judge messages, JSON lines in, JSON lines out."""

import io
import sys
from typing import Any

from django.core.management.base import BaseCommand

from messaging.policy.lines import answer_lines


class Command(BaseCommand):
    help = 'Reads {"id","text","direction","proactive"} lines, writes {"id","labels","spans"} lines in order.'
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        # JSON is UTF-8 whatever the machine's locale; a broken byte spoils its line only.
        lines = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="surrogateescape", newline="\n")
        out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", errors="backslashreplace", newline="\n")
        status = answer_lines(lines, out, sys.stderr)
        out.flush()
        out.detach()
        lines.detach()
        if status:
            sys.exit(status)
