"""Orders of the last ninety days, in every state: as many as there are threads about orders, and some without."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from messagecenter.demo.people import BEA, OPTED_OUT, Person
from orders.importing import import_rows
from orders.models import Order, Product

PERIOD_DAYS = 88
CARRIERS = ("Parcelline", "Northpost", "Blue Van")


@dataclass(frozen=True)
class Bought:
    """An order with a place in the demo's story. Ages are days before now; None means it did not happen."""

    number: str
    buyer: str
    skus: tuple[str, ...]
    placed: float
    shipped: float | None = None
    delivered: float | None = None
    cancelled: float | None = None
    quantity: int = 1
    completed: bool = False


# The orders of the mock-ups: who wrote about what is in `showpieces.py`.
TOLD = (
    Bought("EM-204771-9330", BEA, ("NA-ARIA-PRO-GR", "NA-CHG-30"), 13, 12, 9.5),
    Bought("EM-204518-6620", BEA, ("TS-RT2-MOSS",), 12, 11, 8),
    Bought("EM-203915-2208", BEA, ("CS-TB-RUN-39",), 25, 24, 22),
    Bought("EM-204866-1175", BEA, ("HP-KETTLE-09",), 4, 2),
    Bought("EM-204902-4410", BEA, ("HP-NOTE-DOT3",), 3, 1),
    Bought("EM-203377-0091", BEA, ("NA-CHG-30",), 33, 32, 30, completed=True),
    Bought("EM-204233-5127", BEA, ("LL-HL-20", "LL-ADAPT-24"), 40, 39, 36, completed=True),
    Bought("EM-204011-7719", BEA, ("HP-MUG-STON2",), 20, None, None, 19.5),
    Bought("EM-204951-3064", BEA, ("LL-LUMEN-2",), 1.5),
    Bought("EM-202840-6613", BEA, ("TS-ALDER-28",), 61, 60, 57, completed=True),
    Bought("EM-202118-9947", BEA, ("TS-CAMP-MUG", "TS-SUMMIT-HL"), 78, 77, 74, completed=True),
    Bought("EM-203590-1842", BEA, ("HP-STAND-OAK",), 29, 28, 25),
    Bought("EM-203711-4408", BEA, ("NA-TIDE-SA",), 27, 26, 23.5),
    Bought("EM-204402-2256", BEA, ("LL-DUSK-NL",), 15, 14, 12),
    Bought("EM-204611-7702", "daniel.oyelaran@mail-home.example", ("NA-STUDIO-OE",), 7, 5.5),
    Bought("EM-204702-5518", "priscilla.wainwright@mail-home.example", ("NA-TIDE-SA",), 11, 10, 6),
    Bought("EM-204655-2087", "lars.hallgrimsson@mail-home.example", ("NA-CHG-30",), 21, 20, 18),
    Bought(
        "EM-204840-3316", "ines.portela@meridian-studio.example", ("NA-ARIA-PRO-GR",), 2, None, quantity=40
    ),
    Bought("EM-204588-6641", "ben.kowalczyk@mail-home.example", ("NA-SHELF-PR",), 16, 15, 12),
    Bought("EM-203118-0042", OPTED_OUT, ("NA-ARIA-PRO-GR",), 55, 54, 51, completed=True),
    Bought("EM-204120-8834", OPTED_OUT, ("LL-HL-20",), 18, 17, 14),
    Bought("EM-204377-1190", OPTED_OUT, ("NA-CABLE-2M",), 9, 8, 5),
    Bought("EM-204690-2271", "claire.fontanel@mail-home.example", ("CS-TB-RUN-39",), 6, 5, 3),
    Bought("EM-204715-6604", "noah.abernathy@mail-home.example", ("CS-GYM-BAG",), 5, 4, 1.5),
)


def bought(count: int, buyers: list[Person], skus: list[str]) -> list[Bought]:
    """The told orders of the chosen shops, then made-up ones up to `count`. Always the same for the same people."""
    emails = {person.email for person in buyers}
    told = [order for order in TOLD if order.buyer in emails and set(order.skus) <= set(skus)]
    others = [person.email for person in buyers if person.email not in {BEA}]
    return told + [_made_up(number, others, skus) for number in range(max(0, count - len(told)))]


def add_orders(chosen: list[Bought], products: dict[str, Product], *, now: datetime) -> dict[str, Order]:
    """All orders by number; those missing are made."""
    known = set(Order.objects.values_list("number", flat=True))
    missing = [order for order in chosen if order.number not in known]
    import_rows("orders", [_as_row(order, products[order.skus[0]].seller.name, now) for order in missing])
    found = Order.objects.select_related("buyer__user", "seller").prefetch_related("items__product")
    return found.in_bulk([order.number for order in chosen], field_name="number")


def _made_up(number: int, emails: list[str], skus: list[str]) -> Bought:
    draw = Random(f"order {number}")  # noqa: S311
    placed = 0.5 + (number * 37 % 100) / 100 * PERIOD_DAYS + draw.random()
    sku = draw.choice(skus)
    same_shop = [other for other in skus if other.partition("-")[0] == sku.partition("-")[0] and other != sku]
    chosen = (sku, draw.choice(same_shop)) if same_shop and draw.random() < 0.25 else (sku,)
    ways = draw.random()
    shipped = placed - draw.uniform(0.4, 1.8)
    delivered = shipped - draw.uniform(1.5, 4)
    if ways < 0.06:
        return Bought(_number(number, draw), draw.choice(emails), chosen, placed, cancelled=placed * 0.98)
    return Bought(
        _number(number, draw),
        draw.choice(emails),
        chosen,
        placed,
        shipped if shipped > 0 else None,
        delivered if delivered > 0 else None,
        quantity=draw.choice((1, 1, 1, 2)),
        completed=delivered > 0 and draw.random() < 0.6,
    )


def _number(number: int, draw: Random) -> str:
    return f"EM-{100000 + number * 613 % 90000 + number // 90000 * 100000}-{draw.randint(1000, 9999)}"


def _as_row(order: Bought, seller: str, now: datetime) -> dict[str, Any]:
    times = {
        "placed_at": _ago(order.placed, now),
        "shipped_at": _ago(order.shipped, now),
        "delivered_at": _ago(order.delivered, now),
        "completed_at": _ago(order.delivered, now) if order.completed else None,
        "cancelled_at": _ago(order.cancelled, now),
    }
    row = {
        "number": order.number,
        "buyer": order.buyer,
        "seller": seller,
        "items": [{"sku": sku, "quantity": order.quantity} for sku in order.skus],
        "shipments": [_shipment(order, times)] if order.shipped else [],
    }
    return row | {name: moment for name, moment in times.items() if moment}


def _shipment(order: Bought, times: dict[str, str | None]) -> dict[str, str | None]:
    digits = order.number.replace("-", "")[2:]
    return {
        "carrier": CARRIERS[int(digits) % len(CARRIERS)],
        "tracking_number": f"PL{digits}DE",
        "shipped_at": times["shipped_at"],
        "delivered_at": times["delivered_at"],
    }


def _ago(days: float | None, now: datetime) -> str | None:
    return None if days is None else (now - timedelta(days=days)).isoformat()
