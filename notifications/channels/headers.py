"""Headers of an alert: cleaned where people's words go in, guarded as a whole before they leave.

Python's and Django's own checks changed between versions (THREATS I4), so the guard here is ours.
"""

from __future__ import annotations

import re
import unicodedata

from django.conf import settings

from accounts.naming import poses_as_market
from accounts.relay import keyed_digest
from messaging.models import Side, Thread

MOST_NAME_CHARS = 60
MOST_SUBJECT_CHARS = 150
# What ends a line for some reader: CR, LF, VT, FF, FS-US, NEL, LS, PS; and NUL, which ends a string for others.
_LINE_ENDS = re.compile("[\x00\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Invisible, or turning the direction of what follows: only ever used to make one name look like another.
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
_JOINERS = frozenset("\u200c\u200d")


class UnsafeHeader(ValueError):
    """A header holds a line end or NUL: the mail does not leave. Names the header, not its value."""


def header_text(text: str, *, most: int = MOST_SUBJECT_CHARS) -> str:
    """A person's words made fit for a header: one line, no hidden characters, nothing that decodes to something else."""
    kept = "".join(_visible(char) for char in unicodedata.normalize("NFC", text))
    # "=?" opens an encoded word, which a mail program would decode behind our back.
    line = " ".join(kept.replace("=?", "= ?").split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def display_name(name: str, *, fallback: str) -> str:
    """A name for From; one that looks like an address, like header syntax or like us is not shown at all."""
    cleaned = header_text(name, most=MOST_NAME_CHARS)
    folded = unicodedata.normalize("NFKC", cleaned)
    is_trick = any(mark in folded for mark in ("@", "<", "= ?")) or poses_as_market(cleaned)
    return fallback if not cleaned or is_trick else cleaned


def guard(headers: dict[str, str]) -> None:
    """Raises UnsafeHeader when any name or value could end its line."""
    for name, value in headers.items():
        if _LINE_ENDS.search(name) or _LINE_ENDS.search(value):
            raise UnsafeHeader(f"the {header_text(name, most=40)} header holds a line end")


def root_id(thread: Thread, side: Side) -> str:
    """The Message-ID all alerts of a thread refer to, so that mail programs show them together.

    Each side has its own: nothing links the two sides' mails.
    """
    code = keyed_digest("thread-root", f"{thread.pk}:{side}")[:26]
    return f"<thread.{code}@{settings.RELAY_DOMAIN}>"


def _visible(char: str) -> str:
    if char in _JOINERS:
        return char
    return " " if unicodedata.category(char) in _HIDDEN else char
