"""CPU time per request: median of interleaved rounds."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

Deed = Callable[[], object]
PER_ROUND = 8


def cpu_per_call(deeds: dict[str, Deed], *, rounds: int) -> dict[str, float]:
    """Seconds of this process's CPU per call of each deed.

    Each round runs every deed in turn, so that what the machine does besides slows all of them alike.
    """
    for deed in deeds.values():
        for _warm_up in range(3):
            deed()
    taken: dict[str, list[float]] = {name: [] for name in deeds}
    for _round in range(rounds):
        for name, deed in deeds.items():
            started = time.process_time()
            for _call in range(PER_ROUND):
                deed()
            taken[name].append((time.process_time() - started) / PER_ROUND)
    return {name: median(values) for name, values in taken.items()}
