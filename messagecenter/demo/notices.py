"""What the marketplace itself tells buyers: orders, service, promotions, important notices, membership."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from accounts.models import Buyer
from messagecenter.demo.people import BEA, Person
from messagecenter.demo.telling import keep_quiet
from messaging.announcing import announce
from messaging.models import Category, Side, Thread, ThreadKind
from messaging.serving import Line, keep_transcript


@dataclass(frozen=True)
class Notice:
    """`hours` before now. `talk` is what was said, of a transcript."""

    category: Category
    hours: float
    subject: str
    text: str = ""
    unread: bool = False
    talk: tuple[tuple[Side, str], ...] = ()


C = Category
TO_BEA = (
    Notice(C.ORDERS, 4.2, "Out for delivery: Ember pour-over kettle",
           "Your parcel arrives today between 14:00 and 16:00. Order EM-204866-1175.", unread=True),
    Notice(C.NOTICES, 19, "Changes to our privacy notice from 1 December",
           "What changes, what stays the same, and the choices you have. The new notice is under Your account.", unread=True),
    Notice(C.ORDERS, 26, "Shipped: Papermill dotted notebook, set of 3",
           "Arrives on Tuesday. Order EM-204902-4410.", unread=True),
    Notice(C.SERVICE, 92, "Chat transcript: refund for order EM-203377-0091", talk=(
        (Side.BUYER, "Hello, has the refund for the charger been sent?"),
        (Side.PLATFORM, "Let me look. The seller returned $24.00 on the day you asked for it."),
        (Side.BUYER, "Great, then I will look at my card again."),
        (Side.PLATFORM, "It can take five days to appear. Thank you for chatting with us."),
    )),
    Notice(C.ORDERS, 118, "Refund issued: Trailblazer running shoes",
           "$89.00 was returned to your card. It can take 3 to 5 days to appear."),
    Notice(C.PROMOTIONS, 166, "Weekend offers on kitchen and coffee", "Up to 30% off kettles, grinders and scales until Sunday."),
    Notice(C.NOTICES, 238, "We removed a message that looked like phishing",
           "A seller account asked you to pay outside Example Market. It is now closed."),
    Notice(C.ORDERS, 228, "Delivered: Aria Pro wireless earbuds", "Left at the front door. Order EM-204771-9330."),
    Notice(C.MEMBERSHIP, 330, "Your membership renews on 12 December",
           "You saved $41.20 on delivery this year. Nothing to do if you want to keep it.", unread=True),
    Notice(C.ORDERS, 312, "Order confirmed: Aria Pro wireless earbuds and 1 more",
           "Order EM-204771-9330. We will tell you when it is on its way."),
    Notice(C.PROMOTIONS, 520, "New in outdoor: tents that stand in wind", "Five shops, eighteen tents, free returns until January."),
    Notice(C.ORDERS, 468, "Cancelled: Stoneware mugs, set of 2", "Order EM-204011-7719 was cancelled and nothing was charged."),
    Notice(C.SERVICE, 702, "Your call about a late parcel", talk=(
        (Side.PLATFORM, "We agreed to send the parcel again. You need not do anything."),
    )),
    Notice(C.MEMBERSHIP, 1400, "Welcome to your second year", "Free delivery, early offers and longer returns stay with you."),
)  # fmt: skip
TO_OTHERS = (
    Notice(C.ORDERS, 70, "Delivered: your latest order", "Your parcel was handed over. Tell the seller if something is missing."),
    Notice(C.NOTICES, 19, "Changes to our privacy notice from 1 December",
           "What changes, what stays the same, and the choices you have. The new notice is under Your account.", unread=True),
    Notice(C.PROMOTIONS, 166, "Weekend offers on kitchen and coffee", "Up to 30% off kettles, grinders and scales until Sunday."),
)  # fmt: skip


def send_notices(buyers: Iterable[Person], *, now: datetime) -> None:
    """Every buyer's notices; those already there are left alone."""
    found = Buyer.objects.select_related("user").filter(user__email__in=[person.email for person in buyers])
    posted = Thread.objects.filter(kind__in=[ThreadKind.NOTICE, ThreadKind.SERVICE])
    sent = set(posted.values_list("buyer_id", "subject"))
    with transaction.atomic():
        threads = [
            send_notice(buyer, notice, now=now - timedelta(hours=notice.hours))
            for buyer in found
            for notice in notices_for(buyer)
            if (buyer.pk, notice.subject) not in sent
        ]
        keep_quiet(threads, now=now)


def notices_for(buyer: Buyer) -> tuple[Notice, ...]:
    if buyer.user.email == BEA:
        return TO_BEA
    return TO_OTHERS[: 1 + buyer.pk % len(TO_OTHERS)]


def send_notice(buyer: Buyer, notice: Notice, *, now: datetime) -> Thread:
    """As the marketplace posts it; what it has to say about service is the transcript of a talk held elsewhere."""
    reference = f"demo-{buyer.pk}-{notice.hours:g}"
    if notice.category == Category.SERVICE:
        lines = [
            Line(side, text, now + timedelta(minutes=place)) for place, (side, text) in enumerate(notice.talk)
        ]
        thread, _made = keep_transcript(reference, buyer=buyer, subject=notice.subject, lines=lines, now=now)
    else:
        if notice.category == Category.PROMOTIONS and not buyer.promotions:
            # Whom the demo sends promotions has agreed to them.
            buyer.promotions = True
            buyer.save(update_fields=["promotions"])
        thread, _made = announce(
            reference,
            buyer=buyer,
            category=notice.category,
            subject=notice.subject,
            body=notice.text,
            now=now,
        )
    if not notice.unread:
        thread.entry_of(Side.BUYER).mark_read()
    return thread
