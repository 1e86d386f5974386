"""People's decisions on screened messages: release, discard, dispute, report."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction

from accounts.models import User
from messaging.delivering import COUNTS_NOT_SHOWN, note_clock
from messaging.ledger.recording import record
from messaging.models import Dispute, Message, Report, Side, Status
from messaging.models.review import Decision, ReportReason
from messaging.passing import pass_on
from messaging.policy import Action, Finding, ScanVerdict

DISPUTABLE = (Status.REDACTED, Status.BLOCKED, Status.QUARANTINED)


@transaction.atomic
def release(message: Message, *, by: User, reason: str, now: datetime) -> bool:
    """Let a held message pass; returns False when it was decided before.

    Phone numbers and the like stay removed: the decision is about what held it, not about the masks. While
    the shop takes no messages it waits; its author's standing today may return it (`passing`).
    """
    if not pass_on(message, _without_data(message), was=(Status.QUARANTINED,), is_released=True, now=now):
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
def dispute(message: Message, *, by: User, note: str = "", now: datetime) -> Dispute | None:
    """The author says a finding is wrong; None when it was disputed before or there is nothing to dispute."""
    if message.status not in DISPUTABLE or not message.findings:
        return None
    if Dispute.objects.filter(message=message).exists():
        return None
    made = Dispute.objects.create(message=message, by=by, note=note, created_at=now)
    _record("message.disputed", message, by=by, reason="", now=now)
    return made


@transaction.atomic
def decide_dispute(case: Dispute, *, was_wrong: bool, by: User, reason: str, now: datetime) -> bool:
    """A moderator's final word. When the finding was wrong the message is shown as written."""
    decision = Decision.OVERTURNED if was_wrong else Decision.UPHELD
    moved = Dispute.objects.filter(pk=case.pk, decision=Decision.OPEN).update(
        decision=decision, decided_by=by, decided_at=now
    )
    if not moved:
        return False
    if was_wrong:
        pass_on(case.message, case.message.body, was=DISPUTABLE, is_released=True, now=now)
    _record(f"dispute.{decision}", case.message, by=by, reason=reason, now=now)
    return True


def report(message: Message, *, by: User, reason: ReportReason, now: datetime) -> Report | None:
    """A recipient reports a message; None when this person reported it before."""
    try:
        with transaction.atomic():
            made = Report.objects.create(message=message, by=by, reason=reason, created_at=now)
            _record("message.reported", message, by=by, reason=reason, now=now)
            return made
    except IntegrityError:
        return None


def _without_data(message: Message) -> str:
    findings = tuple(Finding(**{**found, "action": Action(found["action"])}) for found in message.findings)
    return ScanVerdict(message.body, findings).delivered_text


def _record(kind: str, message: Message, *, by: User, reason: str, now: datetime) -> None:
    side = Side.PLATFORM if by.is_staff else (message.thread.side_of(by) or "")
    facts = {"message": str(message.pk), "reason": reason}
    record(kind, thread=message.thread, actor=by, side=side, facts=facts, now=now)
