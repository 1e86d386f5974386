"""What the pages people open most cost, beside an empty view and the floor, at two sizes of the database.

Both sizes are there at once, each in a database of its own, and each round measures a page at one and then at the
other: two runs minutes apart would compare the machine of two moments.
"""

from __future__ import annotations

import itertools
import secrets
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.handlers.wsgi import WSGIHandler
from django.urls import clear_url_caches, set_urlconf
from django.utils import timezone

from accounts.models import User
from messagecenter.measuring.browser import Browser
from messagecenter.measuring.meter import Deed, cpu_per_call, times
from messagecenter.measuring.scratch import Scratch, scratch_database
from messagecenter.volume.loading import Loaded, load
from messagecenter.volume.shape import LONG
from messaging.models import Thread

MOST_FLOORS = 2.0
FLAT_WITHIN = 1.2
SIZES = (1_000, 100_000)
FLOOR = "floor"
# Seconds of CPU in each round, by page (or floor, or empty view) and size.
Taken = dict[tuple[str, int], list[float]]


@dataclass(frozen=True)
class Cost:
    """Milliseconds of CPU of one page at one size, of an empty view of the same bytes and of the floor."""

    page: str
    messages: int
    bytes: int
    page_ms: float
    empty_ms: float
    floor_ms: float

    @property
    def floors(self) -> float:
        return self.page_ms / self.floor_ms

    @property
    def holds(self) -> bool:
        return self.floors <= MOST_FLOORS

    def as_dict(self) -> dict[str, Any]:
        return {**asdict(self), "floors": round(self.floors, 2), "limit": MOST_FLOORS, "holds": self.holds}


@dataclass(frozen=True)
class Growth:
    """How much dearer a page is with many messages than with few; the floor's own growth is among them."""

    page: str
    times: float

    @property
    def holds(self) -> bool:
        return self.times <= FLAT_WITHIN

    def as_dict(self) -> dict[str, Any]:
        return {"page": self.page, "times": round(self.times, 2), "limit": FLAT_WITHIN, "holds": self.holds}


@dataclass(frozen=True)
class Filled:
    """One size of the database: where it is, what is measured there and how long each page is."""

    scratch: Scratch
    deeds: dict[str, Deed]
    bytes: dict[str, int]


def measure(sizes: tuple[int, ...], *, server: str, rounds: int) -> tuple[str, list[Cost], list[Growth]]:
    """Fill a scratch database to each size and measure all of them in turn. Gives the database's vendor as well."""
    _serve_beside_the_floor()
    handler = WSGIHandler()
    with ExitStack() as stack:
        filled = {}
        for size in sizes:
            scratch = stack.enter_context(scratch_database(server, name=str(size)))
            filled[size] = _fill(scratch, size, handler)
        taken = _taken(filled, rounds=rounds)
        costs = [cost for size, one in filled.items() for cost in _costs(size, one, taken)]
        return scratch.vendor, costs, _growth(sizes, taken)


def _fill(scratch: Scratch, size: int, handler: WSGIHandler) -> Filled:
    loaded = load(size, seed=size, now=timezone.now())
    buyer = Browser(handler, User.people.get(pk=loaded.buyers[0]))
    seller = Browser(handler, User.people.get(pk=loaded.sellers[0]))
    nobody = Browser(handler, None)
    pages = _pages(buyer, seller, loaded)
    lengths = {name: len(deed()) for name, deed in pages.items()}  # type: ignore[arg-type]
    deeds: dict[str, Deed] = {FLOOR: lambda: buyer.get("/bench/floor/"), **pages}
    for name, count in lengths.items():
        deeds[_empty(name)] = lambda path=f"/bench/empty/{count}/": nobody.get(path)  # type: ignore[misc]
    return Filled(scratch, deeds, lengths)


def _taken(filled: dict[int, Filled], *, rounds: int) -> Taken:
    names = next(iter(filled.values())).deeds
    # A page at one size stands next to the same page at the other.
    deeds = {(name, size): one.deeds[name] for name in names for size, one in filled.items()}
    return cpu_per_call(deeds, rounds=rounds, prepare=lambda name: filled[name[1]].scratch.use())


def _costs(size: int, one: Filled, taken: Taken) -> list[Cost]:
    def ms(name: str) -> float:
        return median(taken[name, size]) * 1000

    return [
        Cost(name, size, count, ms(name), ms(_empty(name)), ms(FLOOR)) for name, count in one.bytes.items()
    ]


def _growth(sizes: tuple[int, ...], taken: Taken) -> list[Growth]:
    few, many = min(sizes), max(sizes)
    if few == many:
        return []
    pages = [name for name, size in taken if size == few and not name.startswith(_empty(""))]
    return [Growth(name, times(taken[name, few], taken[name, many])) for name in pages]


def _empty(page: str) -> str:
    return f"empty {page}"


def _pages(buyer: Browser, seller: Browser, loaded: Loaded) -> dict[str, Deed]:
    mine = Thread.objects.filter(buyer__user=loaded.buyers[0], seller__staff__user=loaded.sellers[0])
    long = mine.filter(last_seq=LONG).latest("id")
    short = Thread.objects.filter(buyer__user=loaded.buyers[0], last_seq__lt=LONG).latest("id")
    number = itertools.count()

    def send() -> bytes:
        text = {"body": f"Is there any news about my parcel? ({next(number)})", "key": secrets.token_hex(16)}
        return buyer.post(f"/messages/t/{short.pk}/", text)

    return {
        "inbox": lambda: buyer.get("/messages/"),
        "seller inbox": lambda: seller.get("/seller/messages/?queue=sent"),
        f"thread of {LONG}": lambda: buyer.get(f"/messages/t/{long.pk}/"),
        f"seller thread of {LONG}": lambda: seller.get(f"/messages/t/{long.pk}/"),
        "badge": lambda: buyer.get("/messages/badge/"),
        "send": send,
    }


def _serve_beside_the_floor() -> None:
    settings.ROOT_URLCONF = "messagecenter.measuring.floor"
    set_urlconf(None)
    clear_url_caches()
    _know_static_files()


def _know_static_files() -> None:
    """Without collectstatic there is no manifest to look names up in: each file then stands for itself."""
    known = getattr(staticfiles_storage, "hashed_files", None)
    if known is None or known:
        return
    for finder in get_finders():
        for path, _storage in finder.list([]):
            known[staticfiles_storage.hash_key(path)] = path  # type: ignore[attr-defined]
