"""post_message(): the one way a message comes into being, whichever door it came through."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext as _

from accounts.models import Buyer, Seller, User
from messaging import tasks
from messaging.contact import CannotWrite, require_may_write
from messaging.delivering import hide_from_author, show_to_author
from messaging.ledger.recording import record
from messaging.models import Attachment, Kind, Message, Side, Status, Thread, ThreadKind, Topic, Via
from messaging.models.thread import thread_subject
from messaging.nudging import nudge
from messaging.repeating import likeness_of
from orders.models import Order, Product


@transaction.atomic
def start_thread(
    *,
    author: User | None,
    side: Side,
    buyer: Buyer,
    seller: Seller,
    order: Order | None = None,
    product: Product | None = None,
    topic: Topic = Topic.OTHER,
    body: str,
    via: Via,
    attachments: Sequence[Attachment] = (),
    reason: str = "",
    important_reason: str = "",
    is_automatic: bool = False,
    now: datetime,
) -> Message:
    """Write about an order or a product: joins the thread there is, or opens it (RULES §2).

    Raises CannotWrite as `post_message` does; then no thread is left behind.
    """
    thread = _thread_about(buyer=buyer, seller=seller, order=order, product=product, topic=topic, now=now)
    return post_message(
        thread=thread,
        author=author,
        side=side,
        body=body,
        via=via,
        attachments=attachments,
        topic=topic,
        reason=reason,
        important_reason=important_reason,
        is_automatic=is_automatic,
        now=now,
    )


@transaction.atomic
def post_message(
    *,
    thread: Thread,
    author: User | None,
    side: Side,
    body: str,
    via: Via,
    attachments: Sequence[Attachment] = (),
    topic: Topic | str = "",
    reason: str = "",
    important_reason: str = "",
    is_automatic: bool = False,
    now: datetime,
) -> Message:
    """Add a message to the thread and queue it for screening.

    Its status is SUBMITTED: the recipient sees nothing until it is screened. A reply on the web can be
    undone until `send_after`. Buyer, seller and order count as the door has just read them with the thread;
    what holds then is asked again before anything is shown.

    Raises CannotWrite when a rule of the contact table forbids it, or when there is nothing to send.
    """
    body = body.replace("\r\n", "\n").replace("\x00", "").strip()
    _require_content(body, attachments)
    _take_next_place(thread)
    option = require_may_write(
        thread=thread, side=side, reason=reason, important_reason=important_reason, now=now
    )
    message = Message.objects.create(
        thread=thread,
        seq=thread.last_seq,
        side=side,
        author=author,
        via=via,
        kind=option.kind,
        topic=topic,
        reason=reason if option.kind == Kind.PROACTIVE else "",
        important_reason=important_reason,
        likeness=likeness_of(body, thread) if side == Side.SELLER else "",
        is_automatic=is_automatic,
        body=body,
        submitted_at=now,
        send_after=now + _undo_time(thread, author, side, via, option.kind),
    )
    _take_attachments(message, attachments)
    message.has_files = bool(attachments)  # type: ignore[attr-defined]  # as the pages' query says it
    show_to_author(message, has_attachment=bool(attachments), now=now)
    facts = {
        "message": str(message.pk),
        "seq": message.seq,
        "via": via,
        "kind": option.kind,
        "digest": digest_of(message),
    }
    record("message.submitted", thread=thread, actor=author, side=side, facts=facts, now=now)
    nudge(tasks.screen_message, message.pk, countdown=(message.send_after - now).total_seconds())
    return message


@transaction.atomic
def undo(message: Message, *, by: User, now: datetime) -> bool:
    """Take back a message that has not left yet; returns False when it is too late.

    Its files are free again, to be sent by whoever took it back.
    """
    unsent = Message.objects.filter(pk=message.pk, send_after__gt=now)
    if not unsent.exists() or not message.leave(Status.SUBMITTED, to=Status.WITHDRAWN):
        return False
    message.attachments.update(message=None, uploader=by)
    hide_from_author(message)
    record(
        "message.withdrawn",
        thread=message.thread,
        actor=by,
        side=message.side,
        facts={"message": str(message.pk)},
        now=now,
    )
    return True


def _take_next_place(thread: Thread) -> None:
    """Give the thread's next message its place, and read what may have changed since the thread was read.

    Locks the row until the transaction ends; rows that refer to the thread may still be written.
    """
    key = Thread._meta.pk.get_db_prep_value(thread.pk, connection)
    with connection.cursor() as cursor:
        # One trip instead of two, and no second look at the parties: every message comes through here.
        cursor.execute(
            "UPDATE messaging_thread SET last_seq = last_seq + 1 WHERE id = %s RETURNING last_seq, buyer_has_written",
            [key],
        )
        thread.last_seq, buyer_has_written = cursor.fetchone()
    thread.buyer_has_written = bool(buyer_has_written)


def digest_of(message: Message) -> str:
    """Proves later what was written, without the record holding the text."""
    return hashlib.sha256(f"{message.pk}\n{message.body}".encode()).hexdigest()


def _require_content(body: str, attachments: Sequence[Attachment]) -> None:
    if not body and not attachments:
        raise CannotWrite("empty", _("There is nothing to send yet."), _("Write a message or add a file."))
    if len(body) > settings.MAX_MESSAGE_CHARS:
        raise CannotWrite(
            "too_long",
            _("The message has %(count)d characters; %(most)d fit.")
            % {"count": len(body), "most": settings.MAX_MESSAGE_CHARS},
            _("Shorten it, or send the rest as a second message."),
        )
    if len(attachments) > settings.MAX_ATTACHMENTS:
        raise CannotWrite(
            "too_many_files",
            _("A message takes up to %(most)d files.") % {"most": settings.MAX_ATTACHMENTS},
            _("Remove some, or send them with a second message."),
        )
    if sum(file.size_bytes for file in attachments) > settings.MAX_ATTACHMENT_BYTES:
        raise CannotWrite(
            "files_too_large",
            _("The files are larger than %(most)d MB in all.")
            % {"most": settings.MAX_ATTACHMENT_BYTES // 2**20},
            _("Remove some, or send them with a second message."),
        )


def _thread_about(
    *, buyer: Buyer, seller: Seller, order: Order | None, product: Product | None, topic: Topic, now: datetime
) -> Thread:
    """The one thread of this order, or of this buyer, seller and product; two at once make one."""
    if order is not None:
        about = order.items.order_by("pk").values_list("title", flat=True).first() or order.number
        key = {"order": order, "kind": ThreadKind.ORDER}
    elif product is not None:
        about = product.title
        key = {"buyer": buyer, "product": product, "kind": ThreadKind.PRODUCT}
    else:
        raise CannotWrite("about_nothing", _("Choose an order or a product to write about."))
    defaults = {
        "buyer": buyer,
        "seller": seller,
        "topic": topic,
        "subject": thread_subject(topic, about),
        "created_at": now,
    }
    thread, made = Thread.objects.get_or_create(**key, defaults=defaults)
    # The same rows, which the caller has read already.
    thread.buyer, thread.seller = buyer, seller
    if order is not None:
        thread.order = order
    if made:
        record("thread.opened", thread=thread, facts={"kind": thread.kind, "topic": thread.topic}, now=now)
    return thread


def _undo_time(thread: Thread, author: User | None, side: Side, via: Via, kind: Kind) -> timedelta:
    is_reply = kind == Kind.REPLY and thread.last_seq > 1
    from_page = via == Via.WEB and side != Side.PLATFORM
    can_undo = from_page and is_reply and author is not None and author.undo_sends
    return settings.UNDO_SEND if can_undo else timedelta(0)


def _take_attachments(message: Message, attachments: Sequence[Attachment]) -> None:
    for position, file in enumerate(attachments):
        taken = Attachment.objects.filter(pk=file.pk, message=None).update(message=message, position=position)
        if not taken:
            raise CannotWrite(
                "file_used", _("A file was already sent with another message."), _("Upload it again.")
            )
