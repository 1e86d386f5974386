"""Who has how much: the same distribution at each size, from people with one thread to mailboxes of 100,000."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from random import Random

LARGEST_MAILBOX = 100_000
# Messages of a thread, repeated: two and a half on average; one thread in 400 is long.
LENGTHS = (2, 1, 2, 3, 2, 4, 1, 2, 3, 2, 2, 5, 1, 2, 3, 2, 1, 2, 8, 2)
LONG, LONG_EVERY = 50, 400
# The heaviest buyer has every tenth thread, as far as a mailbox goes; the heaviest seller about a third.
HEAVY_BUYER_EVERY = 10


@dataclass(frozen=True)
class Shape:
    """Numbers only: `threads[i]` is (buyer, seller, messages), counted from 0; number 0 is the heaviest of each."""

    buyers: int
    sellers: int
    threads: list[tuple[int, int, int]]


def shape_of(messages: int, *, seed: int) -> Shape:
    lengths = _lengths(messages)
    count = len(lengths)
    buyers, sellers = max(2, count * 2 // 5), max(5, count // 10)
    draw = Random(seed)  # noqa: S311
    # Shares of sellers fall as 1, 0.35, 0.19 …: few have thousands of threads, most a handful.
    weights = list(accumulate(rank**-1.5 for rank in range(1, sellers + 1)))
    had: Counter[str] = Counter()
    threads = []
    for number, length in enumerate(lengths):
        seller = bisect_right(weights, draw.random() * weights[-1])
        while had[f"seller {seller}"] >= LARGEST_MAILBOX:
            seller += 1
        buyer = 0 if number % HEAVY_BUYER_EVERY == 0 else 1 + int((buyers - 1) * draw.random() ** 2)
        if had[f"buyer {buyer}"] >= LARGEST_MAILBOX:
            buyer = 1 + number % (buyers - 1)
        if length == LONG and number == 0:
            buyer, seller = 0, 0
        had[f"seller {seller}"] += 1
        had[f"buyer {buyer}"] += 1
        threads.append((buyer, seller, length))
    return Shape(buyers, sellers, threads)


def _lengths(messages: int) -> list[int]:
    """Messages per thread, together exactly `messages`."""
    lengths: list[int] = []
    left = messages
    while left > 0:
        number = len(lengths)
        length = min(left, LONG if number % LONG_EVERY == 0 else LENGTHS[number % len(LENGTHS)])
        lengths.append(length)
        left -= length
    return lengths
