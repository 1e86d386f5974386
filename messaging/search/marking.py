"""What a result shows: the words that were looked for, marked where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from messaging.models import MailboxEntry, Message, Side
from messaging.search.words import Wanted, fold, pieces_of

SNIPPET_CHARS = 140
LEAD_CHARS = 40
# Of a long thread only the newest messages are opened to look for a snippet.
MOST_OPENED = 100


@dataclass(frozen=True)
class Stretch:
    text: str
    is_marked: bool


@dataclass(frozen=True)
class Snippet:
    """The part of a message where the words stand, and which side wrote it."""

    side: Side
    stretches: tuple[Stretch, ...]


class Marker:
    """Finds the words of one search in texts at hand."""

    def __init__(self, words: Sequence[Wanted]) -> None:
        self.words = [word.stems for word in words]
        self.stems = frozenset[str]().union(*self.words)
        self.beginnings = tuple(stem[:-1] for stem in self.stems if stem.endswith("*"))

    def head(self, text: str) -> tuple[Stretch, ...]:
        """A name or a title, where the beginning of a word counts as the word."""
        return _stretches(text, self._spans(text, by_beginning=True))

    def snippet(self, text: str) -> tuple[Stretch, ...]:
        """One line around the first word found; the start of the text when there is none."""
        line = " ".join(text.split())
        spans = self._spans(line, by_beginning=False)
        start, end = _window(line, spans[0][0] if spans else 0)
        cut = [(max(left, start) - start, min(right, end) - start) for left, right in spans]
        inside = [(left, right) for left, right in cut if left < right]
        before, after = "… " if start else "", " …" if end < len(line) else ""
        shown = _stretches(line[start:end], inside)
        return (*_plain(before), *shown, *_plain(after))

    def count(self, text: str) -> int:
        """How many of the words the text holds."""
        there = frozenset[str]().union(*(piece.stems & self.stems for piece in pieces_of(text)))
        return sum(not word.isdisjoint(there) for word in self.words)

    def _spans(self, text: str, *, by_beginning: bool) -> list[tuple[int, int]]:
        """Where marks go, in order and apart."""
        spans: list[tuple[int, int]] = []
        hits = (
            piece
            for piece in pieces_of(text)
            if self._is_hit(piece.stems, text[piece.start : piece.end], by_beginning=by_beginning)
        )
        for left, right in sorted((piece.start, piece.end) for piece in hits):
            if spans and left <= spans[-1][1]:
                spans[-1] = (spans[-1][0], max(right, spans[-1][1]))
            else:
                spans.append((left, right))
        return spans

    def _is_hit(self, stems: frozenset[str], written: str, *, by_beginning: bool) -> bool:
        if not stems.isdisjoint(self.stems):
            return True
        return by_beginning and bool(self.beginnings) and fold(written).startswith(self.beginnings)


def snippets(entries: Iterable[MailboxEntry], marker: Marker, *, side: Side) -> dict[UUID, Snippet]:
    """By thread: of the messages this side may read, the newest that holds most of the words. One query."""
    threads = [entry.thread_id for entry in entries]
    newest = Message.objects.filter(thread__in=threads, seq__gt=F("thread__last_seq") - MOST_OPENED)
    seen = newest.seen_by(side).only("thread_id", "side", "status", "body", "delivered_body")
    best: dict[UUID, tuple[int, Message]] = {}
    for message in seen.order_by("-seq"):
        most, _so_far = best.get(message.thread_id, (0, None))
        if most < len(marker.words) and (count := marker.count(message.text_for(side))) > most:
            best[message.thread_id] = (count, message)
    return {
        thread: Snippet(Side(message.side), marker.snippet(message.text_for(side)))
        for thread, (_count, message) in best.items()
    }


def _window(line: str, first: int) -> tuple[int, int]:
    """So much of the line as a row shows, from a little before `first`, cut between words where there are any."""
    if len(line) <= SNIPPET_CHARS:
        return 0, len(line)
    start = max(0, min(first - LEAD_CHARS, len(line) - SNIPPET_CHARS))
    if start:
        space = line.find(" ", start, first)
        start = space + 1 if space >= 0 else start
    end = min(len(line), start + SNIPPET_CHARS)
    if end < len(line):
        space = line.rfind(" ", first + 1, end)
        end = space if space > 0 else end
    return start, end


def _stretches(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    place = 0
    for left, right in spans:
        found += [*_plain(text[place:left]), Stretch(text[left:right], is_marked=True)]
        place = right
    return (*found, *_plain(text[place:]))


def _plain(text: str) -> tuple[Stretch, ...]:
    return (Stretch(text, is_marked=False),) if text else ()
