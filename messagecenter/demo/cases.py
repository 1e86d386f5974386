"""What goes beyond the talk: an open claim, a decided one, returns with their refunds, a case that was answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from messagecenter.demo.people import ADMIN, BEA
from messagecenter.demo.telling import World, keep_quiet
from messaging import claiming
from messaging.claims.models import Claim, Outcome, Problem, Remedy
from messaging.ledger.models import LedgerEntry
from messaging.models import Thread, ThreadKind, Topic, Via
from messaging.returning import report_returns
from messaging.screening import screen
from messaging.serving import answer_case, open_case
from orders.models import Return


@dataclass(frozen=True)
class Claimed:
    """A claim of Bea's; hours are before now. Without an answer it waits for the seller's."""

    order: str
    problem: Problem
    remedy: Remedy
    opened: float
    statement: str
    answered: float = 0
    answer: str = ""
    decided: float = 0
    outcome: str = ""
    reason: str = ""


CLAIMS = (
    Claimed(
        "EM-203711-4408", Problem.DAMAGED, Remedy.REPLACEMENT, 20,
        "One of the two speakers no longer charges. The light stays off with two cables.",
    ),
    Claimed(
        "EM-203590-1842", Problem.NOT_ARRIVED, Remedy.REFUND, 400,
        "The neighbour at number 14 has no parcel, and the carrier says it was left at a door.",
        answered=381, answer="Our carrier delivered it on Thursday; we have no signature.",
        decided=330, outcome=Outcome.GRANTED,
        reason="There is no proof of delivery. The whole price goes back to the buyer.",
    ),
)  # fmt: skip

# Days before now, for the shoes of a shop without messages and the charger whose thread asks for the refund.
RETURNS: tuple[dict[str, Any], ...] = (
    {"reference": "RT-1180-22", "order": "EM-203915-2208", "reason": "not_needed", "requested_at": 12,
     "approved_at": 11.5, "received_at": 6.5, "refunded_at": 4.9, "refund_cents": 8900, "refunded_by": "seller"},
    {"reference": "RT-1042-07", "order": "EM-203377-0091", "reason": "damaged", "requested_at": 23,
     "refunded_at": 22.5, "refund_cents": 2400, "refunded_by": "seller"},
    {"reference": "RT-1201-51", "order": "EM-204402-2256", "reason": "not_needed", "requested_at": 2, "approved_at": 1},
)  # fmt: skip
CASE_ORDER = "EM-204011-7719"
CASE = (
    (470, BEA, "I cancelled these mugs, but the amount is still reserved on my card. When does that end?"),
    (466, ADMIN, "Nothing was charged. Your bank ends the reservation within seven days; ours ended today."),
)


def add_cases(world: World) -> None:
    """Those that are missing; each one once."""
    with transaction.atomic():
        add_returns(world)
        threads = [thread for claimed in CLAIMS for thread in _claim(claimed, world)]
        threads += _answered_case(world)
        keep_quiet(threads, now=world.now)


def add_returns(world: World) -> None:
    """As the marketplace reports them; the thread of each order is told quietly."""
    known = set(Return.objects.values_list("reference", flat=True))
    rows = [row for row in RETURNS if row["order"] in world.orders and row["reference"] not in known]
    for row in rows:
        times = {name: _ago(world, 24 * row[name]) for name in row if name.endswith("_at")}
        report_returns([row | times], now=max(times.values()))
    # Of an order nobody wrote about; it has a chain and no thread.
    LedgerEntry.objects.pending().filter(chain__startswith="return:").update(told_at=world.now)
    orders = [world.orders[row["order"]] for row in rows]
    _read(Thread.objects.filter(order__in=orders, kind=ThreadKind.ORDER), world)


def _claim(claimed: Claimed, world: World) -> list[Thread]:
    order = world.orders.get(claimed.order)
    if order is None or Claim.objects.filter(order=order).exists():
        return []
    opened = _ago(world, claimed.opened)
    claim = claiming.open_claim(
        order,
        by=world.people[BEA],
        problem=claimed.problem,
        remedy=claimed.remedy,
        statement=claimed.statement,
        now=opened,
    )
    if claimed.answer:
        owner = world.owners[order.seller_id]
        claiming.answer(claim, by=owner, statement=claimed.answer, now=_ago(world, claimed.answered))
    if claimed.outcome:
        outcome, when = Outcome(claimed.outcome), _ago(world, claimed.decided)
        claiming.decide(claim, by=world.people[ADMIN], outcome=outcome, reason=claimed.reason, now=when)
        _read([claim.thread], world)
    return [claim.thread]


def _answered_case(world: World) -> list[Thread]:
    order = world.orders.get(CASE_ORDER)
    if order is None or Thread.objects.filter(order=order, kind=ThreadKind.SERVICE).exists():
        return []
    (asked, buyer, question), (answered, staff, words) = CASE
    message = open_case(
        buyer=world.people[buyer].buyer,
        author=world.people[buyer],
        order=order,
        topic=Topic.REFUND,
        body=question,
        via=Via.WEB,
        now=_ago(world, asked),
    )
    screen(message.pk, now=message.send_after)
    reply = answer_case(message.thread, by=world.people[staff], body=words, now=_ago(world, answered))
    screen(reply.pk, now=reply.send_after)
    _read([message.thread], world)
    return [message.thread]


def _read(threads: Iterable[Thread], world: World) -> None:
    for thread in threads:
        for entry in thread.entries.select_related("mailbox").filter(unread=True):
            entry.mark_read()
        keep_quiet([thread], now=world.now)


def _ago(world: World, hours: float) -> datetime:
    return world.now - timedelta(hours=hours)
