"""A thread as one side reads it: day lines, states in words, marked and removed words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import BooleanField
from django.db.models.expressions import RawSQL
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from messaging.models import Attachment, Dispute, Kind, Message, Side, Status, Thread, Via
from messaging.policy.verdict import Action
from messaging.sealing import opened
from messaging.templatetags.messagecenter import delivered_text, has_removed
from messaging.timewords import day_line
from messaging.views.kept_queries import KeptQuery, Key

PAGE_OF_MESSAGES = 50
# What a page shows of a message, as plain values: fifty rows of a model cost as much as all else about them.
COLUMNS = (
    *("pk", "seq", "side", "author_id", "via", "kind", "body", "delivered_body", "status", "findings"),
    *("submitted_at", "send_after", "counts_because", "has_files"),
)
HAS_FILES = "EXISTS (SELECT 1 FROM messaging_attachment WHERE message_id = messaging_message.id)"
# A row of `messages_of`, or a Message just written: both have the same names.
Read = Any
_CUTS = {str(Action.REDACT)}
_MARKED = {Status.BLOCKED, Status.QUARANTINED, Status.REDACTED, Status.WAITING, Status.SUBMITTED}


@dataclass(frozen=True)
class State:
    """The line beneath an own message. `tone`: "", "ok", "warn" or "bad"."""

    icon: str
    text: str
    tone: str = ""


@dataclass
class ShownMessage:
    message: Read
    own: bool
    name: str
    html: SafeString
    at: datetime | None = None
    day: str = ""
    files: list[Attachment] = field(default_factory=list)
    state: State | None = None
    undo_until: datetime | None = None
    was_removed: bool = False
    may_dispute: bool = False
    may_edit: bool = False

    @property
    def is_pending(self) -> bool:
        return self.own and self.message.status == Status.SUBMITTED

    @property
    def door(self) -> str:
        return _("by e-mail") if self.message.via == Via.MAIL else ""

    @property
    def is_important(self) -> bool:
        return self.message.kind == Kind.IMPORTANT


def messages_of(thread: UUID, side: Side) -> Any:
    """What this side may read, in order: a `Read` for each message, none of a model's."""
    has_files = RawSQL(HAS_FILES, [], output_field=BooleanField())  # noqa: S611 (no user data)
    own = Message.objects.filter(thread=thread).seen_by(side).annotate(has_files=has_files)
    return own.order_by("seq").values_list(*COLUMNS, named=True)


_LAST = {
    side: KeptQuery(
        lambda thread, side=side: messages_of(thread, side).reverse()[: PAGE_OF_MESSAGES + 1],
        COLUMNS,
        Key(Thread._meta.pk, stand_in=UUID(int=0)),
    )
    for side in (Side.BUYER, Side.SELLER)
}


def page_of_messages(thread: Thread, side: Side, *, before: int | None) -> tuple[list[Read], bool]:
    """The last page of the thread, or the one before a place, in order; and whether there is an earlier one."""
    if before:
        rows = list(messages_of(thread.pk, side).filter(seq__lt=before).reverse()[: PAGE_OF_MESSAGES + 1])
    else:
        rows = _LAST[side].rows(thread.pk)
    return rows[:PAGE_OF_MESSAGES][::-1], len(rows) > PAGE_OF_MESSAGES


def place_in_thread(text: str) -> int | None:
    """A message's number in its thread, from a query string; None for what is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else None


def show_messages(
    messages: Iterable[Read], *, thread: Thread, side: Side, now: datetime, after: datetime | None = None
) -> list[ShownMessage]:
    """`after`: when the message before the first one was sent, so that its day line is not repeated."""
    rows = list(messages)
    reader = Reader(thread, side, now=now)
    disputed = _disputed(rows, side)
    files = _files_of(rows)
    shown = []
    today, zone = timezone.localdate(), timezone.get_current_timezone()
    last_day = timezone.localdate(after) if after else None
    for message in rows:
        one = reader.show(message, is_disputed=message.pk in disputed)
        one.at = message.submitted_at.astimezone(zone)
        one.files = files.get(message.pk, [])
        day = one.at.date()
        if day != last_day:
            one.day, last_day = day_line(day, today), day
        shown.append(one)
    return shown


def _files_of(messages: list[Read]) -> dict[UUID, list[Attachment]]:
    """All files in one query, and in none when there are none: most threads have no files."""
    found: dict[UUID, list[Attachment]] = {}
    with_files = [message.pk for message in messages if getattr(message, "has_files", True)]
    if not with_files:
        return found
    for file in Attachment.objects.filter(message__in=with_files):
        found.setdefault(file.message_id, []).append(file)  # type: ignore[arg-type]
    return found


def _may_be_disputed(message: Read) -> bool:
    return bool(message.findings) and message.status in _DISPUTED_HERE


def _disputed(messages: list[Read], side: Side) -> set[UUID]:
    """Which own messages were disputed before; asks only when there is one that could have been."""
    open_to_it = [message.pk for message in messages if message.side == side and _may_be_disputed(message)]
    if not open_to_it:
        return set()
    return set(Dispute.objects.filter(message__in=open_to_it).values_list("message_id", flat=True))


class Reader:
    """One side reading one thread: what is the same for all of its messages is looked up once."""

    def __init__(self, thread: Thread, side: Side, *, now: datetime) -> None:
        self.side, self.now = side, now
        self.you, self.other = _("You"), thread.name_for(side)
        self.delivered = State("checks", _("Delivered"))

    def show(self, message: Read, *, is_disputed: bool) -> ShownMessage:
        own = message.side == self.side
        column = "body" if own else "delivered_body"
        text = opened(getattr(message, column), Message, column, message.pk)
        if not own:
            return ShownMessage(
                message=message,
                own=False,
                name=self.other,
                html=delivered_text(text),
                was_removed=has_removed(text),
            )
        return ShownMessage(
            message=message,
            own=True,
            name=self.you,
            html=marked_text(text, message.findings) if message.status in _MARKED else delivered_text(text),
            state=self._state(message),
            undo_until=message.send_after
            if message.status == Status.SUBMITTED and message.send_after > self.now
            else None,
            was_removed=message.status == Status.REDACTED,
            may_dispute=_may_be_disputed(message) and not is_disputed,
            may_edit=message.status == Status.BLOCKED,
        )

    def _state(self, message: Read) -> State:
        if message.status == Status.DELIVERED:
            return self.delivered
        return _state(message, other=self.other, side=self.side)


_DISPUTED_HERE = {Status.REDACTED, Status.BLOCKED, Status.QUARANTINED}


def marked_text(text: str, findings: list[dict[str, Any]]) -> SafeString:
    """An own text with the words of each finding marked: red where it blocks, amber where it is removed."""
    pieces, place = [], 0
    told = [finding for finding in findings if finding["action"] != Action.FLAG]
    for finding in sorted(told, key=lambda one: (one["start"], -one["end"])):
        start, end = finding["start"], finding["end"]
        if start < place or end <= start or end > len(text):
            continue
        pieces.append(format_html("{}", text[place:start]))
        tone = "mc-cut" if finding["action"] in _CUTS else ""
        pieces.append(format_html('<mark class="{}">{}</mark>', tone, text[start:end]))
        place = end
    pieces.append(format_html("{}", text[place:]))
    html = "".join(pieces).strip().replace("\n", "<br>")
    return mark_safe(f'<p dir="auto">{html}</p>')


def _state(message: Read, *, other: str, side: Side) -> State:
    """In all states but the usual one, which `Reader` keeps."""
    reason = _reason(message)
    match message.status:
        case Status.REDACTED:
            return State("checks", _("Delivered without the marked words. %(reason)s") % {"reason": reason})
        case Status.WAITING:
            return State("mail-pause", _waiting(side), "warn")
        case Status.BLOCKED:
            return State(
                "ban",
                _("Blocked: %(name)s has not seen it. %(reason)s") % {"name": other, "reason": reason},
                "bad",
            )
        case Status.QUARANTINED:
            return State("hand-stop", _held(side, other), "warn")
        case Status.RELEASED:
            return State("checks", _("Delivered after review."), "ok")
        case Status.DISCARDED:
            return State(
                "circle-x", _("Removed after review. %(name)s has not seen it.") % {"name": other}, "bad"
            )
    return State("clock", _("Checking, then on its way"))


def _reason(message: Read) -> str:
    """Why the message is in its state, each rule once; what was only noted is not told."""
    told = [finding for finding in message.findings if finding["action"] != Action.FLAG]
    return " ".join(dict.fromkeys(str(finding["because"]) for finding in told))


def _waiting(side: Side) -> str:
    if side == Side.SELLER:
        return _("Waiting")
    return _(
        "Your message is waiting. This seller has not switched on messages yet; it is delivered as soon as they do."
    )


def _held(side: Side, other: str) -> str:
    text = _("Held for review by a person. %(name)s does not see it yet.") % {"name": other}
    return f"{text} {_('Your 24-hour clock keeps running.')}" if side == Side.SELLER else text
