"""Alert mails: From a mask, Reply-To the thread, composed anew each time, one recipient per mail."""

from __future__ import annotations

import smtplib
import zoneinfo
from datetime import datetime
from email.utils import formataddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.relay import RelayAddress, RelayKind
from accounts.unsubscribing import make_unsubscribe_token
from messaging.models import Side, Thread
from notifications.channels.base import CannotSend
from notifications.channels.headers import display_name, guard, header_text, root_id
from notifications.content import content_of, subject_of
from notifications.models import Delivery, Notice

NO_REPLY = "no-reply"


class EmailCarrier:
    def send(self, delivery: Delivery, *, now: datetime) -> None:
        thread = delivery.thread
        assert thread is not None, "an alert mail is about a thread"
        mail = compose(delivery)
        # Known before it can be answered: an answer may be faster than our next line.
        _remember(delivery, thread)
        try:
            mail.send()
        except smtplib.SMTPRecipientsRefused as refusal:
            code = max((code for code, _why in refusal.recipients.values()), default=550)
            raise CannotSend(f"recipient refused {code}", is_final=code >= 500) from refusal
        except smtplib.SMTPDataError as refusal:
            raise CannotSend(f"refused {refusal.smtp_code}", is_final=refusal.smtp_code >= 500) from refusal
        except (smtplib.SMTPException, OSError) as failure:
            # Ours to mend (credentials, network, server): tried again.
            raise CannotSend(type(failure).__name__, is_final=False) from failure


def compose(delivery: Delivery) -> EmailMultiAlternatives:
    """The mail of a delivery, in its receiver's language and time. Raises NothingToSay or UnsafeHeader."""
    person = delivery.person
    language = (person.language if person else "") or settings.LANGUAGE_CODE
    zone = zoneinfo.ZoneInfo(person.time_zone if person else settings.TIME_ZONE)
    with translation.override(language), timezone.override(zone):
        content = content_of(delivery)
        content |= {"language": language, "is_rtl": translation.get_language_bidi()}
        template = f"notifications/mail/{delivery.notice}"
        text = render_to_string(f"{template}.txt", content)
        html = render_to_string(f"{template}.html", content)
        headers = headers_of(delivery, content)
    guard({**headers, "To": delivery.receiver})
    mail = EmailMultiAlternatives(
        subject=headers.pop("Subject"),
        body=text,
        # The envelope's sender: a bounce comes back to an address only this receiver's servers know.
        from_email=headers.get("Reply-To", no_reply()),
        to=[delivery.receiver],
        reply_to=[headers.pop("Reply-To")] if "Reply-To" in headers else None,
        headers=headers,
    )
    mail.attach_alternative(html, "text/html")
    return mail


def headers_of(delivery: Delivery, content: dict[str, Any]) -> dict[str, str]:
    """Every header the alert leaves with, but To, Date and those of MIME."""
    thread, side = delivery.thread, Side(delivery.side)
    assert thread is not None, "an alert mail is about a thread"
    root = root_id(thread, side)
    headers = {
        "Subject": header_text(subject_of(content)),
        "From": sender(delivery, thread, side),
        "Message-ID": delivery.message_id,
        "In-Reply-To": root,
        "References": root,
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
    }
    if content["can_reply"]:
        headers["Reply-To"] = str(thread.reply_address(side))
    if side == Side.BUYER and delivery.notice == Notice.NEW_MESSAGE:
        mailto = RelayAddress(RelayKind.UNSUBSCRIBE, make_unsubscribe_token(thread.buyer))
        headers["List-Unsubscribe"] = f"<{content['unsubscribe_url']}>, <mailto:{mailto}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers


def sender(delivery: Delivery, thread: Thread, side: Side) -> str:
    """“Bea M. via Example Market” <mask>: the buyer's alias for sellers, the thread's address for buyers."""
    market = header_text(settings.MARKETPLACE_NAME)
    if delivery.notice != Notice.NEW_MESSAGE or thread.seller is None:
        return formataddr((market, no_reply()))
    if side == Side.SELLER:
        mask = str(RelayAddress(RelayKind.ALIAS, thread.buyer.alias))
        name = display_name(thread.buyer.masked_name, fallback=_("Buyer"))
    else:
        mask = str(thread.reply_address(side))
        name = display_name(thread.seller.name, fallback=_("Seller"))
    return formataddr((_("%(name)s via %(market)s") % {"name": name, "market": market}, mask))


def no_reply() -> str:
    return f"{NO_REPLY}@{settings.RELAY_DOMAIN}"


def _remember(delivery: Delivery, thread: Thread) -> None:
    """An answer that quotes this Message-ID belongs to this thread and side."""
    from messaging.gateway.references import remember_alert

    remember_alert(delivery.message_id, thread, Side(delivery.side))
