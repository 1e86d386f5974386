"""Lists of words and phrases in many languages, matched in linear time."""

from collections.abc import Sequence
from functools import cached_property

import re2

from messaging.policy.unfold import fold

# Stands for a written "*" while "*" itself means the rest of a word.
_STAR = "\ue000"


def linear(pattern: str) -> re2._Regexp:
    """A pattern that takes time in proportion to the text, whatever the text."""
    options = re2.Options()
    options.max_mem = 64 << 20
    options.log_errors = False
    return re2.compile(pattern, options)


_SENTENCE_END = linear(r"[.!?…](?:[\s\"')»”]|$)|[。！？\n।؟]")


class Phrases:
    """Alternatives, one a line or parted by "|", found in a folded text.

    "refund*" also finds refunded, "*bewertung" also Produktbewertung, "write ~ review"
    finds both in this order within one sentence, "#" stands for a digit. Compiled at first use.
    """

    def __init__(self, source: str) -> None:
        self._source = source

    def __or__(self, other: "Phrases") -> "Phrases":
        return Phrases(self._source + "|" + other._source)

    def find(self, text: str) -> list[tuple[int, int]]:
        return [match.span() for match in self._pattern.finditer(text) if match.end() > match.start()]

    def occurs(self, text: str) -> bool:
        return self._pattern.search(text) is not None

    @cached_property
    def _pattern(self) -> re2._Regexp:
        alternatives = [part.strip() for part in self._source.replace("\n", "|").split("|")]
        return linear("|".join(_as_pattern(part) for part in alternatives if part))


def _as_pattern(phrase: str) -> str:
    halves = [_words(half.strip()) for half in phrase.split("~")]
    return r"[^.!?\n。！？]*?".join(halves)


def _words(phrase: str) -> str:
    words = fold(phrase.replace("\\*", _STAR))
    body = "".join(_char(char) for char in words)
    before = r"\b" if words[0].isascii() and words[0].isalnum() else ""
    after = r"\b" if words[-1].isascii() and words[-1].isalnum() else ""
    return before + body + after


def _char(char: str) -> str:
    if char == _STAR:
        return r"\*"
    if char == "*":
        return r"\w*"
    if char == " ":
        return r"\s+"
    if char == "#":
        return r"[0-9]"
    return re2.escape(char)


def sentences(text: str) -> Sequence[tuple[int, int]]:
    """Start and end of each sentence; a line is one too."""
    bounds = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if match.end() > start:
            bounds.append((start, match.end()))
            start = match.end()
    if start < len(text):
        bounds.append((start, len(text)))
    return bounds
