"""load(): people, orders, threads and messages of the given shape, written beside the flows."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from accounts.models import Buyer, BuyerAlias, Role, Seller, SellerStaff, User
from accounts.relay import new_alias
from messagecenter.volume.rows import Writer
from messagecenter.volume.shape import Shape, shape_of
from messagecenter.volume.table import Table, count_anew, reset_counters, trust_references
from messaging.models import Mailbox, Side
from messaging.sealing import about, seal
from messaging.search.models import KEY_BYTES, SearchKey
from orders.models import Order, OrderItem, Product

THREADS_PER_BATCH = 4_000
PERIOD = timedelta(days=365)


@dataclass(frozen=True)
class Loaded:
    """What was added; `buyers` and `sellers` are user ids, the heaviest mailbox first."""

    messages: int
    threads: int
    buyers: range
    sellers: range


@dataclass(frozen=True)
class Numbers:
    """First number of each counted table: row n of the shape gets first + n."""

    user: int
    buyer: int
    seller: int
    mailbox: int
    product: int
    order: int
    item: int


USERS = ("id", "password", "email", "first_name", "last_name", "date_joined", "is_active")


def load(messages: int, *, seed: int, now: datetime) -> Loaded:
    """Add that many messages, with the people and orders they need. Each call adds more."""
    return load_shape(shape_of(messages, seed=seed), seed=seed, now=now)


def load_shape(shape: Shape, *, seed: int, now: datetime) -> Loaded:
    with transaction.atomic():
        numbers = _add_people(shape, now=now)
        keys = _add_keys(numbers.mailbox, shape.buyers + shape.sellers)
    writer = Writer(shape, numbers, keys, seed=seed, now=now, period=PERIOD)
    for start in range(0, len(shape.threads), THREADS_PER_BATCH):
        with transaction.atomic():
            trust_references()
            writer.write(start, min(start + THREADS_PER_BATCH, len(shape.threads)))
    with transaction.atomic():
        writer.finish()
        count_anew()
    first_seller = numbers.user + shape.buyers
    return Loaded(
        messages=sum(length for _buyer, _seller, length in shape.threads),
        threads=len(shape.threads),
        buyers=range(numbers.user, first_seller),
        sellers=range(first_seller, first_seller + shape.sellers),
    )


def _add_people(shape: Shape, *, now: datetime) -> Numbers:
    users, buyers = Table(User, *USERS), Table(Buyer, "id", "user_id", "created_at")
    aliases = Table(BuyerAlias, "buyer_id", "local", "is_current", "created_at")
    sellers = Table(Seller, "id", "name", "buyer_messages_on", "return_messages_on", "created_at")
    staff = Table(SellerStaff, "user_id", "seller_id", "role", "created_at")
    mailboxes = Table(Mailbox, "id", "side", "buyer_id", "seller_id", "state")
    products = Table(Product, "id", "seller_id", "sku", "title", "price_cents")
    numbers = Numbers(
        user=users.next_id(),
        buyer=buyers.next_id(),
        seller=sellers.next_id(),
        mailbox=mailboxes.next_id(),
        product=products.next_id(),
        order=Table(Order, "id").next_id(),
        item=Table(OrderItem, "id").next_id(),
    )
    n, states = numbers, _states(shape)
    people = shape.buyers + shape.sellers
    users.write(
        (n.user + i, "!", f"volume{n.user + i}@load.example", "Vol", f"Load{i}", now, True)
        for i in range(people)
    )
    buyers.write((n.buyer + i, n.user + i, now) for i in range(shape.buyers))
    aliases.write((n.buyer + i, new_alias(), True, now) for i in range(shape.buyers))
    sellers.write(
        (n.seller + i, f"Volume shop {n.seller + i}", True, True, now) for i in range(shape.sellers)
    )
    staff.write((n.user + shape.buyers + i, n.seller + i, Role.OWNER, now) for i in range(shape.sellers))
    mailboxes.write((n.mailbox + i, Side.BUYER, n.buyer + i, None, states[0][i]) for i in range(shape.buyers))
    mailboxes.write(
        (n.mailbox + shape.buyers + i, Side.SELLER, None, n.seller + i, states[1][i])
        for i in range(shape.sellers)
    )
    products.write(
        (n.product + i, n.seller + i, f"VOL-{n.product + i}", f"Volume item {i}", 1900)
        for i in range(shape.sellers)
    )
    reset_counters([users, buyers, aliases, sellers, staff, mailboxes, products])
    return numbers


def _add_keys(first: int, count: int) -> dict[int, bytes]:
    """The search key of each mailbox, by the mailbox's number."""
    keys = {mailbox: secrets.token_bytes(KEY_BYTES) for mailbox in range(first, first + count)}
    Table(SearchKey, "mailbox_id", "key").write(
        (mailbox, seal(key.hex().encode(), about(SearchKey(pk=mailbox), "key")))
        for mailbox, key in keys.items()
    )
    return keys


def _states(shape: Shape) -> tuple[list[int], list[int]]:
    """Each mailbox's last state: one for each of its threads."""
    buyers, sellers = [0] * shape.buyers, [0] * shape.sellers
    for buyer, seller, _length in shape.threads:
        buyers[buyer] += 1
        sellers[seller] += 1
    return buyers, sellers
