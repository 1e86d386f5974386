"""What a search adds to a list: the words marked in its rows, and a chip for each operator, to take it off again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from messaging.models import MailboxEntry, Side
from messaging.search.box import Asked
from messaging.search.marking import Marker, Stretch, snippets
from messaging.templatetags.messagecenter import one_line

LABELS: dict[tuple[str, str], Any] = {
    ("has", "attachment"): gettext_lazy("Has attachment"),
    ("is", "unread"): gettext_lazy("Unread"),
    ("is", "read"): gettext_lazy("Read"),
    ("is", "starred"): gettext_lazy("Starred"),
}


class Marks:
    """How the texts of a page's rows are written: escaped, and with the words of the search marked.

    Without words nothing is looked up. With words: one query, for the messages of the rows shown.
    """

    head: Callable[[str], str]

    def __init__(self, asked: Asked, entries: Sequence[MailboxEntry], *, side: Side) -> None:
        self._snippets = {}
        self.head = escape
        if asked.words and entries:
            marker = Marker(asked.words)
            self._snippets = snippets(entries, marker, side=side)
            self.head = lambda text: marked(marker.head(text))

    def said(self, entry: MailboxEntry) -> tuple[str, str]:
        """Which side wrote what the row shows, and that text: where the words stand, or the newest."""
        if found := self._snippets.get(entry.thread_id):
            return found.side, marked(found.stretches)
        return entry.last_side, escape(one_line(entry.preview))


UNMARKED = Marks(Asked(), (), side=Side.BUYER)


def marked(stretches: Iterable[Stretch]) -> str:
    return "".join(
        f'<mark class="mc-hit">{escape(stretch.text)}</mark>' if stretch.is_marked else escape(stretch.text)
        for stretch in stretches
    )


def chips_of(asked: Asked, query: QueryDict, *, cursors: Iterable[str]) -> list[tuple[str, str]]:
    """Each operator of the search box in words, and the address of the list without it."""
    return [
        (_label(operator.key, operator.value), address(query, cursors=cursors, q=operator.others))
        for operator in asked.operators
    ]


def address(query: QueryDict, *, cursors: Iterable[str], **changes: str) -> str:
    """The list from its first page, with some values changed; "" takes one out."""
    values = query.copy()
    for name, value in (dict.fromkeys(cursors, "") | changes).items():
        values.pop(name, None)
        if value:
            values[name] = value
    return f"?{values.urlencode()}"


def _label(key: str, value: str) -> str:
    if label := LABELS.get((key, value.lower())):
        return str(label)
    match key:
        case "from":
            return _("From %(name)s") % {"name": value}
        case "order":
            return _("Order %(number)s") % {"number": value}
        case "before":
            return _("Before %(date)s") % {"date": value}
    return _("After %(date)s") % {"date": value}
