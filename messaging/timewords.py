"""Times in the words of the pages: "11:58", "19 Nov", "Monday 16 November", "3 h 15 min".

Written out by hand from the names of days and months: a page shows dozens of times, and the general
formatter costs more than everything else about them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from django.utils import timezone
from django.utils.dates import MONTHS, MONTHS_3, WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Names:
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    days: tuple[str, ...]
    short_days: tuple[str, ...]


@cache
def _names(language: str | None) -> Names:
    # `language` is the cache's key: the names are those of the active one.
    return Names(
        ("", *(str(MONTHS[month]) for month in range(1, 13))),
        ("", *(str(MONTHS_3[month]).title() for month in range(1, 13))),
        tuple(str(WEEKDAYS[day]) for day in range(7)),
        tuple(str(WEEKDAYS_ABBR[day]) for day in range(7)),
    )


def names() -> Names:
    return _names(get_language())


def clock(moment: datetime) -> str:
    return f"{moment.hour:02}:{moment.minute:02}"


def short_day(day: date, today: date) -> str:
    """ "19 Nov" this year, "19 Nov 2025" before."""
    return _short_day(day, today, names())


def _short_day(day: date, today: date, known: Names) -> str:
    words = f"{day.day} {known.short_months[day.month]}"
    return words if day.year == today.year else f"{words} {day.year}"


def long_day(day: date, today: date) -> str:
    """ "Monday 16 November", with the year when it is not this one."""
    words = f"{names().days[day.weekday()]} {day.day} {names().months[day.month]}"
    return words if day.year == today.year else f"{words} {day.year}"


def spell(moment: datetime, style: str) -> str:
    """ "list" (under day headings), "short", "time", "date" or "full", in the reader's zone."""
    local, today = timezone.localtime(moment), timezone.localdate()
    if style == "time":
        return clock(local)
    day = local.date()
    if style == "date":
        return short_day(day, today)
    if style == "full":
        return in_full(local, today)
    if style == "short" and day == today - DAY:
        return _("Yesterday")
    return in_list(local, today)


def in_full(local: datetime, today: date) -> str:
    """ "Fri 20 Nov, 13:22". Takes a time in the reader's zone."""
    return _in_full(local, today, names())


def _in_full(local: datetime, today: date, known: Names) -> str:
    day = local.date()
    return f"{known.short_days[day.weekday()]} {_short_day(day, today, known)}, {clock(local)}"


def in_list(local: datetime, today: date) -> str:
    """Under a day heading: the hour today and yesterday, the day before that. Takes a time in the reader's zone."""
    return clock(local) if local.date() >= today - DAY else short_day(local.date(), today)


def full_title(local: datetime) -> str:
    """The whole of it, for the title of a `<time>`: "Friday 20 November 2026, 13:22 CET"."""
    return _full_title(local, names())


def _full_title(local: datetime, known: Names) -> str:
    day = f"{known.days[local.weekday()]} {local.day} {known.months[local.month]} {local.year}"
    return f"{day}, {clock(local)} {local.tzname()}"


def label_and_title(local: datetime, today: date, known: Names) -> tuple[str, str]:
    """`in_full` and `full_title` of one moment: a thread says both fifty times, and looks up `names()` once."""
    return _in_full(local, today, known), _full_title(local, known)


def day_line(day: date, today: date) -> str:
    """The line between two days of a thread: "Today", "Yesterday", "Monday 16 November"."""
    if day == today:
        return _("Today")
    if day == today - DAY:
        return _("Yesterday")
    return long_day(day, today)


def group_of(day: date, today: date) -> str:
    """The heading an inbox row stands under: "Today", "Yesterday", "Earlier in November", "October", "May 2025"."""
    if day >= today - DAY:
        return _("Today") if day >= today else _("Yesterday")
    month = names().months[day.month]
    if (day.year, day.month) == (today.year, today.month):
        return _("Earlier in %(month)s") % {"month": month}
    return month if day.year == today.year else f"{month} {day.year}"


def span(length: timedelta) -> str:
    """A length of time: "42 min", "3 h 15 min", "2 days"."""
    minutes = max(0, int(length.total_seconds() // 60))
    if minutes >= 2 * 24 * 60:
        days = minutes // (24 * 60)
        return ngettext("%(n)s day", "%(n)s days", days) % {"n": days}
    if minutes >= 60:
        return _("%(hours)s h %(minutes)02d min") % {"hours": minutes // 60, "minutes": minutes % 60}
    return _("%(minutes)s min") % {"minutes": minutes}
