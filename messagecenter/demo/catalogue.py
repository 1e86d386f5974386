"""What the demo's shops sell."""

from __future__ import annotations

from random import Random
from typing import Any

from messagecenter.demo.people import SHOPS, Shop
from orders.importing import import_rows
from orders.models import Product

# SKU without the shop's code, title, price in cents, picture below static/img/products/.
GOODS: dict[str, tuple[tuple[str, str, int, str], ...]] = {
    "NA": (
        ("ARIA-PRO-GR", "Aria Pro wireless earbuds, graphite", 12900, "headphones"),
        ("CHG-30", "Northwind 30 W charger", 2400, "charger"),
        ("TIDE-GR", "Tide speaker, graphite", 7900, "speaker"),
        ("TIDE-SA", "Tide speaker, sand", 7900, "speaker-2"),
        ("ARIA-CASE", "Aria travel case", 1900, "backpack-2"),
        ("STUDIO-OE", "Studio over-ear headphones, black", 18900, "headphones-2"),
        ("CABLE-2M", "Northwind USB-C cable, 2 m", 1400, "charger-2"),
        ("SHELF-PR", "Bookshelf speakers, pair", 24900, "speaker-3"),
    ),
    "TS": (
        ("RT2-MOSS", "Ridgeline 2-person tent, moss green", 18900, "tent"),
        ("RT3-SAND", "Ridgeline 3-person tent, sand", 24900, "tent-2"),
        ("ALDER-28", "Alder 28 l backpack", 9400, "backpack"),
        ("ALDER-45", "Alder 45 l backpack", 13900, "backpack-3"),
        ("SUMMIT-HL", "Summit headlamp", 3900, "lamp-2"),
        ("POLE-FLD", "Folding trekking poles, pair", 5900, "tent-3"),
        ("CAMP-MUG", "Enamel camp mug", 1400, "mug-2"),
        ("TARP-3", "Ridgeline tarp, 3 × 3 m", 6900, "tent-2"),
    ),
    "LL": (
        ("HL-20", "Halo desk lamp, model HL-20", 6400, "lamp"),
        ("HL-90", "Halo floor lamp", 12900, "lamp-2"),
        ("LUMEN-2", "Lumen bedside lamps, set of 2", 5400, "lamp-3"),
        ("CLIP-R", "Clip reading light", 2200, "lamp-2"),
        ("WARM-E27", "Warm white bulbs E27, 4 pieces", 1600, "lamp"),
        ("DUSK-NL", "Dusk night light", 1900, "lamp-3"),
        ("SOL-6", "Solar garden lights, 6 pieces", 3900, "lamp"),
        ("ADAPT-24", "Power adapter 24 V for Halo", 1800, "charger-3"),
    ),
    "HP": (
        ("STAND-WAL", "Walnut monitor stand", 8900, "stand"),
        ("STAND-OAK", "Oak monitor stand", 8400, "stand-2"),
        ("NOTE-DOT3", "Papermill dotted notebook, set of 3", 1800, "notebook"),
        ("MUG-STON2", "Stoneware mugs, set of 2", 3200, "mug"),
        ("ORG-OAK", "Oak desk organiser", 4600, "stand-3"),
        ("NOTE-LIN", "Linen notebook, A5", 1400, "notebook-2"),
        ("MAT-WOOL", "Wool felt desk mat", 3900, "notebook-3"),
        ("KETTLE-09", "Ember pour-over kettle, 0.9 litre", 6450, "mug-3"),
    ),
    "CS": (
        ("TB-RUN-39", "Trailblazer running shoes, size 39", 8900, "shoe"),
        ("TB-RUN-43", "Trailblazer running shoes, size 43", 8900, "shoe-2"),
        ("COURT-41", "Courtside tennis shoes, size 41", 7900, "shoe-3"),
        ("GYM-BAG", "Everyday gym bag", 4900, "backpack-2"),
        ("BELT-RUN", "Running belt with bottle", 2900, "backpack-3"),
        ("FLASK-06", "Insulated flask, 0.6 litre", 2700, "mug-2"),
        ("LIGHT-RUN", "Runner's chest light", 3400, "lamp-2"),
        ("TOWEL-Q", "Quick-dry towel, large", 1900, "notebook-3"),
    ),
}
DESCRIPTIONS = {
    "headphones": "Active noise cancelling, 8 hours, 32 with the case. Two devices at once. USB-C and wireless charging.",
    "speaker": "Fills a room and stands in the rain. 14 hours on one charge.",
    "charger": "Small enough for a pocket, with over-heat protection.",
    "tent": "Three long poles, two doors, packs to 48 cm. Stands in wind up to 60 km/h.",
    "backpack": "Recycled fabric, rain cover in the base, hip belt with pockets.",
    "lamp": "Dimmable warm light, flicker-free. The LED can be replaced.",
    "stand": "Solid wood, oiled by hand. Holds screens up to 32 inches and 9 kg; the shelf is 61 cm wide.",
    "notebook": "Paper of 100 g that ink does not bleed through. Lies flat.",
    "mug": "Dishwasher-safe, keeps warm a little longer than glass.",
    "shoe": "Light and grippy; runs true to size.",
}
MADE_UP = ("Everyday basket", "Field jacket", "Brass hook", "Garden gloves", "Wool throw", "Tea tin")


def sku_of(shop: Shop, good: str) -> str:
    return f"{shop.code}-{good}"


def product_rows(shops: list[Shop]) -> list[dict[str, Any]]:
    return [row for shop in shops for row in _rows_of(shop)]


def add_products(shops: list[Shop]) -> dict[str, Product]:
    """All products by SKU; those missing are made."""
    rows = product_rows(shops)
    known = set(Product.objects.values_list("sku", flat=True))
    import_rows("products", [row for row in rows if row["sku"] not in known])
    return Product.objects.select_related("seller").in_bulk([row["sku"] for row in rows], field_name="sku")


def _rows_of(shop: Shop) -> list[dict[str, Any]]:
    goods = GOODS.get(shop.code) if shop in SHOPS else None
    return [
        {
            "sku": sku_of(shop, code),
            "seller": shop.name,
            "title": title,
            "description": DESCRIPTIONS.get(picture.partition("-")[0], ""),
            "price_cents": cents,
            "picture": f"img/products/{picture}.svg",
        }
        for code, title, cents, picture in goods or _made_up_goods(shop)
    ]


def _made_up_goods(shop: Shop) -> list[tuple[str, str, int, str]]:
    draw = Random(f"goods {shop.code}")  # noqa: S311
    return [
        (
            f"G{number}",
            f"{title}, {shop.name}",
            draw.randint(9, 240) * 100,
            draw.choice(("mug", "notebook", "stand")),
        )
        for number, title in enumerate(MADE_UP)
    ]
