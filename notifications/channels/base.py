"""What every channel is: something that takes one delivery to its receiver."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from notifications.models import Delivery


class CannotSend(Exception):
    """The channel did not take it. `code` is for our records: never an address, never text."""

    def __init__(self, code: str, *, is_final: bool) -> None:
        super().__init__(code)
        self.code = code
        self.is_final = is_final


class NothingToSay(Exception):
    """There is no reason left to tell: read, taken back, switched off. Its text is kept with the delivery."""


class NotNow(Exception):
    """The receiver is looking at it; to be asked again."""


class Carrier(Protocol):
    def send(self, delivery: Delivery, *, now: datetime) -> None:
        """Take the alert to its receiver. Raises CannotSend or NothingToSay."""
