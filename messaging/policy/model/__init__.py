"""A small text model beside the rules: hashed letter groups, one weight a label; no library needed to run it."""

import json
import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import mul
from pathlib import Path
from zlib import crc32

FOLDER = Path(__file__).parent
BUCKETS = 1 << 15
GROUP_SIZES = (3, 4, 5)
# A longer text says its piece within this many characters; the rules still read all of it.
MAX_CHARS = 20_000
# Words up to this length are remembered: they come again.
MAX_KNOWN_WORD = 24
# Shorter texts ("Hello") say too little to judge by.
MIN_FEATURES = 60
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class TextModel:
    labels: tuple[str, ...]
    scales: tuple[float, ...]
    intercepts: tuple[float, ...]
    thresholds: tuple[float, ...]
    doubts: tuple[float, ...]
    weights: memoryview  # labels × BUCKETS, one signed byte each

    def judge(self, folded: str, marks: tuple[str, ...]) -> "Judgement":
        """How much the text reads like each label. `marks` say who wrote, and whether unasked."""
        values = features(folded, marks)
        sure: set[str] = set()
        doubted: set[str] = set()
        if len(values) < MIN_FEATURES:
            return Judgement(frozenset(), frozenset())
        for index, label in enumerate(self.labels):
            row = self.weights[index * BUCKETS : (index + 1) * BUCKETS]
            total = sum(map(mul, map(row.__getitem__, values), values.values()))
            score = total * self.scales[index] + self.intercepts[index]
            if score > self.thresholds[index]:
                sure.add(label)
            elif score < self.doubts[index]:
                doubted.add(label)
        return Judgement(frozenset(sure), frozenset(doubted))


@dataclass(frozen=True)
class Judgement:
    """Labels the model is sure of, and those it would not believe a broad rule."""

    sure: frozenset[str]
    doubted: frozenset[str]


def features(folded: str, marks: tuple[str, ...]) -> dict[int, float]:
    """Bucket → weight of the letter groups, words and word pairs of a text; length one."""
    counts: Counter[int] = Counter()
    previous = ""
    for match in _WORD.finditer(folded[:MAX_CHARS]):
        word = match.group()
        counts[crc32(f"w {word}".encode()) % BUCKETS] += 1
        counts[crc32(f"p {previous} {word}".encode()) % BUCKETS] += 1
        previous = word
        counts.update(_known_groups(word) if len(word) <= MAX_KNOWN_WORD else _letter_groups(word))
    values = {bucket: 1 + math.log(count) for bucket, count in counts.items()}
    length = math.sqrt(sum(value * value for value in values.values())) or 1.0
    scaled = {bucket: value / length for bucket, value in values.items()}
    for mark in marks:
        scaled[crc32(f"mark {mark}".encode()) % BUCKETS] = 0.5
    return scaled


def _letter_groups(word: str) -> tuple[int, ...]:
    padded = f" {word} "
    return tuple(
        crc32(padded[start : start + size].encode()) % BUCKETS
        for size in GROUP_SIZES
        for start in range(len(padded) - size + 1)
    )


_known_groups = lru_cache(maxsize=4096)(_letter_groups)


def marks_for(direction: str, *, proactive: bool) -> tuple[str, ...]:
    return (direction, "proactive") if proactive else (direction,)


@cache
def load() -> TextModel | None:
    """The model beside this file; None when it was never trained."""
    card_path, weights_path = FOLDER / "card.json", FOLDER / "weights.bin"
    if not card_path.exists() or not weights_path.exists():
        return None
    card = json.loads(card_path.read_text(encoding="utf-8"))
    rows = card["labels"]
    return TextModel(
        labels=tuple(rows),
        scales=tuple(row["scale"] for row in rows.values()),
        intercepts=tuple(row["intercept"] for row in rows.values()),
        thresholds=tuple(row["threshold"] for row in rows.values()),
        doubts=tuple(row["doubt"] for row in rows.values()),
        weights=memoryview(weights_path.read_bytes()).cast("b"),
    )
