"""A guarantee claim from filing to its last word: open_claim(), answer(), decide(), appeal(), withdraw()."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from messaging.claims.eligibility import ClaimWindow, window_of
from messaging.claims.models import Claim, ClaimState, ClaimStep, Outcome, Problem, Remedy, StepKind
from messaging.ledger.recording import record
from messaging.models import Side, Thread, ThreadKind
from messaging.models.mailbox import bring_up
from messaging.policy import Outcome as Verdict
from messaging.policy import ScanVerdict
from messaging.screening import check_text
from messaging.timewords import spell
from orders.models import Order

PREVIEWS = {
    StepKind.OPENED: gettext_lazy("Guarantee claim filed"),
    StepKind.ANSWERED: gettext_lazy("The seller answered the claim"),
    StepKind.DECIDED: gettext_lazy("The guarantee claim is decided"),
    StepKind.APPEALED: gettext_lazy("The decision was appealed"),
    StepKind.WITHDRAWN: gettext_lazy("The guarantee claim was withdrawn"),
}


class CannotClaim(Exception):
    """Not possible now; carries the rule, a sentence for the person and what they can do instead."""

    def __init__(self, rule: str, because: str, instead: str = "") -> None:
        super().__init__(f"{because} {instead}".strip())
        self.rule, self.because, self.instead = rule, because, instead


class StatementRefused(Exception):
    """The other side would read words that break the rules; they are marked in the verdict."""

    def __init__(self, verdict: ScanVerdict) -> None:
        told = dict.fromkeys(f"{finding.because} {finding.fix}".strip() for finding in verdict.findings)
        super().__init__(" ".join(told))
        self.verdict = verdict


def thread_of(order: Order) -> Thread | None:
    """The order's one thread between buyer and seller: the evidence."""
    return Thread.objects.with_parties().filter(order=order, kind=ThreadKind.ORDER).first()


def why_not(window: ClaimWindow, *, now: datetime) -> CannotClaim | None:
    """What stands against filing now; None when nothing does."""
    if window.is_over(now):
        assert window.closes_at is not None, "what is over has an end"
        return CannotClaim(
            "claim_window_closed",
            _("Claims were possible until %(day)s.") % {"day": spell(window.closes_at, "date")},
            _("Customer service can still help."),
        )
    if window.opens_at is None:
        return CannotClaim(
            "seller_not_contacted",
            _("Write to the seller first."),
            _("Most problems are solved within a day. After %(hours)d hours you can file a claim.")
            % {"hours": _hours(settings.CLAIM_AFTER.total_seconds())},
        )
    if not window.is_open(now):
        return CannotClaim(
            "claim_too_early",
            _("You can file a claim from %(moment)s.") % {"moment": spell(window.opens_at, "full")},
            _("Sellers get %(hours)d hours to put things right first.")
            % {"hours": _hours(settings.CLAIM_AFTER.total_seconds())},
        )
    return None


@transaction.atomic
def open_claim(
    order: Order, *, by: User, problem: Problem, remedy: Remedy, statement: str, now: datetime
) -> Claim:
    """File a claim about an own order; the order's thread is its evidence.

    Raises CannotClaim when it is not possible now, StatementRefused when the seller may not read the text.
    """
    thread = thread_of(order)
    if refusal := why_not(window_of(order, thread, now=now), now=now):
        raise refusal
    assert thread is not None, "where the seller was written to there is a thread"
    shown = _shown(statement, thread, Side.BUYER, now=now)
    due = now + settings.CLAIM_ANSWER_DUE
    try:
        with transaction.atomic():
            claim = Claim.objects.create(
                order=order, thread=thread, problem=problem, remedy=remedy, opened_at=now, answer_due_at=due
            )
    except IntegrityError as error:
        raise CannotClaim("claimed_before", _("There is a claim about this order already.")) from error
    facts = {"problem": problem, "remedy": remedy, "answer_due": due.isoformat()}
    _step(claim, StepKind.OPENED, Side.BUYER, by, statement, shown, facts=facts, now=now)
    return claim


@transaction.atomic
def answer(claim: Claim, *, by: User, statement: str, now: datetime) -> bool:
    """The seller's side of it, once; returns False when it is answered, decided or withdrawn already.

    Raises StatementRefused.
    """
    shown = _shown(statement, claim.thread, Side.SELLER, now=now)
    if not claim.answer():
        return False
    _step(claim, StepKind.ANSWERED, Side.SELLER, by, statement, shown, now=now)
    return True


@transaction.atomic
def decide(claim: Claim, *, by: User, outcome: Outcome, reason: str, now: datetime) -> bool:
    """The operator's decision, told to both with its reason.

    Returns False when it is not the operator's turn, or somebody else decided first.
    """
    if not claim.decide(outcome, appeal_until=now + settings.CLAIM_APPEAL, now=now):
        return False
    facts = {"outcome": outcome, "final": claim.state == ClaimState.FINAL}
    _step(claim, StepKind.DECIDED, Side.PLATFORM, by, reason, reason, outcome=outcome, facts=facts, now=now)
    return True


@transaction.atomic
def appeal(claim: Claim, *, by: User, side: Side, statement: str, now: datetime) -> bool:
    """Either side, once per claim and within CLAIM_APPEAL; False when that is over or was done.

    Raises StatementRefused.
    """
    shown = _shown(statement, claim.thread, side, now=now)
    if not claim.appeal(now=now):
        return False
    _step(claim, StepKind.APPEALED, side, by, statement, shown, now=now)
    return True


@transaction.atomic
def withdraw(claim: Claim, *, by: User, now: datetime) -> bool:
    """The buyer takes it back before it is decided; False when it is too late."""
    if not claim.withdraw():
        return False
    _step(claim, StepKind.WITHDRAWN, Side.BUYER, by, "", "", now=now)
    return True


def _shown(statement: str, thread: Thread, side: Side, *, now: datetime) -> str:
    """What the other side may read. A text that would not pass as a message does not pass here."""
    verdict = check_text(statement, thread=thread, side=side, now=now)
    if verdict.outcome in {Verdict.BLOCK, Verdict.QUARANTINE}:
        raise StatementRefused(verdict)
    return verdict.delivered_text


def _step(
    claim: Claim,
    kind: StepKind,
    side: Side,
    by: User,
    statement: str,
    shown: str,
    *,
    outcome: Outcome | str = "",
    facts: Mapping[str, object] | None = None,
    now: datetime,
) -> None:
    """Keep the turn, show it in both mailboxes, record it."""
    step = ClaimStep.objects.create(
        claim=claim,
        kind=kind,
        side=side,
        author=by,
        outcome=outcome,
        statement=statement,
        shown=shown,
        at=now,
    )
    thread = claim.thread
    if not thread.has_case:
        Thread.objects.filter(pk=thread.pk).update(has_case=True)
        thread.has_case = True
    bring_up(thread, PREVIEWS[kind], by=side, now=now)
    record(
        f"claim.{kind}",
        thread=thread,
        actor=by,
        side=side,
        facts={"claim": str(claim.pk), "step": str(step.pk), **(facts or {})},
        now=now,
    )


def _hours(seconds: float) -> int:
    return round(seconds / 3600)
