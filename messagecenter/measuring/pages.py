"""What the pages people open most cost, beside an empty view and the floor, at two sizes of the database."""

from __future__ import annotations

import itertools
import secrets
from dataclasses import asdict, dataclass
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.handlers.wsgi import WSGIHandler
from django.urls import clear_url_caches, set_urlconf
from django.utils import timezone

from accounts.models import User
from messagecenter.measuring.browser import Browser
from messagecenter.measuring.meter import Deed, cpu_per_call
from messagecenter.volume.loading import Loaded, load
from messagecenter.volume.shape import LONG
from messaging.models import Thread

MOST_FLOORS = 2.0
FLAT_WITHIN = 1.2
SIZES = (1_000, 100_000)


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
    """How much dearer a page is with many messages than with few."""

    page: str
    times: float

    @property
    def holds(self) -> bool:
        return self.times <= FLAT_WITHIN

    def as_dict(self) -> dict[str, Any]:
        return {"page": self.page, "times": round(self.times, 2), "limit": FLAT_WITHIN, "holds": self.holds}


def measure(sizes: tuple[int, ...], *, rounds: int) -> tuple[list[Cost], list[Growth]]:
    """Fill the database to each size in turn and measure there. Runs on the scratch database."""
    _serve_beside_the_floor()
    handler = WSGIHandler()
    costs: list[Cost] = []
    there = 0
    for size in sizes:
        loaded = load(size - there, seed=size, now=timezone.now())
        there = size
        costs += _measure_at(size, loaded, handler, rounds=rounds)
    return costs, _growth(costs)


def _measure_at(size: int, loaded: Loaded, handler: WSGIHandler, *, rounds: int) -> list[Cost]:
    buyer = Browser(handler, User.people.get(pk=loaded.buyers[0]))
    seller = Browser(handler, User.people.get(pk=loaded.sellers[0]))
    nobody = Browser(handler, None)
    pages = _pages(buyer, seller, loaded)
    sizes = {name: len(deed()) for name, deed in pages.items()}  # type: ignore[arg-type]
    deeds: dict[str, Deed] = {"floor": lambda: buyer.get("/bench/floor/"), **pages}
    for name, count in sizes.items():
        deeds[f"empty {name}"] = lambda path=f"/bench/empty/{count}/": nobody.get(path)  # type: ignore[misc]
    taken = {name: seconds * 1000 for name, seconds in cpu_per_call(deeds, rounds=rounds).items()}
    return [
        Cost(name, size, count, taken[name], taken[f"empty {name}"], taken["floor"])
        for name, count in sizes.items()
    ]


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


def _growth(costs: list[Cost]) -> list[Growth]:
    few, many = min(cost.messages for cost in costs), max(cost.messages for cost in costs)
    if few == many:
        return []
    at = {(cost.page, cost.messages): cost.page_ms for cost in costs}
    return [
        Growth(cost.page, at[cost.page, many] / at[cost.page, few]) for cost in costs if cost.messages == few
    ]


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
