"""What is compared is measured side by side, so that a machine that slows down makes nothing look dearer."""

from __future__ import annotations

import pytest

from messagecenter.measuring.meter import PER_ROUND, cpu_per_call, times


def test_a_machine_that_grows_slower_makes_nothing_dearer() -> None:
    slower = [1.0, 1.5, 2.0, 3.0, 4.0]
    assert times([10 * by for by in slower], [10 * by for by in slower]) == 1.0
    assert times([10 * by for by in slower], [13 * by for by in slower]) == pytest.approx(1.3)


def test_one_disturbed_round_does_not_decide() -> None:
    assert times([10, 10, 10], [11, 90, 11]) == pytest.approx(1.1)


def test_each_round_runs_every_deed_and_every_other_round_backwards() -> None:
    told: list[str] = []
    deeds = {name: lambda name=name: told.append(name) for name in ("few", "many")}
    taken = cpu_per_call(deeds, rounds=2, prepare=lambda name: told.append(f"to {name}"))
    measured = told[told.index("to many") + 4 :]
    once = {name: [f"to {name}", *[name] * PER_ROUND] for name in deeds}
    assert measured == once["few"] + once["many"] + once["many"] + once["few"]
    assert {name: len(figures) for name, figures in taken.items()} == {"few": 2, "many": 2}
