"""CPU time per request, measured in rounds: what is compared is measured side by side in each of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Sequence
from statistics import median
from typing import TypeVar

Deed = Callable[[], object]
Name = TypeVar("Name", bound=Hashable)
PER_ROUND = 8


def cpu_per_call(
    deeds: dict[Name, Deed], *, rounds: int, prepare: Callable[[Name], None]
) -> dict[Name, list[float]]:
    """Seconds of this process's CPU per call of each deed, one figure for each round.

    Each round runs every deed in turn, so that what the machine does besides slows all of them alike; every
    other round runs backwards, so that none of two neighbours is always the second. `prepare` comes before a
    deed and is not counted.
    """
    for name, deed in deeds.items():
        prepare(name)
        for _warm_up in range(3):
            deed()
    taken: dict[Name, list[float]] = {name: [] for name in deeds}
    forth = list(deeds)
    for number in range(rounds):
        for name in forth if number % 2 == 0 else reversed(forth):
            prepare(name)
            taken[name].append(_cpu_of(deeds[name]))
    return taken


def _cpu_of(deed: Deed) -> float:
    started = time.process_time()
    for _call in range(PER_ROUND):
        deed()
    return (time.process_time() - started) / PER_ROUND


def times(few: Sequence[float], many: Sequence[float]) -> float:
    """How many times as dear: the median of the rounds, each compared with itself.

    A machine that grows slower from round to round, or between two runs, makes nothing dearer here.
    """
    return median(after / before for before, after in zip(few, many, strict=True))
