"""What an alert says: the values its templates draw. Only delivered text, never an address of the other side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.unsubscribing import make_unsubscribe_token
from messaging.models import FileState, Kind, Message, Side, Status, Thread
from messaging.views.cards import cards_of, key_of
from notifications.channels.base import NothingToSay
from notifications.models import Delivery, Notice
from notifications.receivers import message_of

CASES = (Notice.CLAIM, Notice.RETURN)
# Mail programs cut answers here; our own gateway does too.
REPLY_LINE = "##- Reply above this line -##"
STILL_TRUE = {
    Notice.NOT_SENT: Status.BLOCKED,
    Notice.HELD: Status.QUARANTINED,
    Notice.WAITING: Status.WAITING,
    Notice.REMOVED: Status.DISCARDED,
}


def content_of(delivery: Delivery) -> dict[str, Any]:
    """The context of both templates. Raises NothingToSay when there is nothing left to tell."""
    thread = delivery.thread
    assert thread is not None, "an alert is about a thread"
    side, notice = Side(delivery.side), Notice(delivery.notice)
    what = _of_case(delivery) if notice in CASES else _of_messages(delivery)
    return {
        "market": settings.MARKETPLACE_NAME,
        "market_domain": settings.MARKETPLACE_DOMAIN,
        "notice": notice,
        "side": side,
        "is_buyer": side == Side.BUYER,
        "thread": thread,
        "counterpart": _counterpart(thread, side),
        "company": thread.buyer.company_name if side == Side.SELLER else "",
        "about": about(thread),
        "order_number": thread.order.number if thread.order else "",
        "is_ours": thread.seller_id is None,
        "can_reply": thread.is_two_way and notice not in {Notice.REMOVED, *CASES},
        "reply_line": REPLY_LINE,
        "reference": delivery.reference,
        "open_url": site(f"/messages/t/{thread.pk}/"),
        "verify_url": site(reverse("verify-mail")) + "?" + urlencode({"code": delivery.reference}),
        "preferences_url": site("/preferences/" if side == Side.BUYER else "/seller/settings/notifications/"),
        "unsubscribe_url": unsubscribe_url(thread) if side == Side.BUYER else "",
        **what,
    }


def _of_messages(delivery: Delivery) -> dict[str, Any]:
    side, notice = Side(delivery.side), Notice(delivery.notice)
    assert delivery.thread is not None, "an alert is about a thread"
    messages = messages_of(delivery)
    return {
        "heading": _heading(notice, messages, _counterpart(delivery.thread, side), side),
        "messages": [_shown(message, side) for message in messages],
        "because": _because(messages[0]) if notice == Notice.NOT_SENT else [],
        "overturned": delivery.event.kind == "dispute.overturned",
    }


def _of_case(delivery: Delivery) -> dict[str, Any]:
    """What the thread shows as a card: the same words, and the way to the page where one answers."""
    thread, side = delivery.thread, Side(delivery.side)
    assert thread is not None, "an alert is about a thread"
    assert thread.order is not None, "claims and returns are about an order"
    key = key_of(delivery.event)
    card = next((card for card in cards_of(thread, side) if card.key == key), None)
    if card is None:
        raise NothingToSay("no longer true")
    page = {Notice.CLAIM: "claim", Notice.RETURN: "returns"}[Notice(delivery.notice)]
    path = (
        reverse(page, args=[thread.order.number]) if side == Side.BUYER else f"/messages/t/{thread.pk}/#case"
    )
    return {"heading": card.title, "card": card, "messages": [], "open_url": site(path)}


def _counterpart(thread: Thread, side: Side) -> str:
    return thread.name_for(side) or settings.MARKETPLACE_NAME


def messages_of(delivery: Delivery) -> list[Message]:
    """The messages one alert tells of, in order: its own and those gathered into it."""
    events = [delivery.event, *(gathered.event for gathered in delivery.gathered.select_related("event"))]
    found = [message for event in events if (message := message_of(event)) is not None]
    if delivery.notice == Notice.NEW_MESSAGE:
        found = [message for message in found if message.is_shown]
    elif (status := STILL_TRUE.get(Notice(delivery.notice))) is not None:
        found = [message for message in found if message.status == status]
    if not found:
        raise NothingToSay("no longer true")
    return sorted(found, key=lambda message: message.seq)


def subject_of(content: dict[str, Any]) -> str:
    """The heading, what it is about, the order's number: made of our words and the marketplace's, not of the text."""
    important = any(message["is_important"] for message in content["messages"])
    subject = f"{content['heading']}: {content['thread'].subject}"
    if content["order_number"]:
        subject += f" [{content['order_number']}]"
    return f"[{_('Important')}] {subject}" if important else subject


def about(thread: Thread) -> str:
    if thread.order:
        title = thread.order.items.order_by("pk").values_list("title", flat=True).first() or ""
        number = _("order %(number)s") % {"number": thread.order.number}
        return f"{title} · {number}" if title else number
    return thread.product.title if thread.product else thread.subject


def site(path: str) -> str:
    """Links are made from the configured origin only, never from a request's Host."""
    return settings.SITE_URL + path


def unsubscribe_url(thread: Thread) -> str:
    return site(reverse("unsubscribe", args=[make_unsubscribe_token(thread.buyer)]))


def _heading(notice: Notice, messages: list[Message], counterpart: str, side: Side) -> str:
    if notice == Notice.NEW_MESSAGE:
        if len(messages) > 1:
            return ngettext(
                "%(n)d new message from %(name)s", "%(n)d new messages from %(name)s", len(messages)
            ) % {
                "n": len(messages),
                "name": counterpart,
            }
        verb = _("%(name)s replied") if messages[0].seq > 1 else _("%(name)s wrote to you")
        return verb % {"name": counterpart}
    return {
        Notice.NOT_SENT: _("Your message was not sent"),
        Notice.HELD: _("Your message is being reviewed"),
        Notice.WAITING: _("Your message is waiting for the seller"),
        Notice.REMOVED: _("Your message was removed after review"),
        Notice.DECIDED: _("A decision about your message"),
    }[notice]


def _shown(message: Message, side: Side) -> dict[str, Any]:
    """A message as one side reads it in a mail: an author's own words are not mailed back to them."""
    is_own = message.side == side
    files: Iterable[Any] = () if is_own else message.attachments.filter(state=FileState.CLEAN)
    return {
        "text": "" if is_own else message.text_for(side),
        "files": [{"name": file.name, "bytes": file.size_bytes} for file in files],
        "is_important": message.kind == Kind.IMPORTANT and not is_own,
    }


def _because(message: Message) -> list[dict[str, str]]:
    """Which words, why, and what to do: the author reads their own words back, each once."""
    told: dict[tuple[str, str], dict[str, str]] = {}
    for finding in message.findings:
        words = message.body[finding["start"] : finding["end"]]
        told.setdefault(
            (finding["rule"], words), {"words": words, "because": finding["because"], "fix": finding["fix"]}
        )
    return list(told.values())
