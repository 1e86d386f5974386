"""What every page's frame shows: who is signed in, on which side, and how many messages wait."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from accounts.access import buyer_of, seller_of, staff_of
from accounts.models import Buyer, Seller, SellerStaff
from messaging.models import Folder, MailboxEntry, Message, Status
from messaging.models.mailbox import BADGE_LIMIT


class Shell:
    """Asked only by full pages: a fragment pays nothing for the frame it does not draw.

    A page that has counted already says so in `request.unread_total` or `request.needs_reply_total`.
    """

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.marketplace = settings.MARKETPLACE_NAME
        self.theme = {"dark": "dark", "light": "light"}.get(request.COOKIES.get("theme", ""), "")
        self.demo = settings.DEMO

    @cached_property
    def buyer(self) -> Buyer | None:
        return buyer_of(self.request.user) if hasattr(self.request, "user") else None

    @cached_property
    def staff(self) -> SellerStaff | None:
        return staff_of(self.request.user) if hasattr(self.request, "user") else None

    @cached_property
    def seller(self) -> Seller | None:
        return seller_of(self.request.user) if hasattr(self.request, "user") else None

    @property
    def side(self) -> str:
        return "seller" if self.seller else "buyer" if self.buyer else ""

    @property
    def roles(self) -> str:
        """Which links the frame shows, as one word: "b", "s" and "o" for buyer, seller, operator staff."""
        is_staff = bool(getattr(self.request.user, "is_staff", False))
        return "b" * bool(self.buyer) + "s" * bool(self.seller) + "o" * is_staff

    @cached_property
    def unread(self) -> int:
        """The buyer's unread threads, counted to 99 and no further: 100 means “99+”."""
        if self.buyer is None:
            return 0
        if (known := getattr(self.request, "unread_total", None)) is not None:
            return int(known)
        unread = MailboxEntry.objects.filter(mailbox__buyer=self.buyer, folder=Folder.INBOX).unread()
        return len(unread.order_by().values_list("pk", flat=True)[: BADGE_LIMIT + 1])

    @cached_property
    def needs_reply(self) -> int:
        """The seller's threads that need a reply, counted to 99 and no further."""
        if self.seller is None:
            return 0
        if (known := getattr(self.request, "needs_reply_total", None)) is not None:
            return int(known)
        inbox = MailboxEntry.objects.filter(mailbox__seller=self.seller, folder=Folder.INBOX)
        return len(inbox.awaiting_seller().order_by().values_list("pk", flat=True)[: BADGE_LIMIT + 1])

    @cached_property
    def waiting(self) -> int:
        """Messages kept because the shop has Buyer Messages off; 0 when it is on."""
        if self.seller is None or self.seller.buyer_messages_on:
            return 0
        waiting = Message.objects.filter(thread__seller=self.seller, status=Status.WAITING).order_by()
        return len(waiting.values_list("pk", flat=True)[: BADGE_LIMIT + 1])


def shell(request: HttpRequest) -> dict[str, Any]:
    return {"shell": Shell(request)}
