"""What a search costs at the database: in a mailbox of 10,000 threads, alone and among many others."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from messagecenter.volume.loading import load, load_shape
from messagecenter.volume.shape import LENGTHS, Shape
from messaging.models import MailboxEntry, Side
from messaging.search.box import read_box
from messaging.search.finding import SEARCHED, found_in
from messaging.views.paging import PAGE_SIZE
from orders.models import Order

THREADS = 10_000
SELLERS = 50
MOST_MS = 50.0
# A figure of few milliseconds may double for reasons of the machine; a scan would grow a hundredfold.
FLAT_WITHIN = 2.0
FLAT_BELOW_MS = 5.0


@dataclass(frozen=True)
class Cost:
    """Milliseconds from sending a search's statement to its last row, the first page of results."""

    search: str
    messages: int  # in the whole database
    found: int
    median_ms: float
    worst_ms: float

    @property
    def holds(self) -> bool:
        # The worst of many rounds tells of the machine; it is shown beside.
        return self.median_ms <= MOST_MS

    def as_dict(self) -> dict[str, Any]:
        return {**asdict(self), "limit_ms": MOST_MS, "holds": self.holds}


@dataclass(frozen=True)
class Growth:
    """How much dearer a search is beside many other mailboxes than beside few."""

    search: str
    times: float
    many_ms: float

    @property
    def holds(self) -> bool:
        return self.times <= FLAT_WITHIN or self.many_ms <= FLAT_BELOW_MS

    def as_dict(self) -> dict[str, Any]:
        return {
            "search": self.search,
            "times": round(self.times, 2),
            "limit": FLAT_WITHIN,
            "holds": self.holds,
        }


def measure(sizes: tuple[int, ...], *, rounds: int) -> tuple[list[Cost], list[Growth]]:
    """Measure in one large mailbox while other people's messages grow to each size. Runs on the scratch database."""
    threads = [(0, number % SELLERS, LENGTHS[number % len(LENGTHS)]) for number in range(THREADS)]
    mine = load_shape(Shape(buyers=1, sellers=SELLERS, threads=threads), seed=1, now=timezone.now())
    own = Q(mailbox__buyer__user=mine.buyers[0])
    costs: list[Cost] = []
    there = 0
    for size in sizes:
        load(size - there, seed=size, now=timezone.now())
        there = size
        for name, words in _searches(mine.buyers[0]).items():
            costs.append(_cost(name, words, own, messages=mine.messages + size, rounds=rounds))
    return costs, _growth(costs)


def _searches(buyer: int) -> dict[str, str]:
    """By what they find of 10,000 threads: one; all; those that hold both of two words of many."""
    number = Order.objects.filter(buyer__user=buyer).order_by("pk")[THREADS // 2].number
    return {
        "rare": number.partition("-")[2],
        "common": "delivery",
        "two words": "parcel delivery",
        "none": "xylophone",
    }


def _cost(name: str, words: str, own: Q, *, messages: int, rounds: int) -> Cost:
    entries = found_in(
        MailboxEntry.objects.filter(folder__in=SEARCHED), read_box(words), own=own, side=Side.BUYER
    )
    page = entries.newest_first().values_list("pk", "thread_id", "preview")[: PAGE_SIZE + 1]
    sql, parameters = page.query.sql_with_params()

    def run() -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            cursor.fetchall()

    taken = _milliseconds(run, rounds=rounds)
    return Cost(name, messages, entries.count(), round(median(taken), 2), round(max(taken), 2))


def _milliseconds(run: Callable[[], None], *, rounds: int) -> list[float]:
    run()
    taken = []
    for _round in range(rounds):
        started = time.perf_counter()
        run()
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def _growth(costs: list[Cost]) -> list[Growth]:
    few, many = min(cost.messages for cost in costs), max(cost.messages for cost in costs)
    at = {(cost.search, cost.messages): cost.median_ms for cost in costs}
    names = [cost.search for cost in costs if cost.messages == few] if few < many else []
    return [Growth(name, at[name, many] / at[name, few], at[name, many]) for name in names]
