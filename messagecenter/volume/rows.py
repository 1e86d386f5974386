"""The rows of a batch of threads: orders, messages, both mailboxes, the clock and the record, all consistent."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any
from uuid import UUID

from messagecenter.demo.dialogues import DIALOGUES
from messagecenter.volume.shape import Shape
from messagecenter.volume.table import Table, reset_counters
from messaging.delivering import preview_of
from messaging.ids import new_id
from messaging.ledger.models import GENESIS, Chain, LedgerEntry
from messaging.metrics.models import Ending, Obligation
from messaging.models import Kind, MailboxEntry, Message, Side, Status, Thread, ThreadKind, Topic, Via
from messaging.sealing import seal
from messaging.search.indexing import stems_of_head
from messaging.search.models import Document
from messaging.search.tokens import tokens_of
from messaging.search.words import stems_of
from orders.models import Order, OrderItem, OrderState

if TYPE_CHECKING:
    from messagecenter.volume.loading import Numbers

BETWEEN = timedelta(hours=3)
DUE = timedelta(hours=24)
# What is younger than this is unread, and a buyer's last word still waits for its answer.
RECENT = timedelta(hours=60)

Row = tuple[Any, ...]


class Writer:
    """Writes threads by their number in the shape."""

    def __init__(
        self,
        shape: Shape,
        numbers: Numbers,
        keys: dict[int, bytes],
        *,
        seed: int,
        now: datetime,
        period: timedelta,
    ) -> None:
        self.keys = keys
        self.shape, self.numbers, self.now, self.period = shape, numbers, now, period
        self.draw = Random(seed)  # noqa: S311
        self.texts = [d.turns for d in DIALOGUES if d.language in {"en", "de", "fr", "ja", "ar"}]
        self.states = {Side.BUYER: [0] * shape.buyers, Side.SELLER: [0] * shape.sellers}
        self.tables = _tables()
        self.rows: dict[str, list[Row]] = {name: [] for name in self.tables}

    def write(self, start: int, end: int) -> None:
        for number in range(start, end):
            self._add_thread(number)
        for name, table in self.tables.items():
            table.write(self.rows[name])
            self.rows[name].clear()

    def finish(self) -> None:
        reset_counters([self.tables["orders"], self.tables["items"]])

    def _add_thread(self, number: int) -> None:
        buyer, seller, length = self.shape.threads[number]
        began = (
            self.now - self.period * (len(self.shape.threads) - number) / len(self.shape.threads) - BETWEEN
        )
        thread = new_id()
        order = self.numbers.order + number
        owners = (self.numbers.buyer + buyer, self.numbers.seller + seller)
        title = f"Volume item {seller}"
        placed = began - timedelta(days=4)
        self.rows["orders"].append(
            (
                order,
                f"VOL-{order}",
                *owners,
                OrderState.DELIVERED,
                1900,
                placed,
                placed + timedelta(days=1),
                began,
            )
        )
        self.rows["items"].append(
            (self.numbers.item + number, order, self.numbers.product + seller, title, 1900)
        )
        self.rows["threads"].append(
            (
                thread,
                *owners,
                order,
                ThreadKind.ORDER,
                Topic.SHIPPING,
                f"Delivery: {title}",
                length,
                True,
                began,
            )
        )
        record = _Record(thread, began)
        messages = [self._add_message(thread, number, seq, began, record) for seq in range(1, length + 1)]
        self._add_clock(thread, owners[1], messages)
        self._add_entries(thread, number, messages)
        self.rows["ledger"] += record.entries
        self.rows["chains"].append(record.head())

    def _add_message(self, thread: UUID, number: int, seq: int, began: datetime, record: _Record) -> Row:
        buyer, seller, _length = self.shape.threads[number]
        turns = self.texts[number % len(self.texts)]
        side = Side.SELLER if seq % 2 == 0 else Side.BUYER
        text = f"{turns[(seq - 1) % len(turns)]} ({number}/{seq})"
        at = min(began + BETWEEN * seq, self.now)
        author = self.numbers.user + (buyer if side == Side.BUYER else self.shape.buyers + seller)
        pk = new_id()
        words = text.encode()
        self.rows["messages"].append(
            (
                pk, thread, seq, side, author, Via.WEB, Kind.REPLY, Status.DELIVERED,
                seal(words, f"messaging_message.body:{pk}"),
                seal(words, f"messaging_message.delivered_body:{pk}"),
                at, at, at, at, seq <= 2,
            )
        )  # fmt: skip
        record.add("message.submitted", side, author, {"message": str(pk), "seq": seq}, at)
        record.add("message.delivered", side, author, {"message": str(pk), "status": Status.DELIVERED}, at)
        return pk, side, at, text

    def _add_clock(self, thread: UUID, seller: int, messages: list[Row]) -> None:
        """The buyer's messages in turn: answered by the next one, or the last, open while recent."""
        for place in range(0, len(messages), 2):
            pk, _side, at, _text = messages[place]
            answer = messages[place + 1] if place + 1 < len(messages) else None
            if answer:
                ended, ending = answer[2], str(Ending.REPLY)
            elif at > self.now - RECENT:
                ended, ending = None, ""
            else:
                ended, ending = at + BETWEEN, Ending.NOT_NEEDED
            self.rows["clock"].append(
                (new_id(), thread, seller, pk, at, at + DUE, ended, ending, answer and answer[0])
            )

    def _add_entries(self, thread: UUID, number: int, messages: list[Row]) -> None:
        buyer, seller, length = self.shape.threads[number]
        stems = self._stems(number, messages)
        _pk, last_side, last, text = messages[-1]
        is_recent = last > self.now - RECENT
        waits = last_side == Side.BUYER and is_recent
        for side, owner in ((Side.BUYER, buyer), (Side.SELLER, seller)):
            self.states[side][owner] += 1
            pk = new_id()
            mailbox = self.numbers.mailbox + (owner if side == Side.BUYER else self.shape.buyers + owner)
            due = (last, last + DUE) if waits and side == Side.SELLER else (None, None)
            self.rows["entries"].append(
                (
                    pk, mailbox, thread, side != last_side and is_recent, last, last_side,
                    seal(preview_of(text).encode(), f"messaging_mailboxentry.preview:{pk}"),
                    side == Side.BUYER or length > 1, *due, self.states[side][owner],
                )
            )  # fmt: skip
            name = f"Volume shop {self.numbers.seller + seller}" if side == Side.BUYER else "Vol L."
            tokens = tokens_of(stems | stems_of_head(name), self.keys[mailbox])
            self.rows["documents"].append((pk, mailbox, " ".join(tokens)))

    def _stems(self, number: int, messages: list[Row]) -> set[str]:
        """What both sides of a thread can search for."""
        title = f"Volume item {self.shape.threads[number][1]}"
        stems = stems_of_head(f"Delivery: {title}", title, f"VOL-{self.numbers.order + number}")
        for _pk, _side, _at, text in messages:
            stems |= stems_of(text)
        return stems


class _Record:
    """A thread's hash chain, linked as `ledger.recording.record` links it."""

    def __init__(self, thread: UUID, began: datetime) -> None:
        self.thread, self.last = thread, GENESIS
        self.entries: list[Row] = []
        # One instance, filled anew for each entry: it is needed for its digest alone, and making one is slow.
        self.entry = LedgerEntry(chain=f"thread:{thread}", thread_id=thread)
        self.add("thread.opened", "", None, {"kind": ThreadKind.ORDER, "topic": Topic.SHIPPING}, began)

    def add(self, kind: str, side: str, actor: int | None, facts: dict[str, Any], at: datetime) -> None:
        entry = self.entry
        entry.id, entry.seq, entry.kind, entry.side = new_id(), len(self.entries) + 1, kind, side
        entry.actor_id, entry.facts, entry.at, entry.previous = actor, facts, at, self.last
        self.last = entry.compute_digest()
        self.entries.append(
            (
                entry.pk,
                entry.chain,
                entry.seq,
                kind,
                self.thread,
                side,
                actor,
                facts,
                at,
                entry.previous,
                self.last,
                at,
            )
        )

    def head(self) -> Row:
        return f"thread:{self.thread}", len(self.entries), self.last


def _tables() -> dict[str, Table]:
    """In the order they are written: what is referred to comes first."""
    return {
        "orders": Table(
            Order, "id", "number", "buyer_id", "seller_id", "state", "total_cents", "placed_at", "shipped_at",
            "delivered_at",
        ),
        "items": Table(OrderItem, "id", "order_id", "product_id", "title", "price_cents"),
        "threads": Table(
            Thread, "id", "buyer_id", "seller_id", "order_id", "kind", "topic", "subject", "last_seq",
            "buyer_has_written", "created_at",
        ),
        "messages": Table(
            Message, "id", "thread_id", "seq", "side", "author_id", "via", "kind", "status", "body",
            "delivered_body", "submitted_at", "send_after", "screened_at", "delivered_at", "counts_for_clock",
        ),
        "entries": Table(
            MailboxEntry, "id", "mailbox_id", "thread_id", "unread", "last_activity", "last_side", "preview",
            "has_sent", "needs_reply_since", "due_at", "state",
        ),
        "documents": Table(Document, "entry_id", "mailbox_id", "tokens"),
        "clock": Table(
            Obligation, "id", "thread_id", "seller_id", "opened_by_id", "started_at", "due_at", "ended_at", "ending",
            "answer_id",
        ),
        "ledger": Table(
            LedgerEntry, "id", "chain", "seq", "kind", "thread_id", "side", "actor_id", "facts", "at", "previous",
            "digest", "told_at",
        ),
        "chains": Table(Chain, "name", "last_seq", "last_digest"),
    }  # fmt: skip
