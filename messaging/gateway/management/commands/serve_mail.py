"""The mail listener: SMTP, or LMTP behind a mail server."""

from __future__ import annotations

import asyncio
import signal
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from messaging.gateway.listener import MailHandler, make_server


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--listen", default="127.0.0.1:8025", help="HOST:PORT (default: %(default)s)")
        parser.add_argument("--lmtp", action="store_true", help="speak LMTP: one reply per recipient")
        parser.add_argument("--authserv-id", default=settings.TRUSTED_AUTHSERV_ID)

    def handle(self, *args: Any, **options: Any) -> None:
        host, _, port = options["listen"].rpartition(":")
        if not port.isascii() or not port.isdigit() or not 0 < int(port[:6]) < 65536:
            raise CommandError(f"--listen is “{options['listen']}”: write HOST:PORT, such as 127.0.0.1:8025.")
        handler = MailHandler(authserv_id=options["authserv_id"], is_lmtp=options["lmtp"])
        try:
            asyncio.run(
                self._serve(handler, host.strip("[]") or "127.0.0.1", int(port), is_lmtp=options["lmtp"])
            )
        except OSError as problem:
            raise CommandError(f"Cannot listen on {options['listen']}: {problem.strerror}.") from problem
        finally:
            handler.stop()

    async def _serve(self, handler: MailHandler, host: str, port: int, *, is_lmtp: bool) -> None:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: make_server(handler, is_lmtp=is_lmtp), host=host, port=port)
        stopping = asyncio.Event()
        for kind in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(kind, stopping.set)
        self.stdout.write(f"Mail is taken on {host}:{port} ({'LMTP' if is_lmtp else 'SMTP'}).")
        async with server:
            await stopping.wait()
