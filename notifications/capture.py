"""Mail that is kept instead of sent, and answered from a page: the demo's mail program."""

from __future__ import annotations

import email
import email.policy
import re
import smtplib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage as RawMail
from email.message import Message as ParsedMail
from email.utils import make_msgid, parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from messaging.gateway.receiving import receive
from notifications.models import CapturedMail

# The demo's outbox is no archive.
MOST_KEPT = 2000
SMTP_SECONDS = 20


class CapturingBackend(BaseEmailBackend):
    """Django's mail backend of the embedded mode: every mail becomes a sealed row."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        kept = 0
        for message in email_messages:
            recipients = message.recipients()
            if not recipients:
                continue
            CapturedMail.objects.create(
                envelope_from=parseaddr(message.from_email)[1],
                envelope_to=", ".join(recipients),
                raw=message.message().as_bytes().decode("utf-8", "replace"),
            )
            kept += 1
        if kept:
            _forget_oldest()
        return kept


@dataclass(frozen=True)
class ShownMail:
    """A captured mail, read for the page."""

    mail: CapturedMail
    headers: list[tuple[str, str]]
    subject: str
    text: str
    html: str
    reply_to: str

    @property
    def is_answerable(self) -> bool:
        return bool(self.reply_to)


def shown(mail: CapturedMail) -> ShownMail:
    parsed = _parsed(mail)
    html = _part(parsed, "text/html")
    return ShownMail(
        mail=mail,
        headers=[(name, str(value)) for name, value in parsed.items()],
        subject=str(parsed["Subject"] or ""),
        text=_part(parsed, "text/plain"),
        html=readable(html),
        reply_to=parseaddr(str(parsed["Reply-To"] or ""))[1],
    )


def readable(html: str) -> str:
    """The words of the HTML part, without its tags and styles: what a page of ours may show of it."""
    body = re.sub(r"(?is)<(style|head)\b.*?</\1>", "", html)
    body = re.sub(r"(?i)</(p|div|h\d|tr|table|li|blockquote)>|<br\s*/?>", "\n", body)
    lines = (line.strip() for line in strip_tags(body).splitlines())
    return "\n".join(line for line in lines if line)


def answer(mail: CapturedMail, words: str, *, now: datetime) -> str:
    """Answer as its receiver would, through the real gateway; returns what the gateway said.

    Over SMTP when MAIL_LISTEN names a listener, else by calling the gateway.
    """
    parsed = _parsed(mail)
    recipient = parseaddr(str(parsed["Reply-To"] or ""))[1]
    author = mail.envelope_to.split(",")[0].strip()
    raw = _reply(parsed, author=author, recipient=recipient, words=words)
    if settings.MAIL_LISTEN:
        return _over_smtp(settings.MAIL_LISTEN, author, recipient, raw)
    receipts = receive(
        raw,
        envelope_from=author,
        recipients=[recipient],
        authserv_id=settings.TRUSTED_AUTHSERV_ID,
        now=now,
    )
    return ", ".join(f"{receipt.outcome} {receipt.reason}".strip() for receipt in receipts)


def _reply(parsed: ParsedMail, *, author: str, recipient: str, words: str) -> bytes:
    """The raw mail a common mail program would send, with our edge server's verdict on top."""
    domain = author.rpartition("@")[2]
    reply = RawMail(policy=email.policy.SMTP)
    reply["Authentication-Results"] = (
        f"{settings.TRUSTED_AUTHSERV_ID}; spf=pass smtp.mailfrom={domain}; "
        f"dkim=pass header.d={domain}; dmarc=pass header.from={domain}"
    )
    reply["From"], reply["To"] = author, recipient
    reply["Subject"] = "Re: " + " ".join(str(parsed["Subject"] or "").split())
    reply["Message-ID"] = make_msgid(domain="mail.example")
    original = str(parsed["Message-ID"] or "").strip()
    if original:
        reply["In-Reply-To"], reply["References"] = (
            original,
            f"{parsed['References'] or ''} {original}".strip(),
        )
    quoted = "\n".join(f"> {line}" for line in _part(parsed, "text/plain").splitlines())
    name = parseaddr(str(parsed["From"] or ""))[0]
    reply.set_content(f"{words}\n\nOn {parsed['Date']}, {name} wrote:\n{quoted}\n")
    return reply.as_bytes()


def _over_smtp(listener: str, author: str, recipient: str, raw: bytes) -> str:
    host, _colon, port = listener.rpartition(":")
    try:
        with smtplib.SMTP(host or "127.0.0.1", int(port), timeout=SMTP_SECONDS) as client:
            client.sendmail(author, [recipient], raw)
    except smtplib.SMTPRecipientsRefused as refusal:
        return "; ".join(
            f"{code} {why.decode(errors='replace')}" for code, why in refusal.recipients.values()
        )
    except smtplib.SMTPResponseException as refusal:
        why = refusal.smtp_error
        return f"{refusal.smtp_code} {why.decode(errors='replace') if isinstance(why, bytes) else why}"
    except (OSError, smtplib.SMTPException):
        return _("The mail listener does not answer.")
    return _("250: accepted.")


def _parsed(mail: CapturedMail) -> ParsedMail:
    # From bytes: parsed from text, a body with 8-bit characters would be decoded a second time.
    return email.message_from_bytes(mail.raw.encode(), policy=email.policy.default)


def _part(parsed: ParsedMail, content_type: str) -> str:
    for part in parsed.walk():
        if part.get_content_type() == content_type:
            payload = part.get_payload(decode=True)
            return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    return ""


def _forget_oldest() -> None:
    surplus = CapturedMail.objects.order_by("-id").values_list("pk", flat=True)[MOST_KEPT : MOST_KEPT + 100]
    stale = list(surplus)
    if stale:
        CapturedMail.objects.filter(pk__in=stale).delete()
