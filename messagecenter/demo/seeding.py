"""seed(): the whole demo, safe to run twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from accounts.models import User
from messagecenter.demo import cases, catalogue, notices, orders, people, threads
from messagecenter.demo.telling import World, tell_all
from messaging.models import Message, Thread
from orders.models import Order, Product

BUYERS, SELLERS, THREADS = 30, 5, 150
LEAST_SELLERS = 3
ORDERS = 130


@dataclass(frozen=True)
class Seeded:
    """What there is after seeding, and how many threads this run added."""

    added: int
    threads: int
    messages: int
    orders: int
    products: int


def seed(
    *, buyer_count: int = BUYERS, seller_count: int = SELLERS, thread_count: int = THREADS, now: datetime
) -> Seeded:
    """Add what is missing. A second run goes on with the time of the first, so that it tells the same stories."""
    began = User.objects.filter(email=people.ADMIN).values_list("date_joined", flat=True).first() or now
    shops, buyers = people.shops(seller_count), people.buyers(buyer_count)
    people.add_people(shops, buyers, now=began)
    products = catalogue.add_products(shops)
    chosen = orders.bought(max(ORDERS, thread_count * 9 // 10), buyers, list(products))
    placed = orders.add_orders(chosen, products, now=began)
    titles = {sku: product.title for sku, product in products.items()}
    stories = threads.stories(thread_count, shops=shops, buyers=buyers, orders=chosen, titles=titles)
    world = World.load(placed, products, now=began)
    added = tell_all(stories, world)
    cases.add_cases(world)
    notices.send_notices(buyers, now=began)
    return Seeded(
        added=added,
        threads=Thread.objects.count(),
        messages=Message.objects.count(),
        orders=Order.objects.count(),
        products=Product.objects.count(),
    )
