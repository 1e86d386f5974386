"""Text to words, words to stems: what is looked for and what is found, in any language.

A word is its set of stems, one for each likely language of its script; two words are the same when their
sets meet. So nobody has to say which language a message is in. Scripts that write no spaces are read as
overlapping pairs of characters; numbers stand as a whole and in the parts between their hyphens.
"""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import re2
import Stemmer

# A word as long as a sentence is none: what was pasted is cut, not kept.
LONGEST_STEM = 40
SHORTEST_STEMMED = 3
BEGINNINGS = range(3, 9)
# Words kept with their stems; a word's stems cost seven stemmers.
STEMS_KEPT = 20_000

# Written without spaces between words, or (Hangul) with particles joined to them.
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}ー"
# Soft hyphens and joiners stand inside words and mean nothing there.
_LETTER = rf"(?:[^\P{{L}}{_UNSPACED}]|[^\P{{M}}{_UNSPACED}]|\p{{N}}|[\x{{AD}}\x{{200C}}\x{{200D}}\x{{2060}}])"
_JOINER = r"[-‐‑–_./'’+&@]"
_RUN_OR_WORD = re2.compile(rf"([{_UNSPACED}]+)|{_LETTER}+(?:{_JOINER}{_LETTER}+)*")
_PART = re2.compile(rf"{_LETTER}+")
_ACCENT = re2.compile(r"[\x{300}-\x{36F}]+")
# Joiners, the Arabic stretch and vowel marks, Hebrew points: written or left out at will.
_UNSAID = re2.compile(
    r"[\x{AD}\x{200C}\x{200D}\x{2060}\x{640}\x{64B}-\x{652}\x{670}\x{591}-\x{5BD}\x{5BF}\x{5C1}\x{5C2}]+"
)
# Letters that do not come apart, and Arabic ones people write for each other.
_LOOSE = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
    | {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه"}
)
# First and last letter of each script that has stemmers, and their languages.
_LANGUAGES = (
    ("a", "\u024f", ("english", "german", "spanish", "french", "italian", "dutch", "portuguese")),
    ("\u0370", "\u03ff", ("greek",)),
    ("\u0400", "\u052f", ("russian",)),
    ("\u0600", "\u06ff", ("arabic",)),
    ("\u0900", "\u097f", ("hindi",)),
    ("\u0b80", "\u0bff", ("tamil",)),
)
_per_thread = threading.local()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text that may be looked for: a word, a part of one, or one or two characters of a run."""

    start: int
    end: int
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word somebody looks for: one of `ways` must be there, and of a way all members, each by any of its stems."""

    ways: tuple[tuple[frozenset[str], ...], ...]

    @property
    def stems(self) -> frozenset[str]:
        """What is worth a mark where it stands alone: of a compound's parts, none of one or two letters."""
        return frozenset(
            stem
            for way in self.ways
            for stems in way
            for stem in stems
            if len(way) == 1 or len(self.ways) == 1 or len(stem) > 2
        )


def pieces_of(text: str) -> Iterator[Piece]:
    """Everything in the text that can be found, in order; pieces may overlap."""
    for match in _RUN_OR_WORD.finditer(text):
        start, end = match.span()
        if match.group(1):
            yield from _grams(text, start, end, sizes=(1, 2))
            continue
        parts = [(start + part.start(), start + part.end()) for part in _PART.finditer(match.group())]
        for piece in [*parts, (start, end)] if len(parts) > 1 else parts:
            if stems := _stems_of_compound(text[slice(*piece)]):
                yield Piece(*piece, stems)


def stems_of(text: str) -> set[str]:
    return {stem for piece in pieces_of(text) for stem in piece.stems}


def beginnings_of(text: str) -> set[str]:
    """How the words of a name or a title begin: there the first letters are enough to find them."""
    return {
        _beginning(word[:size])
        for word in map(fold, _PART.findall(text))
        for size in BEGINNINGS
        if size < len(word)
    }


def wanted_in(text: str, *, most: int) -> tuple[Wanted, ...]:
    """The words somebody looks for, at most so many."""
    found = []
    for match in _RUN_OR_WORD.finditer(text):
        start, end = match.span()
        if match.group(1):
            size = min(2, end - start)
            grams = tuple(piece.stems for piece in _grams(text, start, end, sizes=(size,)))
            found.append(Wanted((grams,)))
        elif wanted := _wanted(match.group()):
            found.append(wanted)
    return tuple(dict.fromkeys(found))[:most]


def _wanted(written: str) -> Wanted | None:
    """A word by its stems or its beginning; a compound also by all its parts, however they are joined."""
    whole = _stems_of_compound(written)
    if not whole:
        return None
    bare = fold("".join(_PART.findall(written)))
    if len(bare) in BEGINNINGS:
        whole |= {_beginning(bare)}
    parts = tuple(stems for stems in map(_stems_of_word, _PART.findall(written)) if stems)
    return Wanted(((whole,), parts)) if len(parts) > 1 else Wanted(((whole,),))


def _beginning(letters: str) -> str:
    # No stem holds this sign, so a beginning is never taken for a word.
    return f"{letters}*"


def fold(word: str) -> str:
    """The word without case, accents and the ways of writing that make no difference."""
    bare = _ACCENT.sub("", unicodedata.normalize("NFD", _plain(word)))
    return unicodedata.normalize("NFC", bare).translate(_LOOSE)


def _plain(word: str) -> str:
    """Its one spelling, accents kept: stemmers need them."""
    return _UNSAID.sub("", unicodedata.normalize("NFKC", word).casefold())


def _stems_of_compound(written: str) -> frozenset[str]:
    return _stems_of_word("".join(_PART.findall(written)))


@lru_cache(maxsize=STEMS_KEPT)
def _stems_of_word(word: str) -> frozenset[str]:
    """Empty for what is no word, such as a sign alone."""
    plain, bare = _plain(word), fold(word)
    if not any(letter.isalnum() for letter in bare):
        return frozenset()
    if len(bare) < SHORTEST_STEMMED or (not bare.isalpha() and any(letter.isdigit() for letter in bare)):
        return frozenset({bare[:LONGEST_STEM]})
    # With and without accents: who leaves them out finds the word too.
    found = {fold(stemmer.stemWord(form)) for stemmer in _stemmers_for(bare[0]) for form in (plain, bare)}
    return frozenset(stem[:LONGEST_STEM] for stem in found if stem) or frozenset({bare[:LONGEST_STEM]})


def _stemmers_for(letter: str) -> list[Stemmer.Stemmer]:
    for first, last, languages in _LANGUAGES:
        if first <= letter <= last:
            return [_stemmer(language) for language in languages]
    return []


def _stemmer(language: str) -> Stemmer.Stemmer:
    """A stemmer keeps what it works on in itself: each thread has its own."""
    kept: dict[str, Stemmer.Stemmer] = _per_thread.__dict__.setdefault("stemmers", {})
    if language not in kept:
        # What costs is remembered here, as sets; a second memory inside would only take room.
        kept[language] = Stemmer.Stemmer(language, 0)
    return kept[language]


def _grams(text: str, start: int, end: int, *, sizes: tuple[int, ...]) -> Iterator[Piece]:
    for place in range(start, end):
        for size in sizes:
            # A vowel sign alone says nothing.
            if place + size <= end and (size > 1 or text[place].isalpha()):
                yield Piece(place, place + size, frozenset({fold(text[place : place + size])}))
