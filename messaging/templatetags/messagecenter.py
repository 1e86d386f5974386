"""What templates say in one word: icons, times, deadlines, people's text with its removed words."""

from __future__ import annotations

import re
import zlib
from datetime import datetime, timedelta
from functools import cache, lru_cache
from html import escape
from typing import Any

from django import template
from django.conf import settings
from django.forms import BoundField
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from messaging import timewords

register = template.Library()

HOUR = timedelta(hours=1)
SOON = 6 * HOUR
AVATARS = "abcdef"
REMOVED = {
    "phone number": lambda: _("phone number removed"),
    "e-mail address": lambda: _("e-mail address removed"),
    "user name": lambda: _("user name removed"),
    "link": lambda: _("link removed"),
    "payment details": lambda: _("payment details removed"),
}
_REMOVED = re.compile(r"\[(" + "|".join(REMOVED) + r") removed\]")
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")


@cache
def _sprite() -> str:
    return static("vendor/icons.svg")


@register.simple_tag
def icon(name: str, extra: str = "") -> SafeString:
    """`{% icon "mail" %}`; `extra` adds classes such as "mc-i--sm" or "mc-flip"."""
    classes = f"mc-i {extra}".strip()
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#i-{}"></use></svg>', classes, _sprite(), name
    )


# Times ---------------------------------------------------------------------------------------------------------------


@register.filter
def when(moment: datetime | None, style: str = "list") -> str:
    """A `<time>` in the words of the page: "list" (under day headings), "short", "time", "date" or "full"."""
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    machine, title = local.isoformat(timespec="seconds"), timewords.full_title(local)
    return format_html(
        '<time datetime="{}" title="{}">{}</time>', machine, title, timewords.spell(moment, style)
    )


@register.filter
def plain_when(moment: datetime | None, style: str = "full") -> str:
    """The same words without the element, for labels."""
    return timewords.spell(moment, style) if moment else ""


span = register.filter("span", timewords.span)


def due_level(due_at: datetime, now: datetime) -> str:
    """ "late", "now" (an hour or less), "soon" (six hours or less) or "ok"."""
    left = due_at - now
    if left <= timedelta(0):
        return "late"
    if left <= HOUR:
        return "now"
    return "soon" if left <= SOON else "ok"


@register.inclusion_tag("parts/_due.html")
def due(due_at: datetime | None, now: datetime | None = None) -> dict[str, Any]:
    """What is left of the 24 hours; nothing when no answer is due."""
    if due_at is None:
        return {"due_at": None}
    now = now or timezone.now()
    level, left = due_level(due_at, now), due_at - now
    words = span(abs(left))
    text = {"late": _("%(span)s late"), "now": _("%(span)s left")}.get(level, "%(span)s") % {"span": words}
    share = max(2, min(100, round(100 * left / settings.REPLY_DUE)))
    return {"due_at": due_at, "level": level, "text": text, "share": share}


# People's words --------------------------------------------------------------------------------------------------------


def _pill(match: re.Match[str]) -> str:
    """The placeholder is plain text from the policy, so it meets no markup of ours inside."""
    return format_html(
        '<span class="mc-redact">{}{}</span>', icon("eye-off", "mc-i--sm"), REMOVED[match[1]]()
    )


@register.filter
def delivered_text(text: str) -> SafeString:
    """A message as paragraphs; "[phone number removed]" and its kin become hatched pills."""
    parts = []
    for paragraph in _PARAGRAPH.split(text.replace("\r\n", "\n").strip()):
        escaped = escape(paragraph)
        if "[" in escaped:
            escaped = _REMOVED.sub(_pill, escaped)
        parts.append('<p dir="auto">' + escaped.replace("\n", "<br>") + "</p>")
    return SafeString("".join(parts))


@register.filter
def one_line(text: str) -> str:
    """A preview: line ends become spaces, placeholders lose their brackets."""
    if "[" in text:
        text = _REMOVED.sub(lambda match: f"({REMOVED[match[1]]()})", text)
    return " ".join(text.split())


@register.filter
def has_removed(text: str) -> bool:
    return bool(_REMOVED.search(text))


# Names, sums, sizes ----------------------------------------------------------------------------------------------------


def initials(name: str) -> str:
    words = [word for word in name.replace("&", " ").replace(".", " ").split() if word[0].isalnum()]
    return "".join(word[0] for word in words[:2]).upper() or "?"


@register.simple_tag
@lru_cache(maxsize=4096)
def avatar(name: str, extra: str = "") -> SafeString:
    """Two letters on a colour that stays the same for the same name."""
    tone = AVATARS[zlib.crc32(name.encode()) % len(AVATARS)]
    return format_html(
        '<span class="mc-avatar mc-avatar--{} {}" aria-hidden="true">{}</span>', tone, extra, initials(name)
    )


@register.filter
def money(cents: int, currency: str = "USD") -> str:
    sign = {"USD": "$", "EUR": "€", "GBP": "£"}.get(currency)
    amount = f"{cents / 100:,.2f}"
    return f"{sign}{amount}" if sign else f"{amount} {currency}"


@register.filter
def file_size(size_bytes: int) -> str:
    if size_bytes < 1024 * 1024:
        return _("%(size)s KB") % {"size": max(1, round(size_bytes / 1024))}
    return _("%(size)s MB") % {"size": f"{size_bytes / 1024 / 1024:.1f}"}


@register.filter
def capped(count: int, most: int = 99) -> str:
    return f"{most}+" if count > most else str(count)


@register.filter
def undo_token(message: Any) -> str:
    """The token a toast's Undo button sends back; empty when there is nothing to undo."""
    tags = (message.extra_tags or "").split()
    return next((tag.removeprefix("undo:") for tag in tags if tag.startswith("undo:")), "")


@register.simple_tag(takes_context=True)
def query(context: dict[str, Any], **changes: Any) -> str:
    """The page's query string with some values changed; "" or None takes one out."""
    values = context["request"].GET.copy()
    for name, value in changes.items():
        if value in ("", None):
            values.pop(name, None)
        else:
            values[name] = value
    encoded = values.urlencode()
    return f"?{encoded}" if encoded else "?"


@register.filter
def control(field: BoundField) -> SafeString:
    """A form field's widget with the classes of the page; what a form sets itself stays."""
    widget = field.field.widget
    kind = getattr(widget, "input_type", "")
    look = (
        "form-check-input"
        if kind in {"checkbox", "radio"}
        else "form-select"
        if kind == "select"
        else "form-control"
    )
    own = widget.attrs.get("class", "")
    return field.as_widget(attrs={"class": f"{look} {own}".strip()})


@register.simple_tag(takes_context=True)
def threads_about(context: dict[str, Any], orders: list[Any]) -> dict[int, Any]:
    """The signed-in buyer's mailbox entries for these orders, by order: one query for a page of them."""
    from messaging.models import MailboxEntry, ThreadKind

    entries = MailboxEntry.objects.filter(
        mailbox__buyer=context["shell"].buyer,
        thread__order__in=[order.pk for order in orders],
        thread__kind=ThreadKind.ORDER,
    )
    return {entry.thread.order_id: entry for entry in entries.select_related("thread")}  # type: ignore[misc]


@register.filter
def at(values: dict[Any, Any], key: Any) -> Any:
    return values.get(key)
