"""Names that others see carry no way around the mask (RULES §1), and pose as nobody (THREATS I9)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

Finder = Callable[[str], bool]
# Fewer are a name ("7-Eleven", "Studio 54"); as many are the half of a phone number.
PHONE_DIGITS = 6
# So many in a row are nobody's name by chance.
UNMISTAKABLE_LETTERS = 8
_BETWEEN_WORDS = re.compile(r"[\W_]+")
# Invisible, or turning the direction of what follows: only ever used to make one name look like another.
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
# Letters of Persian and of Indian languages are joined and parted by these.
_JOINERS = frozenset("\u200c\u200d")
_LOOKALIKE_SCRIPTS = frozenset({"LATIN", "CYRILLIC", "GREEK"})
_finders: list[Finder] = []


def watch_names(finder: Finder) -> None:
    """Have names looked at by what knows contact details in their disguises; it lives in a room above this one."""
    if finder not in _finders:
        _finders.append(finder)


def require_only_a_name(name: str) -> None:
    """A validator of names that sellers see. Raises ValidationError when one holds contact details."""
    digits = sum(char.isdigit() for char in name)
    if digits >= PHONE_DIGITS or any(finds(name) for finds in _finders):
        raise ValidationError(
            _("Leave out phone numbers, addresses and links: sellers see this name."), code="contact"
        )


def require_own_name(name: str) -> None:
    """A validator: the name is not the marketplace's, nor spelled to look like another."""
    if poses_as_market(name):
        raise ValidationError(_("This name is kept for the marketplace itself."), code="market")
    if any(len(_lookalikes(word)) > 1 for word in name.split()):
        raise ValidationError(_("Write each word in one alphabet."), code="mixed")


def poses_as_market(name: str) -> bool:
    """Whether the marketplace's own name can be read in it, however it is spaced, cased or accented.

    A short one counts as words of their own only: a market called Otto keeps no Ottoman away.
    """
    market = _letters(settings.MARKETPLACE_NAME)
    if len(market) >= UNMISTAKABLE_LETTERS:
        return market in _letters(name)
    words = [_letters(word) for word in _BETWEEN_WORDS.split(name)]
    runs = (
        "".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1)
    )
    return bool(market) and market in runs


def visible(name: str) -> str:
    """The name as it is seen: one line, without hidden characters."""
    seen = (char for char in unicodedata.normalize("NFC", name) if not _is_hidden(char))
    return " ".join("".join(seen).split())


def _is_hidden(char: str) -> bool:
    return unicodedata.category(char) in _HIDDEN and char not in _JOINERS and not char.isspace()


def _letters(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(char for char in plain if char.isalnum())


def _lookalikes(word: str) -> set[str]:
    """The alphabets it is written in, of those whose letters are taken for one another."""
    return {unicodedata.name(char, "").partition(" ")[0] for char in word} & _LOOKALIKE_SCRIPTS
