"""The whole table: what the ledger records → who is told → which notice.

A new notice is one line in TABLE and its two templates. A kind without a line tells nobody; open pages
learn of every kind by live updates all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from accounts.models import Buyer, NotificationAddress, Role, Seller, SellerStaff, User
from messaging.claims.models import ClaimStep
from messaging.ledger.models import LedgerEntry
from messaging.models import Category, MailboxEntry, Message, Side, Thread, Via
from messaging.models.reason import RETURN_TOPICS
from notifications.devices import who_has_one
from notifications.models import Channel, Delivery, Event, Notice
from notifications.preferences import staff_who_want
from orders.models import Return


@dataclass(frozen=True)
class Receiver:
    """A person, or an address of a shop, on one side of the thread."""

    side: Side
    person: User | None = None
    address: NotificationAddress | None = None
    channel: Channel = Channel.EMAIL

    @property
    def mailbox(self) -> str:
        """Where it ends up: one mail per mailbox, though a person and the shop may both name it."""
        return (self.person.email if self.person else self.address.address if self.address else "").casefold()


@dataclass(frozen=True)
class Row:
    """`of` finds what an entry speaks of; `who` is asked with that."""

    kind: str
    who: Callable[[Any], Iterable[Receiver]]
    notice: Notice
    of: Callable[[LedgerEntry], Any]


def the_other_side(message: Message) -> list[Receiver]:
    """Whoever did not write it, as far as they want alerts."""
    thread = message.thread
    if message.side == Side.BUYER:
        is_return = (message.topic or thread.topic) in RETURN_TOPICS
        return shop(thread.seller, is_return=is_return) if thread.seller else []
    if _is_promotion(thread, message) and not thread.buyer.promotions:
        return []
    return buyer(thread.buyer)


def _is_promotion(thread: Thread, message: Message) -> bool:
    """Promotions reach out only with consent (RULES §6)."""
    if message.side != Side.PLATFORM:
        return False
    entry = MailboxEntry.objects.filter(thread=thread, mailbox__buyer_id=thread.buyer_id).first()
    return entry is not None and entry.category == Category.PROMOTIONS


def buyer(who: Buyer) -> list[Receiver]:
    """By mail as they set, on at first; by push on each device where they switched it on."""
    if not who.user.is_active:
        return []
    mailed = [Receiver(Side.BUYER, person=who.user)] if who.alert_mail else []
    return mailed + by_push(Side.BUYER, [who.user])


def in_any_case(side: Side, user: User) -> list[Receiver]:
    """By mail also where they switched it off, and on their devices."""
    return [Receiver(side, person=user), *by_push(side, [user])] if user.is_active else []


def by_push(side: Side, people: Iterable[User]) -> list[Receiver]:
    """Of these people, those who have a device that takes push notices."""
    return [Receiver(side, person=user, channel=Channel.PUSH) for user in who_has_one(people)]


def shop(seller: Seller, *, is_return: bool) -> list[Receiver]:
    """The shop's confirmed addresses while its switch for this topic is on, then staff as they set."""
    is_on = seller.return_messages_on if is_return else seller.buyer_messages_on
    told = confirmed_addresses(seller) if is_on else []
    event = Event.RETURN_REFUND if is_return else Event.BUYER_MESSAGE
    staff = staff_who_want(seller, event, Channel.EMAIL)
    mailed = told + [Receiver(Side.SELLER, person=user) for user in staff]
    return mailed + by_push(Side.SELLER, staff_who_want(seller, event, Channel.PUSH))


def author_by_mail(message: Message) -> list[Receiver]:
    """Its author, when it came by mail: on the web and in programs the outcome stands beside the message."""
    return author(message) if message.via == Via.MAIL else []


def author(message: Message) -> list[Receiver]:
    """Who wrote it; told whatever the preferences, for it concerns their own message."""
    if message.side == Side.PLATFORM:
        return []
    if message.author is not None:
        return in_any_case(Side(message.side), message.author)
    # Written from a shop's shared address, which is nobody's account.
    return confirmed_addresses(message.thread.seller) if message.side == Side.SELLER else []


def confirmed_addresses(seller: Seller | None) -> list[Receiver]:
    """The shop's proven notification addresses; one that bounces too, for silence would cost a deadline."""
    if seller is None:
        return []
    addresses = seller.notification_addresses.filter(verified_at__isnull=False)
    return [Receiver(Side.SELLER, address=address) for address in addresses.order_by("pk")]


def claims_other_side(step: ClaimStep) -> list[Receiver]:
    """Whoever did not take this step, the operator's both; whatever the preferences, for a claim has deadlines."""
    thread = step.claim.thread
    told = [] if step.side == Side.BUYER else in_any_case(Side.BUYER, thread.buyer.user)
    if step.side != Side.SELLER and thread.seller is not None:
        told += shop_in_any_case(thread.seller)
    return told


def shop_in_any_case(seller: Seller) -> list[Receiver]:
    """Its confirmed addresses and who asked for it; a shop with neither has its owners told."""
    staff = [
        Receiver(Side.SELLER, person=user)
        for user in staff_who_want(seller, Event.RETURN_REFUND, Channel.EMAIL)
    ]
    pushed = by_push(Side.SELLER, staff_who_want(seller, Event.RETURN_REFUND, Channel.PUSH))
    if told := confirmed_addresses(seller) + staff:
        return told + pushed
    owners = seller.staff.filter(role=Role.OWNER, user__is_active=True).select_related("user").order_by("pk")
    return [Receiver(Side.SELLER, person=owner.user) for owner in owners] + pushed


def returns_shop(reported: Return) -> list[Receiver]:
    return shop(reported.order.seller, is_return=True)


def returns_buyer(reported: Return) -> list[Receiver]:
    return buyer(reported.order.buyer)


def by_the_next_channel(delivery: Delivery) -> list[Receiver]:
    """Who else hears of an alert whose mail came back: its person's devices, for a shop's address those of its people."""
    if delivery.channel != Channel.EMAIL:
        return []
    if delivery.person is not None:
        return by_push(Side(delivery.side), [delivery.person])
    assert delivery.address is not None, "a delivery has a person or an address"
    staff = SellerStaff.objects.filter(seller=delivery.address.seller_id).select_related("user")
    return by_push(Side.SELLER, [each.user for each in staff.order_by("pk")])


def receivers_of(entry: LedgerEntry) -> list[tuple[Receiver, Notice]]:
    """Everybody to be told of this entry, each mailbox once."""
    told: dict[tuple[str, Channel], tuple[Receiver, Notice]] = {}
    for row in TABLE:
        if row.kind != entry.kind or (subject := row.of(entry)) is None:
            continue
        for receiver in row.who(subject):
            told.setdefault((receiver.mailbox, receiver.channel), (receiver, row.notice))
    return list(told.values())


def message_of(entry: LedgerEntry) -> Message | None:
    """The message an entry speaks of."""
    pk = entry.facts.get("message")
    if not pk:
        return None
    return (
        Message.objects.select_related("thread__buyer__user", "thread__seller", "author")
        .filter(pk=pk)
        .first()
    )


def step_of(entry: LedgerEntry) -> ClaimStep | None:
    """The turn of a claim an entry speaks of."""
    steps = ClaimStep.objects.select_related("claim__thread__buyer__user", "claim__thread__seller")
    return steps.filter(pk=entry.facts["step"]).first()


def return_of(entry: LedgerEntry) -> Return | None:
    """The return an entry speaks of; None where no thread is, for an alert is about one."""
    if entry.thread_id is None:
        return None
    returns = Return.objects.select_related("order__buyer__user", "order__seller")
    return returns.filter(reference=entry.facts["return"]).first()


TABLE: tuple[Row, ...] = (
    # A released message is recorded as delivered too: one line tells of both.
    Row("message.delivered", the_other_side, Notice.NEW_MESSAGE, message_of),
    Row("message.waiting", author_by_mail, Notice.WAITING, message_of),
    Row("message.blocked", author_by_mail, Notice.NOT_SENT, message_of),
    Row("message.quarantined", author_by_mail, Notice.HELD, message_of),
    Row("message.discarded", author, Notice.REMOVED, message_of),
    Row("dispute.upheld", author, Notice.DECIDED, message_of),
    Row("dispute.overturned", author, Notice.DECIDED, message_of),
    Row("claim.opened", claims_other_side, Notice.CLAIM, step_of),
    Row("claim.answered", claims_other_side, Notice.CLAIM, step_of),
    Row("claim.decided", claims_other_side, Notice.CLAIM, step_of),
    Row("claim.appealed", claims_other_side, Notice.CLAIM, step_of),
    Row("claim.withdrawn", claims_other_side, Notice.CLAIM, step_of),
    Row("return.requested", returns_shop, Notice.RETURN, return_of),
    Row("return.refunded", returns_buyer, Notice.RETURN, return_of),
    Row("return.declined", returns_buyer, Notice.RETURN, return_of),
)
