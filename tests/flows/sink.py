"""A real SMTP server that keeps every mail it takes, as it came off the wire."""

from __future__ import annotations

import email
import socket
import threading
from dataclasses import dataclass
from email.message import Message
from typing import Any

from aiosmtpd.controller import Controller


@dataclass(frozen=True)
class KeptMail:
    sender: str
    recipient: str
    raw: bytes

    @property
    def parsed(self) -> Message:
        return email.message_from_bytes(self.raw)

    @property
    def words(self) -> str:
        """Everything a reader or a curious program could see: headers and decoded parts."""
        parts = [str(self.raw, "utf-8", "replace")]
        for part in self.parsed.walk():
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                parts.append(payload.decode("utf-8", "replace"))
        return "\n".join(parts)


class MailSink:
    def __init__(self) -> None:
        self.mails: list[KeptMail] = []
        self._lock = threading.Lock()

    def start(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def stop(self) -> None:
        self._controller.stop()

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        with self._lock:
            for recipient in envelope.rcpt_tos:
                self.mails.append(KeptMail(envelope.mail_from or "", recipient, envelope.original_content))
        return "250 2.0.0 kept"

    def to(self, recipient: str) -> list[KeptMail]:
        with self._lock:
            return [mail for mail in self.mails if mail.recipient == recipient]
