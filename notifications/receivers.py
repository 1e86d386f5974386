"""The whole table: what the ledger records → who is told → which notice.

A new notice is one line in TABLE and its two templates. A kind without a line tells nobody; open pages
learn of every kind by live updates all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from accounts.models import Buyer, NotificationAddress, Seller, SellerStaff, User
from messaging.ledger.models import LedgerEntry
from messaging.models import Category, MailboxEntry, Message, Side, Thread, Via
from messaging.models.reason import RETURN_TOPICS
from notifications.devices import who_has_one
from notifications.models import Channel, Delivery, Event, Notice
from notifications.preferences import staff_who_want


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
    kind: str
    who: Callable[[Message], Iterable[Receiver]]
    notice: Notice


def the_other_side(message: Message) -> list[Receiver]:
    """Whoever did not write it, as far as they want alerts."""
    thread = message.thread
    if message.side == Side.BUYER:
        return shop(thread.seller, message) if thread.seller else []
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


def by_push(side: Side, people: Iterable[User]) -> list[Receiver]:
    """Of these people, those who have a device that takes push notices."""
    return [Receiver(side, person=user, channel=Channel.PUSH) for user in who_has_one(people)]


def shop(seller: Seller, message: Message) -> list[Receiver]:
    """The shop's confirmed addresses while its switch for this topic is on, then staff as they set."""
    is_return = (message.topic or message.thread.topic) in RETURN_TOPICS
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
        if not message.author.is_active:
            return []
        side = Side(message.side)
        return [Receiver(side, person=message.author), *by_push(side, [message.author])]
    # Written from a shop's shared address, which is nobody's account.
    return confirmed_addresses(message.thread.seller) if message.side == Side.SELLER else []


def confirmed_addresses(seller: Seller | None) -> list[Receiver]:
    """The shop's proven notification addresses; one that bounces too, for silence would cost a deadline."""
    if seller is None:
        return []
    addresses = seller.notification_addresses.filter(verified_at__isnull=False)
    return [Receiver(Side.SELLER, address=address) for address in addresses.order_by("pk")]


TABLE: tuple[Row, ...] = (
    # A released message is recorded as delivered too: one line tells of both.
    Row("message.delivered", the_other_side, Notice.NEW_MESSAGE),
    Row("message.waiting", author_by_mail, Notice.WAITING),
    Row("message.blocked", author_by_mail, Notice.NOT_SENT),
    Row("message.quarantined", author_by_mail, Notice.HELD),
    Row("message.discarded", author, Notice.REMOVED),
    Row("dispute.upheld", author, Notice.DECIDED),
    Row("dispute.overturned", author, Notice.DECIDED),
)


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
    rows = [row for row in TABLE if row.kind == entry.kind]
    if not rows:
        return []
    message = message_of(entry)
    if message is None:
        return []
    told: dict[tuple[str, Channel], tuple[Receiver, Notice]] = {}
    for row in rows:
        for receiver in row.who(message):
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
