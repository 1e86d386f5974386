"""A thread in which Bea's question waits for Sam's answer, and the addresses each of them answers to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from django.core import mail as outbox
from django.core.mail.backends.locmem import EmailBackend as OutboxBackend
from django.utils import timezone

from accounts.relay import RelayAddress, RelayKind
from messaging.gateway.management.commands.mail_context import mail_context
from messaging.gateway.receiving import Receipt, receive
from messaging.models import Side, Thread
from tests import cast
from tests.gateway.mails import AUTHSERV_ID, mail

Receive = Callable[..., Receipt]


@dataclass(frozen=True)
class MailWorld:
    shop: cast.Shop
    thread: Thread
    facts: dict

    @property
    def alias(self) -> str:
        return str(RelayAddress(RelayKind.ALIAS, self.shop.bea.alias))

    def reply_address(self, side: Side) -> str:
        return str(self.thread.reply_address(side))

    def tokens(self, who: str) -> dict[str, str]:
        """The case files' tokens as `who` (seller, buyer, stranger) would fill them."""
        side = "buyer" if who == "buyer" else "seller"
        return {
            "REPLY_ADDRESS": self.facts["reply_address"][side],
            "REPLY_ADDRESS_2": self.facts["reply_address_2"][side],
            "ALIAS": self.facts["alias"],
            "SELLER_EMAIL": self.facts["seller_email"],
            "SELLER_OTHER_EMAIL": "sam.at.home@private-post.example",
            "BUYER_EMAIL": self.facts["buyer_email"],
            "STRANGER_EMAIL": "eve@elsewhere.example",
            "ALERT_MESSAGE_ID": self.facts["alert_message_id"][side],
            "ORDER_ID": self.facts["order_id"],
            "REPORT_ADDRESS": self.facts["report_address"],
        }


@pytest.fixture
def world(shop: cast.Shop) -> MailWorld:
    facts = mail_context(shop.bea, shop.sam, now=timezone.now())
    return MailWorld(shop, Thread.objects.with_parties().get(pk=facts["thread"]), facts)


@pytest.fixture
def deliver() -> Receive:
    """Feed a mail to the gateway; the receipt for its first recipient."""

    def feed(
        raw: bytes,
        *recipients: str,
        envelope_from: str = "someone@sender.example",
        now: datetime | None = None,
    ) -> Receipt:
        return deliver_all(raw, recipients, envelope_from=envelope_from, now=now)[0]

    return feed


def deliver_all(
    raw: bytes, recipients: Sequence[str], *, envelope_from: str, now: datetime | None = None
) -> list[Receipt]:
    return receive(
        raw,
        envelope_from=envelope_from,
        recipients=recipients,
        authserv_id=AUTHSERV_ID,
        now=now or timezone.now(),
    )


@pytest.fixture
def empty_outbox(world: MailWorld) -> None:
    """Only what the test itself caused is looked at."""
    outbox.outbox.clear()


@pytest.fixture
def mail_server_down(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Nothing can be sent until `undo()`."""

    def refuse(*_: object) -> int:
        raise ConnectionRefusedError

    with monkeypatch.context() as patch:
        patch.setattr(OutboxBackend, "send_messages", refuse)
        yield patch


def later(**ahead: float) -> datetime:
    return timezone.now() + timedelta(**ahead)


def sent_to(address: str) -> list[str]:
    return [str(letter.body) for letter in outbox.outbox if letter.to == [address]]


def from_sam(text: str, **parts: object) -> bytes:
    return mail(text, author=cast.SAM_EMAIL, **parts)  # type: ignore[arg-type]


def from_bea(text: str, **parts: object) -> bytes:
    return mail(text, author=cast.BEA_EMAIL, **parts)  # type: ignore[arg-type]
