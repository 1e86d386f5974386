"""Undo disguises: one text in several views, each mapped back to the text as written."""

import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import confusable_homoglyphs

# Marks that belong to the character before them: keycap, emoji style.
_TAIL_MARKS = "\ufe0e\ufe0f\u20e3"
# Letters that NFKD does not take apart.
_PLAIN_LATIN = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
_PLAIN_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": None})
_LEET = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s"}
_SIGNS = {"€": "e", "!": "i", "|": "i", "¡": "i"}
_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True))
_WRITTEN = re.compile(r"\S+")
_SIGN_IN_WORD = re.compile(r"(?<=[a-z])[€!|¡](?=[a-z])")
# The separator must repeat, so a match is found or given up without going back.
_STRETCHED = re.compile(r"(?<!\w)[\w@$]([ .\-_*·•]{1,3})(?:[\w@$]\1){2,}[\w@$](?!\w)")
_WORD = re.compile(r"[a-z0-9@$]+")


@dataclass(frozen=True, slots=True)
class View:
    """A text made from another; character i stands for original[starts[i]:ends[i]]."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where text[start:end] of this view stands in the original; not for empty spans."""
        return self.starts[start], self.ends[end - 1]

    def derive(self, pieces: list[tuple[str, int, int]]) -> "View":
        """A view of this view: each piece (new text, start, end) replaces text[start:end]."""
        text: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for new, start, end in pieces:
            if len(new) == end - start:
                starts.extend(self.starts[start:end])
                ends.extend(self.ends[start:end])
            else:
                starts.extend([self.starts[start]] * len(new))
                ends.extend([self.ends[end - 1]] * len(new))
            text.append(new)
        return View("".join(text), starts, ends)

    def rewritten(self, edits: list[tuple[str, int, int]]) -> "View":
        """This view with some parts replaced; edits are in order and do not overlap."""
        pieces: list[tuple[str, int, int]] = []
        position = 0
        for new, start, end in edits:
            if start > position:
                pieces.append((self.text[position:start], position, start))
            if new:
                pieces.append((new, start, end))
            position = end
        if position < len(self.text):
            pieces.append((self.text[position:], position, len(self.text)))
        return self.derive(pieces)


@dataclass(frozen=True, slots=True)
class Unfolded:
    """The views detectors look at.

    `plain`: one form for each character, invisible ones gone, look-alike letters
    in mixed words made Latin; case kept. `folded`: small letters without accents.
    `loose`: stretched words (r-e-v) joined and digits inside words read as letters.
    """

    original: str
    plain: View
    folded: View
    loose: View


def unfold(text: str) -> Unfolded:
    plain = _latinised(_plain(text))
    folded = _each(plain, fold_char)
    return Unfolded(text, plain, folded, _loosened(folded))


def fold(text: str) -> str:
    """How a word of a rule is spelled in the folded view."""
    return "".join(fold_char(char) for char in text)


def digits_of(text: str) -> str:
    return "".join(char for char in text if char.isdecimal())


@lru_cache(maxsize=8192)
def fold_char(char: str) -> str:
    if char < "\x80":
        return char.lower()
    lowered = char.lower().translate(_PLAIN_LATIN).translate(_PLAIN_ARABIC)
    if "\u064b" <= char <= "\u0652":
        return ""
    parts = unicodedata.normalize("NFKD", lowered)
    if parts and ("a" <= parts[0] <= "z" or "\u0370" <= parts[0] <= "\u04ff"):
        return "".join(part for part in parts if not unicodedata.combining(part))
    return "" if "\u0300" <= char <= "\u036f" else lowered


@lru_cache(maxsize=8192)
def _plain_char(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cf" or char in _TAIL_MARKS or "\U000e0000" <= char <= "\U000e01ef" or char == "\u180e":
        return ""
    if category in {"Nd", "No"}:
        digit = unicodedata.digit(char, None)
        if digit is not None:
            return str(digit)
    if char in _SMALL_CAPITALS:
        return _SMALL_CAPITALS[char]
    if category == "Cc" and char not in "\n\t":
        return " "
    if category == "Cs":
        return "\ufffd"  # half a character: no pattern could read it
    return unicodedata.normalize("NFKC", char)


def _plain(text: str) -> View:
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for index, char in enumerate(text):
        new = char if " " <= char <= "~" or char == "\n" else _plain_char(char)
        if not new:
            if char in _TAIL_MARKS and ends:
                ends[-1] = index + 1
            continue
        out.append(new)
        starts.extend([index] * len(new))
        ends.extend([index + 1] * len(new))
    return View("".join(out), starts, ends)


def _each(view: View, change: Callable[[str], str]) -> View:
    if view.text.isascii():
        return View(view.text.lower(), view.starts, view.ends)
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for index, char in enumerate(view.text):
        new = change(char)
        out.append(new)
        starts.extend([view.starts[index]] * len(new))
        ends.extend([view.ends[index]] * len(new))
    return View("".join(out), starts, ends)


@cache
def _look_alikes() -> dict[str, str]:
    """Cyrillic and Greek letters that pass for a Latin one."""
    path = Path(confusable_homoglyphs.__file__).with_name("confusables.json")
    table: dict[str, str] = {}
    for char, others in json.loads(path.read_text(encoding="utf-8")).items():
        if len(char) == 1 and _is_cyrillic_or_greek(char):
            for other in others:
                if len(other["c"]) == 1 and other["c"].isascii() and other["c"].isalpha():
                    table[char] = other["c"]
                    break
    return table


def _is_cyrillic_or_greek(char: str) -> bool:
    return "\u0370" <= char <= "\u052f"


def _latinised(view: View) -> View:
    if view.text.isascii() or not any(_is_cyrillic_or_greek(char) for char in view.text):
        return view
    table = _look_alikes()
    edits = []
    for match in _WRITTEN.finditer(view.text):
        word = match.group()
        if any(char.isascii() and char.isalpha() for char in word):
            changed = "".join(table.get(char, char) for char in word)
            if changed != word:
                edits.append((changed, *match.span()))
    return view.rewritten(edits)


def _loosened(view: View) -> View:
    """Stretched words joined, then digits amid letters read as letters."""
    edits = []
    for match in _STRETCHED.finditer(view.text):
        start, end = match.span()
        if match.group()[:2] in {"a ", "i ", "y "} or (
            match.group()[0].isdigit() and match.group()[1] == " "
        ):
            start += 2  # an article or a number before the word, not its first letter
        if sum(char.isalpha() for char in view.text[start:end]) >= 3:
            edits += [
                ("", index, index + 1)
                for index in range(start, end)
                if not (view.text[index].isalnum() or view.text[index] in "@$")
            ]
    joined = view.rewritten(edits) if edits else view
    changes = [(_SIGNS[match.group()], *match.span()) for match in _SIGN_IN_WORD.finditer(joined.text)]
    joined = joined.rewritten(changes) if changes else joined
    changes = []
    for match in _WORD.finditer(joined.text):
        word = match.group()
        if not word.isalpha() and sum(char.isalpha() for char in word) >= 2:
            changes.append(("".join(_LEET.get(char, char) for char in word), *match.span()))
    return joined.rewritten(changes) if changes else joined
