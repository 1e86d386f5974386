"""What a person types into a search box: words, and operators that say where to look.

`from: order: has:attachment is:unread is:read is:starred before: after:`, values in quotes where they hold
spaces. What is no operator is words; a phrase in quotes is all its words. Nothing typed becomes the name of
a column: each operator is one entry of a table below.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, tzinfo

from django.conf import settings
from django.db.models import Q
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from accounts.relay import RelayAddress, RelayKind
from messaging.models import Side
from messaging.search.words import Wanted, wanted_in

MOST_WORDS = 12
_QUOTES = str.maketrans("“”„«»", '"""""')
_WRITTEN = re.compile(r'(?P<key>[A-Za-z]{2,10}):(?P<value>"[^"]*"?|[^\s"]+)|"(?P<phrase>[^"]*)"?|[^\s"]+')
_LIKE_A_NUMBER = re.compile(r"(?=[^0-9]*[0-9])[A-Za-z0-9][A-Za-z0-9-]{1,38}[A-Za-z0-9]")
_FLAGS = {
    ("has", "attachment"): Q(has_attachment=True),
    ("is", "unread"): Q(unread=True),
    ("is", "read"): Q(unread=False),
    ("is", "starred"): Q(starred=True),
}


@dataclass(frozen=True)
class Operator:
    """One operator as typed: what it asks for, and the search without it."""

    key: str
    value: str
    condition: Callable[[Side], Q]
    others: str


@dataclass(frozen=True)
class Asked:
    """What a search asks for. `mistakes` are sentences about operators that could not be read."""

    words: tuple[Wanted, ...] = ()
    operators: tuple[Operator, ...] = ()
    mistakes: tuple[str, ...] = ()
    number: str = ""  # the words, when they may be an order's number

    @property
    def is_empty(self) -> bool:
        return not (self.words or self.operators)

    def condition(self, side: Side) -> Q:
        """What the operators ask of a mailbox entry."""
        wanted = Q()
        for operator in self.operators:
            wanted &= operator.condition(side)
        return wanted


def read_box(text: str, *, zone: tzinfo = UTC) -> Asked:
    """Days begin at midnight in `zone`."""
    text = text.translate(_QUOTES)
    words: list[str] = []
    operators: list[Operator] = []
    mistakes: list[str] = []
    for match in _WRITTEN.finditer(text):
        key, value = (match["key"] or "").lower(), (match["value"] or "").strip('"').strip()
        try:
            condition = _condition(key, value, zone) if value else None
        except ValueError as mistake:
            mistakes.append(str(mistake))
            continue
        if condition is None:
            words.append(match["phrase"] if match["phrase"] is not None else match.group())
        else:
            others = " ".join(f"{text[: match.start()]} {text[match.end() :]}".split())
            operators.append(Operator(key, value, condition, others))
    number = words[0] if len(words) == 1 and _LIKE_A_NUMBER.fullmatch(words[0]) else ""
    return Asked(wanted_in(" ".join(words), most=MOST_WORDS), tuple(operators), tuple(mistakes), number)


def _condition(key: str, value: str, zone: tzinfo) -> Callable[[Side], Q] | None:
    """None when this is no operator. Raises ValueError with a sentence for a value that cannot be read."""
    if flag := _FLAGS.get((key, value.lower())):
        return lambda side: flag
    match key:
        case "from":
            return lambda side: _from(value, side)
        case "order":
            return lambda side: Q(thread__order__number__in={value, value.upper()})
        case "before":
            moment = _moment(value, zone)
            return lambda side: Q(last_activity__lt=moment)
        case "after":
            moment = _moment(value, zone)
            return lambda side: Q(last_activity__gte=moment)
    return None


def _from(name: str, side: Side) -> Q:
    if side == Side.SELLER:
        return of_buyer(name)
    shown = Q(thread__seller__name__icontains=name)
    # The marketplace's own threads have no seller.
    return (
        shown | Q(thread__seller=None) if name.casefold() in settings.MARKETPLACE_NAME.casefold() else shown
    )


def of_buyer(name: str) -> Q:
    """By the name or mask the shop sees; what is masked cannot be probed."""
    name = " ".join(name.split())
    address = RelayAddress.parse(name)
    if address is not None and address.kind == RelayKind.ALIAS:
        return Q(thread__buyer__aliases__local=address.code)
    first, _space, initial = name.rstrip(".").rpartition(" ")
    shown = Q(thread__buyer__user__first_name__iexact=name) | Q(thread__buyer__company_name__iexact=name)
    if first and len(initial) == 1:
        whole = Q(thread__buyer__user__first_name__iexact=first)
        shown |= whole & Q(thread__buyer__user__last_name__istartswith=initial)
    return shown


def _moment(text: str, zone: tzinfo) -> datetime:
    """A day (its start) or a time."""
    try:
        day, moment = parse_date(text), parse_datetime(text)
    except ValueError:
        day = moment = None
    # A moment at the edge of time does not exist in every zone, and nobody wrote then.
    if any(found and not 1990 <= found.year <= 2200 for found in (day, moment)):
        day = moment = None
    if day is not None:
        return datetime.combine(day, time.min, tzinfo=zone)
    if moment is None:
        raise ValueError(
            _("“%(text)s” is not a date: write 2026-11-20 or 2026-11-20T09:30:00Z.") % {"text": text[:40]}
        )
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)
