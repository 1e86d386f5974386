"""verify(): walk chains and name the first break."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from messaging.ledger.models import GENESIS, Chain, LedgerEntry


@dataclass(frozen=True)
class Break:
    chain: str
    seq: int
    because: str


def verify(chain: str) -> Break | None:
    """The first place where the chain does not hold, or None when it does."""
    previous, expected = GENESIS, 1
    for entry in LedgerEntry.objects.filter(chain=chain).order_by("seq").iterator(chunk_size=500):
        if entry.seq != expected:
            return Break(chain, expected, "an entry is missing")
        if entry.previous != previous:
            return Break(chain, entry.seq, "it does not follow the entry before it")
        if entry.compute_digest() != entry.digest:
            return Break(chain, entry.seq, "it was changed after it was recorded")
        previous, expected = entry.digest, expected + 1
    head = Chain.objects.filter(name=chain).first()
    if head is None:
        return Break(chain, expected, "the head of the chain is missing") if expected > 1 else None
    if head.last_seq != expected - 1 or head.last_digest != previous:
        return Break(chain, expected, "entries at its end are missing")
    return None


def verify_all() -> Iterator[tuple[str, Break | None]]:
    """Every chain, also those whose head was removed."""
    names = set(Chain.objects.values_list("name", flat=True))
    names |= set(LedgerEntry.objects.order_by().values_list("chain", flat=True).distinct())
    for name in sorted(names):
        yield name, verify(name)
