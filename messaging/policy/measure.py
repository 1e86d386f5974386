"""Measure the policy on labelled messages: python -m messaging.policy.measure --data F [--held-out | --rest]."""

import argparse
import hashlib
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from messaging.policy import Context, Direction, scan

DATA_LABELS = ("contact.phone", "contact.email", "contact.handle", "link.external", "payment.details")
LABELS = (
    *DATA_LABELS,
    "offplatform",
    "solicitation.review",
    "incentive",
    "feedback.coercion",
    "marketing",
    "phishing",
    "abuse",
)


@dataclass
class Score:
    """Counts of right, wrong and missed labels over a set of messages."""

    messages: int = 0
    clean: int = 0
    clean_passed: int = 0
    seconds: float = 0.0
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def f1(self, label: str) -> float:
        """1.0 where nothing was due and nothing was found."""
        total = 2 * self.right[label] + self.wrong[label] + self.missed[label]
        return 2 * self.right[label] / total if total else 1.0

    @property
    def clean_pass(self) -> float:
        return self.clean_passed / self.clean if self.clean else 1.0


def is_held_out(message_id: str) -> bool:
    """One fifth of all messages, by their id: the rules are not written against these."""
    return int(hashlib.sha256(message_id.encode()).hexdigest(), 16) % 5 == 0


def read_messages(path: Path, *, held_out: bool | None = None) -> list[dict[str, Any]]:
    """The labelled messages; held_out None means all of them."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [row for row in rows if held_out is None or is_held_out(row["id"]) == held_out]


def score(rows: Iterable[dict[str, Any]]) -> Score:
    result = Score()
    for row in rows:
        context = Context(Direction(row["direction"]), proactive=bool(row.get("proactive")))
        began = time.perf_counter()
        found = scan(row["text"], context).labels & set(LABELS)
        result.seconds += time.perf_counter() - began
        wanted = set(row["labels"])
        result.messages += 1
        result.right.update(found & wanted)
        result.wrong.update(found - wanted)
        result.missed.update(wanted - found)
        if not wanted:
            result.clean += 1
            result.clean_passed += not found
    return result


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Score the content policy on labelled messages.")
    parser.add_argument("--data", type=Path, required=True)
    part = parser.add_mutually_exclusive_group()
    part.add_argument(
        "--held-out", action="store_true", help="only the fifth the rules were not written against"
    )
    part.add_argument("--rest", action="store_true", help="only the other four fifths")
    options = parser.parse_args(arguments)
    held_out = True if options.held_out else False if options.rest else None
    result = score(read_messages(options.data, held_out=held_out))
    out = sys.stdout
    out.write(f"{result.messages} messages, {result.seconds / max(1, result.messages) * 1000:.2f} ms each\n")
    out.write(f"{'label':<22}{'right':>7}{'wrong':>7}{'missed':>7}{'F1':>8}\n")
    for label in LABELS:
        counts = f"{result.right[label]:>7}{result.wrong[label]:>7}{result.missed[label]:>7}"
        out.write(f"{label:<22}{counts}{result.f1(label):>8.3f}\n")
    out.write(f"clean-pass {result.clean_passed}/{result.clean} = {result.clean_pass:.3f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
