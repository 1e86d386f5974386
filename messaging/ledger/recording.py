"""record(): append to the chain in the caller's transaction; listeners hear of it after commit."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.dispatch import Signal

from accounts.models import User
from messaging.ledger.models import Chain, LedgerEntry
from messaging.models import Side, Thread

# Sent after commit with `entry_id` and `kind`. A nudge only: what is lost here, the sweep finds by `told_at`.
event_recorded = Signal()


def record(
    kind: str,
    *,
    thread: Thread | None = None,
    chain: str = "",
    actor: User | None = None,
    side: Side | str = "",
    facts: dict[str, Any] | None = None,
    now: datetime,
) -> LedgerEntry:
    """Append one entry; must run inside the transaction of the move it records.

    `chain` names the chain of a thing that is not a thread (`seller:7`, `user:3`); a thread has its own.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError(
            f"{kind} is recorded outside the transaction of its move"
        )
    name = f"thread:{thread.pk}" if thread else chain
    head, _made = Chain.objects.select_for_update(no_key=True).get_or_create(name=name)
    entry = LedgerEntry(
        chain=name,
        seq=head.last_seq + 1,
        kind=kind,
        thread=thread,
        side=side,
        actor=actor,
        facts=facts or {},
        at=now,
        previous=head.last_digest,
    )
    entry.digest = entry.compute_digest()
    entry.save(force_insert=True)
    Chain.objects.filter(name=name).update(last_seq=entry.seq, last_digest=entry.digest)
    transaction.on_commit(
        lambda: event_recorded.send(LedgerEntry, entry_id=str(entry.pk), kind=kind), robust=True
    )
    return entry
