"""People's decisions on screened messages: release, discard, dispute, report."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields
from datetime import datetime

from django.db import IntegrityError, transaction

from accounts.models import User
from messaging.delivering import COUNTS_NOT_SHOWN, note_clock
from messaging.ledger.recording import record
from messaging.models import Dispute, Message, Report, Side, Status
from messaging.models.review import Decision, ReportReason
from messaging.passing import pass_on
from messaging.policy import Action, Finding, Outcome, ScanVerdict

DISPUTABLE = (Status.REDACTED, Status.BLOCKED, Status.QUARANTINED)
# Set beside a finding in `Message.findings`: its author says that it is wrong; a moderator agreed.
DISPUTED, OVERTURNED = "disputed", "overturned"


@transaction.atomic
def release(message: Message, *, by: User, reason: str, now: datetime) -> bool:
    """Let a held message pass; returns False when it was decided before.

    Phone numbers and the like stay removed: the decision is about what held it, not about the masks. While
    the shop takes no messages it waits; its author's standing today may return it (`passing`).
    """
    if not pass_on(
        message, _what_stands(message).delivered_text, was=(Status.QUARANTINED,), is_released=True, now=now
    ):
        return False
    _record("message.released", message, by=by, reason=reason, now=now)
    return True


@transaction.atomic
def discard(message: Message, *, by: User, reason: str, now: datetime) -> bool:
    """Remove a held message for good; its author is told. Returns False when it was decided before."""
    if not message.leave(Status.QUARANTINED, to=Status.DISCARDED):
        return False
    note_clock(message, counts=False, because=COUNTS_NOT_SHOWN)
    _record("message.discarded", message, by=by, reason=reason, now=now)
    return True


@transaction.atomic
def dispute(
    message: Message, *, by: User, note: str = "", findings: Collection[int] | None = None, now: datetime
) -> Dispute | None:
    """The author says that findings are wrong, by their place in `message.findings`; None means all of them.

    Returns None when the message was disputed before or there is nothing to dispute.
    """
    places = range(len(message.findings))
    disputed = set(places) if findings is None else set(findings) & set(places)
    if message.status not in DISPUTABLE or not disputed:
        return None
    if Dispute.objects.filter(message=message).exists():
        return None
    made = Dispute.objects.create(message=message, by=by, note=note, created_at=now)
    _mark(message, disputed, as_=DISPUTED)
    _record("message.disputed", message, by=by, reason="", rules=_rules(message, disputed), now=now)
    return made


@transaction.atomic
def decide_dispute(
    case: Dispute,
    *,
    was_wrong: bool,
    by: User,
    reason: str,
    wrong: Collection[int] | None = None,
    now: datetime,
) -> bool:
    """A moderator's final word; returns False when it was spoken before.

    `wrong` says which of the disputed findings were; None means all that were disputed. Only their words are
    given back: what the other findings remove stays removed, and one that blocks or holds still does.
    """
    decision = Decision.OVERTURNED if was_wrong else Decision.UPHELD
    moved = Dispute.objects.filter(pk=case.pk, decision=Decision.OPEN).update(
        decision=decision, decided_by=by, decided_at=now
    )
    if not moved:
        return False
    message = case.message
    decided = disputed_places(message)
    if was_wrong:
        decided = decided if wrong is None else [place for place in decided if place in wrong]
        _mark(message, decided, as_=OVERTURNED)
        rest = _what_stands(message)
        if rest.outcome not in {Outcome.BLOCK, Outcome.QUARANTINE}:
            pass_on(message, rest.delivered_text, was=DISPUTABLE, is_released=True, now=now)
    _record(f"dispute.{decision}", message, by=by, reason=reason, rules=_rules(message, decided), now=now)
    return True


def disputed_places(message: Message) -> list[int]:
    """Where in `message.findings` those stand that its author says are wrong."""
    return [place for place, finding in enumerate(message.findings) if finding.get(DISPUTED)]


def report(message: Message, *, by: User, reason: ReportReason, now: datetime) -> Report | None:
    """A recipient reports a message; None when this person reported it before."""
    try:
        with transaction.atomic():
            made = Report.objects.create(message=message, by=by, reason=reason, created_at=now)
            _record("message.reported", message, by=by, reason=reason, now=now)
            return made
    except IntegrityError:
        return None


def _what_stands(message: Message) -> ScanVerdict:
    """The verdict without the findings that a moderator overturned."""
    columns = [field.name for field in fields(Finding)]
    standing = [found for found in message.findings if not found.get(OVERTURNED)]
    rebuilt = [
        {name: found[name] for name in columns} | {"action": Action(found["action"])} for found in standing
    ]
    return ScanVerdict(message.body, tuple(Finding(**found) for found in rebuilt))


def _mark(message: Message, places: Iterable[int], *, as_: str) -> None:
    for place in places:
        message.findings[place][as_] = True
    Message.objects.filter(pk=message.pk).update(findings=message.findings)


def _rules(message: Message, places: Iterable[int]) -> list[str]:
    return sorted({message.findings[place]["rule"] for place in places})


def _record(
    kind: str, message: Message, *, by: User, reason: str, rules: Sequence[str] = (), now: datetime
) -> None:
    side = Side.PLATFORM if by.is_staff else (message.thread.side_of(by) or "")
    facts: dict[str, object] = {"message": str(message.pk), "reason": reason}
    if rules:
        facts["rules"] = list(rules)
    record(kind, thread=message.thread, actor=by, side=side, facts=facts, now=now)
