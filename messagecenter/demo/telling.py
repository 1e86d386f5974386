"""Tells stories through the real flows: what is posted is screened, attached, answered and recorded as ever."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction

from accounts.models import SellerStaff, User
from messagecenter.demo.people import MODERATOR
from messagecenter.demo.pictures import file_bytes
from messagecenter.demo.story import BUYER, End, Story, Then, Turn
from messaging.attaching import store_upload
from messaging.delivering import stop_without_answer
from messaging.ledger.models import LedgerEntry
from messaging.models import Attachment, Folder, MailboxEntry, Message, Side, Thread, ThreadKind
from messaging.models.mailbox import change_entries
from messaging.models.review import ReportReason
from messaging.posting import post_message, start_thread, undo
from messaging.reviewing import discard, dispute, release, report
from messaging.screening import screen
from orders.models import Order, Product

STORIES_PER_COMMIT = 25
SCREENED_AFTER = timedelta(seconds=1)
READ_AFTER = timedelta(hours=36)


@dataclass(frozen=True)
class World:
    """What there is to write about, by number and SKU, and by whom."""

    now: datetime
    orders: dict[str, Order]
    products: dict[str, Product]
    people: dict[str, User]
    owners: dict[int, User]

    @classmethod
    def load(cls, orders: dict[str, Order], products: dict[str, Product], *, now: datetime) -> World:
        people = {user.email: user for user in User.people.all()}
        owners = {
            staff.seller_id: staff.user
            for staff in SellerStaff.objects.select_related("user").order_by("-id")
        }
        return cls(now, orders, products, people, owners)


def tell_all(stories: Iterable[Story], world: World) -> int:
    """Tell those not told yet; returns how many. Told again after an interruption, it goes on where it stopped."""
    missing = [story for story in stories if not _is_told(story, world)]
    for start in range(0, len(missing), STORIES_PER_COMMIT):
        with transaction.atomic():
            threads = [tell(story, world) for story in missing[start : start + STORIES_PER_COMMIT]]
            keep_quiet(threads, now=world.now)
    return len(missing)


def keep_quiet(threads: Iterable[Thread], *, now: datetime) -> None:
    """Nobody is alerted about history: what was recorded counts as told, and no worker is asked."""
    LedgerEntry.objects.pending().filter(thread__in=list(threads)).update(told_at=now)
    connection.run_on_commit.clear()


def tell(story: Story, world: World) -> Thread:
    moment = world.now - timedelta(hours=story.opens)
    thread: Thread | None = None
    for turn in story.turns:
        moment += timedelta(hours=turn.after)
        if moment > world.now and thread is not None:
            break
        thread = _take_turn(story, turn, thread, world, now=min(moment, world.now)).thread
    assert thread is not None, "a story has at least one turn"
    _end(story, thread, world)
    return thread


def _is_told(story: Story, world: World) -> bool:
    if story.about in world.orders:
        return Thread.objects.filter(order=world.orders[story.about], kind=ThreadKind.ORDER).exists()
    buyer = world.people[story.buyer].buyer
    return Thread.objects.filter(product=world.products[story.about], buyer=buyer).exists()


def _take_turn(story: Story, turn: Turn, thread: Thread | None, world: World, *, now: datetime) -> Message:
    author, side = _author(story, turn, world)
    files = [_upload(author, name, now) for name in turn.files]
    common = {
        "author": author,
        "side": side,
        "body": turn.text,
        "via": turn.via,
        "attachments": files,
        "now": now,
    }
    reasons = {"reason": turn.reason, "important_reason": turn.important}
    if thread is None:
        message = start_thread(**_about(story, world), topic=story.topic, **common, **reasons)
    else:
        message = post_message(thread=thread, **common, **reasons)
    if Then.UNDO in turn.then:
        undo(_undoable(message), by=author, now=now)
    if Then.LEAVE in turn.then:
        return message
    screen(message.pk, now=message.send_after + SCREENED_AFTER)
    message.refresh_from_db()
    for deed in turn.then:
        _do(deed, message, author, world, now=now + timedelta(minutes=40))
    return message


def _author(story: Story, turn: Turn, world: World) -> tuple[User, Side]:
    if turn.who == BUYER:
        return world.people[story.buyer], Side.BUYER
    staff = world.people.get(turn.who) or world.owners[_seller_id(story, world)]
    return staff, Side.SELLER


def _seller_id(story: Story, world: World) -> int:
    about = world.orders.get(story.about) or world.products[story.about]
    return about.seller_id


def _about(story: Story, world: World) -> dict[str, object]:
    buyer = world.people[story.buyer].buyer
    order = world.orders.get(story.about)
    if order is not None:
        return {"buyer": buyer, "seller": order.seller, "order": order}
    product = world.products[story.about]
    return {"buyer": buyer, "seller": product.seller, "product": product}


def _upload(author: User, name: str, now: datetime) -> Attachment:
    file = store_upload(uploader=author, name=name, data=file_bytes(name))
    Attachment.objects.filter(pk=file.pk).update(created_at=now)
    return file


def _undoable(message: Message) -> Message:
    """Opening messages leave at once; this one's author took a moment longer, as a reply's would."""
    Message.objects.filter(pk=message.pk).update(send_after=message.submitted_at + timedelta(seconds=10))
    return message


def _do(deed: Then, message: Message, author: User, world: World, *, now: datetime) -> None:
    moderator = world.people[MODERATOR]
    if deed == Then.DISPUTE:
        dispute(message, by=author, note="This is our usual wording; nothing was meant by it.", now=now)
    elif deed == Then.RELEASE:
        release(message, by=moderator, reason="The buyer quotes a message to ask about it.", now=now)
    elif deed == Then.DISCARD:
        discard(message, by=moderator, reason="An attempt to steal a password.", now=now)
    elif deed == Then.REPORT:
        report(message, by=message.thread.buyer.user, reason=ReportReason.SPAM, now=now)


def _end(story: Story, thread: Thread, world: World) -> None:
    entries = {Side(entry.mailbox.side): entry for entry in thread.entries.select_related("mailbox")}
    if End.NO_RESPONSE_NEEDED in story.ends:
        read_at = min(world.now, thread.messages.latest("seq").submitted_at + timedelta(hours=3))
        stop_without_answer(thread, by=world.owners[_seller_id(story, world)], now=read_at)
    for side, entry in entries.items():
        if entry.unread and _has_read(side, entry, story, world):
            entry.mark_read()
    for end, side, changes in FILED:
        if end in story.ends and side in entries:
            moved = changes | ({"deleted_at": world.now} if changes["folder"] == Folder.DELETED else {})
            change_entries([entries[side]], **moved)


def _has_read(side: Side, entry: MailboxEntry, story: Story, world: World) -> bool:
    unread, read = READ_OR_NOT[side]
    if unread in story.ends:
        return False
    return read in story.ends or entry.last_activity < world.now - READ_AFTER


READ_OR_NOT = {
    Side.BUYER: (End.BUYER_UNREAD, End.BUYER_READ),
    Side.SELLER: (End.SELLER_UNREAD, End.SELLER_READ),
}
FILED: tuple[tuple[End, Side, dict[str, object]], ...] = (
    (End.BUYER_ARCHIVED, Side.BUYER, {"folder": Folder.ARCHIVE}),
    (End.SELLER_ARCHIVED, Side.SELLER, {"folder": Folder.ARCHIVE}),
    (End.BUYER_DELETED, Side.BUYER, {"folder": Folder.DELETED}),
)
