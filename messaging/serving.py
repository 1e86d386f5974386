"""Cases with customer service: open_case() for the buyer, answer_case() for the operator, keep_transcript()."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import Buyer, User
from messaging.announcing import keep_message, thread_posted
from messaging.ledger.recording import record
from messaging.models import (
    Attachment,
    Category,
    Kind,
    MailboxEntry,
    Message,
    Side,
    Thread,
    ThreadKind,
    Topic,
    Via,
)
from messaging.posting import post_message
from orders.models import Order, Product


@dataclass(frozen=True)
class Line:
    """What somebody said in a chat, mail or call that was held elsewhere."""

    side: Side
    text: str
    at: datetime


@transaction.atomic
def open_case(
    *,
    buyer: Buyer,
    author: User,
    order: Order | None = None,
    product: Product | None = None,
    topic: Topic = Topic.OTHER,
    body: str,
    via: Via,
    attachments: Sequence[Attachment] = (),
    now: datetime,
) -> Message:
    """Write to customer service: joins the case about this order or product, else opens one.

    Raises CannotWrite when there is nothing to send; then no case is left behind.
    """
    thread = _case_about(buyer, order=order, product=product, topic=topic, now=now)
    return post_message(
        thread=thread,
        author=author,
        side=Side.BUYER,
        body=body,
        via=via,
        attachments=attachments,
        topic=topic,
        now=now,
    )


def answer_case(thread: Thread, *, by: User, body: str, now: datetime) -> Message:
    """The operator's answer; the buyer sees it as the marketplace's, without the name of who wrote it.

    Raises CannotWrite when there is nothing to send.
    """
    return post_message(thread=thread, author=by, side=Side.PLATFORM, body=body, via=Via.WEB, now=now)


def keep_transcript(
    reference: str,
    *,
    buyer: Buyer,
    subject: str,
    lines: Sequence[Line],
    by: User | None = None,
    now: datetime,
) -> tuple[Thread, bool]:
    """A talk held elsewhere, as a case the buyer can go on with; and whether this call made it.

    Safe to repeat: the same reference is kept once. Lines of the buyer stand on the buyer's side.
    """
    assert lines, "a transcript has at least one line"
    reference = f"transcript:{reference}"
    if before := thread_posted(reference):
        return before, False
    try:
        with transaction.atomic():
            in_order = sorted(lines, key=lambda line: line.at)
            return _keep(reference, buyer, subject, in_order, by=by, now=now), True
    except IntegrityError:
        before = thread_posted(reference)
        if before is None:
            raise
        return before, False


def _keep(
    reference: str, buyer: Buyer, subject: str, lines: Sequence[Line], *, by: User | None, now: datetime
) -> Thread:
    thread = Thread.objects.create(
        buyer=buyer,
        kind=ThreadKind.SERVICE,
        topic=Topic.OTHER,
        subject=subject,
        reference=reference,
        created_at=lines[0].at,
    )
    facts = {"kind": thread.kind, "reference": reference}
    record("thread.opened", thread=thread, actor=by, side=Side.PLATFORM, facts=facts, now=now)
    entry = MailboxEntry.of(thread, Side.BUYER, category=Category.SERVICE, now=now)
    assert entry is not None, "a buyer has a mailbox"
    ours = [line for line in lines if line.side == Side.PLATFORM]
    for line in lines:
        # What was said there is history; one alert, with our last word, tells that the transcript came.
        tell = line is (ours or lines)[-1]
        keep_message(
            thread, entry, line.text, side=line.side, kind=Kind.REPLY, at=line.at, tell=tell, now=now
        )
    return thread


def _case_about(
    buyer: Buyer, *, order: Order | None, product: Product | None, topic: Topic, now: datetime
) -> Thread:
    """Two at once make one; what is about nothing in particular is a case of its own."""
    about = order.number if order else product.title if product else topic.label
    values = {
        "buyer": buyer,
        "topic": topic,
        "subject": (_("Customer service: %(about)s") % {"about": about})[:200],
        "created_at": now,
    }
    if order is not None:
        thread, made = Thread.objects.get_or_create(order=order, kind=ThreadKind.SERVICE, defaults=values)
    elif product is not None:
        key = {"buyer": buyer, "product": product, "kind": ThreadKind.SERVICE}
        thread, made = Thread.objects.get_or_create(**key, defaults=values)
    else:
        thread, made = Thread.objects.create(kind=ThreadKind.SERVICE, **values), True
    if made:
        record("thread.opened", thread=thread, facts={"kind": thread.kind, "topic": thread.topic}, now=now)
    return thread
