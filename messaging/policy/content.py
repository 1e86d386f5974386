"""Rules about what a message says as a whole, once its data are known."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from messaging.policy.packs import (
    access,
    adverts,
    conduct,
    fraud,
    leaving,
    notices,
    pitches,
    reviews,
    schemes,
)
from messaging.policy.phrases import Phrases, sentences
from messaging.policy.rules import Rule, Within
from messaging.policy.sighting import Sighting
from messaging.policy.unfold import View

_CLAUSE_END = re.compile(r"[,;:.!?\n，。、；：！？،؛]")

# Rules of one label may need the labels of those before.
ALL_RULES: tuple[Rule, ...] = (
    *reviews.RULES,
    *fraud.RULES,
    *schemes.RULES,
    *access.RULES,
    *notices.RULES,
    *leaving.RULES,
    *adverts.RULES,
    *pitches.RULES,
    *conduct.RULES,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a rule saw; start and end are in the text as written."""

    rule: Rule
    start: int
    end: int


def find_statements(sight: Sighting, labels: set[str], doubted: frozenset[str]) -> list[Statement]:
    """What the rules see. `labels` are those known so far, new ones are added; broad rules keep off the doubted."""
    pages = [_Page(view, sight) for view in _views(sight)]
    found = []
    for rule in ALL_RULES:
        if not _applies(rule, sight, labels) or (rule.broad and rule.label in doubted):
            continue
        for page in pages:
            span = page.search(rule)
            if span:
                found.append(Statement(rule, *page.view.span(*span)))
                labels.add(rule.label)
                break
    return found


def _views(sight: Sighting) -> list[View]:
    views = [sight.views.folded]
    if sight.views.loose.text != sight.views.folded.text:
        views.append(sight.views.loose)
    return views


def _applies(rule: Rule, sight: Sighting, labels: set[str]) -> bool:
    if rule.by is not None and rule.by != sight.context.direction:
        return False
    if rule.proactive is not None and rule.proactive != sight.context.proactive:
        return False
    return rule.needs <= labels and not rule.bars & labels


class _Page:
    """One view of a message, cut into sentences, with what was found where."""

    def __init__(self, view: View, sight: Sighting) -> None:
        self.view = view
        self.text = _without_data(view, sight)
        self._bounds = sentences(self.text)
        self._starts = [start for start, _ in self._bounds]
        self._places: dict[Phrases, list[tuple[int, int]]] = {}

    def search(self, rule: Rule) -> tuple[int, int] | None:
        """The first stretch that fits the rule, from its first to its last word."""
        if not all(self._found(pattern) for pattern in rule.patterns):
            return None
        if any(self._found(pattern) for pattern in rule.unless_anywhere):
            return None
        for first, last in self._stretches(rule):
            spans = [self._first_meant(rule, first, last)]
            spans += [self._first_between(pattern, first, last) for pattern in rule.patterns[1:]]
            if all(spans) and not any(self._first_between(pattern, first, last) for pattern in rule.unless):
                known = [span for span in spans if span]
                return min(start for start, _ in known), max(end for _, end in known)
        return None

    def _stretches(self, rule: Rule) -> Iterator[tuple[int, int]]:
        if rule.within is Within.MESSAGE:
            yield 0, len(self.text)
            return
        reach = 1 if rule.within is Within.NEAR else 0
        seen: set[tuple[int, int]] = set()
        for start, _ in self._found(rule.patterns[0]):
            index = bisect_right(self._starts, start) - 1
            for first in range(max(0, index - reach), index + 1):
                last = min(first + reach, len(self._bounds) - 1)
                stretch = (self._bounds[first][0], self._bounds[last][1])
                if stretch not in seen:
                    seen.add(stretch)
                    yield stretch

    def _found(self, pattern: Phrases) -> list[tuple[int, int]]:
        if pattern not in self._places:
            self._places[pattern] = pattern.find(self.text)
        return self._places[pattern]

    def _first_meant(self, rule: Rule, first: int, last: int) -> tuple[int, int] | None:
        """The first place of the rule's leading words whose clause does not deny them."""
        places = self._found(rule.patterns[0])
        for start, end in places[bisect_right(places, (first, -1)) :]:
            if start >= last:
                return None
            if not rule.denied:
                return start, end
            clause = self._clause(start, end)
            if not any(self._first_between(pattern, *clause) for pattern in rule.denied):
                return start, end
        return None

    def _clause(self, start: int, end: int) -> tuple[int, int]:
        head = _CLAUSE_END.split(self.text[max(0, start - 120) : start])[-1]
        tail = _CLAUSE_END.split(self.text[end : end + 120])[0]
        return start - len(head), end + len(tail)

    def _first_between(self, pattern: Phrases, first: int, last: int) -> tuple[int, int] | None:
        places: Sequence[tuple[int, int]] = self._found(pattern)
        index = bisect_right(places, (first, -1))
        return places[index] if index < len(places) and places[index][0] < last else None


def _without_data(view: View, sight: Sighting) -> str:
    """The text with addresses and numbers blotted out: their parts are not words."""
    edits = []
    for datum in sorted(sight.data, key=lambda found: found.start):
        first = _index(view.starts, datum.start)
        last = _index(view.starts, datum.end)
        edits.append((first, last))
    text = view.text
    for first, last in reversed(edits):
        text = text[:first] + "█" * (last - first) + text[last:]
    return text


def _index(starts: Sequence[int], place: int) -> int:
    return bisect_right(starts, place - 1)
