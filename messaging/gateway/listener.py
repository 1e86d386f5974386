"""The SMTP and LMTP listener: refuses in the session what it can, stores the rest, answers 250 after the commit.

It stands behind the edge server, which checks SPF, DKIM and DMARC. Nothing but mail for
known recipients is taken, and nothing is ever relayed.
"""

from __future__ import annotations

import asyncio
import functools
import re
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import structlog
from aiosmtpd.lmtp import LMTP
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.conf import settings
from django.db import Error as DatabaseError
from django.db import close_old_connections
from django.utils import timezone

from messaging.gateway.models import Outcome
from messaging.gateway.receiving import Receipt, receive
from messaging.gateway.refusals import REFUSALS, Reason
from messaging.gateway.routing import destination_of

log = structlog.get_logger(__name__)
Result = TypeVar("Result")

MAX_RECIPIENTS = 50
MAX_CONNECTIONS_PER_PEER = 50
# Per envelope sender and minute; more are slowed down, and known recipients are never refused for them.
MAX_UNKNOWN_RECIPIENTS = 20
SECONDS_PER_GUESS = 2
COMMAND_TIMEOUT_SECONDS = 300
LINE_LIMIT_BYTES = 65536
TRY_LATER = "451 4.3.0 Please try again later"
# Whatever is no clean CRLF line end, or NUL, means different things to different servers.
_UNCLEAN = re.compile(rb"\r(?!\n)|(?<!\r)\n|\x00")


class MailHandler:
    """What the listener does at RCPT and at the end of DATA. Database work runs in threads."""

    def __init__(self, *, authserv_id: str, is_lmtp: bool) -> None:
        self._authserv_id = authserv_id
        self._is_lmtp = is_lmtp
        self._threads = ThreadPoolExecutor(max_workers=4, thread_name_prefix="mail")
        self._unknown: dict[str, list[float]] = {}

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if len(envelope.rcpt_tos) >= MAX_RECIPIENTS:
            return "452 4.5.3 Too many recipients"
        try:
            known = await self._in_thread(_is_known, address)
        except DatabaseError:
            log.exception("recipient not looked up")
            return TRY_LATER
        if not known:
            await self._slow_down(session, envelope)
            return _reply(Reason.UNKNOWN_RECIPIENT)
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        raw = envelope.original_content or b""
        count = len(envelope.rcpt_tos)
        if _UNCLEAN.search(raw):
            return self._answers(["554 5.6.0 Bare CR, bare LF and NUL are not accepted"] * count)
        if len(raw) > settings.MAX_MAIL_BYTES:
            return self._answers([_reply(Reason.TOO_LARGE)] * count)
        try:
            receipts = await self._in_thread(
                _receive, raw, envelope.mail_from or "", list(envelope.rcpt_tos), self._authserv_id
            )
        except (DatabaseError, OSError):
            log.exception("mail not stored")
            return self._answers([TRY_LATER] * count)
        return self._answers([_answer(receipt) for receipt in receipts])

    async def handle_exception(self, error: Exception) -> str:
        log.error("listener failed", problem=type(error).__name__)
        return TRY_LATER

    def stop(self) -> None:
        self._threads.shutdown(wait=True)

    def _answers(self, replies: list[str]) -> str:
        """LMTP has one reply per recipient (RFC 2033); SMTP has one for the mail."""
        if self._is_lmtp:
            return "\r\n".join(replies)
        # Taken for one is taken for all: a repeat would reach those who have it, a refusal those who got it.
        order = ("250", "451")
        return min(replies, key=lambda reply: order.index(reply[:3]) if reply[:3] in order else len(order))

    async def _slow_down(self, session: Session, envelope: Envelope) -> None:
        """Who guesses recipients waits for each answer; all others are answered at once.

        Counted by peer and envelope sender: the peer is mostly our own edge server, which
        brings everybody's mail, and to refuse it would be to refuse them all.
        """
        guesser = f"{_peer_of(session)} {(envelope.mail_from or '').lower()}"
        since = time.monotonic() - 60
        self._unknown = {name: found for name, found in self._unknown.items() if found[-1] > since}
        recent = [moment for moment in self._unknown.get(guesser, ()) if moment > since]
        self._unknown[guesser] = [*recent, time.monotonic()]
        if len(recent) >= MAX_UNKNOWN_RECIPIENTS:
            await asyncio.sleep(SECONDS_PER_GUESS)

    async def _in_thread(self, work: Callable[..., Result], *arguments: Any) -> Result:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(
            self._threads, functools.partial(_with_fresh_connection, work, *arguments)
        )


def make_server(handler: MailHandler, *, is_lmtp: bool) -> SMTP:
    """One protocol instance, for one connection."""
    kind = _LmtpServer if is_lmtp else _SmtpServer
    return kind(
        handler,
        data_size_limit=settings.MAX_MAIL_BYTES,
        enable_SMTPUTF8=True,
        hostname=settings.RELAY_DOMAIN,
        ident="ready",
        timeout=COMMAND_TIMEOUT_SECONDS,
        auth_require_tls=True,
    )


class _Limited(SMTP):
    """Long HTML lines are ordinary mail; more than a few connections from one peer are not."""

    line_length_limit = LINE_LIMIT_BYTES
    _connections: dict[str, int] = {}

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._peer_name = str((transport.get_extra_info("peername") or ("local",))[0])
        count = _Limited._connections.get(self._peer_name, 0) + 1
        _Limited._connections[self._peer_name] = count
        super().connection_made(transport)
        if count > MAX_CONNECTIONS_PER_PEER:
            transport.close()

    def connection_lost(self, error: Exception | None) -> None:
        left = _Limited._connections.get(self._peer_name, 1) - 1
        if left > 0:
            _Limited._connections[self._peer_name] = left
        else:
            _Limited._connections.pop(self._peer_name, None)
        super().connection_lost(error)


class _SmtpServer(_Limited):
    pass


class _LmtpServer(_Limited, LMTP):
    pass


def _answer(receipt: Receipt) -> str:
    if receipt.outcome == Outcome.TEMPFAIL:
        return TRY_LATER
    # Only what no proven person wrote is refused in the session; all else is stored and answered by mail.
    if receipt.outcome == Outcome.REFUSED and receipt.reason in (
        Reason.UNKNOWN_RECIPIENT,
        Reason.TOO_LARGE,
        Reason.UNREADABLE,
    ):
        return _reply(Reason(receipt.reason))
    return "250 2.0.0 OK"


def _reply(reason: Reason) -> str:
    refusal = REFUSALS[reason]
    return f"{refusal.smtp_code} {refusal.because}"


def _is_known(address: str) -> bool:
    return destination_of(address, now=timezone.now()) is not None


def _receive(raw: bytes, envelope_from: str, recipients: list[str], authserv_id: str) -> list[Receipt]:
    return receive(
        raw, envelope_from=envelope_from, recipients=recipients, authserv_id=authserv_id, now=timezone.now()
    )


def _with_fresh_connection(work: Callable[..., Result], *arguments: Any) -> Result:
    close_old_connections()
    try:
        return work(*arguments)
    finally:
        close_old_connections()


def _peer_of(session: Session) -> str:
    return str((session.peer or ("local",))[0])
