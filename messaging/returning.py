"""report_returns(): what the marketplace reports of returns and refunds, and what follows in the thread."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy

from messaging.ledger.recording import record
from messaging.metrics import clock
from messaging.metrics.models import Ending, Obligation
from messaging.models import Side, Thread, ThreadKind
from messaging.models.mailbox import bring_up
from messaging.models.reason import RETURN_TOPICS
from orders.importing import RowResult, Taken, import_rows
from orders.models import Issuer, Return, ReturnState

PREVIEWS = {
    ReturnState.REQUESTED: gettext_lazy("Return requested"),
    ReturnState.APPROVED: gettext_lazy("Return approved"),
    ReturnState.RECEIVED: gettext_lazy("The return has arrived"),
    ReturnState.REFUNDED: gettext_lazy("Refund issued"),
    ReturnState.DECLINED: gettext_lazy("Return declined"),
}


def report_returns(rows: Iterable[dict[str, Any]], *, now: datetime) -> list[RowResult]:
    """Take the marketplace's reports, in order; one that is refused leaves the others alone. Safe to repeat."""
    return [_report(index, row, now=now) for index, row in enumerate(rows)]


@transaction.atomic
def _report(index: int, row: dict[str, Any], *, now: datetime) -> RowResult:
    reference = str(row.get("reference", "")) if isinstance(row, dict) else ""
    # Locked, so that two reports at once do not tell the same news twice.
    before = Return.objects.select_for_update(no_key=True).filter(reference=reference).first()
    known = before.times() if before else {}
    [result] = import_rows("returns", [row])
    if result.taken in {Taken.CREATED, Taken.CHANGED}:
        found = Return.objects.select_related("order").get(reference=reference)
        for state, at in found.times().items():
            if state not in known:
                _tell(found, state, at=at, now=now)
    return RowResult(index, result.key, result.taken, result.problems)


def _tell(reported: Return, state: ReturnState, *, at: datetime, now: datetime) -> None:
    """One thing that happened: in the record, and in the order's thread when there is one."""
    thread = Thread.objects.with_parties().filter(order=reported.order, kind=ThreadKind.ORDER).first()
    chain = "" if thread else f"return:{reported.pk}"
    facts = {"return": reported.reference, "at": at.isoformat()}
    if thread:
        Thread.objects.filter(pk=thread.pk, has_case=False).update(has_case=True)
        if state == ReturnState.REFUNDED:
            _stop_clock(thread, reported, at=at)
        bring_up(thread, PREVIEWS[state], now=now)
    record(f"return.{state}", thread=thread, chain=chain, side=Side.PLATFORM, facts=facts, now=now)


def _stop_clock(thread: Thread, reported: Return, *, at: datetime) -> None:
    """The seller's refund is the answer to a buyer who asked for one (RULES §8); less than asked is not."""
    if reported.refunded_by != Issuer.SELLER or not reported.is_as_asked:
        return
    running = Obligation.objects.running().select_related("opened_by").filter(thread=thread).first()
    if running is None or (running.opened_by.topic or thread.topic) not in RETURN_TOPICS:
        return
    if clock.stop(thread, ending=Ending.REFUND, at=at):
        facts = {"since": running.started_at.isoformat(), "return": reported.reference}
        record("clock.stopped", thread=thread, side=Side.SELLER, facts=facts, now=at)
